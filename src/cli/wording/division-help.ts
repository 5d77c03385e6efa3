import type { Language } from "../../diagnostic/wording.js";

/** Commands that show a population by stages, tiers and groups. */
export type DivisionCommand = "portrait" | "matrix";

/** Their options. */
export interface DivisionOptions {
  readonly portraitUntil: string;
  readonly portraitOf: string;
  readonly portraitStage: string;
  readonly portraitTier: string;
  readonly portraitTop: string;
  readonly matrixSince: string;
  readonly matrixLifecycle: string;
  readonly matrixValue: string;
}

interface DivisionHelp {
  readonly commands: Readonly<Record<DivisionCommand, { readonly about: string; readonly more: string }>>;
  readonly options: DivisionOptions;
}

const en: DivisionHelp = {
  commands: {
    portrait: {
      about: "who a group of users is: what sets them apart from the rest, ranked by how much",
      more: `
Compared are fields, tags, stages, and what users did in the last 30 days. Shares are compared by Cohen's h, numbers by
Hedges' g; of both, 0.2 is small, 0.5 is medium, 0.8 is large. Only what differs beyond chance (95 % interval) is shown.
Personal data (\`pii\`) counts only as known or unknown. Without a group, every stage and tier is shown in brief.

Examples:
  $ touchline portrait my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline portrait my-shop --until 2026-06-18T12:00:00Z --of "did pay in the last 30 days"
  $ touchline portrait my-shop --until 2026-06-18T12:00:00Z --tier spend.gold --page gold.html`,
    },
    matrix: {
      about: "users by stage of a lifecycle and tier of a value, and how they moved between two instants",
      more: `
Each user is counted once; who is in no stage, or in no tier, stands in a row or column of their own.

Examples:
  $ touchline matrix my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline matrix my-shop --until 2026-06-18T12:00:00Z --since 2026-05-18T12:00:00Z --page matrix.html
  $ touchline matrix my-shop --until 2026-06-18T12:00:00Z --lifecycle buyer --value spend`,
    },
  },
  options: {
    portraitUntil: "the instant to look at, with its zone, such as 2026-06-18T20:00:00+08:00",
    portraitOf: 'the group, as a `who` asks for it, such as "did pay in the last 30 days"',
    portraitStage: "the group: a stage, such as buyer.mature",
    portraitTier: "the group: a tier of a value, such as spend.gold",
    portraitTop: "how many differences to show; 10 for a group, 3 in brief",
    matrixSince: "an earlier instant: shows how users moved from then to --until",
    matrixLifecycle: "the lifecycle whose stages are the rows; the first one if left out",
    matrixValue: "the value whose tiers are the columns; the first one if left out",
  },
};

const zh: DivisionHelp = {
  commands: {
    portrait: {
      about: "一群用户是什么样的人：和其他人差在哪里，按差异大小排序",
      more: `
比较的是资料字段、标签、阶段，以及最近 30 天的行为。占比用 Cohen's h 比较，数值用 Hedges' g 比较；两者都是 0.2 为小、
0.5 为中、0.8 为大。只列出 95% 区间不含 0 的差异。个人信息（\`pii\`）只算“已知”或“未知”。
不指定人群时，每个阶段和层级各给出简要画像。

示例：
  $ touchline portrait my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline portrait my-shop --until 2026-06-18T12:00:00Z --of "did pay in the last 30 days"
  $ touchline portrait my-shop --until 2026-06-18T12:00:00Z --tier spend.gold --page gold.html`,
    },
    matrix: {
      about: "生命周期阶段 × 价值层级的人数矩阵，以及两个时点之间怎么变化",
      more: `
每个用户只计一次；不在任何阶段或层级的人单独成行、成列。

示例：
  $ touchline matrix my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline matrix my-shop --until 2026-06-18T12:00:00Z --since 2026-05-18T12:00:00Z --page matrix.html
  $ touchline matrix my-shop --until 2026-06-18T12:00:00Z --lifecycle buyer --value spend`,
    },
  },
  options: {
    portraitUntil: "要看的时点，须带时区，例如 2026-06-18T20:00:00+08:00",
    portraitOf: '人群，写法同 `who`，例如 "did pay in the last 30 days"',
    portraitStage: "人群：某个阶段，例如 buyer.mature",
    portraitTier: "人群：某个价值层级，例如 spend.gold",
    portraitTop: "列出多少条差异；单个人群默认 10 条，简要画像默认 3 条",
    matrixSince: "更早的时点：显示从那时到 --until 的变化",
    matrixLifecycle: "作为行的生命周期；不写则用第一个",
    matrixValue: "作为列的价值模型；不写则用第一个",
  },
};

export const divisionHelp: Readonly<Record<Language, DivisionHelp>> = { en, zh };
