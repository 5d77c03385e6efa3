import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** What asks for holidays and festivals, and finds no calendar that has them. */
export interface CalendarMessages {
  "unknown-calendar": { readonly name: string; readonly exist: Exist };
  "calendar-missing": Record<string, never>;
  "calendar-without-days": { readonly calendar: string };
  "unknown-festival": { readonly name: string; readonly calendar: string; readonly exist: Exist };
}

export const calendarsEn: Catalogue<CalendarMessages> = {
  "unknown-calendar": ({ name, exist }) => ({
    message: `there is no calendar called \`${name}\``,
    fix: `${useEn(exist, "")} Or describe it in the file \`calendars/${name}.yaml\`.`.trim(),
  }),
  "calendar-missing": () => ({
    message: "holidays and festivals are asked for, but the project names no calendar that tells them",
    fix: "Add one to the project, such as `calendar china`.",
  }),
  "calendar-without-days": ({ calendar }) => ({
    message: `the calendar \`${calendar}\` lists no holidays, so nobody can tell which days are workdays`,
    fix: `List \`holidays\`, \`makeup_workdays\` and their \`horizon\` in \`calendars/${calendar}.yaml\`.`,
  }),
  "unknown-festival": ({ name, calendar, exist }) => ({
    message: `the calendar \`${calendar}\` has no festival called \`${name}\``,
    fix: useEn(
      exist,
      `Add it to \`calendars/${calendar}.yaml\`, or write a field of the user, such as \`user.birthday\`.`,
    ),
  }),
};

export const calendarsZh: Catalogue<CalendarMessages> = {
  "unknown-calendar": ({ name, exist }) => ({
    message: `没有叫 \`${name}\` 的日历`,
    fix: `${useZh(exist, "")}也可以写一个 \`calendars/${name}.yaml\` 来定义它。`,
  }),
  "calendar-missing": () => ({
    message: "这里用到了节假日，而项目没有指定日历",
    fix: "请在 project 里加上日历，例如 `calendar china`。",
  }),
  "calendar-without-days": ({ calendar }) => ({
    message: `日历 \`${calendar}\` 没有列出放假安排，无法判断哪天是工作日`,
    fix: `请在 \`calendars/${calendar}.yaml\` 里写上 \`holidays\`、\`makeup_workdays\` 和它们的 \`horizon\`。`,
  }),
  "unknown-festival": ({ name, calendar, exist }) => ({
    message: `日历 \`${calendar}\` 里没有 \`${name}\` 这个节日`,
    fix: useZh(exist, `请在 \`calendars/${calendar}.yaml\` 里加上它，或改用用户字段，例如 \`user.birthday\`。`),
  }),
};
