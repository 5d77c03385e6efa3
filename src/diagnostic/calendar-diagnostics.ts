import type { CalendarProblem } from "../calendar/calendar-problem.js";
import { type Diagnostic, diagnostic } from "./diagnostic.js";

/** What is wrong in a calendar file, as diagnostics to be shown over its text. */
export function calendarDiagnostics(problems: readonly CalendarProblem[]): Diagnostic[] {
  return problems.map(({ code, span, args }) => diagnostic(code, span, args));
}
