import { civilOf } from "../calendar/civil.js";
import { zone } from "../calendar/zone.js";
import type { Program } from "../program/program.js";
import type { Database } from "./database.js";
import type { Population } from "./load.js";

/** How users are divided for a comparison. */
export type Division =
  /** By where they came from. */
  | { readonly is: "source" }
  /** By the calendar month, in their own zone, of their first event: of one kind, or of any. */
  | { readonly is: "cohort"; readonly event: number | null };

export interface Segment {
  /** `others`: of the sources that are not named; `unknown`: without a source, or without an event. */
  readonly is: "named" | "others" | "unknown";
  /** The source, or the month, such as `2026-06`; empty for the others. */
  readonly id: string;
  readonly label: string | null;
  readonly users: number;
}

/** Every user is in exactly one segment. */
export interface Segments {
  readonly list: readonly Segment[];
  /** The place of each user's segment in the list, by the user's place. */
  readonly of: Int32Array;
}

/** Sources beyond the largest so many are taken together. */
const MOST_SOURCES = 20;

/** Looks for the segments in the loaded tables, at what is visible at `until`. */
export function segmentsOf(
  db: Database,
  population: Population,
  program: Program,
  division: Division,
  until: number,
): Promise<Segments> {
  return division.is === "source"
    ? bySource(db, population, program)
    : byCohort(db, population, program, division.event, until);
}

async function bySource(db: Database, { users }: Population, { user }: Program): Promise<Segments> {
  const field = user.source === null ? undefined : user.fields[user.source];
  const column = user.source === user.id ? "id" : `CAST(f${user.source} AS VARCHAR)`;
  const largest = await db.rows(`SELECT ${column} AS source FROM touchline.users WHERE ${column} IS NOT NULL
    GROUP BY source ORDER BY count(*) DESC, source LIMIT ${MOST_SOURCES}`);
  const named = largest.map(([source]) => String(source));
  const places = new Map(named.map((source, place) => [source, place]));
  const of = new Int32Array(users);
  let at = 0;
  const found = await db.columns(`SELECT ${column} FROM touchline.users ORDER BY u`);
  found.each(([vector], count) => {
    for (let k = 0; k < count; k++) {
      const source = vector?.getItem(k) ?? null;
      of[at++] = source === null ? named.length + 1 : (places.get(String(source)) ?? named.length);
    }
  });
  const members = field?.type.is === "enum" ? field.type.members : [];
  const list = [
    ...named.map((source) => {
      const member = members[Number(source)];
      return { is: "named" as const, id: member?.id ?? source, label: member?.label ?? null };
    }),
    { is: "others" as const, id: "", label: null },
    { is: "unknown" as const, id: "", label: null },
  ];
  return inhabited(list, of);
}

async function byCohort(
  db: Database,
  { users, zones, tableOf }: Population,
  { events }: Program,
  event: number | null,
  until: number,
): Promise<Segments> {
  // Scores of models are nothing that users do.
  const kinds = event === null ? events.flatMap(({ model }, place) => (model === null ? [place] : [])) : [event];
  const tables = kinds.flatMap((place) => tableOf(place) ?? []);
  const months = new Int32Array(users).fill(-1);
  if (tables.length > 0) {
    const rows = tables.map(
      (table) => `SELECT u, z, occurred FROM ${table} WHERE visible <= ${until} AND u IS NOT NULL`,
    );
    const found =
      await db.columns(`SELECT CAST(u AS INTEGER), CAST(any_value(z) AS INTEGER), CAST(min(occurred) AS DOUBLE)
      FROM (${rows.join(" UNION ALL ")}) GROUP BY u`);
    const places = zones.map((name) => zone(name));
    found.each(([user, place, first], count) => {
      for (let k = 0; k < count; k++) {
        const date = places[place?.getItem(k) as number]?.dateAt(first?.getItem(k) as number) ?? 0;
        const { year, month } = civilOf(date);
        months[user?.getItem(k) as number] = year * 12 + month - 1;
      }
    });
  }
  const present = [...new Set(months)].filter((month) => month >= 0).sort((a, b) => a - b);
  const places = new Map(present.map((month, place) => [month, place]));
  const of = months.map((month) => places.get(month) ?? present.length);
  const list = [
    ...present.map((month) => ({ is: "named" as const, id: monthText(month), label: null })),
    { is: "unknown" as const, id: "", label: null },
  ];
  return inhabited(list, of);
}

function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/** Counts the users of each segment, and leaves out those that are empty. */
function inhabited(list: readonly Omit<Segment, "users">[], of: Int32Array): Segments {
  const users = new Float64Array(list.length);
  for (const place of of) users[place] = (users[place] as number) + 1;
  const kept = [...list.keys()].filter((place) => users[place]);
  const moved = new Int32Array(list.length);
  kept.forEach((place, now) => {
    moved[place] = now;
  });
  return {
    list: kept.flatMap((place) => list.slice(place, place + 1).map((one) => ({ ...one, users: users[place] ?? 0 }))),
    of: of.map((place) => moved[place] as number),
  };
}
