import type { DayRule, Shift, When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { epochDay } from "../expression/literal.js";
import { lengthOf } from "../length.js";
import { anniversaryField } from "./anniversary.js";
import { needsDays, festivalPlace } from "./calendar.js";
import { minuteOf } from "./clock.js";
import { countOf } from "./count.js";
import { weekday } from "./weekday.js";

type Of<K extends Tree.When["is"]> = Extract<Tree.When, { readonly is: K }>;

/** `every hour`, `every day at 10:00`, `every month on the last day at 10:00`. */
export function every(c: Checker, when: Of<"every">): When | null {
  if (when.day.is === "hour") {
    return when.at ? c.report.add("hour-with-clock", when.at.span, {}) : { is: "hourly" };
  }
  const day = dayRule(c, when.day);
  const minute = clockOf(c, when, "every day at 10:00");
  return day && minute !== null ? { is: "every", day, minute } : null;
}

export function once(c: Checker, when: Of<"once">): When | null {
  const date = epochDay(c, when.date);
  const minute = minuteOf(c, when.at);
  return date === null || minute === null ? null : { is: "once", date, minute };
}

/** `on user.birthday at 09:00`, `1 day before spring_festival at 10:00`. */
export function dated(c: Checker, when: Of<"dated">): When | null {
  const shift = shiftOf(c, when);
  const [first, second] = when.date.names as readonly [Tree.Name, Tree.Name?];
  const anniversary = second !== undefined || c.catalogue.user?.has(first.text) === true;
  const place = anniversary ? anniversaryField(c, when.date) : festivalPlace(c, first);
  const minute = clockOf(c, when, `${c.phrases.textOf(when.span)} at 09:00`);
  if (!shift || place === null || minute === null) return null;
  return anniversary
    ? { is: "anniversary", field: place, shift, minute }
    : { is: "festival", festival: place, shift, minute };
}

function dayRule(c: Checker, day: Exclude<Tree.EveryDay, { readonly is: "hour" }>): DayRule | null {
  switch (day.is) {
    case "weekday": {
      const found = weekday(c, day.name);
      return found === null ? null : { is: "weekday", weekday: found };
    }
    case "dayOfMonth": {
      const found = countOf(c, day.day, 1);
      if (found === null || found <= 31) return found === null ? null : { is: "dayOfMonth", day: found };
      return c.report.add("day-range", day.day.span, { text: c.phrases.textOf(day.day.span) });
    }
    case "workday":
    case "holiday":
    case "makeupWorkday":
      return needsDays(c, day.span) ? { is: day.is } : null;
    default:
      return { is: day.is === "lastDayOfMonth" ? "lastDayOfMonth" : "day" };
  }
}

/** Days, weeks, months or years before or after a date. */
function shiftOf(c: Checker, { shift }: Of<"dated">): Shift | null {
  if (!shift) return { unit: "day", n: 0 };
  const length = lengthOf(shift.length);
  if (!length || length.unit === "ms") {
    const text = c.phrases.textOf(shift.length.span);
    return c.report.add("bad-length", shift.length.span, { text, needs: "days" });
  }
  return { unit: length.unit, n: shift.side === "before" ? 0 - length.n : length.n };
}

/** A date alone has no instant: the time of day must be said. */
function clockOf(c: Checker, when: Of<"every"> | Of<"dated">, write: string): number | null {
  return when.at ? minuteOf(c, when.at) : c.report.add("clock-missing", when.span, { write });
}
