import type { Zone } from "../calendar/zone.js";
import { literal } from "../evaluate/literal.js";
import type { Behind } from "../facts/behind.js";
import type { Fact, Moment, Program, SequenceFact, Test } from "../program/program.js";
import type { ExplainedTest } from "./explanation.js";

/** Looks behind a fact, by its column, at the instant that is explained. */
export type LookAtFact = (column: number) => Behind | null;

type Hidden = Pick<ExplainedTest, "op" | "seen" | "needed">;

/**
 * A test that asks whether a moment lies in a window, or whether a sequence happened, reads a fact that is true or false.
 * What it was made of says more: when the moment was and between which instants it should be; how far the sequence got.
 * `null` for all other tests, and where a personal date would show.
 */
export function explainHidden(test: Test, program: Program, zone: Zone, behind: LookAtFact): Hidden | null {
  if (test.is !== "compare" || test.op !== "=" || test.left.is !== "column" || test.right.is !== "constant")
    return null;
  const fact = program.facts[test.left.column];
  if (test.right.n !== test.right.d || fact === undefined || isPersonal(fact, program)) return null;
  const found = behind(test.left.column);
  if (found?.is === "moment") return explainMoment(found, zone);
  return found && fact.is === "sequence" ? explainSequence(found.taken, fact, program) : null;
}

function explainMoment({ at, wholeDay, from, to }: Extract<Behind, { is: "moment" }>, zone: Zone): Hidden {
  const instant = (ms: number): string => literal({ n: BigInt(ms), d: 1n }, { is: "instant" }, zone);
  const date = (ms: number): string => literal({ n: BigInt(zone.dateAt(ms)), d: 1n }, { is: "date" }, zone);
  const seen = Number.isNaN(at) ? "unknown" : wholeDay ? date(at) : instant(at);
  if (from > to) return { op: "in", seen, needed: "in unknown" };
  const start = from === Number.NEGATIVE_INFINITY ? "" : `${instant(from)} `;
  return { op: "in", seen, needed: `in ${start}… ${instant(to)}` };
}

function explainSequence(taken: number, { steps }: SequenceFact, program: Program): Hidden {
  const all = steps.filter(({ no }) => !no).length;
  // The steps that were taken, with what was forbidden between them.
  let left = taken;
  const last = steps.findIndex(({ no }) => !no && --left === 0);
  const words = steps.map(({ no, event }) => `${no ? "no " : ""}${program.events[event]?.id ?? ""}`);
  const shown = (count: number, list: readonly string[]): string =>
    list.length === 0 ? `${count}/${all}` : `${count}/${all}: ${list.join(" → ")}`;
  return { op: "steps", seen: shown(taken, words.slice(0, last + 1)), needed: `steps ${shown(all, words)}` };
}

function isPersonal(fact: Fact, { user }: Program): boolean {
  const personal = (moment: Moment): boolean => moment.is === "profile" && (user.fields[moment.field]?.pii ?? false);
  if (fact.is === "momentIn" && personal(fact.moment)) return true;
  return "window" in fact && "moment" in fact.window && personal(fact.window.moment);
}
