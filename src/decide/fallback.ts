import type { StandingReceipt } from "../gate/standing.js";
import type { Program } from "../program/program.js";
import { stepOf } from "./turn-finder.js";
import type { Turn } from "./turns.js";

/** What a receipt says at least: who clicked has opened, and what was opened was delivered. */
const reached: Readonly<Record<StandingReceipt["outcome"], number>> = {
  failed: 0,
  handed_over: 0,
  delivered: 1,
  opened: 2,
  clicked: 3,
};

/** Whether the next step is still wanted: nothing that it waits for has happened to the touch before, as far as receipts tell. */
export function isFallbackWanted(program: Program, turn: Turn, receipts: readonly StandingReceipt[]): boolean {
  const wait = stepOf(program, turn.touch, turn.touch.step + 1)?.wait;
  if (!wait) return false;
  return !receipts.some(({ key, outcome }) => key === turn.touch.key && reached[outcome] >= reached[wait.unless]);
}
