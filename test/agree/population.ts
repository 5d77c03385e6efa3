import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "../../src/compile.js";
import type { DecideInput, EventInput } from "../../src/decide/input.js";
import { type DataMap } from "../../src/population/data-map.js";
import { parseDataMap } from "../../src/population/data-yaml.js";
import type { Program } from "../../src/program/program.js";
import type { Row } from "../conformance/engine.js";

/** Random users on disk, as a population would find them, and in memory, as an embedding service would pass them. */

/** A random program may ask for whom nobody can be: all evaluators must agree on that as well. */
export function compiled(text: string): Program {
  const { program, diagnostics } = compile([{ name: "agree.touch", text }], { prove: false });
  if (!program) throw new Error(`does not compile: ${diagnostics.map(({ code }) => code).join(", ")}`);
  return program;
}

export type Person = Pick<DecideInput, "user" | "events">;

/** Gives each situation's user, and the events of each, an id that nobody else has. */
export function peopleOf(situations: readonly { readonly user: Row; readonly events: readonly Row[] }[]): Person[] {
  return situations.map(({ user, events }, place) => ({
    user: { ...user, id: `user ${String(place).padStart(3, "0")}` },
    events: events.map((event) => ({ ...event, id: `${place} ${String(event["id"])}` }) as unknown as EventInput),
  }));
}

export interface OnDisk {
  readonly folder: string;
  readonly data: DataMap;
  readonly remove: () => void;
}

/** Writes people as JSON Lines with a mapping, which may leave out what the events' ids are. */
export function writePeople(program: Program, people: readonly Person[], withIds = true): OnDisk {
  const folder = mkdtempSync(join(tmpdir(), "touchline-agree-"));
  writeFileSync(
    join(folder, "people.jsonl"),
    lines(people.map(({ user }) => ({ ...blank(program.user.fields), ...user }))),
  );
  const mapped = program.events.map(({ id, fields }) => {
    const rows = people.flatMap(({ user, events }) =>
      events.filter(({ event }) => event === id).map((event) => eventLine(String(user["id"]), event)),
    );
    if (rows.length === 0) return `  ${id}: none`;
    const first = { ...blank(fields), seq: null, ...rows[0] };
    writeFileSync(join(folder, `${id}.jsonl`), lines([first, ...rows.slice(1)]));
    return `  ${id}: { from: ${id}, ${withIds ? "id: id, " : ""}user: owner, occurred_at: occurred, received_at: received, seq: seq }`;
  });
  const files = program.events
    .filter((_, place) => !mapped[place]?.endsWith("none"))
    .map(({ id }) => `  ${id}: ${id}.jsonl\n`);
  const text = `max rejected: 0%\nfiles:\n  people: people.jsonl\n${files.join("")}profiles: { from: people, id: id }\nevents:\n${mapped.join("\n")}\n`;
  const data = parseDataMap({ name: "data.yaml", text });
  return { folder, data, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function eventLine(owner: string, event: EventInput): object {
  const { occurred_at, received_at, ...rest } = event;
  return { ...rest, event: undefined, owner, occurred: iso(occurred_at), received: iso(received_at) };
}

function iso(instant: unknown): string | null {
  return typeof instant === "number" ? new Date(instant).toISOString() : null;
}

function lines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** A row that names every column, so that none is missing from the file. */
function blank(fields: readonly { readonly id: string }[]): object {
  return Object.fromEntries(fields.map(({ id }) => [id, null]));
}
