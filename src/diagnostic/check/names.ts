import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** What can be declared twice. */
export type Kind =
  | "project"
  | "user"
  | "event"
  | "field"
  | "member"
  | "mark"
  | "tag"
  | "map"
  | "key"
  | "process"
  | "step"
  | "lifecycle"
  | "stage"
  | "measure"
  | "value"
  | "score"
  | "tier"
  | "groups"
  | "group"
  | "channel"
  | "benefit"
  | "material"
  | "goal"
  | "metric"
  | "line"
  | "cost"
  | "point"
  | "policy"
  | "set"
  | "variant"
  | "cap"
  | "strategy";

/** What is used by its bare name. */
export type Clashing = "tagFact" | "tagModel" | "lifecycle" | "value" | "groups" | "measure" | "event";

interface Unknown {
  readonly name: string;
  readonly exist: Exist;
}

/** Names that stand for nothing, or for two things. */
export interface NameMessages {
  "unknown-event": Unknown;
  /** `owner` is `user` or an event. */
  "unknown-field": Unknown & { readonly owner: string };
  "unknown-tag": Unknown;
  /** `of` is what was compared with, as written. */
  "unknown-member": Unknown & { readonly of: string };
  "unknown-map": Unknown;
  "unknown-process": Unknown;
  "unknown-step": Unknown & { readonly process: string };
  /** A name alone, or with dots, that stands for no value; `near` is how the one that is meant is written. */
  "unknown-name": { readonly name: string; readonly near: string | null };
  "unknown-stage": Unknown & { readonly lifecycle: string };
  "unknown-measure": Unknown;
  "unknown-channel": Unknown;
  "unknown-benefit": Unknown;
  "unknown-material": Unknown;
  "unknown-goal": Unknown;
  "unknown-type": Unknown;
  "unknown-mark": Unknown;
  "unknown-unit": { readonly name: string };
  "unknown-hole": Unknown;
  "unknown-zone": { readonly name: string };
  "unknown-currency": { readonly name: string };
  "unknown-weekday": Unknown;
  "unknown-aim": Unknown;
  "write-as": {
    readonly name: string;
    readonly kind: "field" | "tag" | "event" | "stage" | "sum" | "score" | "lifecycle";
    readonly write: string;
  };
  "duplicate-name": { readonly kind: Kind; readonly name: string };
  /** Two things that are used by their bare names. */
  "name-clash": { readonly name: string; readonly kind: Clashing; readonly other: Clashing };
}

const clashingEn: { readonly [C in Clashing]: string } = {
  tagFact: "a tag",
  tagModel: "a model's tag",
  lifecycle: "a lifecycle",
  value: "a value",
  groups: "groups",
  measure: "a measure",
  event: "an event",
};

export const namesEn: Catalogue<NameMessages> = {
  "unknown-event": ({ name, exist }) => ({
    message: `there is no event called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`event ${name} { … }\`.`),
  }),
  "unknown-field": ({ name, owner, exist }) => ({
    message: `\`${owner}\` has no field called \`${name}\``,
    fix: useEn(exist, `Add the field to \`${owner}\`, for example \`${name}: text\`.`),
  }),
  "unknown-tag": ({ name, exist }) => ({
    message: `there is no tag called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`tag fact ${name} = did … \`.`),
  }),
  "unknown-member": ({ name, of, exist }) => ({
    message: `\`${name}\` is not one of the choices of \`${of}\``,
    fix: useEn(exist, "Add the choice where the field is declared."),
  }),
  "unknown-map": ({ name, exist }) => ({
    message: `there is no map called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`map ${name} { americano: cold_brew }\`.`),
  }),
  "unknown-process": ({ name, exist }) => ({
    message: `there is no process called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`process ${name} { … then … }\`.`),
  }),
  "unknown-step": ({ name, process, exist }) => ({
    message: `the process \`${process}\` has no step called \`${name}\``,
    fix: useEn(exist, "Add the step to the process first."),
  }),
  "unknown-name": ({ name, near }) => ({
    message: `\`${name}\` is not known: no field, tag, lifecycle, value or measure has that name`,
    fix:
      near === null
        ? "Start a condition with `user.` and a field, or with `did`, `has`, `count of` …"
        : `Did you mean \`${near}\`?`,
  }),
  "unknown-stage": ({ name, lifecycle, exist }) => ({
    message: `the lifecycle \`${lifecycle}\` has no stage called \`${name}\``,
    fix: useEn(exist, "Declare the stage in the lifecycle first."),
  }),
  "unknown-measure": ({ name, exist }) => ({
    message: `there is no measure called \`${name}\``,
    fix: useEn(exist, "Write a length such as `30 days`."),
  }),
  "unknown-channel": ({ name, exist }) => ({
    message: `there is no channel called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`channel ${name} { reach if … }\`.`),
  }),
  "unknown-benefit": ({ name, exist }) => ({
    message: `there is no benefit called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`benefit coupon ${name} { … }\`, or write \`benefit none\`.`),
  }),
  "unknown-material": ({ name, exist }) => ({
    message: `there is no material called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`material ${name} for push { en title "…" }\`.`),
  }),
  "unknown-goal": ({ name, exist }) => ({
    message: `there is no goal called \`${name}\``,
    fix: useEn(exist, `Declare it first: \`goal ${name} = did … after touch\`.`),
  }),
  "unknown-type": ({ name, exist }) => ({
    message: `\`${name}\` is not a type`,
    fix: `${useEn(exist, "")} A currency code such as \`CNY\` and \`one of (…)\` are types too.`,
  }),
  "unknown-mark": ({ name, exist }) => ({
    message: `\`${name}\` is not a word that can follow a field's type`,
    fix: useEn(exist, "Remove it."),
  }),
  "unknown-unit": ({ name }) => ({
    message: `\`${name}\` is not a unit`,
    fix: "Write a unit such as `days`, `CNY`, `%` or `points`.",
  }),
  "unknown-hole": ({ name, exist }) => ({
    message: `a message cannot show \`${name}\``,
    fix: useEn(exist, "Write `{user.nickname}` or `{benefit.amount}`."),
  }),
  "unknown-zone": ({ name }) => ({
    message: `\`${name}\` is not a time zone`,
    fix: "Write an IANA name, such as `Asia/Shanghai` or `America/New_York`.",
  }),
  "unknown-currency": ({ name }) => ({
    message: `\`${name}\` is not a currency`,
    fix: "Write an ISO 4217 code in capitals, such as `CNY` or `USD`.",
  }),
  "unknown-weekday": ({ name, exist }) => ({
    message: `\`${name}\` is not a day of the week`,
    fix: useEn(exist, "Write `Monday` … `Sunday`, or `day` for every day."),
  }),
  "unknown-aim": ({ name, exist }) => ({
    message: `\`${name}\` is not an aim`,
    fix: useEn(exist, "Write for example `aim revenue`."),
  }),
  "write-as": ({ name, kind, write }) => ({
    message: {
      field: `\`${name}\` is a field of the user, and those are written with \`user.\``,
      tag: `\`${name}\` is a tag, and a user \`has\` a tag`,
      event: `\`${name}\` is an event, not a value`,
      stage: `\`${name}\` names a stage, not a condition`,
      sum: `\`${name}\` has one value per event, not one per user`,
      score: `\`${name}\` is a model's score, not something that users do`,
      lifecycle: `\`${name}\` is a lifecycle, not something that users do`,
    }[kind],
    fix: `Write \`${write}\`.`,
  }),
  "duplicate-name": ({ kind, name }) => {
    if (kind === "project" || kind === "user" || kind === "policy" || kind === "cost")
      return { message: `\`${kind}\` is declared twice`, fix: `Keep one \`${kind}\` in the whole project.` };
    if (kind === "cap") return { message: `the cap \`${name}\` is there twice`, fix: "Keep one of the two." };
    const where =
      { field: "field", member: "choice", mark: "mark", key: "entry", step: "step" }[kind as string] ?? kind;
    return { message: `the ${where} \`${name}\` is declared twice`, fix: "Rename or remove one of the two." };
  },
  "name-clash": ({ name, kind, other }) => ({
    message: `\`${name}\` names ${clashingEn[other]} and ${clashingEn[kind]}, and both would be used by that name`,
    fix: "Rename one of the two.",
  }),
};

const clashingZh: { readonly [C in Clashing]: string } = {
  tagFact: "标签",
  tagModel: "模型标签",
  lifecycle: "生命周期",
  value: "价值模型",
  groups: "分群",
  measure: "度量",
  event: "事件",
};

const kindZh: { readonly [K in Kind]: string } = {
  project: "project（项目）",
  user: "user（用户）",
  event: "事件",
  field: "字段",
  member: "选项",
  mark: "标记",
  tag: "标签",
  map: "对照表",
  key: "对照项",
  process: "流程",
  step: "步骤",
  lifecycle: "生命周期",
  stage: "阶段",
  measure: "度量",
  value: "价值模型",
  score: "得分",
  tier: "分层",
  groups: "分群",
  group: "人群",
  channel: "渠道",
  benefit: "权益",
  material: "素材",
  goal: "目标",
  metric: "指标",
  line: "业务线",
  cost: "cost（成本）",
  point: "运营点",
  policy: "policy（触达规则）",
  set: "策略组",
  variant: "实验组",
  cap: "频控",
  strategy: "策略",
};

export const namesZh: Catalogue<NameMessages> = {
  "unknown-event": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的事件`,
    fix: useZh(exist, `请先声明这个事件：\`event ${name} { … }\`。`),
  }),
  "unknown-field": ({ name, owner, exist }) => ({
    message: `\`${owner}\` 没有名为 \`${name}\` 的字段`,
    fix: useZh(exist, `请先在 \`${owner}\` 里加上这个字段，例如 \`${name}: text\`。`),
  }),
  "unknown-tag": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的标签`,
    fix: useZh(exist, `请先声明这个标签：\`tag fact ${name} = did …\`。`),
  }),
  "unknown-member": ({ name, of, exist }) => ({
    message: `\`${of}\` 的选项里没有 \`${name}\``,
    fix: useZh(exist, "请先在字段声明里加上这个选项。"),
  }),
  "unknown-map": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的对照表`,
    fix: useZh(exist, `请先声明：\`map ${name} { americano: cold_brew }\`。`),
  }),
  "unknown-process": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的流程`,
    fix: useZh(exist, `请先声明：\`process ${name} { … then … }\`。`),
  }),
  "unknown-step": ({ name, process, exist }) => ({
    message: `流程 \`${process}\` 里没有步骤 \`${name}\``,
    fix: useZh(exist, "请先在该流程里加上这个步骤。"),
  }),
  "unknown-name": ({ name, near }) => ({
    message: `不认识 \`${name}\`：没有叫这个名字的字段、标签、生命周期、价值模型或度量`,
    fix:
      near === null ? "条件要以 `user.字段` 开头，或以 `did`、`has`、`count of` 等开头。" : `是不是想写 \`${near}\`？`,
  }),
  "unknown-stage": ({ name, lifecycle, exist }) => ({
    message: `生命周期 \`${lifecycle}\` 里没有阶段 \`${name}\``,
    fix: useZh(exist, "请先在该生命周期里声明这个阶段。"),
  }),
  "unknown-measure": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的度量`,
    fix: useZh(exist, "请写时长，例如 `30 days`。"),
  }),
  "unknown-channel": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的渠道`,
    fix: useZh(exist, `请先声明这个渠道：\`channel ${name} { reach if … }\`。`),
  }),
  "unknown-benefit": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的权益`,
    fix: useZh(exist, `请先声明：\`benefit coupon ${name} { … }\`；不发权益就写 \`benefit none\`。`),
  }),
  "unknown-material": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的素材`,
    fix: useZh(exist, `请先声明：\`material ${name} for push { zh-CN title "…" }\`。`),
  }),
  "unknown-goal": ({ name, exist }) => ({
    message: `没有名为 \`${name}\` 的目标`,
    fix: useZh(exist, `请先声明：\`goal ${name} = did … after touch\`。`),
  }),
  "unknown-type": ({ name, exist }) => ({
    message: `没有 \`${name}\` 这种类型`,
    fix: `${useZh(exist, "")}也可以写货币代码（如 \`CNY\`）或 \`one of (…)\`。`,
  }),
  "unknown-mark": ({ name, exist }) => ({
    message: `字段类型后面不能写 \`${name}\``,
    fix: useZh(exist, "请去掉它。"),
  }),
  "unknown-unit": ({ name }) => ({
    message: `没有 \`${name}\` 这个单位`,
    fix: "请写 `days`、`CNY`、`%`、`points` 这样的单位。",
  }),
  "unknown-hole": ({ name, exist }) => ({
    message: `文案里取不到 \`${name}\``,
    fix: useZh(exist, "可以写 `{user.nickname}` 或 `{benefit.amount}`。"),
  }),
  "unknown-zone": ({ name }) => ({
    message: `没有 \`${name}\` 这个时区`,
    fix: "请写 IANA 时区名，例如 `Asia/Shanghai`、`America/New_York`。",
  }),
  "unknown-currency": ({ name }) => ({
    message: `没有 \`${name}\` 这种货币`,
    fix: "请写大写的 ISO 4217 货币代码，例如 `CNY`、`USD`。",
  }),
  "unknown-weekday": ({ name, exist }) => ({
    message: `\`${name}\` 不是星期几`,
    fix: useZh(exist, "请写 `Monday` 到 `Sunday`；每天都执行就写 `day`。"),
  }),
  "unknown-aim": ({ name, exist }) => ({
    message: `没有 \`${name}\` 这种运营目的`,
    fix: useZh(exist, "例如写 `aim revenue`。"),
  }),
  "write-as": ({ name, kind, write }) => ({
    message: {
      field: `\`${name}\` 是用户的字段，前面要加 \`user.\``,
      tag: `\`${name}\` 是标签，要用 \`has\` 来判断`,
      event: `\`${name}\` 是事件，不能直接当作值`,
      stage: `\`${name}\` 是某个阶段的名字，本身不是条件`,
      sum: `\`${name}\` 是每次事件一个值，不是每个用户一个值`,
      score: `\`${name}\` 是模型给出的分数，不是用户的行为`,
      lifecycle: `\`${name}\` 是生命周期，不是用户的行为`,
    }[kind],
    fix: `请写成 \`${write}\`。`,
  }),
  "duplicate-name": ({ kind, name }) =>
    kind === "project" || kind === "user" || kind === "policy" || kind === "cost"
      ? { message: `${kindZh[kind]}声明了两次`, fix: `整个项目里只保留一个 \`${kind}\`。` }
      : {
          message: `${kindZh[kind]} \`${name}\` ${kind === "cap" ? "写" : "声明"}了两次`,
          fix: kind === "cap" ? "请只留一条。" : "请给其中一个改名，或删掉一个。",
        },
  "name-clash": ({ name, kind, other }) => ({
    message: `${clashingZh[other]}和${clashingZh[kind]}都叫 \`${name}\`，单独写这个名字时分不清指哪一个`,
    fix: "请给其中一个改名。",
  }),
};
