import type { Expr } from "../../src/syntax/tree.js";
import { documentText } from "../conformance/generate/document.js";
import type { Row } from "../conformance/engine.js";
import { Clock, HOUR, instantText, MINUTE } from "../reference/clock.js";
import { engineJudge, read, referenceJudge, explainingJudge } from "./judged.js";
import { type Audience, textOf } from "./programs.js";

/** A user, an instant, and the clause about which engine and reference differ there. */
export interface Difference {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly now: number;
  readonly clause: number;
}

/** One program and one context on which engine and reference differ. */
export interface Found extends Audience, Omit<Difference, "clause"> {}

/** Leaves out all that the difference does not need: clauses, declarations, parts of tests, events, fields. */
export function smallest(audience: Audience, { user, events, now, clause }: Difference): Found {
  let found: Found = { ...audience, user, events, now };
  const alone = audience.clauses.slice(clause, clause + 1);
  const before = audience.clauses.slice(0, clause + 1);
  for (const clauses of [alone, before]) {
    if (found.clauses === audience.clauses && differs({ ...found, clauses })) found = { ...found, clauses };
  }
  for (let before = ""; before !== JSON.stringify(found); ) {
    before = JSON.stringify(found);
    // A step that succeeds makes the others out of date, so they are thought of anew.
    for (let next: Found | undefined; (next = smaller(found).find(differs)); ) found = next;
  }
  return found;
}

/** Whether engine and reference still differ; a program that is no longer correct does not. */
function differs({ user, events, now, ...audience }: Found): boolean {
  try {
    return verdicts(audience, { user, events, now }) !== null;
  } catch {
    return false;
  }
}

function verdicts(
  audience: Audience,
  { user, events, now }: Omit<Difference, "clause">,
): readonly [string, string] | null {
  const known = read(textOf(audience));
  const asked = { user, events };
  const say = (judge: typeof engineJudge) => JSON.stringify(judge(known)(asked, [now])[0]?.clauses);
  const [engine, explained, reference] = [say(engineJudge), say(explainingJudge), say((each) => referenceJudge(each))];
  return engine === reference && explained === reference
    ? null
    : [engine === reference ? explained : engine, reference];
}

/** What differs from a find in one step towards less, in the order in which to try. */
function smaller(found: Found): Found[] {
  const { declarations, clauses, events, user } = found;
  return [
    ...without(events).map((less) => ({ ...found, events: less })),
    ...without(declarations.slice(1)).map((less) => ({
      ...found,
      declarations: [...declarations.slice(0, 1), ...less],
    })),
    ...lesserWho(found).map((who) => ({ ...found, clauses: [who] })),
    ...without(clauses)
      .filter((less) => less.length > 0)
      .map((less) => ({ ...found, clauses: less })),
    ...lesserRows(user, new Set(["id"])).map((less) => ({ ...found, user: less })),
    ...events.flatMap((event, place) =>
      lesserRows(event, new Set(["event", "id", "occurred_at"])).map((less) => ({
        ...found,
        events: events.with(place, less),
      })),
    ),
    ...(found.now % MINUTE === 0 ? [] : [{ ...found, now: Math.floor(found.now / MINUTE) * MINUTE }]),
  ];
}

function without<T>(list: readonly T[]): T[][] {
  return list.map((_, place) => list.toSpliced(place, 1));
}

function lesserRows(row: Row, kept: ReadonlySet<string>): Row[] {
  return Object.entries(row)
    .filter(([name, value]) => !kept.has(name) && value !== null && value !== undefined)
    .map(([name]) => ({ ...row, [name]: null }));
}

/** The `who` with one of its joined tests replaced by a part of it. */
function lesserWho(found: Found): string[] {
  const text = textOf(found);
  const strategy = read(text).file.declarations.find((each) => each.is === "strategy");
  const who = strategy?.who;
  if (!who) return [];
  const at = (expr: Expr) => text.slice(expr.span.start, expr.span.end);
  return inner(who).flatMap(([whole, part]) => [
    text.slice(who.span.start, whole.span.start) + at(part) + text.slice(whole.span.end, who.span.end),
  ]);
}

function inner(test: Expr): [Expr, Expr][] {
  if (test.is === "not") return [[test, test.operand], ...inner(test.operand)];
  if (test.is !== "and" && test.is !== "or") return [];
  return test.parts.flatMap((part) => [[test, part] as [Expr, Expr], ...inner(part)]);
}

/** The find as a conformance case, whose outcome is what the reference says: to be judged, and saved, or mended. */
export function reportOf(found: Found): string {
  const [engine = "", reference = ""] = verdicts(found, found) ?? [];
  const home = found.user["home"];
  const clock = Clock.of(typeof home === "string" ? home : found.zone);
  const date = clock.dateAt(found.now);
  const minute = Math.round((found.now - clock.startOf(date)) / MINUTE);
  const exact = [minute, ...shifts.map((by) => minute + by)].find((each) => clock.resolve(date, each) === found.now);
  const time = exact ?? minute;
  const two = (n: number) => String(n).padStart(2, "0");
  const clauses = JSON.parse(reference === "" ? "[]" : reference) as boolean[];
  const failing = clauses.indexOf(false);
  const document = documentText({
    theme: "found",
    about: "Found by chance.",
    program: textOf({ ...found, clauses: ["$who"] }, `every day at ${two(Math.floor(time / 60))}:${two(time % 60)}`),
    zone: found.zone,
    since: found.now - HOUR,
    until: found.now,
    cases: [
      {
        name: "found by chance",
        who: found.clauses.join(" and "),
        user: known(found.user),
        events: found.events.map(known),
        failsAt: failing < 0 ? null : failing + 1,
      },
    ],
  });
  const note =
    exact === undefined ? `No schedule comes due at ${instantText(found.now)}; the case needs another instant.\n` : "";
  return `the engine says ${engine}, the reference ${reference}, at ${instantText(found.now)}\n${note}${document}`;
}

/** Where clocks were changed since the day began, the time shown is not the time passed. */
const shifts = [-120, -60, -30, 30, 60, 120];

function known(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
