import type { Program } from "../program/program.js";
import type { Names } from "./num-sql.js";

/** How a test over events names what it reads: fields of the event as `f0` …, of the user as `p0` …. */
export const rowNames: Names = { field: (place) => `f${place}`, profile: (place) => `p${place}` };

/** Joins, to a table of events `e`, the fields of their users at some places of the profile, as `p0` …. */
export function profileJoin(program: Program, fields: readonly number[]): string {
  if (fields.length === 0) return "";
  const columns = fields.map((place) => `${place === program.user.id ? "id" : `f${place}`} AS p${place}`);
  return `JOIN (SELECT u, ${columns.join(", ")} FROM touchline.users) AS own ON own.u = e.u`;
}
