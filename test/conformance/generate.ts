import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { event, profile } from "../agree/situations.js";
import { schema } from "../agree/programs.js";
import { decide } from "../reference/decide.js";
import { HOUR } from "../reference/clock.js";
import { parse } from "../../src/syntax/parse.js";
import type { Declaration } from "../../src/syntax/tree.js";
import type { Row } from "./cases.js";
import { processes } from "../agree/sequences.js";
import { maps } from "../agree/values.js";
import { beside, besideEdges, besideWindows, besideWithout, following } from "./generate/beside.js";
import { type Construct, joined, unwindowed, windowed, windowsIn } from "./generate/constructs.js";
import { documentText, type WrittenCase, type WrittenFile } from "./generate/document.js";
import { type Edge, pointEdges, REACH, type Sample, type Side, windowEdges } from "./generate/edges.js";
import { nowOf, type Setting, settings } from "./generate/settings.js";

// Writes the generated conformance cases. Every outcome is the reference interpreter's, never the engine's; the seed is
// fixed, so that the same generators write the same files. See README.md.

/** How often chance is asked for a pair of situations that an edge tells apart, before the edge is given up. */
const TRIES = 40;

const programOf = ({
  zone,
  clock,
}: Setting) => `project cases { time zone ${zone}  currency CNY  week starts Sunday  settle after 10 minutes }
${schema}
${[...maps, ...processes].join("\n")}
tag fact first_tag = did pay at least 2 times in the last 3 days
tag fact second_tag = sum of pay.amount where gift is false in the previous 7 days >= 20 CNY
tag fact liked = most frequent of view.kind in the last 3 days
tag fact spent = sum of pay.amount in the last 3 days
tag fact seen_page = page of last view
tag fact how_often = count of pay in the previous 7 days
tag fact joined_tag = has first_tag and spent >= 20 CNY
lifecycle stages {
  stage one when did pay in the last 3 days
  stage two when did not view for 2 days
  otherwise rest
}
channel push { cost 0 CNY }
material hello for push { en title "Hello" }
strategy s {
  when every day at ${clock}
  who $who
  repeat always
  channel push
  benefit none
  material hello
}`;

const base: Row = { id: "u1", plan: "free", vip: false };

/** What the reference says of a case: the first part of `who` that fails, or `null`. */
function outcomeOf(declarations: readonly Declaration[], setting: Setting, { user, events }: Side): number | null {
  const until = nowOf(setting);
  const named = events.map((row, place) => ({ id: `e${place + 1}`, ...row }));
  const question = { user: { ...base, ...user }, events: named, entries: [], since: until - HOUR, until };
  const { decisions, refused } = decide(declarations, question);
  const [refusal] = refused;
  if (decisions.length + refused.length !== 1) throw new Error(`not one candidate in ${setting.id}`);
  if (refusal === undefined) return null;
  const found = /^clause_(\d+)$/.exec(refusal.code);
  if (!found) throw new Error(`refused by ${refusal.gate}`);
  return Number(found[1]);
}

/** What is known of a row, instants first. Cases name their events by place. */
function known(row: Row): Row {
  const fields = Object.entries(row).filter(([name, value]) => value !== null && name !== "id");
  const rank = (name: string) => (name === "event" ? 0 : name.endsWith("_at") ? 1 : 2);
  return Object.fromEntries(fields.sort(([a], [b]) => rank(a) - rank(b)));
}

function sampleOf(construct: Construct, window: string, setting: Setting): fc.Arbitrary<Sample & { who: string }> {
  const now = nowOf(setting);
  const at = fc.integer({ min: -REACH, max: 0 }).map((back) => now + Math.floor(back / HOUR) * HOUR);
  const one = event(at).map(known);
  const pair = fc.tuple(one, one).filter(([a, b]) => a["event"] === b["event"]);
  return fc
    .record({
      who: construct.phrase(window),
      user: profile(null).map(known),
      otherUser: profile(null).map(known),
      pair,
      background: fc.array(one, { maxLength: 4 }),
    })
    .map(({ pair: [probe, otherProbe], ...rest }) => ({
      ...rest,
      probe: timeless(probe),
      otherProbe: timeless(otherProbe),
    }));
}

/** Without instants: an edge says when it happens and when it arrives. */
function timeless(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith("_at")));
}

/** Two cases on the two sides of an edge, which differ in their outcome; none if chance finds none. */
function pairOf(construct: Construct, window: string, setting: Setting, edge: Edge, seed: number): WrittenCase[] {
  for (const sample of fc.sample(sampleOf(construct, window, setting), { seed, numRuns: TRIES })) {
    const { file, diagnostics } = parse({
      name: "case.touch",
      text: programOf(setting).replace("$who", () => sample.who),
    });
    if (diagnostics.length > 0) throw new Error(`does not read: ${sample.who}`);
    const outcomes = (sides: readonly Side[]) => sides.map((side) => outcomeOf(file.declarations, setting, side));
    const sides = edge.sides(sample);
    const told = outcomes(sides);
    if (told[0] === told[1]) continue;
    const short = shortened(sample, (less) => String(outcomes(edge.sides(less))) === String(told));
    return edge.sides(short).map(({ side, user, events }, place) => ({
      name: `${[construct.name, window, edge.name].filter((part) => part !== "").join(", ")}, ${side}`,
      who: sample.who,
      user: { ...user },
      events,
      failsAt: told[place] ?? null,
    }));
  }
  return [];
}

/** Leaves out all that makes no difference. */
function shortened(sample: Sample, same: (less: Sample) => boolean): Sample {
  let short = sample;
  const attempt = (less: Sample) => {
    if (same(less)) short = less;
  };
  for (const row of sample.background)
    attempt({ ...short, background: short.background.filter((each) => each !== row) });
  for (const which of ["user", "otherUser", "probe", "otherProbe"] as const)
    for (const field of Object.keys(sample[which]))
      if (!required.has(field)) attempt({ ...short, [which]: without(short[which], field) });
  return short;
}

/** What an event must have. */
const required = new Set(["event", "kind", "price", "amount", "items", "gift"]);

function without(row: Row, field: string): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));
}

/** What a file is about, and which constructs, windows and edges meet in it. */
interface Group {
  readonly id: string;
  readonly about: string;
  readonly triples: (setting: Setting) => readonly (readonly [Construct, string, Edge])[];
  /** Each triple occurs in one setting of so many. */
  readonly every: number;
}

const groups: readonly Group[] = [
  {
    id: "windows",
    about: "Constructs over windows, at the edges of the windows.",
    triples: (setting) =>
      windowed.flatMap((construct) =>
        windowsIn(setting).flatMap((window) =>
          windowEdges(window, setting).map((edge) => [construct, window, edge] as const),
        ),
      ),
    every: 22,
  },
  {
    id: "points",
    about: "The last event, streaks, tags and stages, at the edges of days, months and hours.",
    triples: (setting) =>
      unwindowed.flatMap((construct) => pointEdges(setting).map((edge) => [construct, "", edge] as const)),
    every: 4,
  },
  {
    id: "beside",
    about:
      "Windows beside a visit, an instant or a date, and what follows a visit, at the edges of what lies next to it.",
    triples: (setting) => {
      const edges = besideEdges(setting);
      const lasting = besideWindows.filter((window) => !window.includes(" before "));
      return [
        ...beside.flatMap((construct) => besideWindows.map((window) => [construct, window] as const)),
        ...lasting.map((window) => [besideWithout, window] as const),
        ...following.map((construct) => [construct, ""] as const),
      ].flatMap(([construct, window]) => edges.map((edge) => [construct, window, edge] as const));
    },
    every: 42,
  },
  {
    id: "joined",
    about: "Tests of every kind, alone and joined.",
    triples: (setting) =>
      joined.flatMap((construct) => pointEdges(setting).map((edge) => [construct, "", edge] as const)),
    every: 2,
  },
];

function fileOf(setting: Setting, place: number, group: Group): WrittenFile {
  const until = nowOf(setting);
  // Prime steps, so that no construct, window or edge stays in one setting.
  const triples = group
    .triples(setting)
    .filter((_, index) => (index + Math.floor(index / 7) + place) % group.every === 0);
  const cases = triples.flatMap(([construct, window, edge], index) =>
    pairOf(construct, window, setting, edge, place * 100_000 + index * 10 + group.every),
  );
  return {
    theme: `${setting.id}-${group.id}`,
    about: `${group.about} It is ${setting.clock} on ${setting.date} in ${setting.zone}. ${setting.about}`,
    program: programOf(setting),
    zone: setting.zone,
    since: until - HOUR,
    until,
    cases,
  };
}

function write(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(folder)) rmSync(join(folder, old));
  let count = 0;
  for (const [place, setting] of settings.entries())
    for (const group of groups) {
      const file = fileOf(setting, place, group);
      writeFileSync(join(folder, `${file.theme}.yaml`), documentText(file));
      count += file.cases.length;
      console.log(`${file.theme}: ${file.cases.length}`);
    }
  console.log(`${count} cases in ${folder}`);
}

write(process.argv[2] ?? "test/conformance/generated");
