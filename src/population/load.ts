import { resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import type { EventSchema, Program } from "../program/program.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/span.js";
import { DataError } from "./data-error.js";
import type { DataMap, EventMap, EventRows, Word } from "./data-map.js";
import type { Database } from "./database.js";
import { type Keep, loadEvents } from "./event-table.js";
import { loadFiles } from "./file-table.js";
import { exceeds, type LoadReport, type SourceReport } from "./load-report.js";
import { loadUsers } from "./user-table.js";

export interface LoadOptions {
  /** The folder of `data.yaml`. */
  readonly project: string;
  /** The folder that the paths of the mapping start from; the project's if absent. */
  readonly dataRoot?: string | undefined;
  readonly program: Program;
  readonly data: DataMap;
  /** What to keep of an event, by its place in the program. */
  readonly keep: (event: number) => Keep;
  /** Told what is being worked on: `reading` and the file, then `validation` and the source. */
  readonly onStage?: (stage: "reading" | "validation", name: string) => void;
}

/** A population in the database: the table `users`, and `events<n>` for each event of the program that has data. */
export interface Population {
  readonly users: number;
  readonly zones: readonly string[];
  readonly report: LoadReport;
  /** The table of an event, by its place in the program; `null` if there is no such data. */
  tableOf(event: number): string | null;
  /** Whether the data gives the events of a kind their ids; else they are told apart by what they hold. */
  isNamed(event: number): boolean;
}

/** Reads and cleans everything that the mapping names. Throws a `DataError` if too much had to be rejected. */
export async function loadPopulation(db: Database, options: LoadOptions): Promise<Population> {
  const { data, program } = options;
  checkEvents(data, program);
  options.onStage?.("reading", "");
  const sources: SourceReport[] = await loadTables(db, options);
  options.onStage?.("validation", "profiles");
  const users = await loadUsers(db, data, program);
  sources.push(users.report);
  const tables = new Map<number, string>();
  const named = new Set<number>();
  for (const [place, schema] of program.events.entries()) {
    const rows = rowsOf(data, schema);
    if (!rows) continue;
    options.onStage?.("validation", schema.id);
    const table = `touchline.events${place}`;
    sources.push(await loadEvents(db, data, program, schema, rows, table, options.keep(place)));
    tables.set(place, table);
    if (rows.id !== null) named.add(place);
  }
  const report: LoadReport = { maxRejected: data.maxRejected, sources };
  refuseLoss(report, data);
  return {
    users: users.count,
    zones: users.zones,
    report,
    tableOf: (event) => tables.get(event) ?? null,
    isNamed: (event) => named.has(event),
  };
}

/** Makes the files of the mapping tables. */
export function loadTables(
  db: Database,
  { data, project, dataRoot }: Pick<LoadOptions, "data" | "project" | "dataRoot">,
): Promise<SourceReport[]> {
  return loadFiles(db, data, resolve(project, dataRoot ?? "."));
}

/** Where the data says that the events of a kind, or the scores of a model, come from; `null` where there are none. */
export function rowsOf(data: DataMap, { id, model }: EventSchema): EventRows | null {
  const maps = model === null ? data.events : data.scores;
  return maps.find(({ event }) => event.text === id)?.rows ?? null;
}

/** The mapping and the project must name the same events, and the same models' scores. */
export function checkEvents(data: DataMap, program: Program): void {
  const events = program.events.flatMap(({ id, model }) => (model === null ? [id] : []));
  const tags = program.events.flatMap(({ id, model }) => (model === null ? [] : [id]));
  const problems: Diagnostic[] = [];
  for (const { text: event, span } of unknownIn(data.events, events)) {
    const args = { event, events, nearest: nearest(event, events) };
    problems.push(diagnostic("data-event-unknown", span, args));
  }
  for (const { text: tag, span } of unknownIn(data.scores, tags))
    problems.push(diagnostic("data-score-unknown", span, { tag, tags, nearest: nearest(tag, tags) }));
  for (const event of missingIn(data.events, events))
    problems.push(diagnostic("data-event-missing", placeForEvents(data), { event }));
  for (const tag of missingIn(data.scores, tags))
    problems.push(diagnostic("data-score-missing", placeForEvents(data), { tag }));
  if (problems.length > 0) throw new DataError(problems, data.source);
}

function unknownIn(maps: readonly EventMap[], declared: readonly string[]): Word[] {
  return maps.flatMap(({ event }) => (declared.includes(event.text) ? [] : [event]));
}

function missingIn(maps: readonly EventMap[], declared: readonly string[]): string[] {
  return declared.filter((id) => !maps.some(({ event }) => event.text === id));
}

function placeForEvents(data: DataMap): Span {
  return data.events[0]?.event.span ?? { file: data.source.name, start: 0, end: 0 };
}

function refuseLoss(report: LoadReport, data: DataMap): void {
  const problems = report.sources
    .filter((source) => exceeds(source, report.maxRejected))
    .map((source) => {
      const { name, rejectedRecords: rejected, records } = source;
      return diagnostic("data-too-many-rejected", spanOfSource(source, data), {
        source: name,
        rejected,
        records,
        max: report.maxRejected,
      });
    });
  if (problems.length > 0) throw new DataError(problems, data.source, report);
}

function spanOfSource(source: SourceReport, data: DataMap): Span {
  const file = data.files.find(({ name }) => source.kind === "file" && name === source.name);
  if (file) return file.span;
  const maps = source.kind === "event" ? data.events : source.kind === "scores" ? data.scores : [];
  return maps.find(({ event }) => event.text === source.name)?.event.span ?? data.profiles.from.span;
}
