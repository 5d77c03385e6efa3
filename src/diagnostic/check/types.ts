import { type ShownType, typeEn, typeZh } from "../type-words.js";
import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** Values that do not fit where they stand: types, units, optional values. */
export interface TypeMessages {
  "type-mismatch": {
    readonly left: string;
    readonly leftType: ShownType;
    readonly right: string;
    readonly rightType: ShownType;
  };
  /** `text` is a bare number; `write` the same with the unit of `other`. */
  "needs-unit": { readonly text: string; readonly other: string; readonly write: string };
  "currency-mismatch": {
    readonly left: string;
    readonly leftCurrency: string;
    readonly right: string;
    readonly rightCurrency: string;
  };
  /** Lengths of time that never convert: `hours`, `days` or `months`. */
  "time-mismatch": { readonly left: string; readonly right: string };
  /** A text in quotes against a choice; `write` is the choice that it seems to mean. */
  "text-for-member": {
    readonly text: string;
    readonly of: string;
    readonly write: string | null;
    readonly exist: Exist;
  };
  "member-for-text": { readonly name: string; readonly of: string };
  "use-known": { readonly written: string; readonly right: string };
  "too-fine": { readonly text: string; readonly currency: string; readonly digits: number };
  "too-large": { readonly text: string };
  "no-order": { readonly op: string; readonly text: string; readonly type: ShownType };
  "no-arithmetic": {
    readonly op: string;
    readonly left: string;
    readonly leftType: ShownType;
    readonly right: string;
    readonly rightType: ShownType;
  };
  "divide-by-zero": { readonly text: string };
  "cannot-aggregate": { readonly fn: string; readonly field: string; readonly type: ShownType };
  "aggregate-needs-field": { readonly fn: string; readonly event: string; readonly example: string | null };
  "count-has-field": { readonly event: string; readonly field: string };
  "not-a-test": { readonly text: string; readonly type: ShownType; readonly write: string | null };
  "not-a-value": { readonly text: string };
  "not-text": { readonly text: string; readonly type: ShownType };
  /** `fallback` is `text if unknown …`, or `null` where no literal of its type exists. */
  "may-be-unknown": { readonly text: string; readonly known: string; readonly fallback: string | null };
  "may-divide-by-zero": {
    readonly text: string;
    readonly divisor: string;
    readonly known: string;
    readonly fallback: string | null;
  };
  "hole-may-be-unknown": { readonly text: string; readonly fallback: string };
  "where-needs-fields": { readonly text: string };
  "benefit-outside-material": { readonly text: string };
  "missing-window": { readonly text: string };
  "streak-has-window": { readonly text: string };
  "previous-hours": { readonly text: string; readonly write: string };
  /** `needs` tells which lengths fit. */
  "bad-length": { readonly text: string; readonly needs: keyof typeof needsEn };
  "bad-frequency": { readonly text: string };
  "empty-range": { readonly low: string; readonly high: string };
  "bad-date": { readonly text: string };
  "time-since-needs-length": { readonly text: string };
  "hole-type": { readonly text: string; readonly type: ShownType };
}

const needsEn = {
  window: "Write a whole number of hours, days, weeks or months, such as `7 days`.",
  whole: "Write a whole number, such as `7 days`.",
  days: "Write a whole number of days, weeks or months, such as `30 days`.",
  kept: "Write a whole number of days or weeks, such as `kept 90 days`.",
  hours: "Write hours, minutes or seconds, such as `10 minutes`.",
  any: "Write for example `3 days` or `12 hours`.",
  cap: "Write days, weeks, hours or minutes, such as `in 7 days`; for calendar months write `per month`.",
  wait: "Write hours or minutes, such as `4 hours`; a day is `24 hours`.",
  dates: "Write a whole number of days or weeks, such as `7 days`.",
} as const;

export const typesEn: Catalogue<TypeMessages> = {
  "type-mismatch": ({ left, leftType, right, rightType }) => ({
    message:
      leftType === "enum" && rightType === "enum"
        ? `\`${left}\` and \`${right}\` are choices from two different lists`
        : `\`${left}\` is ${typeEn(leftType)}, but \`${right}\` is ${typeEn(rightType)}`,
    fix: "Compare two values of the same kind.",
  }),
  "needs-unit": ({ text, other, write }) => ({
    message: `\`${text}\` has no unit, and \`${other}\` needs one`,
    fix: `Write \`${write}\`.`,
  }),
  "currency-mismatch": ({ left, leftCurrency, right, rightCurrency }) => ({
    message: `\`${left}\` is in ${leftCurrency} and \`${right}\` is in ${rightCurrency}; currencies are never converted`,
    fix: `Use one currency on both sides, for example an amount in ${leftCurrency}.`,
  }),
  "time-mismatch": ({ left, right }) => ({
    message: `\`${left}\` and \`${right}\` are counted differently: hours, days and months never convert into each other`,
    fix: "Use the same unit on both sides: days (and weeks) with days, months (and years) with months, hours with hours.",
  }),
  "text-for-member": ({ text, of, write, exist }) => ({
    message: `\`${of}\` is a choice from a list, not a text, so \`"${text}"\` cannot stand here in quotes`,
    fix: write === null ? useEn(exist, "Write one of its choices.") : `Write the choice without quotes: \`${write}\`.`,
  }),
  "use-known": ({ written, right }) => ({
    message: `whether a value is there is not asked with \`${written}\``,
    fix: `Write \`${right}\`.`,
  }),
  "member-for-text": ({ name, of }) => ({
    message: `\`${of}\` is a text, and a text is written in quotes`,
    fix: `Write \`"${name}"\`.`,
  }),
  "too-fine": ({ text, currency, digits }) => ({
    message: `\`${text}\` is finer than ${currency} can be paid`,
    fix: digits === 0 ? `Write a whole amount in ${currency}.` : `Write at most ${digits} digits after the point.`,
  }),
  "too-large": ({ text }) => ({
    message: `\`${text}\` is too large or has too many digits to be computed exactly`,
    fix: "Write a number of at most 15 digits.",
  }),
  "no-order": ({ op, text, type }) => ({
    message: `\`${text}\` is ${typeEn(type)}, which has no smaller or greater, so \`${op}\` cannot compare it`,
    fix: "Use `is`, `is not` or `is one of (…)`.",
  }),
  "no-arithmetic": ({ op, left, leftType, right, rightType }) => ({
    message: `\`${op}\` cannot combine \`${left}\` (${typeEn(leftType)}) with \`${right}\` (${typeEn(rightType)})`,
    fix: "Add and subtract values of one kind; multiply and divide by a plain number.",
  }),
  "divide-by-zero": ({ text }) => ({
    message: `\`${text}\` divides by zero`,
    fix: "Divide by something else.",
  }),
  "cannot-aggregate": ({ fn, field, type }) => ({
    message: `\`${fn}\` needs numbers, and \`${field}\` is ${typeEn(type)}`,
    fix: "Use a number, an amount or points; to count events write `count of`, for what occurs most `most frequent of`.",
  }),
  "aggregate-needs-field": ({ fn, event, example }) => ({
    message: `\`${fn} ${event}\` does not say which field of \`${event}\` it means`,
    fix: `Name the field: \`${fn} ${event}.${example ?? "amount"}\`.`,
  }),
  "count-has-field": ({ event, field }) => ({
    message: `\`count of\` counts events, and \`${event}.${field}\` is a field`,
    fix: `Write \`count of ${event}\`; to count only some, add \`where ${field} …\`.`,
  }),
  "not-a-test": ({ text, type, write }) => ({
    message: `\`${text}\` is ${typeEn(type)}, not a condition`,
    fix: write === null ? "Compare it with something, for example with `is` or `>=`." : `Write \`${write}\`.`,
  }),
  "not-a-value": ({ text }) => ({
    message: `\`${text}\` is a condition, and a value is needed here`,
    fix: "Join conditions with `and`, `or` and `not`; compare values such as `user.city` or `count of pay ever`.",
  }),
  "not-text": ({ text, type }) => ({
    message: `\`contains\` searches texts, and \`${text}\` is ${typeEn(type)}`,
    fix: 'Use it with a text on both sides, such as `user.city contains "Shang"`.',
  }),
  "may-be-unknown": ({ text, known, fallback }) => ({
    message: `\`${text}\` may be unknown for some users`,
    fix:
      fallback === null
        ? `Ask first: \`${known} and …\`.`
        : `Ask first: \`${known} and …\`; or say what to assume: \`${fallback}\`.`,
  }),
  "may-divide-by-zero": ({ divisor, known, fallback }) => ({
    message: `\`${divisor}\` may be zero for some users, and then the quotient is unknown`,
    fix:
      fallback === null
        ? `Ask first: \`${known} and …\`.`
        : `Ask first: \`${known} and …\`; or say what to assume: \`${fallback}\`.`,
  }),
  "hole-may-be-unknown": ({ text, fallback }) => ({
    message: `\`${text}\` may be unknown for some users, and the message must still read well`,
    fix: `Say what to write then: \`{${fallback}}\`.`,
  }),
  "where-needs-fields": ({ text }) => ({
    message: `\`where\` looks at the fields of one event, so \`${text}\` cannot stand in it`,
    fix: "Move it outside: `did pay where amount >= 20 CNY in the last 7 days and …`.",
  }),
  "benefit-outside-material": ({ text }) => ({
    message: `\`${text}\` is only known in a material, once the benefit is chosen`,
    fix: 'Use it in a hole of a message: `"{benefit.amount}"`.',
  }),
  "missing-window": ({ text }) => ({
    message: `\`${text}\` does not say over what time`,
    fix: "Add a time, such as `ever`, `in the last 30 days` or `in the previous 7 days`.",
  }),
  "streak-has-window": ({ text }) => ({
    message: "consecutive days bring their own time, so another one cannot follow",
    fix: `Remove \`${text}\`.`,
  }),
  "previous-hours": ({ text, write }) => ({
    message: `\`${text}\` would have to start at a whole hour; \`previous\` counts whole days only`,
    fix: `Write \`${write}\`.`,
  }),
  "bad-length": ({ text, needs }) => ({
    message: `\`${text}\` is not a length of time that fits here`,
    fix: needsEn[needs],
  }),
  "bad-frequency": ({ text }) => ({
    message: `\`${text}\` would be met by people who never did it`,
    fix: "Write a number from 1, or `did not …` for people who never did it.",
  }),
  "empty-range": ({ low, high }) => ({
    message: `nothing lies between \`${low}\` and \`${high}\``,
    fix: `Write the smaller one first: \`between ${high} and ${low}\`.`,
  }),
  "bad-date": ({ text }) => ({
    message: `there is no date \`${text}\``,
    fix: "Write year, month and day of a date that exists, such as `2026-11-10`.",
  }),
  "time-since-needs-length": ({ text }) => ({
    message: `\`${text}\` can only be compared with a length of time`,
    fix: `Write for example \`${text} >= 30 days\`.`,
  }),
  "hole-type": ({ text, type }) => ({
    message: `\`${text}\` is ${typeEn(type)}, which a message cannot show`,
    fix: "Show a text, a number, an amount, a date or a choice, such as `{user.nickname if unknown 'friend'}`.",
  }),
};

const needsZh = {
  window: "请写整数个小时、天、周或月，例如 `7 days`。",
  whole: "请写整数，例如 `7 days`。",
  days: "请写整数个天、周或月，例如 `30 days`。",
  kept: "请写整数个天或周，例如 `kept 90 days`。",
  hours: "请写小时、分钟或秒，例如 `10 minutes`。",
  any: "例如写 `3 days` 或 `12 hours`。",
  cap: "请写天、周、小时或分钟，例如 `in 7 days`；按自然月请写 `per month`。",
  wait: "请写小时或分钟，例如 `4 hours`；一天写 `24 hours`。",
  dates: "请写整数个天或周，例如 `7 days`。",
} as const;

export const typesZh: Catalogue<TypeMessages> = {
  "type-mismatch": ({ left, leftType, right, rightType }) => ({
    message:
      leftType === "enum" && rightType === "enum"
        ? `\`${left}\` 和 \`${right}\` 的选项不是同一组，没法比较`
        : `\`${left}\` 是${typeZh(leftType)}，而 \`${right}\` 是${typeZh(rightType)}，两者没法比较`,
    fix: "请让两边是同一类的值。",
  }),
  "needs-unit": ({ text, other, write }) => ({
    message: `\`${text}\` 没有单位，而 \`${other}\` 是带单位的`,
    fix: `请写成 \`${write}\`。`,
  }),
  "currency-mismatch": ({ left, leftCurrency, right, rightCurrency }) => ({
    message: `\`${left}\` 的货币是 ${leftCurrency}，\`${right}\` 的货币是 ${rightCurrency}；不同货币不会自动换算`,
    fix: `请两边用同一种货币，例如都用 ${leftCurrency}。`,
  }),
  "time-mismatch": ({ left, right }) => ({
    message: `\`${left}\` 和 \`${right}\` 的计时方式不同：小时、天、月之间不能换算`,
    fix: "请两边用同一类单位：天（周）对天（周），月（年）对月（年），小时对小时。",
  }),
  "text-for-member": ({ text, of, write, exist }) => ({
    message: `\`${of}\` 是选项，不是文本，这里不能写带引号的 \`"${text}"\``,
    fix: write === null ? useZh(exist, "请写它的某个选项。") : `请去掉引号，直接写选项：\`${write}\`。`,
  }),
  "use-known": ({ written, right }) => ({
    message: `判断有没有值，不写 \`${written}\``,
    fix: `请写 \`${right}\`。`,
  }),
  "member-for-text": ({ name, of }) => ({
    message: `\`${of}\` 是文本，文本要加引号`,
    fix: `请写成 \`"${name}"\`。`,
  }),
  "too-fine": ({ text, currency, digits }) => ({
    message: `\`${text}\` 的小数位超出了 ${currency} 的最小单位`,
    fix: digits === 0 ? `${currency} 没有小数，请写整数金额。` : `小数点后最多写 ${digits} 位。`,
  }),
  "too-large": ({ text }) => ({
    message: `\`${text}\` 太大或位数太多，无法精确计算`,
    fix: "请写不超过 15 位的数。",
  }),
  "no-order": ({ op, text, type }) => ({
    message: `\`${text}\` 是${typeZh(type)}，不分大小，不能用 \`${op}\` 比较`,
    fix: "请用 `is`、`is not` 或 `is one of (…)`。",
  }),
  "no-arithmetic": ({ op, left, leftType, right, rightType }) => ({
    message: `\`${left}\`（${typeZh(leftType)}）和 \`${right}\`（${typeZh(rightType)}）之间不能用 \`${op}\``,
    fix: "加减要求两边是同一类的值；乘除只能用不带单位的数。",
  }),
  "divide-by-zero": ({ text }) => ({
    message: `\`${text}\` 的除数是 0`,
    fix: "请换一个除数。",
  }),
  "cannot-aggregate": ({ fn, field, type }) => ({
    message: `\`${fn}\` 要用在数值上，而 \`${field}\` 是${typeZh(type)}`,
    fix: "请换成数值、金额或积分字段；要数次数就用 `count of`，要找出现最多的就用 `most frequent of`。",
  }),
  "aggregate-needs-field": ({ fn, event, example }) => ({
    message: `\`${fn} ${event}\` 没有说明要算 \`${event}\` 的哪个字段`,
    fix: `请写上字段：\`${fn} ${event}.${example ?? "amount"}\`。`,
  }),
  "count-has-field": ({ event, field }) => ({
    message: `\`count of\` 数的是事件次数，\`${event}.${field}\` 却是字段`,
    fix: `请写 \`count of ${event}\`；只数一部分就加上 \`where ${field} …\`。`,
  }),
  "not-a-test": ({ text, type, write }) => ({
    message: `\`${text}\` 是${typeZh(type)}，不是条件`,
    fix: write === null ? "请拿它和别的值比较，例如用 `is` 或 `>=`。" : `请写成 \`${write}\`。`,
  }),
  "not-a-value": ({ text }) => ({
    message: `这里需要一个值，而 \`${text}\` 是条件`,
    fix: "条件之间用 `and`、`or`、`not` 连接；能比较的是 `user.city`、`count of pay ever` 这样的值。",
  }),
  "not-text": ({ text, type }) => ({
    message: `\`contains\` 只能在文本里查找，而 \`${text}\` 是${typeZh(type)}`,
    fix: '两边都要是文本，例如 `user.city contains "上"`。',
  }),
  "may-be-unknown": ({ text, known, fallback }) => ({
    message: `有些用户的 \`${text}\` 可能是未知的`,
    fix:
      fallback === null
        ? `请先加上条件：\`${known} and …\`。`
        : `请先加上条件：\`${known} and …\`；或者给一个默认值：\`${fallback}\`。`,
  }),
  "may-divide-by-zero": ({ divisor, known, fallback }) => ({
    message: `有些用户的 \`${divisor}\` 可能是 0，那样就除不出结果`,
    fix:
      fallback === null
        ? `请先排除 0：\`${known} and …\`。`
        : `请先排除 0：\`${known} and …\`；或者给一个默认值：\`${fallback}\`。`,
  }),
  "hole-may-be-unknown": ({ text, fallback }) => ({
    message: `有些用户的 \`${text}\` 可能是未知的，文案会缺一块`,
    fix: `请写明未知时显示什么：\`{${fallback}}\`。`,
  }),
  "where-needs-fields": ({ text }) => ({
    message: `\`where\` 里只能看单次事件的字段，不能写 \`${text}\``,
    fix: "请移到外面：`did pay where amount >= 20 CNY in the last 7 days and …`。",
  }),
  "benefit-outside-material": ({ text }) => ({
    message: `\`${text}\` 只能用在素材文案里`,
    fix: '请写在文案的花括号里：`"{benefit.amount}"`。',
  }),
  "missing-window": ({ text }) => ({
    message: `\`${text}\` 没有说明时间范围`,
    fix: "请加上时间范围，例如 `ever`、`in the last 30 days`、`in the previous 7 days`。",
  }),
  "streak-has-window": ({ text }) => ({
    message: "“连续几天”本身就是时间范围，后面不能再写一个",
    fix: `请去掉 \`${text}\`。`,
  }),
  "previous-hours": ({ text, write }) => ({
    message: `\`previous\` 只按整天计算，不能写 \`${text}\``,
    fix: `请写成 \`${write}\`。`,
  }),
  "bad-length": ({ text, needs }) => ({
    message: `\`${text}\` 不是这里能用的时长`,
    fix: needsZh[needs],
  }),
  "bad-frequency": ({ text }) => ({
    message: `\`${text}\` 连从没做过的人也算在内`,
    fix: "次数请从 1 写起；要找从没做过的人，请写 `did not …`。",
  }),
  "empty-range": ({ low, high }) => ({
    message: `\`${low}\` 到 \`${high}\` 之间什么也没有`,
    fix: `请把小的写在前面：\`between ${high} and ${low}\`。`,
  }),
  "bad-date": ({ text }) => ({
    message: `没有 \`${text}\` 这一天`,
    fix: "请写真实存在的年-月-日，例如 `2026-11-10`。",
  }),
  "time-since-needs-length": ({ text }) => ({
    message: `\`${text}\` 只能和时长比较`,
    fix: `例如写成 \`${text} >= 30 days\`。`,
  }),
  "hole-type": ({ text, type }) => ({
    message: `\`${text}\` 是${typeZh(type)}，不能直接显示在文案里`,
    fix: "能显示的是文本、数值、金额、日期、选项，例如 `{user.nickname if unknown '朋友'}`。",
  }),
};
