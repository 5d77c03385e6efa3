import { formatInstant } from "../calendar/instant.js";
import type { Ask } from "../facts/ask.js";
import type { Candidate } from "../gate/candidate.js";
import { type GateId, gateIds } from "../gate/gates.js";
import type { Cancellation, Decision, Ghost } from "./decision.js";
import type { Engine } from "./engine.js";
import { peekInto } from "./explain-claims.js";
import { createGateExplainer, type GateExplainer, plainGate } from "./explain-gate.js";
import type { LookBehindAt, Scene } from "./explain-scene.js";
import type { ExplainedGate, ExplainedOccurrence, ExplainedWalk, Explanation } from "./explanation.js";
import type { FoldInput } from "./fold.js";
import { shownKey } from "./limit-key.js";
import { stepText } from "./recorder.js";

/** A fold of all strategies, without a place to put its results. */
export interface FoldToExplain extends Omit<FoldInput, "sink" | "watch"> {
  readonly behind: LookBehindAt;
}

/** Explains what became of a strategy's occurrences, by its place in the program, and of what they left to do. */
export type Explain = (input: FoldToExplain, place: number) => Explanation;

export function createExplain(engine: Engine): Explain {
  const { strategies } = engine.program;
  const explainGate = createGateExplainer(engine.sources);
  return (input, place) => {
    const strategy = strategies[place];
    if (strategy === undefined) throw new RangeError(`the program has no strategy at place ${place}`);
    const keyOf = (key: string | null): string | null => shownKey(engine.program, strategy, key);
    const occurrences = byOccurrence(watchTurns(engine, explainGate, input, place), keyOf);
    return { user: input.user, strategy: strategy.id, zone: input.zone.name, occurrences };
  };
}

/** A candidate, or a touch that was looked at again, with its way through the gates and what became of it. */
interface Turn {
  readonly is: Scene["turn"];
  readonly occurrence: string;
  readonly step: string;
  readonly at: string;
  /** In the order in which they were walked; those after `assigned` once for each variant that a ghost walked. */
  readonly gates: ExplainedGate[];
  readonly walks: { readonly variant: string | null; readonly gates: ExplainedGate[] }[];
  decision: Decision | null;
  ghost: Ghost | null;
  cancellation: Cancellation | null;
}

/** Strategies see each other's touches: all are decided, and one is watched. */
function watchTurns(engine: Engine, explainGate: GateExplainer, input: FoldToExplain, place: number): Turn[] {
  const { program } = engine;
  const turns: Turn[] = [];
  let turn: Turn | null = null;
  let ask: Ask | null = null;
  const fold: Omit<FoldInput, "sink"> = {
    ...input,
    watch: {
      begins(is, candidate, asked) {
        ask = asked;
        turn = candidate.strategy === place ? beginning(is, candidate) : null;
        if (turn === null) return;
        turns.push(turn);
        // Of an occurrence it is known before it is a candidate; the others are asked.
        if (is === "occurrence") tell("due", candidate, null);
      },
      passes(gate, candidate, code) {
        if (turn === null) return;
        if (turn.is !== "release" && isWalk(gate, candidate, turn))
          turn.walks.push({ variant: program.strategies[place]?.variants[candidate.variant]?.id ?? null, gates: [] });
        tell(gate, candidate, code);
      },
    },
  };

  function tell(gate: GateId, candidate: Candidate, code: string | null): void {
    if (turn === null || ask === null) return;
    const copy = { ...candidate, grants: peekInto(input.grants) };
    const scene = { turn: turn.is, candidate: copy, ask, entries: input.entries, behind: input.behind, code };
    (turn.walks.at(-1)?.gates ?? turn.gates).push(explainGate(gate, scene));
  }

  engine.fold({
    ...fold,
    sink: {
      refused: () => {},
      decided: (decision) => {
        if (turn !== null) turn.decision = decision;
      },
      ghost: (ghost) => {
        if (turn !== null) turn.ghost = ghost;
      },
      cancelled: (cancellation) => {
        if (turn !== null) turn.cancellation = cancellation;
      },
    },
  });
  return turns;
}

function beginning(is: Scene["turn"], candidate: Candidate): Turn {
  return {
    is,
    occurrence: candidate.occurrence,
    step: stepText(candidate.step),
    at: formatInstant(is === "release" ? candidate.sendAt : candidate.instant),
    gates: [],
    walks: [],
    decision: null,
    ghost: null,
    cancellation: null,
  };
}

/** A ghost starts over with `allowed`, once for each variant that it walks. */
function isWalk(gate: GateId, { ghost }: Candidate, { gates }: Turn): boolean {
  return gate === "allowed" && ghost !== null && gates.some((told) => told.gate === "assigned");
}

/** Puts what came later with its occurrence; an occurrence of an earlier interval has nothing but that. */
function byOccurrence(turns: readonly Turn[], keyOf: KeyOf): ExplainedOccurrence[] {
  const found = new Map<string, { first: Turn | null; later: Turn[] }>();
  for (const turn of turns) {
    let group = found.get(turn.occurrence);
    if (!group) found.set(turn.occurrence, (group = { first: null, later: [] }));
    if (turn.is === "occurrence") group.first = turn;
    else group.later.push(turn);
  }
  return [...found].map(([occurrence, { first, later }]) => ({
    occurrence,
    ...(first === null ? earlier(later[0] as Turn) : explainedStep(first, keyOf)),
    later: later.map((turn) =>
      turn.is === "release"
        ? { is: "release", step: turn.step, at: turn.at, gates: turn.gates, cancellation: turn.cancellation }
        : { is: "fallback", ...explainedStep(turn, keyOf) },
    ),
  }));
}

/** What is shown of a key that `limit` counts by. */
type KeyOf = (key: string | null) => string | null;

type Step = Omit<ExplainedOccurrence, "occurrence" | "later">;

/** Of an occurrence that was decided in an earlier interval. */
function earlier({ at }: Turn): Step {
  return { step: "1", at, gates: [], decision: null, ghost: null, walks: [] };
}

function explainedStep({ step, at, gates, walks, decision, ghost }: Turn, keyOf: KeyOf): Step {
  const chosen = walks.find((walk) => walk.gates.every(({ outcome }) => outcome === "passed")) ?? walks[0];
  return {
    step,
    at,
    gates: allGates([...gates, ...(chosen?.gates ?? []).filter(({ gate }) => gate !== "allowed")], chosen),
    decision: decision && withoutMaterial(decision, keyOf),
    ghost: ghost && { ...ghost, limit_key: keyOf(ghost.limit_key) },
    walks: walks.length > 1 ? walks : [],
  };
}

/** All gates in order; what lies behind a refusal was not reached. A walk that was refused consent refuses it for the ghost, too. */
function allGates(told: readonly ExplainedGate[], walk: ExplainedWalk | undefined): ExplainedGate[] {
  const consent = walk?.gates.find(({ gate, outcome }) => gate === "allowed" && outcome === "refused");
  return gateIds.map(
    (id) =>
      (id === "allowed" ? consent : undefined) ??
      told.find(({ gate }) => gate === id) ??
      plainGate(id, "not_reached", null),
  );
}

function withoutMaterial(decision: Decision, keyOf: KeyOf): Omit<Decision, "material"> {
  const copy = { ...decision, limit_key: keyOf(decision.limit_key) };
  Reflect.deleteProperty(copy, "material");
  return copy;
}
