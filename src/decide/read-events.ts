import type { Column } from "../evaluate/frame.js";
import { type EventHistory, type EventLog, visibleFrom } from "../facts/log.js";
import { placeEvents, type Unplaced } from "../facts/order.js";
import type { EventSchema, Program } from "../program/program.js";
import { byCodePoint } from "../text/order.js";
import { isRecord, own, readId } from "./read-object.js";
import {
  isStoredAsText,
  type Place,
  pathOf,
  readInstant,
  reportChoice,
  shownValue,
  type ValueReader,
  valueReader,
} from "./read-value.js";

/** Reads a user's events into columns by kind, in total order. */
export type EventsReader = (events: unknown, place: Place) => EventLog;

/** An event may have happened this much later than it was received, for clocks differ; more is an error in the data. */
const CLOCK_SKEW = 300_000;

interface Kind {
  readonly place: number;
  readonly schema: EventSchema;
  readonly readers: readonly ValueReader[];
}

interface Row {
  readonly id: string;
  readonly occurred: number;
  readonly received: number | null;
  readonly seq: number;
  readonly values: readonly (number | string | null)[];
}

export function createEventsReader(program: Program): EventsReader {
  const { settle } = program.project;
  const kinds = new Map<string, Kind>();
  program.events.forEach((schema, place) => {
    kinds.set(schema.id, { place, schema, readers: schema.fields.map(valueReader) });
  });
  return (events, place) => {
    if (!Array.isArray(events)) {
      place.report("not-a-list", "events", { path: "events" });
      return [];
    }
    const rows = program.events.map((): Map<string, Row> | undefined => undefined);
    for (const [index, event] of events.entries()) {
      place.index = index;
      readEvent(event, kinds, place, rows);
    }
    const log = rows.map(
      (found, kind) => found && history(program.events[kind] as EventSchema, [...found.values()], settle),
    );
    placeEvents(log);
    return log;
  };
}

function readEvent(
  event: unknown,
  kinds: ReadonlyMap<string, Kind>,
  place: Place,
  rows: (Map<string, Row> | undefined)[],
): void {
  const path = pathOf(place, "");
  if (!isRecord(event)) return place.report("not-an-object", path, { path });
  const name = own(event, "event");
  const kind = typeof name === "string" ? kinds.get(name) : undefined;
  if (kind === undefined) return reportChoice(name, [...kinds.keys()], place, "event");
  const row = readRow(event, kind, place);
  if (row === null) return;
  let found = rows[kind.place];
  if (!found) rows[kind.place] = found = new Map();
  const other = found.get(row.id);
  if (!other || isEarlier(row, other)) found.set(row.id, row);
}

function readRow(event: Readonly<Record<string, unknown>>, { schema, readers }: Kind, place: Place): Row | null {
  const id = readId(event, "id", place);
  const occurred = readInstant(own(event, "occurred_at"), place, "occurred_at");
  const received = own(event, "received_at") ?? null;
  const arrived = received === null ? null : readInstant(received, place, "received_at");
  if (arrived !== null && occurred > arrived + CLOCK_SKEW) {
    const path = pathOf(place, "");
    place.report("received-too-early", path, { path });
  }
  const seq = readSeq(own(event, "seq") ?? 0, place);
  const values = schema.fields.map((field, index) => (readers[index] as ValueReader)(own(event, field.id), place));
  return id === null || Number.isNaN(occurred) ? null : { id, occurred, received: arrived, seq, values };
}

function readSeq(value: unknown, place: Place): number {
  if (typeof value === "number" && Number.isSafeInteger(value)) return value;
  const path = pathOf(place, "seq");
  place.report("wrong-value", path, { path, type: "integer", got: shownValue(value, false), example: "3" });
  return 0;
}

/** Of two rows with one id the first received counts; should they have arrived at once, one is chosen by what it holds. */
function isEarlier(a: Row, b: Row): boolean {
  const order = (a.received ?? a.occurred) - (b.received ?? b.occurred) || a.occurred - b.occurred || a.seq - b.seq;
  return order === 0 ? byCodePoint(JSON.stringify(a.values), JSON.stringify(b.values)) < 0 : order < 0;
}

/** The rows of one kind as columns. */
function history(schema: EventSchema, rows: readonly Row[], settle: number): EventHistory & Unplaced {
  const sorted = [...rows].sort((a, b) => a.occurred - b.occurred || a.seq - b.seq || byCodePoint(a.id, b.id));
  const columns = schema.fields.map(({ type }, field): Column => {
    if (isStoredAsText(type)) return sorted.map(({ values }) => values[field] as string | null);
    return Float64Array.from(sorted, ({ values }) => values[field] as number);
  });
  return {
    frame: { columns, rows: sorted.length },
    occurred: Float64Array.from(sorted, ({ occurred }) => occurred),
    seq: Float64Array.from(sorted, ({ seq }) => seq),
    order: new Float64Array(sorted.length),
    ids: sorted.map(({ id }) => id),
    visibleFrom: Float64Array.from(sorted, ({ occurred, received }) => visibleFrom(occurred, received, settle)),
    from: 0,
    to: sorted.length,
  };
}
