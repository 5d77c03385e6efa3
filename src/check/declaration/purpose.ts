import type { Purpose } from "../../program/program.js";
import type { Name } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

const purposes = ["marketing", "service"] as const;

/** What a touch is for: consent is asked for each apart. */
export function purposeOf(c: Checker, name: Name): Purpose | null {
  const found = purposes.find((each) => each === name.text);
  if (found) return found;
  const { exist, suggestion } = meant(name, purposes);
  return c.report.add("unknown-purpose", name.span, { name: name.text, exist }, { suggestion });
}
