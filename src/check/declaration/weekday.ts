import type { Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 1 Monday … 7 Sunday; `null` for any other word. */
export function weekdayOf(text: string): number | null {
  const place = days.indexOf(text);
  return place < 0 ? null : place + 1;
}

/** The same, where any other word is reported. */
export function weekday(c: Checker, name: Name): number | null {
  const day = weekdayOf(name.text);
  if (day !== null) return day;
  const { suggestion } = meant(name, days);
  const args = { name: name.text, exist: { names: days, more: 0 } };
  return c.report.add("unknown-weekday", name.span, args, { suggestion });
}
