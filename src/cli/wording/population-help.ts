import type { Language } from "../../diagnostic/wording.js";

/** Commands that look at a whole population and decide nothing that counts. */
export type PopulationCommand = "calibrate" | "metrics" | "funnel" | "coverage";

/** Their arguments and options. */
export interface PopulationOptions {
  readonly calibrateUntil: string;
  readonly calibrateDiff: string;
  readonly metricsUntil: string;
  readonly metricsSince: string;
  readonly every: string;
  readonly metricsBy: string;
  readonly cohort: string;
  readonly onlyMetric: string;
  readonly page: string;
  readonly funnelProcess: string;
  readonly funnelDays: string;
  readonly funnelBy: string;
  readonly coverageSince: string;
}

interface PopulationHelp {
  readonly commands: Readonly<Record<PopulationCommand, { readonly about: string; readonly more: string }>>;
  readonly options: PopulationOptions;
}

const en: PopulationHelp = {
  commands: {
    calibrate: {
      about: "find the numbers that a project takes from its population: periods, shares, cuts, groups",
      more: `
Every \`measure\`, every \`value\` with \`high\`, \`low\` or shares, and all \`groups\` are fitted to what was visible at
\`--until\`, and written to \`calibration.yaml\` beside the strategies, with the curve, the averages and the actual shares.
Keep that file with the strategies: its numbers hold until it is written again. \`plan\` and \`bundle\` refuse a project whose
numbers are missing, or were found for something else.

Examples:
  $ touchline calibrate my-shop --until 2026-06-18T20:00:00+08:00 --diff
  $ touchline calibrate my-shop --until 2026-06-18T20:00:00+08:00`,
    },
    metrics: {
      about: "every metric now and over time, by cohort or source; the north star against its scale",
      more: `
Over time, each value is as it was at the end of a day, week or month. A cohort is the calendar month of a user's
first event: of any kind, or of the kind that \`--cohort\` names.

Examples:
  $ touchline metrics my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline metrics my-shop --until 2026-06-18T12:00:00Z --since 2026-01-01T00:00:00Z --every month --by cohort
  $ touchline metrics my-shop --until 2026-06-18T12:00:00Z --by source --page metrics.html`,
    },
    funnel: {
      about: "how far users come in a process: losses from step to step, and where it breaks",
      more: `
Counted are the users who took a step after all those before it, within the last days up to \`--until\`.

Examples:
  $ touchline funnel recharge my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline funnel recharge my-shop --until 2026-06-18T12:00:00Z --days 7 --by buyer`,
    },
    coverage: {
      about: "whom the strategies serve, whom none can touch and why, and which strategies compete",
      more: `
Decides the interval as \`plan\` does, and counts every user once: touched, or the first reason why not. Stages, reach and
consent are those at \`--until\`. Earlier touches and opt-outs are read from \`--entries\`, as by \`plan\`.

Examples:
  $ touchline coverage my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline coverage my-shop --until 2026-06-18T12:00:00Z --since 2026-06-01T00:00:00Z --page coverage.html`,
    },
  },
  options: {
    calibrateUntil: "the instant up to which the data is looked at",
    calibrateDiff: "write nothing; tell what would change, and how many users would stand elsewhere",
    metricsUntil: "the instant to measure at, with its zone, such as 2026-06-18T20:00:00+08:00",
    metricsSince: "measure at the end of each period after this instant as well",
    every: "how long a period is; a week if left out",
    metricsBy: "divide users by the month they began in, or by where they came from",
    cohort: "a cohort is the month of a user's first event of this kind",
    onlyMetric: "only this metric (repeat the option for several)",
    page: "also write one self-contained HTML page to this file",
    funnelProcess: "the process, by its name",
    funnelDays: "how many days to look at, the last one included",
    funnelBy: "divide users by `source`, or by the stages of this lifecycle or value",
    coverageSince: "start of the interval, excluded; 30 days before --until if left out",
  },
};

const zh: PopulationHelp = {
  commands: {
    calibrate: {
      about: "用人群数据算出项目要用的数值：周期、占比、高低界限、分群",
      more: `
每个 \`measure\`、每个用到 \`high\`、\`low\` 或占比的 \`value\`、所有 \`groups\`，都按 \`--until\` 时看得到的数据校准，
连同曲线、平均值和实际占比写进策略旁边的 \`calibration.yaml\`。请把它与策略一起保存：重新校准之前，一直用里面的数值。
数值缺失、或是按别的定义算的，\`plan\` 和 \`bundle\` 会拒绝运行。

示例：
  $ touchline calibrate my-shop --until 2026-06-18T20:00:00+08:00 --diff
  $ touchline calibrate my-shop --until 2026-06-18T20:00:00+08:00`,
    },
    metrics: {
      about: "所有指标的当前值和走势，可按同期群或来源拆分；北极星指标对照分级",
      more: `
走势里的每个值，都是当天、当周或当月结束时的值。同期群按用户首次行为所在的自然月划分：任意行为，或 \`--cohort\`
指定的那一种。

示例：
  $ touchline metrics my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline metrics my-shop --until 2026-06-18T12:00:00Z --since 2026-01-01T00:00:00Z --every month --by cohort
  $ touchline metrics my-shop --until 2026-06-18T12:00:00Z --by source --page metrics.html`,
    },
    funnel: {
      about: "用户在一个流程里走到哪一步：各步流失多少、断在哪里",
      more: `
一步算数，是指在 \`--until\` 之前的这些天里，在它之前的各步之后走了这一步。

示例：
  $ touchline funnel recharge my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline funnel recharge my-shop --until 2026-06-18T12:00:00Z --days 7 --by buyer`,
    },
    coverage: {
      about: "策略服务了谁、哪些人谁也触达不了、为什么，以及哪些策略在争同一批人",
      more: `
按 \`plan\` 的规则判断整个区间，每个用户只计一次：已触达，或第一条没触达的原因。阶段、渠道和授权以 \`--until\` 时为准。
以前的触达和退订从 \`--entries\` 读取，与 \`plan\` 相同。

示例：
  $ touchline coverage my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline coverage my-shop --until 2026-06-18T12:00:00Z --since 2026-06-01T00:00:00Z --page coverage.html`,
    },
  },
  options: {
    calibrateUntil: "数据看到哪个时刻为止",
    calibrateDiff: "什么也不写，只说明会有哪些变化、多少用户会换位",
    metricsUntil: "计算的时点，须带时区，例如 2026-06-18T20:00:00+08:00",
    metricsSince: "从这个时点之后起，每期结束时也各算一次",
    every: "一期多长；不写则为一周",
    metricsBy: "按开始使用的月份，或按来源拆分用户",
    cohort: "同期群按首次这种行为的月份划分",
    onlyMetric: "只算这个指标（可重复使用）",
    page: "同时写出一个独立的 HTML 页面",
    funnelProcess: "流程的名字",
    funnelDays: "看最近多少天（含最后一天）",
    funnelBy: "按 `source`，或按这个生命周期、价值的阶段拆分用户",
    coverageSince: "区间起点（不含）；不写则为 --until 之前 30 天",
  },
};

export const populationHelp: Readonly<Record<Language, PopulationHelp>> = { en, zh };
