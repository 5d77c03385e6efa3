import type { Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 1 Monday … 7 Sunday. */
export function weekday(c: Checker, name: Name): number | null {
  const place = days.indexOf(name.text);
  if (place >= 0) return place + 1;
  const { suggestion } = meant(name, days);
  const args = { name: name.text, exist: { names: days, more: 0 } };
  return c.report.add("unknown-weekday", name.span, args, { suggestion });
}
