import type { Frame } from "../evaluate/frame.js";
import type { Gate } from "./candidate.js";
import type { RefusalCode } from "./refusal-code.js";

/** Refuses whom `who` does not describe, with `clause_<n>`: the first part that fails, from 1. `matchers` has one per strategy. */
export function targeted(matchers: readonly ((frame: Frame, row: number) => number)[]): Gate {
  return (candidate) => {
    const matcher = matchers[candidate.strategy] as (frame: Frame, row: number) => number;
    const failing = matcher(candidate.frame, candidate.row);
    return failing < 0 ? null : clauseCode(failing);
  };
}

/** Codes are made once, and shared. */
const codes: RefusalCode[] = [];

/** The code of a refusal by the clause at a place, from 0. */
export function clauseCode(place: number): RefusalCode {
  for (let next = codes.length; next <= place; next++) codes.push(`clause_${next + 1}`);
  return codes[place] as RefusalCode;
}
