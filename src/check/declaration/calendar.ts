import type { Name } from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import { nearest } from "../../text/nearest.js";
import type { Checker } from "../checker.js";

/** Whether the project's calendar tells which days are holidays; reported at `span` if not. */
export function needsDays(c: Checker, span: Span): boolean {
  return c.calendar.needsDays(span);
}

/** The place of a festival of the project's calendar. A field of the user is written `user.birthday`. */
export function festivalPlace(c: Checker, name: Name): number | null {
  const field = c.catalogue.project?.calendar ? null : nearest(name.text, [...(c.catalogue.user?.keys() ?? [])]);
  if (field === null) return c.calendar.festival(name);
  const write = `user.${field}`;
  const suggestion = { span: name.span, text: write };
  return c.report.add("write-as", name.span, { name: name.text, kind: "field", write }, { suggestion });
}
