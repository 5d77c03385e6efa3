import { isUtf8 } from "node:buffer";
import type { RejectionReason } from "../diagnostic/rejection.js";
import type { PhysicalLine } from "./physical-lines.js";

/** A record of a CSV file, or a line that can't be part of one. */
export type CsvRecord =
  | { readonly is: "row"; readonly line: number; readonly fields: readonly (string | null)[] }
  | { readonly is: "rejected"; readonly line: number; readonly reason: RejectionReason };

/** A quoted field may hold line ends, but not more text than this: a quote that is never closed must not swallow a file. */
const LONGEST_RECORD = 1 << 18;

/** From this width on, a line that would do as a record by itself is not taken for the inside of a quoted text. */
const TELLING_WIDTH = 3;

/**
 * Reads CSV exactly. A record may span lines if its quotes say so and it then is complete; otherwise only the line
 * where it starts is rejected, and reading goes on with the next line. Blank lines hold no record.
 * `width` is the number of fields that a record must have; `null` takes any.
 */
export async function* csvRecords(
  lines: AsyncIterable<PhysicalLine>,
  delimiter: string,
  width: number | null,
): AsyncGenerator<CsvRecord> {
  const ahead = new LineQueue(lines);
  for (let first = await ahead.take(); first !== null; first = await ahead.take()) {
    if (first.bytes.length === 0) continue;
    const outcome = await readRecord(first, ahead, delimiter, width);
    if (outcome.is === "row") ahead.drop(outcome.more);
    yield outcome.is === "row"
      ? { is: "row", line: first.number, fields: outcome.fields }
      : { is: "rejected", line: first.number, reason: outcome.reason };
  }
}

type Outcome =
  | { readonly is: "row"; readonly fields: readonly (string | null)[]; readonly more: number }
  | { readonly is: "rejected"; readonly reason: RejectionReason };

async function readRecord(
  first: PhysicalLine,
  ahead: LineQueue,
  delimiter: string,
  width: number | null,
): Promise<Outcome> {
  if (!isUtf8(first.bytes)) return { is: "rejected", reason: "not_utf8" };
  const text = first.bytes.toString("utf8");
  const split = splitFields(text, delimiter);
  if (split.is === "open") return readOn(text, ahead, delimiter, width);
  if (split.is === "bad") return { is: "rejected", reason: "bad_quote" };
  if (width !== null && split.fields.length !== width) return { is: "rejected", reason: "wrong_field_count" };
  return { is: "row", fields: split.fields, more: 0 };
}

/** Looks for the line where an open quote closes. Whatever makes that implausible means that it was never closed. */
async function readOn(first: string, ahead: LineQueue, delimiter: string, width: number | null): Promise<Outcome> {
  const unclosed: Outcome = { is: "rejected", reason: "unclosed_quote" };
  let text = first;
  for (let more = 0; text.length <= LONGEST_RECORD; more++) {
    const next = await ahead.peek(more);
    if (next === null || !isUtf8(next.bytes)) return unclosed;
    const line = next.bytes.toString("utf8");
    text += `\n${line}`;
    const split: Split = line.includes('"') ? splitFields(text, delimiter) : { is: "open" };
    if (split.is === "bad") return unclosed;
    if (split.is === "fields") {
      const fits = width === null || split.fields.length === width;
      return fits ? { is: "row", fields: split.fields, more: more + 1 } : unclosed;
    }
    if (width !== null && width >= TELLING_WIDTH && isRecord(line, delimiter, width)) return unclosed;
  }
  return unclosed;
}

function isRecord(line: string, delimiter: string, width: number): boolean {
  const split = splitFields(line, delimiter);
  return split.is === "fields" && split.fields.length === width;
}

type Split =
  | { readonly is: "fields"; readonly fields: readonly (string | null)[] }
  /** The last quote is still open. */
  | { readonly is: "open" }
  /** Something follows a closing quote. */
  | { readonly is: "bad" };

/** Splits the text of a record. Only a quote at the very start of a field quotes; a doubled one stands for itself. */
function splitFields(text: string, delimiter: string): Split {
  const fields: (string | null)[] = [];
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) return { is: "open" };
      fields.push(known(text.slice(at + 1, end).replaceAll('""', '"')));
      at = end + 1;
      if (at === text.length) return { is: "fields", fields };
      if (text[at] !== delimiter) return { is: "bad" };
    } else {
      const end = text.indexOf(delimiter, at);
      fields.push(known(end < 0 ? text.slice(at) : text.slice(at, end)));
      if (end < 0) return { is: "fields", fields };
      at = end;
    }
    at++;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

/** CSV can't tell an empty text from none: both are unknown. */
function known(field: string): string | null {
  return field === "" ? null : field;
}

/** Lines that can be looked at before they are taken. */
class LineQueue {
  readonly #lines: AsyncIterator<PhysicalLine>;
  readonly #waiting: PhysicalLine[] = [];

  constructor(lines: AsyncIterable<PhysicalLine>) {
    this.#lines = lines[Symbol.asyncIterator]();
  }

  async take(): Promise<PhysicalLine | null> {
    return this.#waiting.shift() ?? this.#read();
  }

  /** The line `place` lines ahead, from 0, or `null` past the end. */
  async peek(place: number): Promise<PhysicalLine | null> {
    while (this.#waiting.length <= place) {
      const line = await this.#read();
      if (line === null) return null;
      this.#waiting.push(line);
    }
    return this.#waiting[place] ?? null;
  }

  drop(count: number): void {
    this.#waiting.splice(0, count);
  }

  async #read(): Promise<PhysicalLine | null> {
    const next = await this.#lines.next();
    return next.done ? null : next.value;
  }
}
