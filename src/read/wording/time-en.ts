import type { Beside, Length, Stretch, ToldMoment } from "../told.js";

const units: ReadonlySet<string> = new Set(["second", "minute", "hour", "day", "week", "month", "year"]);

export function quantityEn(amount: string, unit: string | null): string {
  if (unit === null) return amount;
  if (unit === "%") return `${amount}%`;
  if (unit === "points") return `${amount} ${Number(amount) === 1 ? "point" : "points"}`;
  return `${amount} ${unit}${units.has(unit) && Number(amount) !== 1 ? "s" : ""}`;
}

export function lengthEn({ amount, unit }: Length): string {
  return quantityEn(amount, unit);
}

/** When, after what happened. */
export function whenEn(stretch: Stretch): string {
  switch (stretch.is) {
    case "ever":
      return "so far";
    case "today":
    case "yesterday":
      return stretch.is;
    case "last":
      return `in the last ${lengthEn(stretch.length)}${stretch.exact ? "" : " (including today)"}`;
    case "previous":
      return `in the previous ${wholeEn(stretch.length)} (not today)`;
    case "for":
      return stretch.exact
        ? `in the last ${lengthEn(stretch.length)}`
        : `in the ${wholeEn(stretch.length)} before today or today`;
    case "this":
      return `this ${stretch.unit}${stretch.unit === "week" ? ` (from ${stretch.starts})` : ""}`;
    case "ago":
      return ago(stretch.near, stretch.far);
    case "dates":
      return `from ${stretch.from} to ${stretch.to} (both included)`;
    case "after":
      return after(stretch);
    case "before":
      return `within ${lengthEn(stretch.length)} before ${start(stretch.moment, stretch.exact)}`;
    case "since":
      return stretch.moment.day ? `from ${stretch.moment.text} on` : `since ${stretch.moment.text}`;
  }
}

/** Whole days are days of the calendar; a “whole month” would be taken for a month of the calendar, which is not meant. */
export function wholeEn({ amount, unit }: Length): string {
  return unit === "day" ? `${amount} whole ${Number(amount) === 1 ? "day" : "days"}` : lengthEn({ amount, unit });
}

function after({ length, exact, moment }: Beside): string {
  if (moment.day && !exact) return `on ${moment.text} or within ${lengthEn(length)} after it`;
  return `within ${lengthEn(length)} after ${start(moment, exact)}`;
}

/** Hours beside a date count from its midnight. */
function start({ text, day }: ToldMoment, exact: boolean): string {
  return day && exact ? `the start of ${text}` : text;
}

function ago(near: Length, far: Length): string {
  return `${near.unit === far.unit ? near.amount : lengthEn(near)} to ${lengthEn(far)} ago`;
}

/** Whose clock a time of day is read from. */
export function clockOfEn(zone: string | null): string {
  return zone === null ? "the user's local time" : `${zone} time`;
}
