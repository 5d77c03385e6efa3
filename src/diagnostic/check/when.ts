import { type ShownType, typeEn, typeZh } from "../type-words.js";
import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** When strategies start, and at what hours they may send. */
export interface WhenMessages {
  "hour-with-clock": Record<string, never>;
  "day-range": { readonly text: string };
  /** `text` is both ends of the stretch. */
  "empty-hours": { readonly text: string };
  "dated-name": { readonly text: string; readonly write: string | null };
  "dated-type": { readonly text: string; readonly type: ShownType; readonly exist: Exist };
  "after-last": { readonly text: string; readonly write: string };
  /** `later` are the steps that one can stall at. */
  "stall-first": { readonly step: string; readonly process: string; readonly later: Exist };
  /** `why`: a tag that strategies set, a lifecycle without a stage, or nothing of the kind. */
  "unknown-state": { readonly text: string; readonly why: "touch" | "stage" | "none"; readonly exist: Exist };
  /** `write` is the field's declaration with its mark. */
  "state-not-fixed": { readonly state: string; readonly field: string; readonly write: string };
}

export const whenEn: Catalogue<WhenMessages> = {
  "hour-with-clock": () => ({
    message: "`every hour` starts at each full hour, so it takes no time of day",
    fix: "Leave out the time, or write `every day at 10:00`.",
  }),
  "day-range": ({ text }) => ({
    message: `no month has a day \`${text}\``,
    fix: "Write a day from 1 to 31, or `every month on the last day`; a shorter month takes its last day.",
  }),
  "empty-hours": ({ text }) => ({
    message: `from \`${text}\` to \`${text}\` there is no time at all`,
    fix: "Write two different times, such as `08:00` and `22:00`; leave the rule out if it is for the whole day.",
  }),
  "dated-name": ({ text, write }) => ({
    message: `\`${text}\` is not a date of the user`,
    fix:
      write === null
        ? "Write a field such as `user.birthday`, or the name of a festival alone."
        : `Write \`${write}\`: fields of the user start with \`user.\`.`,
  }),
  "dated-type": ({ text, type, exist }) => ({
    message: `\`${text}\` is ${typeEn(type)}, and a strategy can start only from a date that comes round every year`,
    fix: useEn(exist, "Declare a date of the user first, such as `birthday: date?`."),
  }),
  "after-last": ({ text, write }) => ({
    message: `\`${text}\` moves on with every new one, so no time after it is ever final`,
    fix: `Write \`${write}\`, or count from the first: \`1st\`, \`2nd\` ….`,
  }),
  "stall-first": ({ step, process, later }) => ({
    message: `\`${step}\` is the first step of \`${process}\`: nobody stalls at a step before anything was done`,
    fix: useEn(later, `Add a second step to \`${process}\`.`),
  }),
  "unknown-state": ({ text, why, exist }) => ({
    message: {
      touch: `\`${text}\` is set by strategies, and a state must follow from what users do`,
      stage: `\`${text}\` is a lifecycle; one enters or leaves one of its stages`,
      none: `\`${text}\` is neither a stage nor a tag`,
    }[why],
    fix: useEn(exist, "Write a stage such as `buyer.dormant`, or a tag that is declared as `tag fact … = did …`."),
  }),
  "state-not-fixed": ({ state, field, write }) => ({
    message: `\`${state}\` depends on \`user.${field}\`, which may change, and nobody knows what it was yesterday`,
    fix: `If it never changes, mark it where it is declared: \`${write}\`. Otherwise use a schedule: \`every day at 10:00\` with \`who\`.`,
  }),
};

export const whenZh: Catalogue<WhenMessages> = {
  "hour-with-clock": () => ({
    message: "`every hour` 在每个整点执行，不用写时间",
    fix: "请去掉时间，或改写成 `every day at 10:00`。",
  }),
  "day-range": ({ text }) => ({
    message: `没有哪个月有 \`${text}\` 号`,
    fix: "请写 1 到 31，或写 `every month on the last day`；天数不够的月份按最后一天算。",
  }),
  "empty-hours": ({ text }) => ({
    message: `\`${text}\` 到 \`${text}\` 之间没有时间`,
    fix: "请写两个不同的时间，例如 `08:00` 和 `22:00`；全天都可以的话，不用写这一条。",
  }),
  "dated-name": ({ text, write }) => ({
    message: `\`${text}\` 不是用户的日期`,
    fix:
      write === null
        ? "请写用户字段，例如 `user.birthday`；节日直接写名字。"
        : `请写成 \`${write}\`，用户字段要以 \`user.\` 开头。`,
  }),
  "dated-type": ({ text, type, exist }) => ({
    message: `\`${text}\` 是${typeZh(type)}，只有每年都有的日期才能这样用`,
    fix: useZh(exist, "请先给用户声明一个日期字段，例如 `birthday: date?`。"),
  }),
  "after-last": ({ text, write }) => ({
    message: `每发生一次，\`${text}\` 就往后挪一次，所以“之后多久”总也定不下来`,
    fix: `请写成 \`${write}\`，或从第几次算起：\`1st\`、\`2nd\`……`,
  }),
  "stall-first": ({ step, process, later }) => ({
    message: `\`${step}\` 是流程 \`${process}\` 的第一步，还没开始，谈不上卡住`,
    fix: useZh(later, `请给 \`${process}\` 加上第二步。`),
  }),
  "unknown-state": ({ text, why, exist }) => ({
    message: {
      touch: `\`${text}\` 是策略打上的标签，而状态要由用户的行为决定`,
      stage: `\`${text}\` 是生命周期，进入或离开的应该是它的某个阶段`,
      none: `\`${text}\` 既不是阶段，也不是标签`,
    }[why],
    fix: useZh(exist, "请写阶段（如 `buyer.dormant`），或写用 `tag fact … = did …` 声明的标签。"),
  }),
  "state-not-fixed": ({ state, field, write }) => ({
    message: `\`${state}\` 用到了 \`user.${field}\`，它会变，而昨天的值已经无从知道`,
    fix: `如果它从不改变，请在声明处加上 \`fixed\`：\`${write}\`；否则请改用定时：\`every day at 10:00\` 加 \`who\`。`,
  }),
};
