import type { Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

const units = ["day", "week", "month"] as const;

export type Per = (typeof units)[number];

/** `per month`, `each week`. */
export function perOf(c: Checker, name: Name): Per | null {
  const unit = units.find((each) => each === name.text);
  if (unit) return unit;
  const { suggestion } = meant(name, units);
  return c.report.add("unknown-per", name.span, { name: name.text }, { suggestion });
}
