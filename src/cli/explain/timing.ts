import type { ExplainedTiming } from "../../decide/explanation.js";
import type { Telling } from "./telling.js";
import type { Row } from "./tests.js";

/** Which rules say when a touch goes out, and what moved it; nothing where there are none. */
export function timingRows(timing: ExplainedTiming, { details, time }: Telling): Row[] {
  const { earliest, window, quiet, best_hour, send_at, by } = timing;
  if (!window && !quiet && !best_hour) return [];
  const rows: Row[] = [[`    ${details.earliest}`, time(earliest), "", ""]];
  if (best_hour) {
    const { hour, evidence, least } = best_hour;
    const seen = hour === null ? details.noHour(evidence) : details.hour(clock(hour), evidence);
    rows.push([`    ${details.bestHour}`, seen, details.evidence(least), ""]);
  }
  if (window) rows.push([`    ${details.window}`, "", details.inside(window), ""]);
  if (quiet) rows.push([`    ${details.quiet}`, "", details.outside(quiet), ""]);
  if (send_at !== null) rows.push([`    ${details.sends}`, time(send_at), details.moved[by], ""]);
  return rows;
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
