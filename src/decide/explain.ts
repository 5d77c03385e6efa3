import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import { interpret } from "../evaluate/interpret.js";
import type { Behind } from "../facts/behind.js";
import { againFrom } from "../gate/fresh.js";
import { type GateId, gateIds } from "../gate/gates.js";
import type { EncodedEntry } from "../gate/standing.js";
import { clauseCode } from "../gate/targeted.js";
import type { Occurrence } from "../occur/agenda.js";
import type { Program, Strategy, Test } from "../program/program.js";
import type { Decision } from "./decision.js";
import type { Engine, FoldInput } from "./engine.js";
import { explainTest } from "./explain-test.js";
import type {
  ExplainedChannel,
  ExplainedGate,
  ExplainedOccurrence,
  ExplainedTest,
  Explanation,
} from "./explanation.js";

/** A fold, without a place to put its results. */
export interface FoldToExplain extends Omit<FoldInput, "sink"> {
  /** Looks behind a fact, by its column, at an instant, by its place in the agenda. */
  readonly behind: (instant: number, column: number) => Behind | null;
}

/** A touch that this fold made. */
interface Touched {
  readonly at: number;
  readonly date: number;
}

/** What the fold made of an occurrence. */
type Outcome = { readonly decision: Decision } | { readonly gate: GateId; readonly code: string };

/**
 * Explains what became of a strategy's occurrences. Whom `who`, consent, channels and `repeat` refuse is worked out anew
 * here, by scanning and interpreting, and must agree with the fold; the text of a message is taken from the fold.
 */
export function explain(engine: Engine, input: FoldToExplain, place: number): Explanation {
  const strategy = engine.program.strategies[place];
  if (strategy === undefined) throw new RangeError(`the program has no strategy at place ${place}`);
  const outcomes = outcomesOf(engine, input, place);
  const touches: Touched[] = [];
  const occurrences = [...outcomes].map(([occurrence, outcome]) => {
    const explained = explainOccurrence(engine.program, strategy, input, occurrence, outcome, touches);
    if (explained.decision !== null)
      touches.push({ at: input.agenda.instants[occurrence.at] as number, date: occurrence.date });
    return explained;
  });
  return { user: input.user, strategy: strategy.id, zone: input.zone.name, occurrences };
}

/** Strategies see of each other only what entries say, so the fold of one strategy alone gives what it gives among all. */
function outcomesOf(engine: Engine, input: FoldToExplain, place: number): Map<Occurrence, Outcome> {
  const occurrences = input.agenda.occurrences.filter(({ strategy }) => strategy === place);
  const outcomes = new Map<Occurrence, Outcome>();
  let next = 0;
  engine.fold({
    ...input,
    agenda: { instants: input.agenda.instants, occurrences },
    sink: {
      refused: (_, gate, code, occurrence) => {
        outcomes.set(occurrence, { gate, code });
        next++;
      },
      decided: (decision) => outcomes.set(occurrences[next++] as Occurrence, { decision }),
    },
  });
  return outcomes;
}

/** What a gate was found to do; `code` is `null` if it lets pass. */
type Verdict = Pick<ExplainedGate, "code" | "clauses" | "channels" | "repeat">;

const passes: Verdict = { code: null, clauses: [], channels: [], repeat: null };

function explainOccurrence(
  program: Program,
  strategy: Strategy,
  input: FoldToExplain,
  occurrence: Occurrence,
  outcome: Outcome,
  touches: readonly Touched[],
): ExplainedOccurrence {
  const instant = input.agenda.instants[occurrence.at] as number;
  const channels = strategy.channels.map((channel) => explainChannel(program, channel, input, occurrence.at, instant));
  const verdicts: Partial<Record<GateId, Verdict>> = {
    targeted: explainWho(program, strategy, input, occurrence.at),
    allowed: { ...passes, code: channels.every((channel) => channel.opted_out) ? "opted_out" : null, channels },
    reachable: {
      ...passes,
      code: channels.some((channel) => !channel.opted_out && channel.reaches) ? null : "unreachable",
      channels,
    },
    fresh: explainRepeat(program, strategy, input.entries, instant, occurrence.date, touches),
    composed: { ...passes, code: "gate" in outcome && outcome.gate === "composed" ? outcome.code : null },
  };
  return {
    occurrence: occurrence.key,
    at: formatInstant(instant),
    gates: walk(verdicts),
    decision: "decision" in outcome ? withoutMaterial(outcome.decision) : null,
  };
}

/** The gates in order; what lies behind a refusal was not reached. */
function walk(verdicts: Partial<Record<GateId, Verdict>>): ExplainedGate[] {
  let refused = false;
  return gateIds.map((gate): ExplainedGate => {
    if (refused) return { gate, ...passes, outcome: "not_reached" };
    const verdict = verdicts[gate] ?? passes;
    refused = verdict.code !== null;
    return { gate, ...verdict, outcome: refused ? "refused" : "passed" };
  });
}

function explainWho(program: Program, { who }: Strategy, input: FoldToExplain, at: number): Verdict {
  const clauses = who.map((test) => explainAt(test, program, input, at));
  const failing = clauses.findIndex((clause) => !clause.holds);
  return { ...passes, code: failing < 0 ? null : clauseCode(failing), clauses };
}

/** Explains a test for the instant at a place in the agenda. */
function explainAt(test: Test, program: Program, input: FoldToExplain, at: number): ExplainedTest {
  const { frame, firstRow, zone, behind } = input;
  return explainTest(interpret(test, program, frame, firstRow + at), program, zone, (column) => behind(at, column));
}

function explainChannel(
  program: Program,
  place: number,
  input: FoldToExplain,
  at: number,
  now: number,
): ExplainedChannel {
  const channel = program.channels[place];
  const test = channel?.reach ?? null;
  const reach = test && explainAt(test, program, input, at);
  return {
    channel: channel?.id ?? "",
    opted_out: isOptedOut(input.entries, place, now),
    reaches: reach === null || reach.holds,
    reach,
  };
}

/** An opt-out holds if no opt-in that takes it back came later. */
function isOptedOut(entries: readonly EncodedEntry[], channel: number, now: number): boolean {
  return entries.some(
    (out) =>
      out.kind === "opt_out" &&
      out.at <= now &&
      (out.channel === null || out.channel === channel) &&
      !entries.some(
        (back) =>
          back.kind === "opt_in" &&
          back.at <= now &&
          back.at > out.at &&
          (back.channel === null || back.channel === out.channel),
      ),
  );
}

function explainRepeat(
  program: Program,
  strategy: Strategy,
  entries: readonly EncodedEntry[],
  now: number,
  date: number,
  touches: readonly Touched[],
): Verdict {
  const earlier = entries
    .flatMap((entry) => (entry.kind === "touch" && program.strategies[entry.strategy] === strategy ? [entry] : []))
    .filter((entry) => entry.at < now)
    .sort((one, other) => one.at - other.at || one.date - other.date);
  const last = latest([...touches, ...earlier]);
  if (last === null) return passes;
  const again = againFrom(strategy.repeat, last);
  const repeat = {
    last: formatDate(last),
    again_from: again === Number.POSITIVE_INFINITY ? null : formatDate(Math.max(again, last)),
  };
  return { ...passes, code: date < again ? "capped repeat" : null, repeat };
}

/** The date of the latest touch; of one instant, that of the last in the list. */
function latest(touches: readonly Touched[]): number | null {
  let last: Touched | null = null;
  for (const touch of touches) if (last === null || touch.at >= last.at) last = touch;
  return last && last.date;
}

function withoutMaterial(decision: Decision): Omit<Decision, "material"> {
  const { key, user, strategy, occurrence, at, send_at, channel, channel_cost, benefit, program } = decision;
  return { key, user, strategy, occurrence, at, send_at, channel, channel_cost, benefit, program };
}
