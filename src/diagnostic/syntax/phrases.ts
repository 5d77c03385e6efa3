import type { Catalogue } from "../wording.js";

/** How tests, counts and windows are said. */
export interface PhraseMessages {
  "mixed-and-or": { readonly right: string };
  "use-is": { readonly written: string };
  "use-is-not": { readonly written: string };
  "use-word": { readonly written: string; readonly right: string };
  "use-where": { readonly written: string };
  "where-brackets": { readonly right: string };
  "reversed-operator": { readonly written: string; readonly right: string };
  "times-at-most": { readonly written: string; readonly most: string };
  "times-bare": { readonly number: string };
  "times-missing": { readonly number: string };
  "times-more-than": { readonly written: string; readonly right: string };
  "times-as-days": { readonly written: string; readonly number: string; readonly bare: boolean };
  "days-bare": { readonly written: string; readonly right: string };
  "days-only": { readonly written: string; readonly right: string };
  "whole-number": { readonly written: string };
  "count-with-times": { readonly number: string; readonly written: string };
  "frequency-late": { readonly right: string };
  "window-form": { readonly written: string; readonly right: string };
  "length-without-number": { readonly unit: string };
  "length-measured": { readonly measure: string };
  /** `value`: a sound value, of which it is not said what to make of it for all users. */
  "metric-kind": { readonly written: string; readonly value: boolean };
  "not-a-unit": { readonly unit: string; readonly written: string; readonly right: string | null };
  "date-form": { readonly written: string; readonly right: string };
  "clock-form": { readonly written: string; readonly right: string };
}

export const phrasesEn: Catalogue<PhraseMessages> = {
  "mixed-and-or": ({ right }) => ({
    message: "`and` and `or` stand side by side without brackets, so this can be read in two ways",
    fix: `Put brackets around what belongs together, such as \`${right}\`.`,
  }),
  "use-is": ({ written }) => ({
    message: `\`${written}\` is not how two values are compared`,
    fix: 'Write `is`, such as `user.city is "上海"`.',
  }),
  "use-is-not": ({ written }) => ({
    message: `\`${written}\` is not how two values are compared`,
    fix: 'Write `is not`, such as `user.city is not "上海"`.',
  }),
  "use-word": ({ written, right }) => ({
    message: `\`${written}\` is written as a word`,
    fix: `Write \`${right}\`.`,
  }),
  "where-brackets": ({ right }) => ({
    message: "`where` takes one test; several need brackets, or it is unclear where they end",
    fix: `Write \`where ${right}\`.`,
  }),
  "use-where": ({ written }) => ({
    message: `a test of an event's fields does not start with \`${written}\``,
    fix: "Write `where`, such as `did pay where amount >= 100 CNY`.",
  }),
  "reversed-operator": ({ written, right }) => ({
    message: `\`${written}\` is written the other way round`,
    fix: `Write \`${right}\`.`,
  }),
  "times-at-most": ({ written, most }) => ({
    message: `\`${written}\` would also hold for people who never did it`,
    fix: `Write \`between 1 and ${most} times\` for those who did, or \`count of … <= ${most}\` to include those who never did.`,
  }),
  "times-bare": ({ number }) => ({
    message: `\`${number} times\` does not say whether more would count too`,
    fix: `Write \`at least ${number} times\` or \`exactly ${number} times\`.`,
  }),
  "times-missing": ({ number }) => ({
    message: `after \`${number}\` the word \`times\` is missing`,
    fix: `Write \`${number} times\`; for days write \`on at least ${number} days\`.`,
  }),
  "times-more-than": ({ written, right }) => ({
    message: `\`${written}\` is said with \`at least\``,
    fix: `Write \`${right}\`.`,
  }),
  "times-as-days": ({ written, number, bare }) => ({
    message: bare
      ? `\`${written}\` may be a stretch of time or a number of days`
      : `\`${written}\` counts neither times nor different days`,
    fix: bare
      ? `Write \`in the last ${written}\`, for a silence \`did not … for ${written}\`, or \`on at least ${written}\` to count different days.`
      : `Write \`at least ${number} times\`, or \`on at least ${number} days\` to count different days.`,
  }),
  "days-bare": ({ written, right }) => ({
    message: `\`${written}\` does not say whether more days would count too`,
    fix: `Write \`${right}\`; for days in a row write \`consecutive days ending yesterday\`.`,
  }),
  "days-only": ({ written, right }) => ({
    message: `only days are counted this way, not \`${written}\``,
    fix: `Write \`${right}\`.`,
  }),
  "whole-number": ({ written }) => ({
    message: `\`${written}\` is not a number of times`,
    fix: "Write a whole number, such as `3`.",
  }),
  "count-with-times": ({ number, written }) => ({
    message: `a count is a number without \`${written}\``,
    fix: `Write \`${number}\` alone; \`times\` belongs to \`did … at least ${number} times\`.`,
  }),
  "frequency-late": ({ right }) => ({
    message: "how often is said before when",
    fix: `Write \`${right}\`.`,
  }),
  "window-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a window starts`,
    fix: `Write \`${right}\`, such as \`${right} 7 days\`.`,
  }),
  "length-measured": ({ measure }) => ({
    message: `\`${measure}\` is measured and may change; how long to wait for an event must be written out`,
    fix: "Write a length such as `30 minutes` or `7 days`.",
  }),
  "metric-kind": ({ written, value }) => ({
    message: value
      ? `\`${written}\` is of one user; a metric says what it makes of all of them`
      : `\`${written}\` does not start a metric`,
    fix: value
      ? `Write \`total of ${written}\` or \`${written} per user\`.`
      : "Start with `share of users who`, `total of`, `median time from`, `daily active by` or `rate of`, or end a value with `per user`.",
  }),
  "length-without-number": ({ unit }) => ({
    message: `\`${unit}\` needs a number before it`,
    fix: `Write how many, such as \`1 ${unit}\`.`,
  }),
  "not-a-unit": ({ unit, written, right }) => ({
    message: `\`${unit}\` in \`${written}\` is not a unit`,
    fix:
      right === null
        ? "Write `minutes`, `hours`, `days`, `weeks`, `months`, `years`, `points`, `%` or a currency such as `CNY`."
        : `Write \`${right}\`.`,
  }),
  "date-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a date is written`,
    fix: `Write year, month and day with hyphens: \`${right}\`.`,
  }),
  "clock-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a time of day is written`,
    fix: `Write hours and two digits for the minutes, with a colon: \`${right}\`.`,
  }),
};

export const phrasesZh: Catalogue<PhraseMessages> = {
  "mixed-and-or": ({ right }) => ({
    message: "`and` 和 `or` 混在一起又没有括号，会有两种理解",
    fix: `请用括号把属于一组的条件括起来，例如 \`${right}\`。`,
  }),
  "use-is": ({ written }) => ({
    message: `比较两个值不用 \`${written}\``,
    fix: '请写 `is`，例如 `user.city is "上海"`。',
  }),
  "use-is-not": ({ written }) => ({
    message: `比较两个值不用 \`${written}\``,
    fix: '请写 `is not`，例如 `user.city is not "上海"`。',
  }),
  "use-word": ({ written, right }) => ({
    message: `\`${written}\` 要写成单词`,
    fix: `请写 \`${right}\`。`,
  }),
  "where-brackets": ({ right }) => ({
    message: "`where` 后面只能直接写一个条件；有几个条件时要用括号括起来",
    fix: `请写 \`where ${right}\`。`,
  }),
  "use-where": ({ written }) => ({
    message: `限定事件的字段不用 \`${written}\``,
    fix: "请写 `where`，例如 `did pay where amount >= 100 CNY`。",
  }),
  "reversed-operator": ({ written, right }) => ({
    message: `\`${written}\` 写反了`,
    fix: `请写 \`${right}\`。`,
  }),
  "times-at-most": ({ written, most }) => ({
    message: `\`${written}\` 连从没做过的人也算在内`,
    fix: `只要做过的人，请写 \`between 1 and ${most} times\`；也要包括没做过的人，请写 \`count of … <= ${most}\`。`,
  }),
  "times-bare": ({ number }) => ({
    message: `\`${number} times\` 没有说清更多次算不算`,
    fix: `请写 \`at least ${number} times\`（至少）或 \`exactly ${number} times\`（正好）。`,
  }),
  "times-missing": ({ number }) => ({
    message: `\`${number}\` 后面少了 \`times\``,
    fix: `请写 \`${number} times\`；如果是天数，请写 \`on at least ${number} days\`。`,
  }),
  "times-more-than": ({ written, right }) => ({
    message: `\`${written}\` 要用 \`at least\` 来说`,
    fix: `请写 \`${right}\`。`,
  }),
  "times-as-days": ({ written, number, bare }) => ({
    message: bare ? `\`${written}\` 说不清是一段时间还是天数` : `\`${written}\` 说不清是次数还是天数`,
    fix: bare
      ? `请写 \`in the last ${written}\`（最近多久），没有做过写 \`did not … for ${written}\`，数不同的天写 \`on at least ${written}\`。`
      : `请写 \`at least ${number} times\`（次数），或 \`on at least ${number} days\`（不同的天数）。`,
  }),
  "days-bare": ({ written, right }) => ({
    message: `\`${written}\` 没有说清更多天算不算`,
    fix: `请写 \`${right}\`；如果要连续，请写 \`consecutive days ending yesterday\`。`,
  }),
  "days-only": ({ written, right }) => ({
    message: `这里只能按天数，不能用 \`${written}\``,
    fix: `请写 \`${right}\`。`,
  }),
  "whole-number": ({ written }) => ({
    message: `\`${written}\` 不能当次数`,
    fix: "请写整数，例如 `3`。",
  }),
  "count-with-times": ({ number, written }) => ({
    message: `数量后面不写 \`${written}\``,
    fix: `请只写 \`${number}\`；\`times\` 用在 \`did … at least ${number} times\` 里。`,
  }),
  "frequency-late": ({ right }) => ({
    message: "要先写次数，再写时间范围",
    fix: `请写 \`${right}\`。`,
  }),
  "window-form": ({ written, right }) => ({
    message: `时间范围不以 \`${written}\` 开头`,
    fix: `请写 \`${right}\`，例如 \`${right} 7 days\`。`,
  }),
  "length-measured": ({ measure }) => ({
    message: `\`${measure}\` 是测出来的，会变；等待一个事件要写明等多久`,
    fix: "请写出时长，例如 `30 minutes` 或 `7 days`。",
  }),
  "metric-kind": ({ written, value }) => ({
    message: value ? `\`${written}\` 是一个用户的值，指标要说明怎样合到全体用户上` : `指标不以 \`${written}\` 开头`,
    fix: value
      ? `请写 \`total of ${written}\`（合计）或 \`${written} per user\`（人均）。`
      : "请以 `share of users who`、`total of`、`median time from`、`daily active by` 或 `rate of` 开头，或在一个值后面写 `per user`。",
  }),
  "length-without-number": ({ unit }) => ({
    message: `\`${unit}\` 前面少了数字`,
    fix: `请写明多少，例如 \`1 ${unit}\`。`,
  }),
  "not-a-unit": ({ unit, written, right }) => ({
    message: `\`${written}\` 里的 \`${unit}\` 不是单位`,
    fix:
      right === null
        ? "请用 `minutes`、`hours`、`days`、`weeks`、`months`、`years`、`points`、`%` 或 `CNY` 这样的货币代码。"
        : `请写 \`${right}\`。`,
  }),
  "date-form": ({ written, right }) => ({
    message: `日期不能写成 \`${written}\``,
    fix: `请用连字符写年-月-日：\`${right}\`。`,
  }),
  "clock-form": ({ written, right }) => ({
    message: `时间不能写成 \`${written}\``,
    fix: `请用冒号隔开小时和两位的分钟：\`${right}\`。`,
  }),
};
