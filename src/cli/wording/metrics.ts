import type { Language, Wording } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface MetricsWording {
  readonly title: (project: string) => string;
  readonly at: string;
  readonly users: string;
  readonly program: string;
  readonly northStar: (name: string) => string;
  readonly of: (title: string, name: string) => string;
  readonly metrics: string;
  readonly none: string;
  readonly now: string;
  readonly unknown: string;
  readonly scale: string;
  readonly level: string;
  readonly levelOf: (reached: number, levels: number) => string;
  readonly toNext: string;
  readonly ahead: (away: string, level: string) => string;
  readonly top: string;
  readonly target: string;
  readonly targetReached: (level: string) => string;
  readonly targetAhead: (level: string, away: string) => string;
  readonly counted: string;
  readonly countedOf: (counted: number, users: number) => string;
  readonly better: Readonly<Record<"lower" | "higher", string>>;
  readonly overTime: (every: "day" | "week" | "month") => string;
  readonly ends: string;
  readonly shownLast: (shown: number, all: number) => string;
  readonly bySource: string;
  /** By the first event of a kind, or (`null`) of any kind. */
  readonly byCohort: (event: string | null) => string;
  readonly others: string;
  readonly noSource: string;
  readonly noCohort: string;
  readonly lines: string;
  readonly share: string;
  readonly noLine: string;
  readonly twice: string;
  readonly expectations: string;
  readonly asExpected: string;
  readonly metricOf: (metric: string) => string;
  readonly everybody: string;
  readonly lead: (at: string, zone: string, users: number) => string;
  readonly starNote: string;
  /** The n-th level of a scale. */
  readonly levelName: (n: number) => string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly measuring: (done: number, total: number) => string;
  readonly usage: {
    readonly unknownMetric: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly unknownEvent: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly noSourceField: () => Wording;
    readonly cohortBySource: () => Wording;
    readonly everyWithoutSince: () => Wording;
  };
}

const listed = (names: readonly string[], comma: string): string =>
  [...names.slice(0, 20).map((name) => `\`${name}\``), ...(names.length > 20 ? ["…"] : [])].join(comma);

const en: MetricsWording = {
  title: (project) => `Metrics of ${project}`,
  at: "at",
  users: "users",
  program: "program",
  northStar: (name) => `North star: ${name}`,
  of: (title, name) => `${title}: ${name}`,
  metrics: "Metrics",
  none: "The project declares no metric, such as: metric gmv = total of sum of pay.amount in the last 30 days",
  now: "now",
  unknown: "unknown",
  scale: "scale",
  level: "level",
  levelOf: (reached, levels) => `${reached} of ${levels}`,
  toNext: "next level",
  ahead: (away, level) => `${level}, ${away} to go`,
  top: "at the top",
  target: "target",
  targetReached: (level) => `${level} reached`,
  targetAhead: (level, away) => `${level}, ${away} to go`,
  counted: "counted",
  countedOf: (counted, users) => `${grouped(counted)} of ${plural(users, "user", "users")}`,
  better: { lower: "better when lower", higher: "better when higher" },
  overTime: (every) => `Over time, at the end of each ${every}`,
  ends: "up to the end of",
  shownLast: (shown, all) => `the last ${shown} of ${all}; all of them with --format json or --page`,
  bySource: "By source",
  byCohort: (event) =>
    event === null ? "By the month of a user's first event" : `By the month of a user's first \`${event}\``,
  others: "other sources",
  noSource: "source unknown",
  noCohort: "no such event yet",
  lines: "Lines of business",
  share: "share",
  noLine: "in no line",
  twice: "lines count more than there is: some of it twice",
  expectations: "What is expected of people",
  asExpected: "do it",
  metricOf: (metric) => `By segment: ${metric}`,
  everybody: "everybody",
  starNote: "★ marks the north star.",
  levelName: (n) => `level ${n}`,
  lead: (at, zone, users) => `At ${at}, ${zone}, over ${plural(users, "user", "users")}.`,
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  measuring: (done, total) => `measuring: ${grouped(done)} of ${plural(total, "user", "users")}`,
  usage: {
    unknownMetric: (asked, near, all) => ({
      message: `the project has no metric \`${asked}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    unknownEvent: (asked, near, all) => ({
      message: `the project has no event \`${asked}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    noSourceField: () => ({
      message: "no field of `user` says where users came from",
      fix: "Mark that field in `user`, such as `channel: text? source`, or divide users by `--by cohort`.",
    }),
    cohortBySource: () => ({
      message: "`--cohort` does not go with `--by source`",
      fix: "Leave one of them out.",
    }),
    everyWithoutSince: () => ({
      message: "`--every` needs a time to begin at",
      fix: "Add `--since`, such as `--since 2026-01-01T00:00:00+08:00`.",
    }),
  },
};

const zh: MetricsWording = {
  title: (project) => `${project}：指标`,
  at: "时点",
  users: "用户",
  program: "程序",
  northStar: (name) => `北极星指标：${name}`,
  of: (title, name) => `${title}：${name}`,
  metrics: "指标",
  none: "项目还没有声明指标，例如：metric gmv = total of sum of pay.amount in the last 30 days",
  now: "当前",
  unknown: "未知",
  scale: "分级",
  level: "等级",
  levelOf: (reached, levels) => `${reached} / ${levels} 级`,
  toNext: "下一级",
  ahead: (away, level) => `${level}，还差 ${away}`,
  top: "已到最高级",
  target: "目标",
  targetReached: (level) => `${level}，已达成`,
  targetAhead: (level, away) => `${level}，还差 ${away}`,
  counted: "计入",
  countedOf: (counted, users) => `${grouped(users)} 人中 ${grouped(counted)} 人`,
  better: { lower: "越低越好", higher: "越高越好" },
  overTime: (every) => `走势（${{ day: "每天", week: "每周", month: "每月" }[every]}结束时）`,
  ends: "截至",
  shownLast: (shown, all) => `只显示最近 ${shown} 期，共 ${all} 期；全部见 --format json 或 --page`,
  bySource: "按来源",
  byCohort: (event) => (event === null ? "按首次行为的月份" : `按首次 \`${event}\` 的月份`),
  others: "其他来源",
  noSource: "来源未知",
  noCohort: "还没有这样的行为",
  lines: "业务线",
  share: "占比",
  noLine: "不属于任何业务线",
  twice: "各业务线之和超过总数：有重复计入",
  expectations: "对各类用户的期望",
  asExpected: "做到",
  metricOf: (metric) => `分群：${metric}`,
  everybody: "全体",
  starNote: "★ 是北极星指标。",
  levelName: (n) => `${n} 级`,
  lead: (at, zone, users) => `时点 ${at}（${zone}），共 ${grouped(users)} 个用户。`,
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  measuring: (done, total) => `正在计算：${grouped(done)} / ${grouped(total)} 个用户`,
  usage: {
    unknownMetric: (asked, near, all) => ({
      message: `项目里没有指标 \`${asked}\``,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    unknownEvent: (asked, near, all) => ({
      message: `项目里没有事件 \`${asked}\``,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    noSourceField: () => ({
      message: "`user` 里没有字段说明用户从哪里来",
      fix: "请在 `user` 里给那个字段加上 `source`，例如 `channel: text? source`；或改用 `--by cohort`。",
    }),
    cohortBySource: () => ({
      message: "`--cohort` 不能和 `--by source` 一起用",
      fix: "请去掉其中一个。",
    }),
    everyWithoutSince: () => ({
      message: "`--every` 需要一个起点",
      fix: "请加上 `--since`，例如 `--since 2026-01-01T00:00:00+08:00`。",
    }),
  },
};

export const metricsWording: Readonly<Record<Language, MetricsWording>> = { en, zh };
