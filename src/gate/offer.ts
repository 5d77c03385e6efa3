import type { Offer, Program, Step } from "../program/program.js";
import type { Candidate } from "./candidate.js";

/** What the candidate's variant offers; `null` if it offers nothing. */
export function offerOf(program: Program, { strategy, variant }: Candidate): Offer | null {
  return program.strategies[strategy]?.variants[variant]?.offer ?? null;
}

/** The step of the offer that the candidate is about. */
export function stepOf(program: Program, candidate: Candidate): Step | null {
  return offerOf(program, candidate)?.steps[candidate.step] ?? null;
}

/** The channel that was chosen, by its place in the program. */
export function channelOf(program: Program, candidate: Candidate): number {
  const channel = stepOf(program, candidate)?.channels[candidate.chosen];
  if (channel === undefined) throw new RangeError("no channel was chosen");
  return channel;
}
