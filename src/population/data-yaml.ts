import { isZone } from "../calendar/zone.js";
import type { DataMessages } from "../diagnostic/data.js";
import { type Code, type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { nearest } from "../text/nearest.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { DataError } from "./data-error.js";
import type {
  ColumnMap,
  DataMap,
  EventMap,
  EventRows,
  FieldMap,
  FileMap,
  Format,
  LeaveOut,
  ProfileMap,
  Word,
} from "./data-map.js";
import type { YamlPair, YamlValue } from "../text/yaml.js";
import { readYaml } from "./yaml-document.js";

/** One record in a hundred. */
const DEFAULT_MAX_REJECTED = 10_000;

/** Reads `data.yaml`. Throws a `DataError` that lists every problem of its form. */
export function parseDataMap(source: Source): DataMap {
  const reader = new MapReader(source);
  const map = reader.dataMap(readYaml(source));
  if (reader.problems.length > 0) throw new DataError(reader.problems, source);
  return map;
}

type Keys = ReadonlyMap<string, YamlPair>;

const endings: readonly (readonly [RegExp, Format])[] = [
  [/\.csv(\.gz)?$/i, "csv"],
  [/\.tsv(\.gz)?$/i, "tsv"],
  [/\.(jsonl|ndjson)(\.gz)?$/i, "jsonl"],
  [/\.json(\.gz)?$/i, "json"],
  [/\.txt(\.gz)?$/i, "txt"],
  [/\.parquet$/i, "parquet"],
];

/** Decodes the mapping part by part; a part that is wrong is reported and read as if it were empty. */
class MapReader {
  readonly problems: Diagnostic[] = [];
  /** Names of files so far, in small letters: SQL does not tell capitals apart. */
  readonly #tables = new Set<string>();

  constructor(readonly source: Source) {}

  dataMap(root: YamlValue): DataMap {
    const keys = this.keys(
      root,
      "data.yaml",
      ["max rejected", "files", "profiles", "events", "scores"],
      ["files", "profiles"],
    );
    const files = this.pairs(keys.get("files")?.value, "files", examples.files).map((pair) => this.file(pair));
    return Object.freeze({
      source: this.source,
      maxRejected: this.maxRejected(keys.get("max rejected")?.value),
      files,
      profiles: this.profiles(keys.get("profiles")?.value ?? root),
      events: this.pairs(keys.get("events")?.value, "events", examples.events).map((pair) => this.event(pair)),
      scores: this.pairs(keys.get("scores")?.value, "scores", examples.scores).map((pair) => this.score(pair)),
    });
  }

  maxRejected(value: YamlValue | undefined): number {
    if (value === undefined) return DEFAULT_MAX_REJECTED;
    const text = value.is === "scalar" ? String(value.value) : "";
    const found = /^(\d{1,3}(?:\.\d{1,4})?) ?%$/.exec(text) ?? /^(0)$/.exec(text);
    const millionths = found ? Math.round(Number(found[1]) * 10_000) : Number.NaN;
    if (millionths <= 1_000_000) return millionths;
    this.shape("max rejected", examples["max rejected"], value.span);
    return 0;
  }

  file({ key, keySpan, value }: YamlPair): FileMap {
    const path =
      value.is === "map"
        ? this.word(this.keys(value, key, ["path"], ["path"]).get("path"), "path")
        : this.wordOf(value, key);
    const format = endings.find(([ending]) => ending.test(path.text))?.[1];
    if (format === undefined && path.text !== "") this.report("data-file-format", path.span, { path: path.text });
    const folded = key.toLowerCase();
    if (key === "" || this.#tables.has(folded)) this.shape(key === "" ? "files" : key, examples.files, keySpan);
    this.#tables.add(folded);
    return { name: key, path: path.text, format: format ?? "csv", span: path.span };
  }

  profiles(value: YamlValue): ProfileMap {
    const keys = this.keys(value, "profiles", ["from", "id", "as_of", "line", "columns"], ["from", "id"]);
    return {
      from: this.word(keys.get("from"), "from"),
      id: this.required(keys, "id", value),
      asOf: this.optional(keys, "as_of"),
      line: this.optional(keys, "line"),
      columns: this.columns(keys),
      span: value.span,
    };
  }

  event(pair: YamlPair): EventMap {
    const known = ["from", "leave out", "id", "user", "occurred_at", "received_at", "seq", "line", "columns"];
    return this.rows(pair, examples.event, known, ["from", "user", "occurred_at"], (keys) => ({
      occurredAt: this.required(keys, "occurred_at", pair.value),
      seq: this.optional(keys, "seq"),
      columns: this.columns(keys),
    }));
  }

  /** Scores come as events do, with the one field `value`. */
  score(pair: YamlPair): EventMap {
    const known = ["from", "leave out", "id", "user", "scored_at", "received_at", "line", "value"];
    return this.rows(pair, examples.score, known, ["from", "user", "scored_at", "value"], (keys) => {
      const field = { text: "value", span: keys.get("value")?.keySpan ?? pair.keySpan };
      return {
        occurredAt: this.required(keys, "scored_at", pair.value),
        seq: null,
        columns: [{ field, column: this.required(keys, "value", pair.value) }],
      };
    });
  }

  /** What events and scores have in common, and what `of` reads besides. */
  rows(
    { key, keySpan, value }: YamlPair,
    example: string,
    known: readonly string[],
    needed: readonly string[],
    of: (keys: Keys) => Pick<EventRows, "occurredAt" | "seq" | "columns">,
  ): EventMap {
    const event = { text: key, span: keySpan };
    if (value.is === "scalar" && value.value === "none") return { event, rows: null };
    if (value.is !== "map") {
      this.shape(key, example, value.span);
      return { event, rows: null };
    }
    const keys = this.keys(value, key, known, needed);
    const rows = {
      from: this.word(keys.get("from"), "from"),
      leaveOut: this.leaveOut(keys),
      id: this.optional(keys, "id"),
      user: this.required(keys, "user", value),
      receivedAt: this.optional(keys, "received_at"),
      line: this.optional(keys, "line"),
      ...of(keys),
      span: keySpan,
    };
    return { event, rows };
  }

  columns(keys: Keys): FieldMap[] {
    return this.pairs(keys.get("columns")?.value, "columns", examples.columns).map(({ key, keySpan, value }) => {
      const unknown = value.is === "scalar" && value.value === null;
      return { field: { text: key, span: keySpan }, column: unknown ? null : this.column(value, key) };
    });
  }

  leaveOut(keys: Keys): LeaveOut[] {
    return this.pairs(keys.get("leave out")?.value, "leave out", examples["leave out"]).map((pair) => ({
      name: pair.key,
      condition: this.word(pair, pair.key),
    }));
  }

  required(keys: Keys, key: string, parent: YamlValue): ColumnMap {
    return this.optional(keys, key) ?? { column: "", zone: null, unit: null, span: parent.span };
  }

  optional(keys: Keys, key: string): ColumnMap | null {
    const pair = keys.get(key);
    return pair ? this.column(pair.value, key) : null;
  }

  column(value: YamlValue, place: string): ColumnMap {
    if (value.is !== "map") {
      const { text, span } = this.wordOf(value, place, examples.column);
      return { column: text, zone: null, unit: null, span };
    }
    const keys = this.keys(value, place, ["column", "zone", "unit"], ["column"]);
    const { text, span } = this.word(keys.get("column"), "column");
    return { column: text, zone: this.zone(keys.get("zone")), unit: this.unit(keys.get("unit")), span };
  }

  zone(pair: YamlPair | undefined): Word | null {
    if (!pair) return null;
    const word = this.word(pair, "zone");
    if (!isZone(word.text)) this.report("data-zone-unknown", word.span, { zone: word.text });
    return word;
  }

  unit(pair: YamlPair | undefined): ColumnMap["unit"] {
    if (!pair) return null;
    const { text, span } = this.word(pair, "unit");
    if (text === "seconds" || text === "milliseconds") return text;
    this.shape("unit", examples.unit, span);
    return null;
  }

  word(pair: YamlPair | undefined, place: string): Word {
    if (!pair) return { text: "", span: this.start };
    return this.wordOf(pair.value, place);
  }

  /** A name or a text; numbers are taken as written, since a column may be called `1`. */
  wordOf(value: YamlValue, place: string, expected: string = examples.word): Word {
    if (value.is === "scalar" && (typeof value.value === "string" || typeof value.value === "number")) {
      const text = String(value.value).trim();
      if (text !== "") return { text, span: value.span };
    }
    this.shape(place, expected, value.span);
    return { text: "", span: value.span };
  }

  /** A map with fixed keys. */
  keys(value: YamlValue, place: string, known: readonly string[], needed: readonly string[]): Keys {
    const keys = new Map<string, YamlPair>();
    if (value.is !== "map") {
      this.shape(place, examples.map, value.span);
      return keys;
    }
    for (const pair of value.pairs) {
      if (known.includes(pair.key)) keys.set(pair.key, pair);
      else this.report("data-unknown-key", pair.keySpan, { key: pair.key, known, nearest: nearest(pair.key, known) });
    }
    for (const key of needed) if (!keys.has(key)) this.report("data-missing-key", value.span, { key, place });
    return keys;
  }

  /** A map whose keys are names of the author's choice; absent, it is empty. */
  pairs(value: YamlValue | undefined, place: string, expected: string): readonly YamlPair[] {
    if (value === undefined) return [];
    if (value.is === "map") return value.pairs;
    this.shape(place, expected, value.span);
    return [];
  }

  shape(place: string, example: string, span: Span): void {
    this.report("data-shape", span, { place, example });
  }

  report<C extends Code & keyof DataMessages>(code: C, span: Span, args: DataMessages[C]): void {
    this.problems.push(diagnostic<Code>(code, span, args));
  }

  get start(): Span {
    return { file: this.source.name, start: 0, end: 0 };
  }
}

/** What to write where a form is not understood, to copy from. */
const examples = {
  "max rejected": "max rejected: 1%",
  files: "files: { people: people.csv }",
  events: "events: { pay: { from: payments, user: user_id, occurred_at: paid_at } }",
  event: "{ from: payments, user: user_id, occurred_at: paid_at }",
  "leave out": "leave out: { cancellation: invoice LIKE 'C%' }",
  scores: "scores: { churn_risk: { from: scores, user: user_id, scored_at: scored_at, value: score } }",
  score: "{ from: scores, user: user_id, scored_at: scored_at, value: score }",
  columns: "columns: { income: yearly_income }",
  column: "{ column: paid_at, zone: UTC }",
  unit: "unit: seconds",
  word: "from: people",
  map: "profiles: { from: people, id: id }",
} as const;
