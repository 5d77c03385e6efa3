import type { Declaration } from "../../src/syntax/tree.js";
import type { Calendars } from "./calendar.js";
import { catalogueOf } from "./catalogue.js";
import { instantFromInput, instantText } from "./clock.js";
import { type Candidate, candidateAt, type Course, fallbackAt, standing } from "./course.js";
import { decisionOf, ghostOf, type ReferenceDecision, type ReferenceGhost, touchOf } from "./decision.js";
import { type Due, dueIn } from "./due.js";
import { readEntries, type Touch } from "./entries.js";
import type { FoundData } from "./found.js";
import type { Row } from "./history.js";
import { byRank, type Member, memberNamed, membersOf } from "./members.js";
import { personOf } from "./person.js";
import { changed, dueAgain, lasting, stepOfTouch } from "./release.js";
import { giveBack, type Stock, stockOf } from "./stock.js";
import { byCodePoint } from "./value.js";
import { walk } from "./walk.js";

/** One user and an interval `(since, until]`, in the plain JSON of the embedding interface. */
export interface Question {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
  readonly since: string | number;
  readonly until: string | number;
  /** What others have taken before, by resource: pieces, sends, or units of money. */
  readonly taken?: Readonly<Record<string, string | number>>;
  /** Calendar files by name. */
  readonly calendars?: Calendars;
  /** What was found in the population, by name. */
  readonly calibrations?: FoundData;
}

export interface ReferenceRefusal {
  readonly strategy: string;
  readonly occurrence: string;
  readonly step: string;
  readonly gate: string;
  readonly code: string;
}

export interface ReferenceCancellation {
  readonly key: string;
  readonly user: string;
  readonly strategy: string;
  readonly at: string;
  readonly gate: string;
  readonly code: string;
}

export interface Answer {
  readonly decisions: ReferenceDecision[];
  readonly ghosts: ReferenceGhost[];
  readonly cancellations: ReferenceCancellation[];
  readonly refused: ReferenceRefusal[];
}

/** What the declarations of a project decide for one user: a fold over what comes up, in total order. */
export function decide(declarations: readonly Declaration[], question: Question, stock?: Stock): Answer {
  const catalogue = catalogueOf(declarations, question.calendars, question.calibrations);
  const person = personOf(catalogue, question);
  const members = membersOf(catalogue);
  const entries = readEntries(question.entries, person, members);
  const course: Course = {
    person,
    members,
    entries,
    touches: [...entries.touches],
    cancels: [...entries.cancels],
    stock: stock ?? stockOf(catalogue, question.taken),
  };
  const answer: Answer = { decisions: [], ghosts: [], cancellations: [], refused: [] };
  const [since, until] = [instantFromInput(question.since), instantFromInput(question.until)];
  const occurrences = dueIn(members, person, since, until).map((due): Turn => ({ is: "occurrence", due }));
  const done = new Set<string>();
  for (;;) {
    // What is still to come is worked out anew each time: decisions bring releases and fallbacks with them.
    const all = [...occurrences, ...releases(course, since, until), ...fallbacks(course, since, until)];
    const coming = all.filter((turn) => !done.has(nameOf(turn)));
    const [first, ...others] = coming;
    if (first === undefined) break;
    const next = others.reduce((earliest, turn) => (inOrder(turn, earliest) < 0 ? turn : earliest), first);
    done.add(nameOf(next));
    giveBackUpTo(instantOf(next), course);
    take(next, course, answer);
  }
  giveBackUpTo(until, course);
  return answer;
}

/** What was cancelled, or handed over too late, by an instant holds nothing any more. */
function giveBackUpTo(instant: number, { entries, stock }: Course): void {
  for (const { key, at } of entries.cancels) if (at <= instant) giveBack(stock, key);
}

/** Something that the fold comes to: an occurrence, a touch that is to go out, or the step after a touch. */
type Turn =
  | { readonly is: "occurrence"; readonly due: Due }
  | { readonly is: "release"; readonly touch: Touch; readonly member: Member }
  | { readonly is: "fallback"; readonly touch: Touch; readonly due: Due };

function nameOf(turn: Turn): string {
  return turn.is === "occurrence" ? `${turn.due.member.id}\n${turn.due.key}` : `${turn.is}\n${turn.touch.key}`;
}

function instantOf(turn: Turn): number {
  return turn.is === "release" ? turn.touch.sendAt : turn.due.instant;
}

/** By the instant; at one instant releases come first, by key; then priority, strategy, occurrence and step. */
function inOrder(a: Turn, b: Turn): number {
  if (instantOf(a) !== instantOf(b)) return instantOf(a) - instantOf(b);
  if (a.is === "release" || b.is === "release") {
    if (a.is === "release" && b.is === "release") return byCodePoint(a.touch.key, b.touch.key);
    return a.is === "release" ? -1 : 1;
  }
  const step = (turn: Turn) => (turn.is === "fallback" ? turn.touch.step + 1 : 1);
  return byRank(a.due.member, b.due.member) || byCodePoint(a.due.key, b.due.key) || step(a) - step(b);
}

/** Touches and ghosts are looked at again when they are to go out, if that is later than their occurrence. */
function releases(course: Course, since: number, until: number): Turn[] {
  return course.touches.flatMap((touch): Turn[] => {
    const member = memberNamed(course.members, touch.strategy);
    if (member === undefined || touch.sendAt <= Math.max(since, touch.at) || touch.sendAt > until) return [];
    // What the strategy no longer offers is past.
    const step = stepOfTouch(touch, member, course);
    return step?.channels.includes(touch.channel) ? [{ is: "release", touch, member }] : [];
  });
}

/** The next step of a touch is due so long after its hand-over was acknowledged. */
function fallbacks(course: Course, since: number, until: number): Turn[] {
  return course.touches.flatMap((touch): Turn[] => {
    const member = memberNamed(course.members, touch.strategy);
    if (member === undefined || touch.ghost !== null) return [];
    if (!stepOfTouch(touch, member, course)?.channels.includes(touch.channel)) return [];
    const wait = stepOfTouch(touch, member, course, touch.step + 1)?.wait ?? null;
    const acknowledged = course.entries.receipts.filter(
      ({ key, outcome }) => key === touch.key && outcome === "handed_over",
    );
    if (wait === null || acknowledged.length === 0) return [];
    const instant = Math.min(...acknowledged.map(({ at }) => at)) + wait.ms;
    if (instant <= Math.max(since, touch.at) || instant > until) return [];
    return [
      { is: "fallback", touch, due: dueAgain(touch, member, course, instant, course.person.clock.dateAt(instant)) },
    ];
  });
}

function take(turn: Turn, course: Course, answer: Answer): void {
  if (turn.is === "occurrence") return meet(candidateAt(course, turn.due), course, answer);
  const stands = standing(course, instantOf(turn), null).includes(turn.touch);
  if (!stands) return;
  if (turn.is === "release") release(turn.touch, turn.member, course, answer);
  else if (isWanted(turn.touch, turn.due, course)) meet(fallbackAt(course, turn.due, turn.touch), course, answer);
}

/** Whether nothing that the next step waits for has become of a touch. Who clicked has opened, and what was opened was delivered. */
function isWanted(touch: Touch, { member, instant }: Due, course: Course): boolean {
  const unless = stepOfTouch(touch, member, course, touch.step + 1)?.wait?.unless ?? "";
  const outcomes = ["delivered", "opened", "clicked"];
  const enough = outcomes.slice(outcomes.indexOf(unless));
  return !course.entries.receipts.some(
    ({ key, at, outcome }) => key === touch.key && at <= instant && enough.includes(outcome),
  );
}

function meet(candidate: Candidate, course: Course, answer: Answer): void {
  // A fallback is wanted only while what started it lasts; of a first step its occurrence says so.
  const outcome = (candidate.step > 1 ? lasting(candidate) : null) ?? walk(candidate, course);
  if ("gate" in outcome) {
    const { member, key, step } = candidate;
    answer.refused.push({ strategy: member.id, occurrence: key, step: String(step), ...outcome });
    return;
  }
  course.touches.push(touchOf(candidate, outcome, course));
  if (outcome.is === "touch") answer.decisions.push(decisionOf(candidate, outcome, course));
  else answer.ghosts.push(ghostOf(candidate, outcome, course));
}

function release(touch: Touch, member: Member, course: Course, answer: Answer): void {
  const failure = changed(touch, member, course);
  if (failure === null) return;
  course.cancels.push({ key: touch.key, at: touch.sendAt });
  giveBack(course.stock, touch.key);
  answer.cancellations.push({
    key: touch.key,
    user: course.person.id,
    strategy: member.id,
    at: instantText(touch.sendAt),
    ...failure,
  });
}
