import { interpret } from "../evaluate/interpret.js";
import type { Ask } from "../facts/ask.js";
import type { Behind } from "../facts/behind.js";
import type { Candidate } from "../gate/candidate.js";
import type { EncodedEntry, StandingTouch } from "../gate/standing.js";
import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import type { Program, Test } from "../program/program.js";
import { explainTest } from "./explain-test.js";
import type { ExplainedTest, ExplainedTouch } from "./explanation.js";
import { stepText } from "./recorder.js";

/** Looks behind a fact, by its column, as of an ask. */
export type LookBehindAt = (ask: Ask, column: number) => Behind | null;

/** A candidate at a gate, as explanations see it. */
export interface Scene {
  readonly turn: "occurrence" | "release" | "fallback";
  /** A copy: looking at it changes nothing. */
  readonly candidate: Candidate;
  readonly ask: Ask;
  readonly entries: readonly EncodedEntry[];
  readonly behind: LookBehindAt;
  /** What the fold made of it. */
  readonly code: string | null;
}

/** Interprets a test for the candidate's row, or for another one. */
export function explainAt(program: Program, scene: Scene, test: Test, row = scene.candidate.row): ExplainedTest {
  const { candidate, ask, behind } = scene;
  const finding = interpret(test, program, candidate.frame, row);
  return explainTest(finding, program, candidate.zone, (column) =>
    row === candidate.row ? behind(ask, column) : null,
  );
}

export function explainTouch(program: Program, touch: StandingTouch): ExplainedTouch {
  return {
    key: touch.key,
    strategy: program.strategies[touch.strategy]?.id ?? null,
    channel: program.channels[touch.channel]?.id ?? null,
    occurrence: touch.occurrence,
    step: stepText(touch.step),
    send_at: formatInstant(touch.sendAt),
    send_date: formatDate(touch.sendDate),
    ghost: touch.ghost,
  };
}
