import type { ExplainedHours, ExplainedTiming } from "../../decide/explanation.js";
import type { Language } from "../../diagnostic/wording.js";
import type { GhostReason } from "../../gate/ghost.js";
import { grouped, percent, plural } from "../number.js";

/** What each gate found, besides tests. Names are ids of the project; times are the user's local ones. */
export interface ExplainGateWording {
  /** Of a state: at the occurrence, and at the instant that it is compared with. */
  readonly now: string;
  readonly before: string;
  readonly rule: Readonly<Record<"stop" | "personal", string>>;
  readonly consent: string;

  readonly globalHoldout: (share: number) => string;
  readonly setHoldout: (set: string, share: number) => string;
  readonly ownHoldout: (share: number) => string;
  readonly bucket: (n: number) => string;
  /** The buckets that are not held out begin with this one. */
  readonly bucketFrom: (n: number) => string;
  readonly variant: (name: string) => string;
  readonly ghost: Readonly<Record<GhostReason, string>>;

  readonly preferred: string;
  readonly declared: (least: number) => string;
  readonly receipts: string;
  readonly opened: (opened: number, receipts: number) => string;
  readonly atLeast: (n: number) => string;

  readonly cap: (name: string) => string;
  readonly touched: (n: number) => string;
  readonly fewerThan: (n: number) => string;
  readonly freeFrom: (when: string) => string;
  readonly neverFree: string;
  /** `ghost`: it was only recorded. */
  readonly touch: (strategy: string | null, channel: string | null, when: string, ghost: boolean) => string;

  readonly earliest: string;
  readonly window: string;
  readonly quiet: string;
  readonly bestHour: string;
  readonly sends: string;
  readonly inside: (hours: ExplainedHours) => string;
  readonly outside: (hours: ExplainedHours) => string;
  readonly hour: (hour: string, evidence: number) => string;
  readonly noHour: (evidence: number) => string;
  readonly evidence: (least: number) => string;
  readonly moved: Readonly<Record<ExplainedTiming["by"], string>>;

  readonly apart: (days: number) => string;
  readonly limit: (key: string | null) => string;
  readonly hiddenLimit: string;

  readonly pieces: (benefit: string, channel: string | null) => string;
  readonly budget: (of: string) => string;
  readonly quota: (channel: string) => string;
  readonly perUser: (benefit: string) => string;
  readonly left: (amount: string) => string;
  readonly leftUnknown: string;
  readonly goesWithout: string;

  readonly material: (id: string) => string;
  readonly characters: (n: number) => string;
  readonly atMost: (n: number) => string;
}

const en: ExplainGateWording = {
  now: "now  ",
  before: "before  ",
  rule: { stop: "not on the stop list", personal: "may get personal messages" },
  consent: "agreed  ",
  globalHoldout: (share) => `not held out from all strategies (${percent(share, 10_000)} are)`,
  setHoldout: (set, share) => `not held out from \`${set}\` (${percent(share, 10_000)} are)`,
  ownHoldout: (share) => `not held out from the strategy (${percent(share, 10_000)} are)`,
  bucket: (n) => `bucket ${grouped(n)}`,
  bucketFrom: (n) => `${grouped(n)} or above`,
  variant: (name) => `variant ${name}`,
  ghost: {
    global_holdout: "held out from all strategies",
    holdout: "held out",
    control: "in a variant that sends nothing",
  },
  preferred: "channels by what the user opens",
  declared: (least) => `channels as declared: one of them has fewer than ${plural(least, "receipt", "receipts")}`,
  receipts: "opened",
  opened: (opened, receipts) => `${grouped(opened)} of ${grouped(receipts)}`,
  atLeast: (n) => `at least ${plural(n, "receipt", "receipts")}`,
  cap: (name) => `cap ${name}`,
  touched: (n) => plural(n, "touch", "touches"),
  fewerThan: (n) => `fewer than ${grouped(n)}`,
  freeFrom: (when) => `free again from ${when}`,
  neverFree: "never allowed",
  touch: (strategy, channel, when, ghost) =>
    `${strategy ?? "a former strategy"} over ${channel ?? "a former channel"}, ${when}${ghost ? ", only recorded" : ""}`,
  earliest: "could go out",
  window: "send window",
  quiet: "quiet hours",
  bestHour: "best hour",
  sends: "goes out",
  inside: ({ from, to, otherwise }) => `from ${from} to ${to}, else ${otherwise === "skip" ? "not at all" : "later"}`,
  outside: ({ from, to, otherwise }) =>
    `not from ${from} to ${to}, then ${otherwise === "skip" ? "not at all" : "later"}`,
  hour: (hour, evidence) => `${hour}, from ${plural(evidence, "activity", "activities")}`,
  noHour: (evidence) => `unknown, from ${plural(evidence, "activity", "activities")}`,
  evidence: (least) => `at least ${plural(least, "activity", "activities")}`,
  moved: {
    settled: "at once",
    window: "by the send window",
    quiet_hours: "by the quiet hours",
    best_hour: "by the best hour",
  },
  apart: (days) => (days === 1 ? "not on one day" : `${grouped(days)} days apart`),
  limit: (key) => (key === null ? "limit: about something unknown" : `limit: about ${key}`),
  hiddenLimit: "limit: about a hidden value",
  pieces: (benefit, channel) => (channel === null ? benefit : `${benefit}, over ${channel}`),
  budget: (of) => `budget of ${of}`,
  quota: (channel) => `quota of ${channel}`,
  perUser: (benefit) => `${benefit} for this user`,
  left: (amount) => `${amount} left`,
  leftUnknown: "unknown",
  goesWithout: "goes out without benefit",
  material: (id) => `material ${id}`,
  characters: (n) => plural(n, "character", "characters"),
  atMost: (n) => `at most ${grouped(n)}`,
};

const zh: ExplainGateWording = {
  now: "此刻  ",
  before: "之前  ",
  rule: { stop: "不在停发名单上", personal: "接受个性化消息" },
  consent: "授权  ",
  globalHoldout: (share) => `不在全局留白组（占 ${percent(share, 10_000)}）`,
  setHoldout: (set, share) => `不在 \`${set}\` 的留白组（占 ${percent(share, 10_000)}）`,
  ownHoldout: (share) => `不在策略的留白组（占 ${percent(share, 10_000)}）`,
  bucket: (n) => `第 ${grouped(n)} 桶`,
  bucketFrom: (n) => `第 ${grouped(n)} 桶及以后`,
  variant: (name) => `实验组 ${name}`,
  ghost: { global_holdout: "在全局留白组", holdout: "在留白组", control: "在不发送的对照组" },
  preferred: "渠道按用户的打开习惯排序",
  declared: (least) => `渠道按声明的顺序：有渠道的回执不足 ${grouped(least)} 条`,
  receipts: "打开",
  opened: (opened, receipts) => `${grouped(opened)} / ${grouped(receipts)}`,
  atLeast: (n) => `至少 ${grouped(n)} 条回执`,
  cap: (name) => `频次上限 ${name}`,
  touched: (n) => `${grouped(n)} 次触达`,
  fewerThan: (n) => `少于 ${grouped(n)} 次`,
  freeFrom: (when) => `${when} 起有空额`,
  neverFree: "一次也不允许",
  touch: (strategy, channel, when, ghost) =>
    `${strategy ?? "已删除的策略"} 走 ${channel ?? "已删除的渠道"}，${when}${ghost ? "，只记录未发送" : ""}`,
  earliest: "最早可发",
  window: "发送时段",
  quiet: "免打扰",
  bestHour: "最佳钟点",
  sends: "发送",
  inside: ({ from, to, otherwise }) => `${from} 至 ${to}，否则${otherwise === "skip" ? "不发" : "推迟"}`,
  outside: ({ from, to, otherwise }) => `避开 ${from} 至 ${to}，否则${otherwise === "skip" ? "不发" : "推迟"}`,
  hour: (hour, evidence) => `${hour}，据 ${grouped(evidence)} 次活动`,
  noHour: (evidence) => `未知，只有 ${grouped(evidence)} 次活动`,
  evidence: (least) => `至少 ${grouped(least)} 次活动`,
  moved: { settled: "随即发送", window: "因发送时段", quiet_hours: "因免打扰", best_hour: "因最佳钟点" },
  apart: (days) => (days === 1 ? "不在同一天" : `相隔 ${grouped(days)} 天`),
  limit: (key) => (key === null ? "同一件事的上限：所指未知" : `同一件事的上限：${key}`),
  hiddenLimit: "同一件事的上限：值不显示",
  pieces: (benefit, channel) => (channel === null ? benefit : `${benefit}，走 ${channel}`),
  budget: (of) => `${of} 的预算`,
  quota: (channel) => `${channel} 的配额`,
  perUser: (benefit) => `该用户的 ${benefit}`,
  left: (amount) => `剩 ${amount}`,
  leftUnknown: "未知",
  goesWithout: "不带权益照发",
  material: (id) => `素材 ${id}`,
  characters: (n) => `${grouped(n)} 字`,
  atMost: (n) => `至多 ${grouped(n)}`,
};

export const explainGateWording: Readonly<Record<Language, ExplainGateWording>> = { en, zh };
