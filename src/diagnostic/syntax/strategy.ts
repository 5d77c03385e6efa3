import type { Catalogue } from "../wording.js";

/** How strategies, sets and policies are said: when, within which hours, to which shares. */
export interface StrategyMessages {
  "month-day": { readonly written: string | null; readonly right: string };
  "every-on": { readonly word: string; readonly written: string };
  "every-number": { readonly written: string; readonly right: string };
  "shift-form": { readonly written: string; readonly right: string };
  "dated-literal": { readonly written: string };
  "before-event": { readonly written: string };
  "event-clock": { readonly at: string };
  "point-happens": { readonly written: string; readonly event: string };
  "state-user": { readonly written: string; readonly right: string };
  "stalls-where": { readonly process: string };
  "absence-is": { readonly right: string };
  "same-late": { readonly right: string };
  "hours-form": { readonly written: string; readonly right: string };
  "else-missing": { readonly clause: "send" | "quiet hours" };
  "wait-unless": { readonly written: string; readonly right: string };
  "salt-missing": { readonly of: "holdout" | "split"; readonly written: string };
  "share-percent": { readonly written: string; readonly right: string };
  "cap-form": { readonly written: string; readonly right: string };
  "names-comma": Record<string, never>;
  "send-at": { readonly written: string; readonly clock: string };
  "when-test": { readonly written: string };
  "on-missing": { readonly right: string };
  "absence-form": { readonly written: string; readonly other: string };
  "followed-plain": { readonly event: string };
  "state-is": { readonly written: string; readonly right: string };
  "case-who": Record<string, never>;
  "none-and-more": { readonly variant: string };
  "free-order": { readonly written: string };
  "parameter-alone": { readonly name: string };
  "template-line": { readonly locale: string; readonly part: string };
}

export const strategyEn: Catalogue<StrategyMessages> = {
  "month-day": ({ written, right }) => ({
    message:
      written === null
        ? "`every month` does not say on which day"
        : `\`${written}\` is not how a day of the month is written`,
    fix: `Write \`${right}\`, or \`every month on the last day\`.`,
  }),
  "every-on": ({ word, written }) => ({
    message: `\`every ${word}\` is a day already, so \`${written}\` cannot follow it`,
    fix: `Delete \`${written}\`; only \`every month\` takes a day: \`every month on day 15 at 10:00\`.`,
  }),
  "every-number": ({ written, right }) => ({
    message: `\`${written}\` is not a schedule: it does not say from when it is counted`,
    fix: `Write \`every day at 10:00\`, and how long a user is left alone after a touch in its own clause: \`repeat after ${right}\`.`,
  }),
  "shift-form": ({ written, right }) => ({
    message: `\`${written}\` says the length and the side in the wrong order`,
    fix: `Write \`${right}\`.`,
  }),
  "dated-literal": ({ written }) => ({
    message: `\`${written}\` comes once only, so there is nothing to count days from every year`,
    fix: "Write the day itself, such as `when once at 2026-11-07 09:00`.",
  }),
  "before-event": ({ written }) => ({
    message: `nobody knows beforehand when \`${written}\` will happen`,
    fix: "Count from a date instead, such as `3 days before user.birthday at 09:00`, or after the event: `3 days after 2nd pay`.",
  }),
  "event-clock": ({ at }) => ({
    message: `the event decides the time of day, so \`at ${at}\` cannot be said as well`,
    fix: `Delete \`at ${at}\`; to send at certain hours only, write \`send between 09:00 and 21:00 else delay\`.`,
  }),
  "point-happens": ({ written, event }) => ({
    message: `\`${written} happens\` mixes a single event with all of them`,
    fix: `Write \`${event} happens\` for each one, or \`1 minute after ${written}\` for that one.`,
  }),
  "state-user": ({ written, right }) => ({
    message: `\`${written}\` does not say that it is the user whose state changes`,
    fix: `Write \`${right}\`; a stage is named with its lifecycle: \`user enters buyer.dormant\`.`,
  }),
  "stalls-where": ({ process }) => ({
    message: `\`${process}\` is a process, and a process takes no \`where\``,
    fix: `Put the test into the steps of \`process ${process} { … }\`, or into \`who\`.`,
  }),
  "absence-is": ({ right }) => ({
    message: "before `not followed by` the word `is` is missing",
    fix: `Write \`${right}\`.`,
  }),
  "same-late": ({ right }) => ({
    message: "what both events share is said before how long is waited",
    fix: `Write \`${right}\`.`,
  }),
  "hours-form": ({ written, right }) => ({
    message: `\`${written}\` is not how these hours are written`,
    fix: `Write \`${right}\`.`,
  }),
  "else-missing": ({ clause }) => ({
    message: `\`${clause}\` does not say what happens to a message at another time`,
    fix: "Add `else delay` to send it as soon as it is allowed, or `else skip` to leave it out.",
  }),
  "wait-unless": ({ written, right }) => ({
    message: `\`${written}\` does not say when the second message can be spared`,
    fix: `Write \`${right}\`: \`delivered\`, \`opened\` or \`clicked\`.`,
  }),
  "salt-missing": ({ of, written }) => ({
    message: `\`${written}\` has no salt, and the salt decides which users fall into it`,
    fix: `Write a text of your own that stays as it is, such as \`${of === "split" ? "split" : written} salt "d11-2026"\`; another one deals all users anew.`,
  }),
  "share-percent": ({ written, right }) => ({
    message: `the share \`${written}\` has no \`%\``,
    fix: `Write \`${right}\`.`,
  }),
  "cap-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a number per period is written`,
    fix: `Write \`${right}\`; for a stretch of any days \`5 in 7 days\`.`,
  }),
  "names-comma": () => ({
    message: "the names of a list are separated by commas",
    fix: "Write a comma between them, such as `push, sms`.",
  }),
  "send-at": ({ written, clock }) => ({
    message: `\`${written}\` leaves no room between too early and too late`,
    fix: `Write \`send between ${clock} and …\` with \`else delay\` or \`else skip\`, or put the time into \`when\`: \`every day at ${clock}\`.`,
  }),
  "when-test": ({ written }) => ({
    message: `\`when\` says at which moment to look; a test such as \`${written} …\` belongs to \`who\``,
    fix: "Write a moment after `when`, such as `every day at 10:00`, `pay happens` or `user enters buyer.dormant`, and the test after `who`.",
  }),
  "on-missing": ({ right }) => ({
    message: "before a date that comes back every year the word `on` is missing",
    fix: `Write \`when ${right} at 09:00\`.`,
  }),
  "absence-form": ({ written, other }) => ({
    message: `\`${written}\` does not say that \`${other}\` must not come afterwards`,
    fix: `Write \`is not followed by ${other} within 30 minutes\`.`,
  }),
  "followed-plain": ({ event }) => ({
    message: "only what does *not* follow needs waiting for",
    fix: `If the second event should start it, write \`when … happens\` with that event, and \`who did ${event} …\` for the first.`,
  }),
  "state-is": ({ written, right }) => ({
    message: `\`${written}\` is a test, and here the name of a stage is needed`,
    fix: `Write lifecycle and stage with a dot: \`${right}\`.`,
  }),
  "case-who": () => ({
    message: "after `case` the word `who` is missing",
    fix: "Write `case who`, the test, and then the strategy.",
  }),
  "none-and-more": ({ variant }) => ({
    message: `the variant \`${variant}\` says \`none\`, and yet what to send`,
    fix: "Delete `none`, or everything else in its braces.",
  }),
  "free-order": ({ written }) => ({
    message: `\`${written}\` is no kind of offer`,
    fix: "Write `free order up to 300 CNY`.",
  }),
  "parameter-alone": ({ name }) => ({
    message: `\`${name} = …\` is a parameter, and this material has no template`,
    fix: `Name the provider's template before the braces: \`for sms template "SMS_2041" { ${name} = … }\`.`,
  }),
  "template-line": ({ locale, part }) => ({
    message: `this material uses a template of the provider, so it has no \`${locale} ${part}\` of its own`,
    fix: 'Give the values of its parameters, such as `order = event.order_id`, or delete `template "…"`.',
  }),
};

export const strategyZh: Catalogue<StrategyMessages> = {
  "month-day": ({ written, right }) => ({
    message: written === null ? "`every month` 没有说是哪一天" : `每月的哪一天不能写成 \`${written}\``,
    fix: `请写 \`${right}\`；月末请写 \`every month on the last day\`。`,
  }),
  "every-on": ({ word, written }) => ({
    message: `\`every ${word}\` 已经说明了是哪天，后面不能再写 \`${written}\``,
    fix: `请删掉 \`${written}\`；只有 \`every month\` 才需要写明日子：\`every month on day 15 at 10:00\`。`,
  }),
  "every-number": ({ written, right }) => ({
    message: `\`${written}\` 没有说从哪天算起，不能用作时间表`,
    fix: `请写 \`every day at 10:00\`；同一个人隔多久才能再触达，请另写一行 \`repeat after ${right}\`。`,
  }),
  "shift-form": ({ written, right }) => ({
    message: `\`${written}\` 的词序反了：要先写多久，再写前后`,
    fix: `请写 \`${right}\`。`,
  }),
  "dated-literal": ({ written }) => ({
    message: `\`${written}\` 只有一次，不能每年往前或往后推算`,
    fix: "请直接写那一天，例如 `when once at 2026-11-07 09:00`。",
  }),
  "before-event": ({ written }) => ({
    message: `\`${written}\` 什么时候发生，事先没人知道`,
    fix: "请改为从日期推算，例如 `3 days before user.birthday at 09:00`；或写成事件之后：`3 days after 2nd pay`。",
  }),
  "event-clock": ({ at }) => ({
    message: `时间由事件决定，不能再写 \`at ${at}\``,
    fix: `请删掉 \`at ${at}\`；如果只想在某些时段发送，请写 \`send between 09:00 and 21:00 else delay\`。`,
  }),
  "point-happens": ({ written, event }) => ({
    message: `\`${written} happens\` 说不清是某一次还是每一次`,
    fix: `每次都触发请写 \`${event} happens\`；只要那一次请写 \`1 minute after ${written}\`。`,
  }),
  "state-user": ({ written, right }) => ({
    message: `\`${written}\` 没有写明是用户的状态发生变化`,
    fix: `请写 \`${right}\`；阶段前面要写生命周期的名称：\`user enters buyer.dormant\`。`,
  }),
  "stalls-where": ({ process }) => ({
    message: `\`${process}\` 是流程，后面不能写 \`where\``,
    fix: `请把条件写进 \`process ${process} { … }\` 的步骤里，或写进 \`who\`。`,
  }),
  "absence-is": ({ right }) => ({
    message: "`not followed by` 前面少了 `is`",
    fix: `请写 \`${right}\`。`,
  }),
  "same-late": ({ right }) => ({
    message: "要先写两个事件的哪个字段相同，再写等多久",
    fix: `请写 \`${right}\`。`,
  }),
  "hours-form": ({ written, right }) => ({
    message: `时段不能写成 \`${written}\``,
    fix: `请写 \`${right}\`。`,
  }),
  "else-missing": ({ clause }) => ({
    message: `\`${clause}\` 没有说其他时间的消息怎么办`,
    fix: "顺延到允许的时间再发，请加上 `else delay`；不发了，请加上 `else skip`。",
  }),
  "wait-unless": ({ written, right }) => ({
    message: `\`${written}\` 没有说什么情况下不用再发第二条`,
    fix: `请写 \`${right}\`；可以是 \`delivered\`（已送达）、\`opened\`（已打开）或 \`clicked\`（已点击）。`,
  }),
  "salt-missing": ({ of, written }) => ({
    message: `\`${written}\` 没有写盐值（salt），而分到哪一组由盐值决定`,
    fix: `请写一段固定不变的文字，例如 \`${of === "split" ? "split" : written} salt "d11-2026"\`；换一个盐值，所有用户都会重新分组。`,
  }),
  "share-percent": ({ written, right }) => ({
    message: `比例 \`${written}\` 少了 \`%\``,
    fix: `请写 \`${right}\`。`,
  }),
  "cap-form": ({ written, right }) => ({
    message: `次数和周期不能写成 \`${written}\``,
    fix: `请写 \`${right}\`；任意连续几天请写 \`5 in 7 days\`。`,
  }),
  "names-comma": () => ({
    message: "并列的名称要用逗号隔开",
    fix: "请在中间加上逗号，例如 `push, sms`。",
  }),
  "send-at": ({ written, clock }) => ({
    message: `\`${written}\` 只给了一个时刻，没有留出可以发送的时段`,
    fix: `请写 \`send between ${clock} and …\`，并加上 \`else delay\` 或 \`else skip\`；或者把时间写进 \`when\`：\`every day at ${clock}\`。`,
  }),
  "when-test": ({ written }) => ({
    message: `\`when\` 只说什么时候看，\`${written} …\` 这样的条件要写在 \`who\` 里`,
    fix: "请在 `when` 后面写时机，例如 `every day at 10:00`、`pay happens` 或 `user enters buyer.dormant`，条件写在 `who` 后面。",
  }),
  "on-missing": ({ right }) => ({
    message: "每年都有的日子前面少了 `on`",
    fix: `请写 \`when ${right} at 09:00\`。`,
  }),
  "absence-form": ({ written, other }) => ({
    message: `\`${written}\` 没有说清 \`${other}\` 是之后没有发生`,
    fix: `请写 \`is not followed by ${other} within 30 minutes\`。`,
  }),
  "followed-plain": ({ event }) => ({
    message: "只有“之后没有发生”才需要等待，“之后发生了”不用这样写",
    fix: `要由后一个事件触发，请对它写 \`when … happens\`，前一个事件写进 \`who did ${event} …\`。`,
  }),
  "state-is": ({ written, right }) => ({
    message: `\`${written}\` 是条件，这里要写阶段的名称`,
    fix: `请用点连接生命周期和阶段：\`${right}\`。`,
  }),
  "case-who": () => ({
    message: "`case` 后面少了 `who`",
    fix: "请写 `case who`，再写条件，最后写策略。",
  }),
  "none-and-more": ({ variant }) => ({
    message: `分组 \`${variant}\` 写了 \`none\`，又写了要发什么`,
    fix: "请删掉 `none`，或删掉花括号里的其他内容。",
  }),
  "free-order": ({ written }) => ({
    message: `没有 \`${written}\` 这种优惠`,
    fix: "请写 `free order up to 300 CNY`。",
  }),
  "parameter-alone": ({ name }) => ({
    message: `\`${name} = …\` 是模板参数，但这个物料没有用模板`,
    fix: `请在花括号前写明服务商的模板：\`for sms template "SMS_2041" { ${name} = … }\`。`,
  }),
  "template-line": ({ locale, part }) => ({
    message: `这个物料用的是服务商的模板，不能再写自己的 \`${locale} ${part}\``,
    fix: '请填写模板参数，例如 `order = event.order_id`；或删掉 `template "…"`。',
  }),
};
