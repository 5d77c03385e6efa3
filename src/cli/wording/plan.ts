import type { Language } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface PlanWording {
  readonly title: (project: string) => string;
  readonly dryRun: string;
  readonly interval: string;
  readonly between: (since: string, until: string, zone: string) => string;
  readonly users: string;
  readonly onlyUsers: (asked: number, all: number) => string;
  readonly program: string;
  /** Candidates are (user, occurrence) pairs. */
  readonly passed: string;
  readonly refused: string;
  readonly nobodyDue: string;
  readonly touches: (n: number) => string;
  readonly sends: (n: number) => string;
  readonly issued: (n: number, each: string) => string;
  readonly atMost: (amount: string) => string;
  readonly perStage: (lifecycle: string) => string;
  readonly summary: string;
  readonly strategy: string;
  readonly due: string;
  readonly touched: string;
  readonly channelCost: string;
  readonly benefitCost: string;
  readonly total: string;
  readonly repeatNote: string;
  readonly written: (n: number, file: string) => string;
  readonly next: string;
  readonly stages: Readonly<Record<string, string>>;
}

const en: PlanWording = {
  title: (project) => `Plan for ${project}`,
  dryRun: "dry run: nothing is sent",
  interval: "interval",
  between: (since, until, zone) => `after ${since} up to ${until}  ${zone}`,
  users: "users",
  onlyUsers: (asked, all) => `${grouped(asked)} of ${grouped(all)}`,
  program: "program",
  passed: "pass",
  refused: "stop",
  nobodyDue: "nothing falls due in the interval",
  touches: (n) => plural(n, "touch", "touches"),
  sends: (n) => grouped(n),
  issued: (n, each) => `${grouped(n)} × ${each}`,
  atMost: (amount) => `at most ${amount}`,
  perStage: (lifecycle) => `Touches by stage of ${lifecycle}`,
  summary: "Summary",
  strategy: "strategy",
  due: "due",
  touched: "touches",
  channelCost: "sending",
  benefitCost: "benefits, at most",
  total: "all",
  repeatNote:
    "A dry run does not know earlier touches: `repeat` counts only those above. A benefit costs its face value at most.",
  written: (n, file) => `${plural(n, "decision", "decisions")} in ${file}`,
  next: "next, for example:",
  stages: {},
};

const zh: PlanWording = {
  title: (project) => `${project} 的触达计划`,
  dryRun: "试算：不会发送任何消息",
  interval: "区间",
  between: (since, until, zone) => `${since} 之后，到 ${until}（含）  ${zone}`,
  users: "用户",
  onlyUsers: (asked, all) => `${grouped(asked)} / ${grouped(all)}`,
  program: "程序",
  passed: "通过",
  refused: "止步",
  nobodyDue: "这段时间里没有到点的策略",
  touches: (n) => `${grouped(n)} 次触达`,
  sends: (n) => grouped(n),
  issued: (n, each) => `${grouped(n)} × ${each}`,
  atMost: (amount) => `最多 ${amount}`,
  perStage: (lifecycle) => `各阶段触达次数：${lifecycle}`,
  summary: "汇总",
  strategy: "策略",
  due: "到点",
  touched: "触达",
  channelCost: "发送费用",
  benefitCost: "权益成本上限",
  total: "合计",
  repeatNote: "试算不知道以前触达过谁：`repeat` 只计上面这些触达。权益成本按面值计，是上限。",
  written: (n, file) => `${grouped(n)} 条决策已写入 ${file}`,
  next: "下一步，例如：",
  stages: {},
};

export const planWording: Readonly<Record<Language, PlanWording>> = { en, zh };
