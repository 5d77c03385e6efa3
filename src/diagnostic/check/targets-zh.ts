import { typeZh } from "../type-words.js";
import { useZh } from "./exist.js";
import type { LineRole, TargetWording } from "./targets.js";

const roles: { readonly [R in LineRole]: string } = { lifecycle: "生命周期", value: "价值模型", metric: "指标" };
const per = { day: "一天", week: "一周", month: "一个月" } as const;

export const targetsZh: TargetWording = {
  "unknown-product-stage": ({ name, exist }) => ({
    message: `没有 \`${name}\` 这种产品阶段`,
    fix: useZh(exist, "例如写 `product stage growth`。"),
  }),
  "unknown-hypothesis-state": ({ name, exist }) => ({
    message: `\`${name}\` 不能说明假设验证到了哪一步`,
    fix: useZh(exist, "例如写 `testing`。"),
  }),
  hypothesis: ({ text, state }) =>
    state === "untested"
      ? {
          message: `“${text}”还只是没有验证过的常识`,
          fix: "请给策略加上 holdout（留白组）或 split（分组实验），开跑后改成 `testing`。",
        }
      : {
          message: `“${text}”已被证明不成立，策略却还在照它执行`,
          fix: "请下线这个策略，或写上它现在依据的假设。",
        },
  "aim-lifecycle": ({ word, name, exist }) => ({
    message: `\`aim ${word}\` 后面的生命周期 \`${name}\` 不存在`,
    fix: useZh(exist, `可以只写 \`aim ${word}\`，或先声明 \`lifecycle ${name} { … }\`。`),
  }),
  "aim-off-focus": ({ word, stage, focus }) => ({
    message: `产品处在 \`${stage}\` 阶段，\`aim ${word}\` 不是这个阶段的重点`,
    fix: `请再想想这个策略为了什么：这个阶段先做 ${focus.map((each) => `\`${each}\``).join("、")}。`,
  }),
  "metric-value": ({ metric, text, type }) => ({
    message: `指标 \`${metric}\` 要把用户的数值加总，而 \`${text}\` 是${typeZh(type)}，不能加总`,
    fix: "请用数值、金额或天数，例如 `sum of pay.amount in the last 30 days`。",
  }),
  "metric-level": ({ metric, text, type, write }) => ({
    message: `指标 \`${metric}\` 是${typeZh(type)}，\`${text}\` 的单位对不上`,
    fix: `请用指标自己的单位，例如 \`${write}\`。`,
  }),
  "scale-order": ({ metric, text, before, better }) => ({
    message: `指标 \`${metric}\` 越${better === "higher" ? "高" : "低"}越好，它的台阶里 \`${text}\` 却不比前面的 \`${before}\` 好`,
    fix: "请把先达到的台阶写在前面，后面的一级比一级好。",
  }),
  "target-beyond-scale": ({ metric, text, last }) => ({
    message: `指标 \`${metric}\` 的目标 \`${text}\` 超出了台阶的最后一级 \`${last}\``,
    fix: `请把 \`${text}\` 加进台阶，或把目标定在某一级上。`,
  }),
  "second-north-star": ({ first, second }) => ({
    message: `\`${first}\` 和 \`${second}\` 都写成了北极星指标`,
    fix: "请只留一个，另一个去掉 `north star`。",
  }),
  "rate-order": ({ process, from, to }) => ({
    message: `流程 \`${process}\` 里，\`${to}\` 不在 \`${from}\` 之后`,
    fix: "请先写前面的步骤，再写后面的步骤。",
  }),
  "line-part": ({ line, role, name, exist }) => ({
    message: `业务线 \`${line}\` 用到的${roles[role]} \`${name}\` 不存在`,
    fix: useZh(exist, `请先声明：\`${role} ${name} …\`。`),
  }),
  "line-into": ({ metric, type, into, other }) => ({
    message: `指标 \`${metric}\`（${typeZh(type)}）不能汇总到 \`${into}\`（${typeZh(other)}）`,
    fix: "请汇总到单位相同的指标。",
  }),
  "line-circle": ({ path }) => ({
    message: `指标 \`${path[0]}\` 绕一圈汇总到了自己：${path.map((name) => `\`${name}\``).join(" → ")}`,
    fix: "请去掉其中一个 `into`。",
  }),
  "expect-days": ({ least, each }) => ({
    message: `${per[each]}里没有 ${least} 天，谁都做不到`,
    fix: each === "day" ? `请改成按周要求，或写 \`at least ${least} times each day\`。` : "请把天数改少。",
  }),
  "unknown-per": ({ name }) => ({
    message: `这里不能按 \`${name}\` 来算`,
    fix: "请写 `day`、`week` 或 `month`。",
  }),
  "second-source": ({ first, second }) => ({
    message: `\`${first}\` 和 \`${second}\` 都标成了用户来源`,
    fix: "请只在一个字段上保留 `source`。",
  }),
  "source-type": ({ field, type }) => ({
    message: `\`${field}\` 是${typeZh(type)}，不能表示用户来源`,
    fix: `请标在文本或选项字段上，例如 \`${field}: one of (ads, feed) source\`。`,
  }),
  "cost-needs-source": ({ source }) => ({
    message: `没有哪个用户字段能看出谁来自 \`${source}\``,
    fix: "请给记录来源的字段加上 `source`，例如 `channel: text source`。",
  }),
  "cost-source": ({ source, field, exist }) => ({
    message: `用户来源 \`user.${field}\` 的选项里没有 \`${source}\``,
    fix: useZh(exist, "请先在字段声明里加上这个选项。"),
  }),
  "cost-twice": ({ source }) => ({
    message: source === null ? "其余来源的获客成本写了两次" : `来源 \`${source}\` 的获客成本写了两次`,
    fix: "请只留一条。",
  }),
};
