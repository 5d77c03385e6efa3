import { formatInstant } from "../calendar/instant.js";
import type { Candidate } from "../gate/candidate.js";
import { expiryOf } from "../gate/expiry.js";
import type { Benefit, Program } from "../program/program.js";
import { COST_PER_MINOR } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import type { DecidedBenefit, DecidedMaterial, Decision } from "./decision.js";
import { decisionKey } from "./key.js";

/** Writes down the decision about a candidate that passed every gate. */
export type Recorder = (user: string, occurrence: string, candidate: Candidate) => Decision;

/** The step of a first touch; a fallback after a wait has its own. */
const FIRST_STEP = "1";

/** A recorder for a strategy; all that is the same for its every decision is prepared here. */
export function createRecorder(program: Program, place: number, hash: string): Recorder {
  const strategy = program.strategies[place];
  if (strategy === undefined) throw new RangeError(`the program has no strategy at place ${place}`);
  const channels = strategy.channels.map((channel) => program.channels[channel]);
  const ids = channels.map((channel) => channel?.id ?? "");
  const costs = channels.map((channel) => channelCost(program, channel?.cost ?? 0));
  const benefit = strategy.benefit === null ? null : (program.benefits[strategy.benefit] ?? null);
  const face = benefit && faceValue(program, benefit);
  return (user, occurrence, candidate) => ({
    key: decisionKey(strategy.id, user, occurrence, FIRST_STEP),
    user,
    strategy: strategy.id,
    occurrence,
    at: formatInstant(candidate.instant),
    send_at: formatInstant(candidate.sendAt),
    channel: ids[candidate.chosen] as string,
    channel_cost: costs[candidate.chosen] as string,
    benefit: benefit && decidedBenefit(benefit, face ?? "", candidate),
    material: decidedMaterial(candidate),
    program: hash,
  });
}

/** `0.05 CNY`. */
function channelCost({ project }: Program, cost: number): string {
  return `${decimalText(BigInt(cost), digitsOf(project.minor * COST_PER_MINOR))} ${project.currency}`;
}

/** `20 CNY`, `100 points`. */
function faceValue({ project }: Program, benefit: Benefit): string {
  if (benefit.is === "points") return `${benefit.amount} points`;
  return `${decimalText(BigInt(benefit.amount), digitsOf(project.minor))} ${project.currency}`;
}

/** The zeros of a power of ten. */
function digitsOf(power: number): number {
  return power.toString().length - 1;
}

function decidedBenefit(benefit: Benefit, cost: string, { zone, sendAt }: Candidate): DecidedBenefit {
  const expires = benefit.valid && formatInstant(expiryOf(benefit.valid, zone, sendAt));
  return { id: benefit.id, kind: benefit.is, cost, expires_at: expires };
}

function decidedMaterial({ message }: Candidate): DecidedMaterial | null {
  // `Object.fromEntries` defines own properties, so a slot may have any name.
  return message && { id: message.material, locale: message.locale, parts: Object.fromEntries(message.parts) };
}
