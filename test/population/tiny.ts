import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll } from "vitest";
import { wordingOf } from "../../src/diagnostic/catalogue.js";
import { lineStarts, positionAt } from "../../src/text/source.js";
import { DataError } from "../../src/population/data-error.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import type { LoadReport, SourceReport } from "../../src/population/load-report.js";
import { type PlanOptions, planPopulation } from "../../src/population/plan.js";
import type { PlanResult } from "../../src/population/plan-result.js";
import type { Field, Program, Test, Type } from "../../src/program/program.js";
import { plainProgram, plainStrategy } from "../program/plain.js";

/** A project of the smallest kind that has one of each: money, an enum, a zone, personal data, a lifecycle. */

export const cny: Type = { is: "money", currency: "CNY", minor: 100 };

export function field(id: string, type: Type, more: Partial<Field> = {}): Field {
  return { id, label: null, type, optional: false, pii: false, fixed: false, ...more };
}

const hasPaid: Test = {
  is: "compare",
  op: ">=",
  left: { is: "column", column: 0, per: 1 },
  right: { is: "constant", n: 1, d: 1 },
  type: { is: "integer" },
  said: 0,
};

export const program: Program = plainProgram({
  user: {
    fields: [
      field("id", { is: "text" }),
      field("age", { is: "integer" }, { optional: true }),
      field("city", { is: "enum", members: [member("beijing"), member("xian")] }, { optional: true }),
      field("phone", { is: "text" }, { optional: true, pii: true }),
      field("zone", { is: "zone" }, { optional: true }),
    ],
    id: 0,
    zone: 4,
    locale: null,
    source: null,
  },
  events: [
    {
      id: "pay",
      label: null,
      kept: null,
      model: null,
      fields: [field("amount", cny), field("on", { is: "date" }, { optional: true })],
    },
  ],
  facts: [
    { is: "count", event: 0, where: null, window: { is: "ever" } },
    { is: "sum", event: 0, field: 0, where: null, window: { is: "ever" } },
  ],
  strategies: [plainStrategy("paid", { who: [hasPaid] })],
});

function member(id: string): { id: string; label: null } {
  return { id, label: null };
}

/** The mapping that fits `people` and `pays` below. */
export const mapping = `max rejected: 100%
files:
  people: people.csv
  pays: pays.csv
profiles: { from: people, id: id }
events:
  pay: { from: pays, id: id, user: user, occurred_at: at }
`;

export const people = "id,age,city,phone,zone\nada,30,beijing,138,\nbo,,xian,,\n";
export const pays = "id,user,at,amount,on\n1,ada,2018-07-01T08:00:00Z,12.50,2018-07-01\n2,bo,2018-07-02T08:00:00Z,3,\n";

const folders: string[] = [];

/** Writes files into a new folder; names that end in `.gz` are zipped. The folder goes when the tests of the file are done. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "touchline-test-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, name.endsWith(".gz") ? gzipSync(content) : content);
  }
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export interface Given {
  readonly mapping?: string;
  readonly program?: Program;
  readonly options?: Partial<PlanOptions>;
}

/** Plans 24 hours, up to 2018-07-20T18:00Z unless told otherwise. */
export function plan(files: Readonly<Record<string, string | Buffer>>, given: Given = {}): Promise<PlanResult> {
  const until = Date.parse("2018-07-20T18:00:00Z");
  return planPopulation({
    project: folderOf(files),
    program: given.program ?? program,
    data: parseDataMap({ name: "data.yaml", text: given.mapping ?? mapping }),
    since: until - 86_400_000,
    until,
    ...given.options,
  });
}

export function sourceOf(report: LoadReport, name: string): SourceReport {
  const source = report.sources.find((one) => one.name === name);
  if (!source) throw new Error(`no source ${name}`);
  return source;
}

/** The load report of a source, reduced to reasons with the lines of their examples. */
export async function rejections(
  files: Readonly<Record<string, string | Buffer>>,
  name: string,
  given: Given = {},
): Promise<Record<string, readonly (number | null)[]>> {
  const { load } = await plan(files, given);
  const { rejected } = sourceOf(load, name);
  return Object.fromEntries(rejected.map(({ reason, examples }) => [reason, examples.map(({ line }) => line)]));
}

/** The one problem that a promise fails with: its code, the line of the mapping, and what it says. */
export async function problemOf(work: () => Promise<unknown>): Promise<{
  code: string;
  line: number;
  message: string;
  fix: string;
  zh: string;
}> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const [first] = error.diagnostics;
    if (!first || error.diagnostics.length !== 1) throw new Error("expected one problem", { cause: error });
    const line = positionAt(lineStarts(error.source?.text ?? ""), first.span.start).line;
    return { code: first.code, line, ...wordingOf(first, "en"), zh: wordingOf(first, "zh").message };
  }
  throw new Error("expected a problem, got none");
}
