import { createEnvironment } from "../evaluate/environment.js";
import { createDue } from "../gate/due.js";
import type { GateSources } from "../gate/gates.js";
import { createStanding, type StandingTouch } from "../gate/standing.js";
import { compileMatchers } from "../match/matchers.js";
import type { Occurrence } from "../occur/agenda.js";
import { programHash } from "../program/hash.js";
import type { Program } from "../program/program.js";
import { createContender } from "./contender.js";
import { isFallbackWanted } from "./fallback.js";
import type { FoldInput } from "./fold.js";
import { createRecorder, stepText } from "./recorder.js";
import { createReleaseCheck, lasting } from "./release.js";
import { createReturns } from "./returns.js";
import { createTurnFinder } from "./turn-finder.js";
import { createTurns, type Turn } from "./turns.js";
import { createWalk, type Verdict } from "./walk.js";

export type { Costs, FoldInput, Sink, World } from "./fold.js";

/** A program, ready to decide. It remembers nothing from one fold to the next. */
export interface Engine {
  readonly program: Program;
  readonly hash: string;
  readonly sources: GateSources;
  /** Decides every occurrence of the agenda for one user, and what earlier touches make due in between. */
  fold(input: FoldInput): void;
}

export function createEngine(program: Program, hash = programHash(program)): Engine {
  const environment = createEnvironment(program);
  const sources = { program, environment, matchers: compileMatchers(program, environment) };
  const standing = createStanding(program);
  const contender = createContender(program, standing);
  const { candidate } = contender;
  const due = createDue(sources);
  const walk = createWalk(sources, candidate);
  const failing = createReleaseCheck(sources, contender, due);
  const recorder = createRecorder(program, hash);
  const turns = createTurns(program);
  const finder = createTurnFinder(program, turns);
  const returns = createReturns();

  function fold(input: FoldInput): void {
    standing.begin(input.entries);
    contender.begin(input);
    finder.begin(input);
    returns.begin(input);
    for (const occurrence of input.agenda.occurrences) {
      if (turns.size() > 0) takeTurnsBefore(input, occurrence);
      decide(input, occurrence);
    }
    for (let turn = turns.next(); turn !== null; turn = turns.next()) take(input, turn);
    returns.upTo(input.until);
  }

  function takeTurnsBefore(input: FoldInput, { at, strategy, key }: Occurrence): void {
    const { now } = input.agenda.asks[at] as { now: number };
    for (let turn = turns.before(now, strategy, key); turn !== null; turn = turns.before(now, strategy, key))
      take(input, turn);
  }

  function take(input: FoldInput, turn: Turn): void {
    moveTo(turn.at);
    // What was withdrawn in the meantime, or never counted, has no turn.
    if (standing.touch(turn.touch.key) !== turn.touch) return;
    if (turn.is === "release") release(input, turn.touch);
    else fallBack(input, turn);
  }

  function moveTo(instant: number): void {
    returns.upTo(instant);
    standing.advance(instant);
  }

  function decide(input: FoldInput, occurrence: Occurrence): void {
    moveTo((input.agenda.asks[occurrence.at] as { now: number }).now);
    contender.meet(occurrence);
    if (!due.isDue(candidate)) return;
    input.watch?.begins("occurrence", candidate, contender.ask());
    conclude(input, walk.run(input.watch));
  }

  function release(input: FoldInput, touch: StandingTouch): void {
    standing.setAside(touch.key);
    const failure = failing(input, touch);
    standing.setAside(null);
    if (failure === null) return;
    standing.withdraw(touch.key);
    input.grants.release(touch.key);
    input.sink.cancelled(recorder.cancellation(input.user, touch, failure), touch.strategy);
  }

  function fallBack(input: FoldInput, turn: Turn): void {
    if (input.world === null || !isFallbackWanted(program, turn, standing.receipts())) return;
    const trigger = contender.followUp(input.world, turn);
    input.watch?.begins("fallback", candidate, contender.ask());
    const past = lasting(input.world, candidate, due, trigger, turn.at);
    input.watch?.passes("due", candidate, past?.code ?? null);
    conclude(input, past ?? walk.run(input.watch));
  }

  function conclude({ sink }: FoldInput, refusal: Verdict | null): void {
    const { strategy, occurrence, step } = candidate;
    if (refusal !== null) {
      sink.refused(strategy, refusal.gate, refusal.code, occurrence, stepText(step));
    } else if (candidate.ghost === null) {
      keep(recorder.touch(candidate));
      sink.decided(recorder.decision(candidate), recorder.costs(candidate));
    } else {
      const path = walk.path();
      keep(recorder.ghostTouch(candidate, path));
      sink.ghost(recorder.ghost(candidate, path), strategy);
    }
  }

  function keep(touch: StandingTouch): void {
    standing.add(touch);
    finder.found(touch, candidate.instant);
  }

  return { program, hash, sources, fold };
}
