import type { Catalogue } from "./wording.js";

/** The arguments of each code that reading a calendar file can give, besides those that it shares with `data.yaml`. */
export interface CalendarFileMessages {
  /** `limit` in bytes. */
  "calendar-too-large": { limit: number };
  /** The calendar's id is not the name of its file. */
  "calendar-id": { id: string; file: string };
  "calendar-festival-name": { name: string };
  "calendar-date": { text: string };
  /** Dates as text, here and below. */
  "calendar-reversed": { from: string; until: string };
  "calendar-outside": { date: string; from: string; until: string };
  "calendar-twice": { date: string };
  "calendar-makeup-weekday": { date: string };
  "calendar-festival-rule": { festival: string };
  "calendar-term": { term: string; known: readonly string[]; nearest: string | null };
}

const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

export const calendarFileEn: Catalogue<CalendarFileMessages> = {
  "calendar-too-large": ({ limit }) => ({
    message: `this calendar is larger than ${limit / 1024} KiB, the limit for one file`,
    fix: "Leave out the holidays of years long past; festivals by rule, such as `lunar: 8-15`, need no dates.",
  }),
  "calendar-id": ({ id, file }) => ({
    message: `this calendar calls itself \`${id}\`, but its file is called \`${file}\``,
    fix: `Write \`id: ${file}\`, or rename the file to \`${id}.yaml\`.`,
  }),
  "calendar-festival-name": ({ name }) => ({
    message: `\`${name}\` can't be the name of a festival`,
    fix: "Use letters, digits and `_`, such as `mid_autumn`; what people read stands in `label`.",
  }),
  "calendar-date": ({ text }) => ({
    message: text === "" ? "there is no date here" : `\`${text}\` is no date of the calendar`,
    fix: "Write year, month and day, such as `2026-10-01`; several in a row as `2026-10-01 to 2026-10-07`.",
  }),
  "calendar-reversed": ({ from, until }) => ({
    message: `\`${from}\` is later than \`${until}\``,
    fix: `Put the earlier date first: \`${until}\`, then \`${from}\`.`,
  }),
  "calendar-outside": ({ date, from, until }) => ({
    message: `\`${date}\` lies outside the horizon, \`${from}\` to \`${until}\``,
    fix: "Widen `horizon` once all holidays up to there are listed, or correct the date.",
  }),
  "calendar-twice": ({ date }) => ({
    message: `\`${date}\` is listed twice`,
    fix: "List each date once: a day is either a holiday or a made-up workday.",
  }),
  "calendar-makeup-weekday": ({ date }) => ({
    message: `\`${date}\` is no Saturday or Sunday, so it can't be a workday made up for a holiday`,
    fix: "Take it out of `makeup_workdays`; days from Monday to Friday are workdays anyway.",
  }),
  "calendar-festival-rule": ({ festival }) => ({
    message: `the festival \`${festival}\` needs exactly one rule for its date`,
    fix: "Write one of `lunar: 8-15`, `lunar: last`, `solar: 10-1`, `weekday: second Sunday of May`, `term: qingming` or `dates: [2026-06-18]`.",
  }),
  "calendar-term": ({ term, known, nearest }) => ({
    message: `\`${term}\` is none of the 24 solar terms`,
    fix: `${nearest === null ? "" : `Did you mean \`${nearest}\`? `}Use one of ${quoted(known)}.`,
  }),
};

export const calendarFileZh: Catalogue<CalendarFileMessages> = {
  "calendar-too-large": ({ limit }) => ({
    message: `这个日历超过了 ${limit / 1024} KiB，单个文件最多这么大`,
    fix: "请去掉早已过去的年份；按规则推算的节日（如 `lunar: 8-15`）不必列出日期。",
  }),
  "calendar-id": ({ id, file }) => ({
    message: `日历的 id 写的是 \`${id}\`，文件名却是 \`${file}\``,
    fix: `请写成 \`id: ${file}\`，或把文件改名为 \`${id}.yaml\`。`,
  }),
  "calendar-festival-name": ({ name }) => ({
    message: `\`${name}\` 不能用作节日的名字`,
    fix: "请只用文字、数字和 `_`，例如 `mid_autumn`；给人看的名称写在 `label` 里。",
  }),
  "calendar-date": ({ text }) => ({
    message: text === "" ? "这里缺少日期" : `\`${text}\` 不是有效的日期`,
    fix: "请写成年-月-日，例如 `2026-10-01`；连续几天可写 `2026-10-01 to 2026-10-07`。",
  }),
  "calendar-reversed": ({ from, until }) => ({
    message: `\`${from}\` 比 \`${until}\` 还晚`,
    fix: `请把早的日期写在前面：先 \`${until}\`，后 \`${from}\`。`,
  }),
  "calendar-outside": ({ date, from, until }) => ({
    message: `\`${date}\` 超出了日历的有效范围：\`${from}\` 到 \`${until}\``,
    fix: "请改正日期；如果到那时为止的放假安排都已列全，也可以把 `horizon` 放宽。",
  }),
  "calendar-twice": ({ date }) => ({
    message: `\`${date}\` 列了两次`,
    fix: "每个日期只写一次：一天要么放假，要么调休上班。",
  }),
  "calendar-makeup-weekday": ({ date }) => ({
    message: `\`${date}\` 不是周六或周日，谈不上调休上班`,
    fix: "请把它从 `makeup_workdays` 里去掉；周一到周五本来就是工作日。",
  }),
  "calendar-festival-rule": ({ festival }) => ({
    message: `节日 \`${festival}\` 需要且只能有一条日期规则`,
    fix: "请从这些写法里选一种：`lunar: 8-15`、`lunar: last`、`solar: 10-1`、`weekday: second Sunday of May`、`term: qingming`、`dates: [2026-06-18]`。",
  }),
  "calendar-term": ({ term, known, nearest }) => ({
    message: `\`${term}\` 不是二十四节气之一`,
    fix: `${nearest === null ? "" : `您是不是想写 \`${nearest}\`？`}可用的有 ${quoted(known).replaceAll(", ", "、")}。`,
  }),
};
