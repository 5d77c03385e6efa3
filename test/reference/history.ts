import type { FieldDeclaration, TypeName } from "../../src/syntax/tree.js";
import { type Catalogue, declared } from "./catalogue.js";
import { dateFromText, instantFromInput } from "./clock.js";
import { lunarDateFromText } from "./lunar.js";
import { decimal } from "./rational.js";
import { type Value, versionParts } from "./value.js";

/** Plain JSON: field to value; absent and `null` are unknown. */
export type Row = Readonly<Record<string, unknown>>;

/** The fields of a profile or of an event. */
export type Fields = ReadonlyMap<string, Value | null>;

/** Something that happened, with both its instants. */
export interface Happened {
  readonly event: string;
  readonly id: string;
  readonly occurredAt: number;
  readonly receivedAt: number;
  /** Its place among events of one instant; 0 where the source does not say. */
  readonly seq: number;
  readonly fields: Fields;
}

export function readFields(row: Row, declarations: readonly FieldDeclaration[]): Fields {
  return new Map(
    declarations.map(({ name, type }) => {
      const given = Object.hasOwn(row, name.text) ? row[name.text] : null;
      return [name.text, given === null || given === undefined ? null : readValue(given, type)];
    }),
  );
}

function readValue(given: unknown, type: TypeName): Value {
  if (type.is === "notYet") throw new Error(`not part of the language yet: ${type.construct}`);
  if (type.is === "oneOf") return { is: "word", word: String(given) };
  switch (type.name.text) {
    case "text":
    case "time zone":
    case "locale":
      return { is: "text", text: String(given) };
    case "boolean":
      return { is: "boolean", boolean: given === true };
    case "date":
      return { is: "date", date: dateFromText(String(given)) };
    case "lunar date":
      return { is: "lunarDate", date: lunarDateFromText(String(given)) };
    case "version":
      return { is: "version", parts: versionParts(String(given)) };
    case "instant":
      return { is: "instant", instant: instantFromInput(typeof given === "number" ? given : String(given)) };
    default:
      // integer, number, percent, points and every currency.
      return { is: "number", number: decimal(String(given)) };
  }
}

/** Reads the events of one user. Of several rows with one id, the one that was received first counts. */
export function readEvents(rows: readonly Row[], catalogue: Catalogue): Happened[] {
  const kept = new Map<string, Happened>();
  for (const row of rows) {
    const happened = readEvent(row, catalogue);
    const key = JSON.stringify([happened.event, happened.id]);
    const known = kept.get(key);
    if (known === undefined || happened.receivedAt < known.receivedAt) kept.set(key, happened);
  }
  return [...kept.values()];
}

function readEvent(row: Row, catalogue: Catalogue): Happened {
  const event = String(row["event"]);
  const occurredAt = instantFromInput(instantGiven(row["occurred_at"]));
  const received = row["received_at"];
  return {
    event,
    id: String(row["id"]),
    occurredAt,
    seq: row["seq"] === undefined || row["seq"] === null ? 0 : Number(row["seq"]),
    receivedAt: received === undefined || received === null ? occurredAt : instantFromInput(instantGiven(received)),
    fields: readFields(row, declared(catalogue.events, event).fields),
  };
}

export function instantGiven(given: unknown): string | number {
  if (typeof given === "string" || typeof given === "number") return given;
  throw new TypeError(`not an instant: ${String(given)}`);
}

/** The instant from which a decision may know of an event: it has happened, and it arrived in time. */
export function visibleFromOf({ occurredAt, receivedAt }: Happened, settle: number): number {
  return Math.max(occurredAt, receivedAt - settle);
}
