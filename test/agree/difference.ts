import type { Expr } from "../../src/syntax/tree.js";
import { documentText } from "../conformance/generate/document.js";
import type { Row } from "../conformance/engine.js";
import { Clock, HOUR, instantText, MINUTE } from "../reference/clock.js";
import { engineJudge, explainingJudge, logicJudge, read, type Read, referenceJudge } from "./judged.js";
import { type Audience, textOf } from "./programs.js";

/** A user, an instant, and the clause about which two judges differ there. */
export interface Difference {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly now: number;
  readonly clause: number;
}

/** One program and one context. */
export interface Found extends Audience, Omit<Difference, "clause"> {}

/** A program and a context, with the clause alone, or with those before it where they establish what it needs. */
export function foundAt(audience: Audience, { user, events, now, clause }: Difference): Found {
  const found = (from: number): Found => ({
    ...audience,
    user,
    events,
    now,
    clauses: audience.clauses.slice(from, clause + 1),
  });
  return isFound(found(clause)) ? found(clause) : found(0);
}

/** Leaves out all that is not needed for `is` to hold: clauses, declarations, parts of tests, events, fields. */
export function smallest(found: Found, is: (found: Found) => boolean): Found {
  // A step that succeeds makes the others out of date, so they are thought of anew.
  for (let next: Found | undefined; (next = smaller(found).find(is)); ) found = next;
  return found;
}

/** Whether the judges still differ; about a program that is no longer correct they do not. */
export function isFound(found: Found): boolean {
  try {
    return new Set(verdictsOf(found).map(([, told]) => told)).size > 1;
  } catch {
    return false;
  }
}

const judges = {
  reference: (known: Read) => referenceJudge(known),
  engine: engineJudge,
  explanation: explainingJudge,
  "JSON Logic": logicJudge,
};

/** What each judge says of the clauses. One that is silent about a clause is taken to agree. */
function verdictsOf({ user, events, now, ...audience }: Found): (readonly [judge: string, told: string])[] {
  const known = read(textOf(audience));
  const told = Object.entries(judges).map(
    ([name, judge]) => [name, judge(known)({ user, events }, [now])[0]?.clauses ?? []] as const,
  );
  const [[, expected = []] = []] = told;
  return told.map(([name, clauses]) => [name, clauses.map((held, place) => held ?? expected[place]).join(", ")]);
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
  const told = verdictsOf(found);
  const home = found.user["home"];
  const clock = Clock.of(typeof home === "string" ? home : found.zone);
  const date = clock.dateAt(found.now);
  const minute = Math.round((found.now - clock.startOf(date)) / MINUTE);
  const exact = [minute, ...shifts.map((by) => minute + by)].find((each) => clock.resolve(date, each) === found.now);
  const time = exact ?? minute;
  const two = (n: number) => String(n).padStart(2, "0");
  const failing = told[0]?.[1].split(", ").indexOf("false") ?? -1;
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
        user: withoutUnknown(found.user),
        events: found.events.map(withoutUnknown),
        failsAt: failing < 0 ? null : failing + 1,
      },
    ],
  });
  const note =
    exact === undefined ? `No schedule comes due at ${instantText(found.now)}; the case needs another instant.\n` : "";
  const said = told.map(([name, clauses]) => `${name} says ${clauses}`).join("; ");
  return `at ${instantText(found.now)} ${said}\n${note}${document}`;
}

/** Where clocks were changed since the day began, the time shown is not the time passed. */
const shifts = [-120, -60, -30, 30, 60, 120];

function withoutUnknown(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
