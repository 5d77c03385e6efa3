import type { Language, Wording } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface FunnelWording {
  readonly title: (process: string) => string;
  readonly at: string;
  readonly window: string;
  readonly lastDays: (days: number, from: string) => string;
  readonly users: string;
  readonly program: string;
  readonly steps: string;
  readonly ofBefore: string;
  readonly ofFirst: string;
  readonly lost: string;
  readonly wait: string;
  readonly breaks: string;
  readonly nobody: string;
  readonly noLoss: string;
  readonly mostLost: (from: string, to: string, lost: number, of: number, share: string) => string;
  readonly lowest: (from: string, to: string, rate: string) => string;
  /** Where both are the same. */
  readonly mostAndLowest: (from: string, to: string, lost: number, of: number, share: string, rate: string) => string;
  readonly bySource: string;
  readonly byStage: (lifecycle: string) => string;
  readonly overall: string;
  readonly breaksAt: string;
  readonly others: string;
  readonly noSource: string;
  readonly noStage: string;
  readonly everybody: string;
  readonly arrow: (from: string, to: string) => string;
  readonly lead: (at: string, zone: string, days: number, users: number) => string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly measuring: (done: number, total: number) => string;
  readonly usage: {
    readonly unknownProcess: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly unknownDivision: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly noProcess: (asked: string) => Wording;
  };
}

const listed = (names: readonly string[], comma: string): string =>
  [...names.slice(0, 20).map((name) => `\`${name}\``), ...(names.length > 20 ? ["…"] : [])].join(comma);

const en: FunnelWording = {
  title: (process) => `Funnel of ${process}`,
  at: "at",
  window: "window",
  lastDays: (days, from) => `the last ${plural(days, "day", "days")}, from ${from}`,
  users: "users",
  program: "program",
  steps: "Steps, each after those before it",
  ofBefore: "of the step before",
  ofFirst: "of the first",
  lost: "lost before the next",
  wait: "median time to the next",
  breaks: "Where it breaks",
  nobody: "Nobody took the first step in this time.",
  noLoss: "Whoever took the first step took all of them.",
  mostLost: (from, to, lost, of, share) =>
    `Most users are lost between ${from} and ${to}: ${grouped(lost)} of ${grouped(of)} (${share}).`,
  lowest: (from, to, rate) => `The lowest rate is from ${from} to ${to}: ${rate} go on.`,
  mostAndLowest: (from, to, lost, of, share, rate) =>
    `Between ${from} and ${to} most users are lost, ${grouped(lost)} of ${grouped(of)} (${share}), and the rate is the lowest: ${rate} go on.`,
  bySource: "By source",
  byStage: (lifecycle) => `By ${lifecycle}, as users stand at the end`,
  overall: "first to last",
  breaksAt: "most are lost",
  others: "other sources",
  noSource: "source unknown",
  noStage: "in none",
  everybody: "everybody",
  arrow: (from, to) => `${from} → ${to}`,
  lead: (at, zone, days, users) =>
    `Up to ${at}, ${zone}, over the last ${plural(days, "day", "days")}, of ${plural(users, "user", "users")}. A user took a step if they took it after all those before it, in this time.`,
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  measuring: (done, total) => `counting: ${grouped(done)} of ${plural(total, "user", "users")}`,
  usage: {
    unknownProcess: (asked, near, all) => ({
      message: `the project has no process \`${asked}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    unknownDivision: (asked, near, all) => ({
      message: `users cannot be divided by \`${asked}\``,
      fix:
        near !== null
          ? `Did you mean \`${near}\`?`
          : all.length > 0
            ? `Use one of: ${listed(all, ", ")}.`
            : "Declare a `lifecycle` or a `value`, or mark a field of `user` as `source`.",
    }),
    noProcess: (asked) => ({
      message: `the project has no process \`${asked}\`, nor any other`,
      fix: "Declare its steps, such as: process buying = add_to_cart then order then pay",
    }),
  },
};

const zh: FunnelWording = {
  title: (process) => `${process}：转化漏斗`,
  at: "时点",
  window: "时间窗",
  lastDays: (days, from) => `最近 ${grouped(days)} 天，从 ${from} 起`,
  users: "用户",
  program: "程序",
  steps: "各步骤（按先后顺序完成）",
  ofBefore: "占上一步",
  ofFirst: "占第一步",
  lost: "到下一步流失",
  wait: "到下一步的时间中位数",
  breaks: "断在哪里",
  nobody: "这段时间里没有人走第一步。",
  noLoss: "走了第一步的人都走完了全程。",
  mostLost: (from, to, lost, of, share) =>
    `流失人数最多的是 ${from} 到 ${to}：${grouped(of)} 人中流失 ${grouped(lost)} 人（${share}）。`,
  lowest: (from, to, rate) => `转化率最低的是 ${from} 到 ${to}：只有 ${rate} 继续。`,
  mostAndLowest: (from, to, lost, of, share, rate) =>
    `${from} 到 ${to} 流失人数最多，${grouped(of)} 人中流失 ${grouped(lost)} 人（${share}），转化率也最低：只有 ${rate} 继续。`,
  bySource: "按来源",
  byStage: (lifecycle) => `按${lifecycle}（以时点所处的阶段计）`,
  overall: "首步到末步",
  breaksAt: "流失最多",
  others: "其他来源",
  noSource: "来源未知",
  noStage: "不在其中",
  everybody: "全体",
  arrow: (from, to) => `${from} → ${to}`,
  lead: (at, zone, days, users) =>
    `截至 ${at}（${zone}），最近 ${grouped(days)} 天，共 ${grouped(users)} 个用户。一步算数，是指在这段时间里，在它之前的各步之后走了这一步。`,
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  measuring: (done, total) => `正在计数：${grouped(done)} / ${grouped(total)} 个用户`,
  usage: {
    unknownProcess: (asked, near, all) => ({
      message: `项目里没有流程 \`${asked}\``,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    unknownDivision: (asked, near, all) => ({
      message: `不能按 \`${asked}\` 拆分用户`,
      fix:
        near !== null
          ? `是不是想写 \`${near}\`？`
          : all.length > 0
            ? `请从这些里选：${listed(all, "、")}。`
            : "请声明 `lifecycle` 或 `value`，或给 `user` 的一个字段加上 `source`。",
    }),
    noProcess: (asked) => ({
      message: `项目里没有流程 \`${asked}\`，也没有别的流程`,
      fix: "请声明它的步骤，例如：process buying = add_to_cart then order then pay",
    }),
  },
};

export const funnelWording: Readonly<Record<Language, FunnelWording>> = { en, zh };
