import type { Combination, ExplainedTest } from "../../decide/explanation.js";
import type { Language } from "../../diagnostic/wording.js";

export interface ExplainWording {
  readonly title: (user: string, strategy: string, label: string) => string;
  readonly interval: (since: string, until: string, zone: string) => string;
  readonly nothingDue: string;
  /** `more`: its variant and its benefit. */
  readonly touched: (channel: string, sendAt: string, more: readonly string[]) => string;
  readonly refused: (gate: string, why: string) => string;
  /** Of somebody to compare with: why they are not touched, and what would have been sent. */
  readonly heldBack: (why: string, channel: string, sendAt: string) => string;
  /** Variants that would have passed, of a user whose own sends nothing. */
  readonly wouldPass: string;
  readonly decidedBefore: string;
  readonly variant: (name: string) => string;
  /** A touch, looked at again when its time came; `stopped` is `null` if it goes out. */
  readonly release: (when: string, step: string, stopped: string | null) => string;
  readonly cancelled: (gate: string, why: string) => string;
  readonly fallback: (when: string, step: string, outcome: string) => string;
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
  readonly noConsent: string;
  readonly noRoom: string;
  readonly lastTouch: (date: string) => string;
  readonly againFrom: (date: string) => string;
  readonly never: string;
  readonly notReached: (gates: readonly string[]) => string;
  /** Gates that those who are held back skip. */
  readonly skipped: (gates: readonly string[]) => string;
  readonly benefit: (benefit: string, worth: string) => string;
  readonly note: string;
}

const en: ExplainWording = {
  title: (user, strategy, label) => `User ${user}, strategy ${strategy} ${label}`.trimEnd(),
  interval: (since, until, zone) => `after ${since} up to ${until}, ${zone}`,
  nothingDue: "Nothing falls due in the interval: look at `when` in the strategy, or widen it with `--since`.",
  touched: (channel, sendAt, more) => [`touched over ${channel}`, `to be sent from ${sendAt}`, ...more].join(", "),
  refused: (gate, why) => `not touched: stopped at \`${gate}\`, ${why}`,
  heldBack: (why, channel, sendAt) =>
    `not touched, to compare with: ${why}; would have gone over ${channel} from ${sendAt}`,
  wouldPass: "would have been touched",
  decidedBefore: "decided before this interval",
  variant: (name) => `variant ${name}`,
  release: (when, step, stopped) =>
    `${when}  step ${step}, looked at again before it goes out: ${stopped ?? "goes out"}`,
  cancelled: (gate, why) => `cancelled at \`${gate}\`, ${why}`,
  fallback: (when, step, outcome) => `${when}  step ${step}: ${outcome}`,
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
  noConsent: "has not agreed",
  noRoom: "is full",
  reaches: "reaches the user",
  chosen: "chosen",
  comma: ", ",
  lastTouch: (date) => `last touched on ${date}`,
  againFrom: (date) => `again from ${date}`,
  never: "never again",
  notReached: (gates) => `not reached: ${gates.join(", ")}`,
  skipped: (gates) => `not asked of those held back: ${gates.join(", ")}`,
  benefit: (benefit, worth) => `with ${benefit} (${worth})`,
  note: "A dry run without `--entries` does not know earlier touches and opt-outs: repeats and caps count only what this interval brings.",
};

const zh: ExplainWording = {
  title: (user, strategy, label) => `用户 ${user}，策略 ${strategy} ${label}`.trimEnd(),
  interval: (since, until, zone) => `${since} 之后，到 ${until}（含），${zone}`,
  nothingDue: "这段时间里没有到点：请看策略里的 `when`，或用 `--since` 把区间放宽。",
  touched: (channel, sendAt, more) => [`会触达，走 ${channel}`, `最早 ${sendAt} 发送`, ...more].join("，"),
  refused: (gate, why) => `不触达：止步于“${gate}”，${why}`,
  heldBack: (why, channel, sendAt) => `不触达，留作对照：${why}；本来会走 ${channel}，最早 ${sendAt} 发送`,
  wouldPass: "本来会触达",
  decidedBefore: "在这段区间之前已经判断",
  variant: (name) => `实验组 ${name}`,
  release: (when, step, stopped) => `${when}  第 ${step} 步发出前复查：${stopped ?? "照常发出"}`,
  cancelled: (gate, why) => `取消，止步于“${gate}”，${why}`,
  fallback: (when, step, outcome) => `${when}  第 ${step} 步：${outcome}`,
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
  noConsent: "用户未授权",
  noRoom: "已满",
  reaches: "可触达该用户",
  chosen: "选用",
  comma: "，",
  lastTouch: (date) => `上次触达 ${date}`,
  againFrom: (date) => `${date} 起可再次触达`,
  never: "不再触达",
  notReached: (gates) => `未走到：${gates.join("、")}`,
  skipped: (gates) => `对照用户不问：${gates.join("、")}`,
  benefit: (benefit, worth) => `发放 ${benefit}（${worth}）`,
  note: "没有给出 `--entries` 时，试算不知道以前的触达和退订：重复和频次上限只计这段区间里的触达。",
};

export const explainWording: Readonly<Record<Language, ExplainWording>> = { en, zh };
