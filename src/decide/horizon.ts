import { formatDate } from "../calendar/civil.js";
import type { HorizonError } from "../occur/horizon-error.js";
import { createReport, InputError } from "./input-error.js";

/** An interval that reaches beyond what a calendar knows is an error of the input: it can't be decided. */
export function beyondHorizon({ strategy, asked, calendar, festival, date, from, until }: HorizonError): InputError {
  const { problems, report } = createReport();
  const [on, first, last] = [formatDate(date), formatDate(from), formatDate(until)];
  report("beyond-horizon", "until", { strategy, asked, calendar, festival, on, first, last });
  return new InputError(problems);
}
