import type { DuckDBVector } from "@duckdb/node-api";
import type { Program } from "../program/program.js";
import type { ColumnResult, Database } from "./database.js";
import { profileFieldsIn } from "./fact-needs.js";
import type { ZoneAsk } from "./grid.js";
import { isText } from "./record-sql.js";
import type { UserRange } from "./some-users.js";

/** What is asked of a population: its database, the program, and the asks by zone. */
export interface Inquiry {
  readonly db: Database;
  readonly program: Program;
  readonly asks: readonly ZoneAsk[];
}

/** Some users in the order of their ids, by columns. */
export interface UserBlock {
  readonly ids: readonly string[];
  /** Each user's place among the zones. */
  readonly zones: Uint16Array;
  /** Where each user's rows of facts start: one for each ask of their zone. */
  readonly firstRows: Int32Array;
  /** How many rows of facts all of them have. */
  readonly rows: number;
  /** The fields of the profile that are read, by place; unknown is `NaN`, or `null` for text. */
  readonly fields: ReadonlyMap<number, readonly (number | string | null)[]>;
}

/** Asks for the users of a range. */
export function selectUsers({ db, program }: Inquiry, { low, high }: UserRange): Promise<ColumnResult> {
  const fields = profileFields(program).map((place) => fieldSql(program, place));
  const columns = ["id", "CAST(z AS INTEGER)", ...fields].join(", ");
  return db.columns(`SELECT ${columns} FROM touchline.users WHERE u >= ${low} AND u < ${high} ORDER BY u`);
}

/** Reads what `selectUsers` found. */
export function readUsers({ program, asks }: Inquiry, { low, high }: UserRange, found: ColumnResult): UserBlock {
  const places = profileFields(program);
  const ids: string[] = [];
  const zones = new Uint16Array(high - low);
  const firstRows = new Int32Array(high - low);
  const values = places.map((): (number | string | null)[] => []);
  let rows = 0;
  found.each((vectors, count) => {
    const [id, zone, ...others] = vectors as [DuckDBVector, DuckDBVector, ...DuckDBVector[]];
    for (let k = 0; k < count; k++) {
      const z = zone.getItem(k) as number;
      zones[ids.length] = z;
      firstRows[ids.length] = rows;
      rows += asks[z]?.asks.length ?? 0;
      ids.push(id.getItem(k) as string);
    }
    others.forEach((vector, column) => {
      for (let k = 0; k < count; k++) values[column]?.push(vector.getItem(k) as number | string | null);
    });
  });
  const fields = new Map(places.map((place, column) => [place, values[column] ?? []]));
  return { ids, zones, firstRows, rows, fields: fields.set(program.user.id, ids.slice()) };
}

/** Which fields are read besides the id: by facts, and by what finds occurrences. */
function profileFields({ facts, strategies, user }: Program): number[] {
  return profileFieldsIn([facts, strategies.map(({ when }) => when)]).filter((field) => field !== user.id);
}

function fieldSql(program: Program, place: number): string {
  const field = program.user.fields[place];
  return field && isText(field) ? `f${place}` : `coalesce(CAST(f${place} AS DOUBLE), 'NaN'::DOUBLE)`;
}
