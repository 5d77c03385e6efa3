import { parseDate } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import type { EncodedEntry } from "../gate/standing.js";
import type { Program } from "../program/program.js";
import { isRecord, own, type Plain, readId } from "./read-object.js";
import { type Place, pathOf, readInstant, reportChoice } from "./read-value.js";

/** Reads dated entries into what the gates read of them; the zone dates touches whose key is no civil date. */
export type EntriesReader = (entries: unknown, zone: Zone, place: Place) => readonly EncodedEntry[];

const kinds = ["touch", "opt_out", "opt_in", "tag", "receipt"];
const outcomes = ["handed_over", "delivered", "opened", "clicked", "failed"];

export function createEntriesReader(program: Program): EntriesReader {
  const strategies = new Map(program.strategies.map(({ id }, place) => [id, place]));
  const channels = new Map(program.channels.map(({ id }, place) => [id, place]));
  return (entries, zone, place) => {
    if (!Array.isArray(entries)) {
      place.report("not-a-list", "entries", { path: "entries" });
      return [];
    }
    const encoded: EncodedEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      place.index = index;
      const read = readEntry(entry, zone, place);
      if (read !== null) encoded.push(read);
    }
    return encoded;
  };

  function readEntry(entry: unknown, zone: Zone, place: Place): EncodedEntry | null {
    if (!isRecord(entry)) {
      const path = pathOf(place, "");
      place.report("not-an-object", path, { path });
      return null;
    }
    const at = readInstant(own(entry, "at"), place, "at");
    const kind = own(entry, "kind");
    switch (kind) {
      case "touch":
        return readTouch(entry, at, zone, place);
      case "opt_out":
      case "opt_in":
        return readConsent(entry, kind, at, place);
      case "tag":
        readId(entry, "tag", place);
        return null;
      case "receipt":
        readId(entry, "key", place);
        if (!outcomes.some((outcome) => outcome === own(entry, "outcome")))
          reportChoice(own(entry, "outcome"), outcomes, place, "outcome");
        return null;
      default:
        reportChoice(kind, kinds, place, "kind");
        return null;
    }
  }

  /** A touch of a strategy or a channel that the program no longer has is past, and nothing asks about it. */
  function readTouch(entry: Plain, at: number, zone: Zone, place: Place): EncodedEntry | null {
    const strategy = readId(entry, "strategy", place);
    const occurrence = readId(entry, "occurrence", place);
    readId(entry, "channel", place);
    const known = strategy === null ? undefined : strategies.get(strategy);
    if (occurrence === null || known === undefined || Number.isNaN(at)) return null;
    return { kind: "touch", at, strategy: known, date: dateOfKey(occurrence) ?? zone.dateAt(at) };
  }

  /** An opt-out that names no channel of the program is an error: unheard, it would let a message out. */
  function readConsent(entry: Plain, kind: "opt_out" | "opt_in", at: number, place: Place): EncodedEntry | null {
    const name = own(entry, "channel") ?? null;
    const channel = typeof name === "string" ? channels.get(name) : undefined;
    if (name !== null && channel === undefined) {
      reportChoice(name, [...channels.keys()], place, "channel");
      return null;
    }
    return Number.isNaN(at) ? null : { kind, at, channel: channel ?? null };
  }
}

/** The civil date of a schedule's occurrence key, `2018-07-20T10:00`; `null` for other keys. */
function dateOfKey(key: string): number | null {
  return key.length === 16 && key[10] === "T" ? parseDate(key.slice(0, 10)) : null;
}
