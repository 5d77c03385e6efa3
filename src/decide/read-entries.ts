import type { EncodedEntry, StandingReceipt } from "../gate/standing.js";
import type { Program, Purpose } from "../program/program.js";
import { readChoice } from "./read-choice.js";
import { isRecord, own, type Plain, readId } from "./read-object.js";
import { createTouchReader, type EntryOwner } from "./read-touch.js";
import { type Place, pathOf, readInstant, reportChoice } from "./read-value.js";

/** Reads a user's dated entries into what the gates read of them. */
export type EntriesReader = (entries: unknown, owner: EntryOwner, place: Place) => readonly EncodedEntry[];

const kinds = ["touch", "ghost", "cancel", "too_late", "opt_out", "opt_in", "tag", "receipt"];
const outcomes: readonly StandingReceipt["outcome"][] = ["handed_over", "delivered", "opened", "clicked", "failed"];
const purposes: readonly Purpose[] = ["marketing", "service"];

export function createEntriesReader(program: Program): EntriesReader {
  const channels = new Map(program.channels.map(({ id }, place) => [id, place]));
  const tags = new Map(program.strategyTags.map(({ id }, place) => [id, place]));
  const readTouch = createTouchReader(program);
  return (entries, owner, place) => {
    if (!Array.isArray(entries)) {
      place.report("not-a-list", "entries", { path: "entries" });
      return [];
    }
    const encoded: EncodedEntry[] = [];
    for (const [index, entry] of entries.entries()) {
      place.index = index;
      const read = readEntry(entry, owner, place);
      // What has no instant was reported.
      if (read !== null && !Number.isNaN(read.at)) encoded.push(read);
    }
    return encoded;
  };

  function readEntry(entry: unknown, owner: EntryOwner, place: Place): EncodedEntry | null {
    if (!isRecord(entry)) {
      const path = pathOf(place, "");
      place.report("not-an-object", path, { path });
      return null;
    }
    const at = readInstant(own(entry, "at"), place, "at");
    const kind = own(entry, "kind");
    switch (kind) {
      case "touch":
      case "ghost":
        return readTouch(entry, kind, at, owner, place);
      case "cancel":
      case "too_late":
        return { kind: "cancel", at, key: readId(entry, "key", place) ?? "" };
      case "opt_out":
      case "opt_in":
        return readConsent(entry, kind, at, place);
      case "tag":
        return readTag(entry, at, owner, place);
      case "receipt":
        return readReceipt(entry, at, place);
      default:
        reportChoice(kind, kinds, place, "kind");
        return null;
    }
  }

  /** An opt-out that names no channel of the program is an error: unheard, it would let a message out. */
  function readConsent(entry: Plain, kind: "opt_out" | "opt_in", at: number, place: Place): EncodedEntry | null {
    const channel = readChoice(entry, "channel", [...channels.keys()], place);
    const purpose = readChoice(entry, "purpose", purposes, place);
    if (channel === undefined || purpose === undefined) return null;
    return { kind, at, channel: channel === null ? null : (channels.get(channel) as number), purpose };
  }

  /** A tag that the program no longer has is past, and nothing asks about it. */
  function readTag(entry: Plain, at: number, { zone }: EntryOwner, place: Place): EncodedEntry | null {
    const id = readId(entry, "tag", place);
    const tag = id === null ? undefined : tags.get(id);
    return tag === undefined || Number.isNaN(at) ? null : { kind: "tag", at, date: zone.dateAt(at), tag };
  }
}

function readReceipt(entry: Plain, at: number, place: Place): EncodedEntry | null {
  const key = readId(entry, "key", place);
  const outcome = outcomes.find((known) => known === own(entry, "outcome"));
  if (outcome === undefined) reportChoice(own(entry, "outcome"), outcomes, place, "outcome");
  return key === null || outcome === undefined ? null : { kind: "receipt", at, key, outcome };
}
