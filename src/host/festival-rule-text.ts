import type { FestivalRule } from "../calendar/festival-rule.js";

/** What to write for each kind of rule, to copy from. */
export const ruleExamples = {
  lunar: "lunar: 8-15",
  solar: "solar: 10-1",
  weekday: "weekday: second Sunday of May",
} as const;

const daysInSolarMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Reads `8-15` or `last`; `null` for anything else. */
export function parseLunarRule(text: string): FestivalRule | null {
  if (text === "last") return { is: "lunarLast" };
  const found = monthAndDay(text);
  return found && found.day <= 30 ? { is: "lunar", ...found } : null;
}

/** Reads `10-1`; `null` for anything else, and for days that no year has. */
export function parseSolarRule(text: string): FestivalRule | null {
  const found = monthAndDay(text);
  return found && found.day <= (daysInSolarMonth[found.month - 1] ?? 0) ? { is: "solar", ...found } : null;
}

const ordinals = ["first", "second", "third", "fourth"];
const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = "January February March April May June July August September October November December".split(" ");

/** Reads `second Sunday of May`; `null` for anything else. */
export function parseWeekdayRule(text: string): FestivalRule | null {
  const [ordinal = "", day = "", of, name = "", ...rest] = text.split(" ");
  const [nth, weekday, month] = [ordinals.indexOf(ordinal) + 1, weekdays.indexOf(day) + 1, months.indexOf(name) + 1];
  if (of !== "of" || rest.length > 0 || nth * weekday * month === 0) return null;
  return { is: "weekday", nth, weekday, month };
}

function monthAndDay(text: string): { readonly month: number; readonly day: number } | null {
  const found = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!found) return null;
  const [month, day] = [Number(found[1]), Number(found[2])];
  return month < 1 || month > 12 || day < 1 ? null : { month, day };
}
