import type { Language } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface PlanWording {
  readonly title: (project: string) => string;
  readonly interval: string;
  readonly between: (since: string, until: string, zone: string) => string;
  readonly users: string;
  readonly program: string;
  readonly nothingDue: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly sendingCosts: (amount: string) => string;
  readonly points: (n: number) => string;
  readonly benefit: (id: string, n: number, each: string, all: string) => string;
  readonly perStage: (lifecycle: string) => string;
  readonly summary: string;
  readonly due: string;
  readonly touched: string;
  readonly channelCost: string;
  readonly benefitCost: string;
  readonly total: string;
  readonly note: string;
  readonly written: (n: number, file: string) => string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly deciding: (done: number, total: number) => string;
}

const en: PlanWording = {
  title: (project) => `Plan for ${project} (dry run: nothing is sent)`,
  interval: "interval",
  between: (since, until, zone) => `after ${since} up to ${until}, ${zone}`,
  users: "users",
  program: "program",
  nothingDue: "nothing falls due in the interval",
  comma: ", ",
  semicolon: "; ",
  sendingCosts: (amount) => `sending costs ${amount}`,
  points: (n) => plural(n, "point", "points"),
  benefit: (id, n, each, all) => `benefit ${id}: ${grouped(n)} × ${each} = at most ${all}`,
  perStage: (lifecycle) => `Touches by stage: ${lifecycle}`,
  summary: "Summary",
  due: "due",
  touched: "touches",
  channelCost: "sending",
  benefitCost: "benefits, at most",
  total: "all",
  note: "A dry run does not know earlier touches: `repeat` counts only those of this run.",
  written: (n, file) => `${plural(n, "decision", "decisions")} written to ${file}`,
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  deciding: (done, total) => `deciding: ${grouped(done)} of ${plural(total, "user", "users")}`,
};

const zh: PlanWording = {
  title: (project) => `${project}：触达计划（试算，不会发送任何消息）`,
  interval: "区间",
  between: (since, until, zone) => `${since} 之后，到 ${until}（含），${zone}`,
  users: "用户",
  program: "程序",
  nothingDue: "这段时间里没有到点",
  comma: "，",
  semicolon: "；",
  sendingCosts: (amount) => `发送费用 ${amount}`,
  points: (n) => `${grouped(n)} 积分`,
  benefit: (id, n, each, all) => `权益 ${id}：${grouped(n)} × ${each}，最多 ${all}`,
  perStage: (lifecycle) => `各阶段的触达次数：${lifecycle}`,
  summary: "汇总",
  due: "到点",
  touched: "触达",
  channelCost: "发送费用",
  benefitCost: "权益成本上限",
  total: "合计",
  note: "试算不知道以前触达过谁：`repeat` 只计本次试算里的触达。",
  written: (n, file) => `${grouped(n)} 条决策已写入 ${file}`,
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  deciding: (done, total) => `正在判断：${grouped(done)} / ${grouped(total)} 个用户`,
};

export const planWording: Readonly<Record<Language, PlanWording>> = { en, zh };
