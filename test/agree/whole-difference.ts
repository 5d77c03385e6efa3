import { stringify } from "yaml";
import type { Row } from "../conformance/engine.js";
import { instantText, MINUTE } from "../reference/clock.js";
import { type Piece, lesserPieces, textOfPieces } from "./pieces.js";
import { type Broken, isBroken, judge, settingOf, type Trial } from "./whole-laws.js";

/** A project and a trial that breaks a law. */
export interface BrokenTrial {
  readonly pieces: readonly Piece[];
  readonly trial: Trial;
}

/** How a trial breaks a law; `null` if it breaks none, or cannot be tried. */
export function brokenIn({ pieces, trial }: BrokenTrial): Broken | null {
  try {
    const judged = judge(settingOf(textOfPieces(pieces)), trial);
    return isBroken(judged) ? judged : null;
  } catch {
    return null;
  }
}

/** Ways to take something away, each of them a list of what is left. */
type Lessen = (found: BrokenTrial) => BrokenTrial[];

/** Leaves out all that is not needed for the same law to be broken. */
export function smallestTrial(
  found: BrokenTrial,
  law: string,
  breaks: (found: BrokenTrial) => boolean = (less) => brokenIn(less)?.law === law,
): BrokenTrial {
  for (;;) {
    const before = JSON.stringify(found);
    for (const lessen of ways) found = lessenAll(found, lessen, breaks);
    if (JSON.stringify(found) === before) return found;
  }
}

/** One walk along a list: what is left out makes the next one move up. */
function lessenAll(found: BrokenTrial, lessen: Lessen, breaks: (found: BrokenTrial) => boolean): BrokenTrial {
  for (let place = 0; ; ) {
    const less = lessen(found)[place];
    if (less === undefined) return found;
    if (breaks(less)) found = less;
    else place++;
  }
}

const without = <T>(list: readonly T[]): T[][] => list.map((_, place) => list.toSpliced(place, 1));

const ofLife =
  (lessen: (life: Trial["life"]) => Trial["life"][]): Lessen =>
  ({ pieces, trial }) =>
    lessen(trial.life).map((life) => ({ pieces, trial: { ...trial, life } }));

const ways: readonly Lessen[] = [
  ({ pieces, trial }) => without(trial.cuts).map((cuts) => ({ pieces, trial: { ...trial, cuts } })),
  ofLife((life) => without(life.entries).map((entries) => ({ ...life, entries }))),
  ofLife((life) => without(life.events).map((events) => ({ ...life, events }))),
  ({ pieces, trial }) => lesserPieces(pieces).map((less) => ({ pieces: less, trial })),
  ofLife((life) => without(Object.entries(life.taken)).map((left) => ({ ...life, taken: Object.fromEntries(left) }))),
  ofLife((life) => lesserRow(life.user, ["id", "plan", "vip"]).map((user) => ({ ...life, user }))),
  ofLife((life) => lesserRows(life.events, ["event", "id", "occurred_at"]).map((events) => ({ ...life, events }))),
  ofLife((life) => lesserRows(life.entries, ["kind", "at", "key"]).map((entries) => ({ ...life, entries }))),
  ofLife((life) =>
    halves(life)
      .map((since) => ({ ...life, since }))
      .filter(({ since }) => since > life.since),
  ),
  ofLife((life) =>
    halves(life)
      .map((until) => ({ ...life, until }))
      .filter(({ until }) => until < life.until),
  ),
];

/** The middle of the interval, on a whole minute. */
function halves({ since, until }: Trial["life"]): number[] {
  return [Math.round((since + until) / 2 / MINUTE) * MINUTE];
}

function lesserRow(row: Row, kept: readonly string[]): Row[] {
  const rest = Object.entries(row).filter(([name, value]) => !kept.includes(name) && value !== null);
  return rest.map(([name]) => Object.fromEntries(Object.entries(row).filter(([other]) => other !== name)));
}

function lesserRows(rows: readonly Row[], kept: readonly string[]): Row[][] {
  return rows.flatMap((row, place) => lesserRow(row, kept).map((less) => rows.with(place, less)));
}

/** The find as a case to be judged: the law, who says what, and all that it takes to say it again. */
export function toldTrial(found: BrokenTrial): string {
  const { life, cuts } = found.trial;
  const broken = brokenIn(found);
  const instants = new Set(["at", "send_at", "occurred_at", "received_at", "joined"]);
  const written = (row: Row): Row =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => [name, instants.has(name) && typeof value === "number" ? instantText(value) : value]),
    );
  const document = {
    program: `${textOfPieces(found.pieces)}\n`,
    user: written(life.user),
    events: life.events.map(written),
    entries: life.entries.map(written),
    taken: life.taken,
    since: instantText(life.since),
    until: instantText(life.until),
    cuts: cuts.map(instantText),
  };
  return `${broken?.law ?? "no law"} is broken: ${broken?.how ?? ""}\n\n${stringify(document, { lineWidth: 0 })}`;
}
