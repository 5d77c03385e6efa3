import type { Combination, ExplainedTest } from "../../decide/explanation.js";
import type { Language } from "../../diagnostic/wording.js";

export interface ExplainWording {
  readonly title: (user: string, strategy: string, label: string) => string;
  readonly interval: (since: string, until: string, zone: string) => string;
  readonly nothingDue: string;
  readonly touched: (channel: string, sendAt: string) => string;
  readonly refused: (gate: string, why: string) => string;
  readonly seen: string;
  readonly needed: string;
  readonly source: string;
  /** What a test needs, from its operator and the other side. */
  readonly needs: Readonly<Record<Exclude<ExplainedTest["op"], Combination>, (value: string) => string>>;
  /** That a test must not hold, from what it needs. */
  readonly not: (needed: string) => string;
  readonly known: string;
  readonly unknown: string;
  readonly everybody: string;
  readonly noReach: string;
  readonly optedOut: string;
  readonly reaches: string;
  readonly chosen: string;
  readonly comma: string;
  readonly lastTouch: (date: string) => string;
  readonly againFrom: (date: string) => string;
  readonly never: string;
  readonly notReached: (gates: readonly string[]) => string;
  readonly note: string;
}

const en: ExplainWording = {
  title: (user, strategy, label) => `User ${user}, strategy ${strategy} ${label}`.trimEnd(),
  interval: (since, until, zone) => `after ${since} up to ${until}, ${zone}`,
  nothingDue: "Nothing falls due in the interval: look at `when` in the strategy, or widen it with `--since`.",
  touched: (channel, sendAt) => `touched over ${channel}, to be sent from ${sendAt}`,
  refused: (gate, why) => `not touched: stopped at \`${gate}\`, ${why}`,
  seen: "seen",
  needed: "needed",
  source: "source",
  needs: {
    "<": (value) => `less than ${value}`,
    "<=": (value) => `at most ${value}`,
    ">": (value) => `more than ${value}`,
    ">=": (value) => `at least ${value}`,
    "=": (value) => `exactly ${value}`,
    "!=": (value) => `anything but ${value}`,
    contains: (value) => `a text with ${value}`,
    "one of": (value) => `one of ${value}`,
    known: () => "a known value",
    in: (value) => `between ${value}`,
    steps: (value) => `all steps, ${value}`,
  },
  not: (needed) => `not ${needed}`,
  known: "known (hidden)",
  unknown: "unknown",
  everybody: "reaches everybody",
  noReach: "does not reach the user",
  optedOut: "opted out",
  reaches: "reaches the user",
  chosen: "chosen",
  comma: ", ",
  lastTouch: (date) => `last touched on ${date}`,
  againFrom: (date) => `again from ${date}`,
  never: "never again",
  notReached: (gates) => `not reached: ${gates.join(", ")}`,
  note: "A dry run does not know earlier touches: `repeat` counts only those in this interval.",
};

const zh: ExplainWording = {
  title: (user, strategy, label) => `用户 ${user}，策略 ${strategy} ${label}`.trimEnd(),
  interval: (since, until, zone) => `${since} 之后，到 ${until}（含），${zone}`,
  nothingDue: "这段时间里没有到点：请看策略里的 `when`，或用 `--since` 把区间放宽。",
  touched: (channel, sendAt) => `会触达，走 ${channel}，最早 ${sendAt} 发送`,
  refused: (gate, why) => `不触达：止步于“${gate}”，${why}`,
  seen: "实际",
  needed: "要求",
  source: "出处",
  needs: {
    "<": (value) => `小于 ${value}`,
    "<=": (value) => `至多 ${value}`,
    ">": (value) => `大于 ${value}`,
    ">=": (value) => `至少 ${value}`,
    "=": (value) => `等于 ${value}`,
    "!=": (value) => `不等于 ${value}`,
    contains: (value) => `包含 ${value}`,
    "one of": (value) => `${value} 之一`,
    known: () => "已知",
    in: (value) => `在 ${value} 之间`,
    steps: (value) => `走完全部步骤 ${value}`,
  },
  not: (needed) => `并非${needed}`,
  known: "已知（不显示）",
  unknown: "未知",
  everybody: "可触达所有人",
  noReach: "触达不了该用户",
  optedOut: "已退订",
  reaches: "可触达该用户",
  chosen: "选用",
  comma: "，",
  lastTouch: (date) => `上次触达 ${date}`,
  againFrom: (date) => `${date} 起可再次触达`,
  never: "不再触达",
  notReached: (gates) => `未走到：${gates.join("、")}`,
  note: "试算不知道以前触达过谁：`repeat` 只计这段区间里的触达。",
};

export const explainWording: Readonly<Record<Language, ExplainWording>> = { en, zh };
