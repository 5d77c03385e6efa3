import { parseInstant } from "../calendar/instant.js";
import { zone as zoneNamed } from "../calendar/zone.js";
import { isInside } from "../gate/send-time.js";
import type { Hours, Program } from "../program/program.js";
import type { Decision } from "./decision.js";

/** A touch is handed to its channel at most so long after its `send_at`, in milliseconds. */
export const PATIENCE = 3_600_000;

/**
 * Whether a touch may still go to its channel at an instant, in milliseconds: not later than an hour after its `send_at`, nor in quiet
 * hours, nor outside the strategy's window, by the clock of the user's zone (IANA name). What is `too_late` becomes an entry of the
 * user, `{ kind: "too_late", at, key }`, and gives back its place under caps and what it had reserved.
 */
export function handOver(
  program: Program,
  decision: Pick<Decision, "strategy" | "variant" | "send_at">,
  at: number,
  zone: string = program.project.zone,
): "hand_over" | "too_late" {
  const sendAt = parseInstant(decision.send_at);
  if (sendAt.is === "failure") throw new RangeError(`\`${decision.send_at}\` is ${sendAt.why}`);
  if (at > sendAt.ms + PATIENCE) return "too_late";
  const clock = zoneNamed(zone);
  const { quiet } = program.policy;
  if (quiet && isInside(clock, quiet, at)) return "too_late";
  const window = windowOf(program, decision);
  return window && !isInside(clock, window, at) ? "too_late" : "hand_over";
}

function windowOf(program: Program, decision: Pick<Decision, "strategy" | "variant">): Hours | null {
  const strategy = program.strategies.find(({ id }) => id === decision.strategy);
  const variant = strategy?.variants.find(({ id }) => id === decision.variant);
  return variant?.offer?.send.window ?? null;
}
