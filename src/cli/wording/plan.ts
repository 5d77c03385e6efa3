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
  /** `cost` is `null` where they cost us nothing. */
  readonly benefitWorth: (face: string, cost: string | null) => string;
  /** After the number of those who are not touched, to be compared with. */
  readonly ghosts: string;
  readonly cancelled: (n: number) => string;
  readonly byHour: string;
  readonly caps: string;
  readonly capAllows: string;
  readonly capTouched: string;
  readonly capFull: string;
  readonly capRefused: string;
  readonly benefits: string;
  readonly issued: string;
  readonly face: string;
  readonly ownCost: string;
  readonly worst: string;
  readonly unlimited: string;
  readonly experiments: string;
  /** Whose experiment it is: that of all has no name. */
  readonly experiment: Readonly<Record<"everybody" | "holdout" | "split", string>>;
  readonly holdoutArm: (heldOut: boolean) => string;
  readonly share: string;
  readonly actual: string;
  readonly tooFew: string;
  readonly sampleRatio: (p: string, suspicious: boolean) => string;
  readonly perStage: (name: string, is: "lifecycle" | "value" | "groups") => string;
  /** Whoever a value or groups are not about. */
  readonly outside: string;
  readonly summary: string;
  readonly due: string;
  readonly touched: string;
  readonly channelCost: string;
  readonly benefitCost: string;
  readonly total: string;
  readonly note: string;
  readonly written: (touches: number, ghosts: number, cancelled: number, file: string) => string;
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
  benefitWorth: (face, cost) =>
    cost === null ? `benefits worth ${face}` : `benefits worth ${face}, which cost us ${cost} if all are used`,
  ghosts: "held back, to compare with",
  cancelled: (n) => `${grouped(n)} cancelled before they went out`,
  byHour: "Touches by the hour they go out, users' local time",
  caps: "Caps",
  capAllows: "allows",
  capTouched: "users touched",
  capFull: "users at the cap",
  capRefused: "refused",
  benefits: "Benefits",
  issued: "given",
  face: "worth",
  ownCost: "cost to us",
  worst: "at worst",
  unlimited: "no limit",
  experiments: "Experiments",
  experiment: { everybody: "holdout from all", holdout: "holdout", split: "split" },
  holdoutArm: (heldOut) => (heldOut ? "held out" : "treated"),
  share: "share",
  actual: "actual",
  tooFew: "too few users to test the sizes against the shares",
  sampleRatio: (p, suspicious) =>
    suspicious
      ? `sizes do not fit the shares (sample-ratio test, p ${p}): look for what keeps one side away`
      : `sizes fit the shares (sample-ratio test, p ${p})`,
  perStage: (name, is) => `Touches by ${{ lifecycle: "stage", value: "tier", groups: "group" }[is]}: ${name}`,
  outside: "others",
  summary: "Summary",
  due: "due",
  touched: "touches",
  channelCost: "sending",
  benefitCost: "benefits, at most",
  total: "all",
  note: "A dry run without `--entries` does not know earlier touches and opt-outs: repeats and caps count only what this run does.",
  written: (touches, ghosts, cancelled, file) =>
    `${[
      plural(touches, "touch", "touches"),
      ...(ghosts === 0 ? [] : [plural(ghosts, "ghost", "ghosts")]),
      ...(cancelled === 0 ? [] : [plural(cancelled, "cancellation", "cancellations")]),
    ].join(", ")} written to ${file}`,
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
  benefitWorth: (face, cost) => (cost === null ? `权益面值 ${face}` : `权益面值 ${face}，全部用掉时我方成本 ${cost}`),
  ghosts: "留作对照，不发送",
  cancelled: (n) => `${grouped(n)} 次在发出前取消`,
  byHour: "各钟点的发送量（用户当地时间）",
  caps: "频次上限",
  capAllows: "上限",
  capTouched: "触达用户",
  capFull: "已到上限的用户",
  capRefused: "被挡下",
  benefits: "权益",
  issued: "发放",
  face: "面值",
  ownCost: "我方成本",
  worst: "最坏情况",
  unlimited: "不限",
  experiments: "实验",
  experiment: { everybody: "全局留白", holdout: "留白", split: "分流" },
  holdoutArm: (heldOut) => (heldOut ? "对照（不触达）" : "触达"),
  share: "占比",
  actual: "实际",
  tooFew: "用户太少，无法检验人数与占比是否相符",
  sampleRatio: (p, suspicious) =>
    suspicious
      ? `人数与占比不符（样本比例检验 p ${p}）：请查一查是什么挡住了其中一组`
      : `人数与占比相符（样本比例检验 p ${p}）`,
  perStage: (name, is) => `各${{ lifecycle: "阶段", value: "分层", groups: "人群" }[is]}的触达次数：${name}`,
  outside: "其他用户",
  summary: "汇总",
  due: "到点",
  touched: "触达",
  channelCost: "发送费用",
  benefitCost: "权益成本上限",
  total: "合计",
  note: "没有给出 `--entries` 时，试算不知道以前触达过谁、谁退订过：重复和频次上限只计本次试算里的触达。",
  written: (touches, ghosts, cancelled, file) =>
    `${[
      `${grouped(touches)} 次触达`,
      ...(ghosts === 0 ? [] : [`${grouped(ghosts)} 次对照`]),
      ...(cancelled === 0 ? [] : [`${grouped(cancelled)} 次取消`]),
    ].join("、")}已写入 ${file}`,
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  deciding: (done, total) => `正在判断：${grouped(done)} / ${grouped(total)} 个用户`,
};

export const planWording: Readonly<Record<Language, PlanWording>> = { en, zh };
