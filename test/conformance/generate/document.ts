import { DateTime } from "luxon";
import type { Row } from "../cases.js";

/** A generated case, ready to be written. */
export interface WrittenCase {
  readonly name: string;
  readonly who: string;
  readonly user: Row;
  readonly events: readonly Row[];
  /** The part of `who` that fails first, or `null` if all hold. */
  readonly failsAt: number | null;
}

export interface WrittenFile {
  readonly theme: string;
  readonly about: string;
  readonly program: string;
  readonly zone: string;
  readonly since: number;
  readonly until: number;
  readonly cases: readonly WrittenCase[];
}

/** A case file as people would write it: short, one line to an event, local times with their offset. */
export function documentText(file: WrittenFile): string {
  const { zone } = file;
  return [
    `theme: ${file.theme}`,
    "about: >",
    `  ${file.about}`,
    "program: |",
    ...file.program.split("\n").map((line) => `  ${line}`.trimEnd()),
    "defaults:",
    "  user: { id: u1, plan: free, vip: false }",
    `  since: ${localText(file.since, zone)}`,
    `  until: ${localText(file.until, zone)}`,
    "cases:",
    ...file.cases.flatMap((each) => caseLines(each, zone)),
    "",
  ].join("\n");
}

function caseLines({ name, who, user, events, failsAt }: WrittenCase, zone: string): string[] {
  const rows = events.map((event) => flow(event, zone));
  return [
    `  - name: ${blockText(name)}`,
    `    who: ${blockText(who.replaceAll(/\s+/g, " "))}`,
    ...(Object.keys(user).length === 0 ? [] : [`    user: ${flow(user, zone)}`]),
    ...(rows.length === 1 ? [`    events: [${rows[0]}]`] : []),
    ...(rows.length > 1 ? ["    events:", ...rows.map((row) => `      - ${row}`)] : []),
    failsAt === null ? "    holds: true" : `    fails_at: ${failsAt}`,
  ];
}

function flow(row: Row, zone: string): string {
  const fields = Object.entries(row).map(([key, value]) => `${key}: ${flowValue(key, value, zone)}`);
  return `{ ${fields.join(", ")} }`;
}

function flowValue(key: string, value: unknown, zone: string): string {
  if (key.endsWith("_at") && typeof value === "number") return localText(value, zone);
  if (typeof value === "string" && /^[a-z][a-z0-9_]*$/.test(value) && !/^(true|false|null)$/.test(value)) return value;
  return JSON.stringify(value);
}

/** Plain where that reads as the same text, else in quotes. */
function blockText(text: string): string {
  return /^[A-Za-z(][^#:\n]*[^#:\s]$/.test(text) ? text : JSON.stringify(text);
}

function localText(instant: number, zone: string): string {
  const text = DateTime.fromMillis(instant, { zone }).toISO();
  if (text === null) throw new Error(`no instant: ${instant}`);
  return text;
}
