import type { Candidate, SendReason } from "../gate/candidate.js";
import { createGates, type GateId, type GateSources, ghostGates, type NamedGate } from "../gate/gates.js";
import { channelOf } from "../gate/offer.js";
import type { RefusalCode } from "../gate/refusal-code.js";
import type { Variant } from "../program/program.js";
import type { Watch } from "./fold.js";

/** Why a candidate was refused, or a touch is not to go out. */
export interface Verdict {
  readonly gate: GateId;
  readonly code: RefusalCode;
}

/** How a ghost would have been touched. */
export interface GhostPath {
  /** The variants that would have passed, by place, and the first of them. */
  readonly would: readonly number[];
  readonly walked: number;
  readonly channel: number;
  readonly sendAt: number;
  readonly sendDate: number;
  readonly sendBy: SendReason;
}

/** Leads the candidate through the gates. */
export interface Walk {
  /** Says why it was refused, good until the next one; `null` if it passes: then it is to be touched, or is a ghost. */
  run(watch: Watch | undefined): Verdict | null;
  /** Of the last ghost that passed. */
  path(): GhostPath;
}

export function createWalk(sources: GateSources, candidate: Candidate): Walk {
  const gates = createGates(sources);
  const assigned = gates.findIndex(({ id }) => id === "assigned");
  const [forAll, forTouches] = [gates.slice(0, assigned + 1), gates.slice(assigned + 1)];
  const forGhosts = gates.filter(({ id }) => ghostGates.has(id));
  const { strategies } = sources.program;
  // Most candidates are refused: one object serves them all, and is read only once it is written.
  const verdict: { gate: GateId; code: RefusalCode } = { gate: "due", code: "left" };
  let path: GhostPath | null = null;

  function through(list: readonly NamedGate[], watch: Watch | undefined): Verdict | null {
    for (let place = 0; place < list.length; place++) {
      const { id, gate } = list[place] as NamedGate;
      const code = gate(candidate);
      watch?.passes(id, candidate, code);
      if (code === null) continue;
      verdict.gate = id;
      verdict.code = code;
      return verdict;
    }
    return null;
  }

  function touch(watch: Watch | undefined): Verdict | null {
    const refusal = through(forTouches, watch);
    // What `funded` took is given back where the message can't be made after all.
    if (refusal?.gate === "composed") candidate.grants.release(candidate.key());
    return refusal;
  }

  function haunt(watch: Watch | undefined): Verdict | null {
    const own = candidate.variant;
    const would: number[] = [];
    let first: Verdict | null = null;
    path = null;
    for (const walked of variantsToWalk(strategies[candidate.strategy]?.variants ?? [], own)) {
      candidate.variant = walked;
      const refusal = through(forGhosts, watch);
      if (refusal !== null) {
        first ??= { ...refusal };
        continue;
      }
      would.push(walked);
      path ??= pathOf(would, walked);
    }
    candidate.variant = own;
    return path === null ? (first ?? { gate: "assigned", code: "control" }) : null;
  }

  function pathOf(would: readonly number[], walked: number): GhostPath {
    const { sendAt, sendDate, sendBy } = candidate;
    return { would, walked, channel: channelOf(sources.program, candidate), sendAt, sendDate, sendBy };
  }

  return {
    run(watch) {
      const refusal = through(forAll, watch);
      if (refusal !== null) return refusal;
      return candidate.ghost === null ? touch(watch) : haunt(watch);
    },
    path() {
      if (path === null) throw new RangeError("no ghost has passed");
      return path;
    },
  };
}

/** A ghost walks its own variant; one whose variant offers nothing walks all that do, in order. */
function variantsToWalk(variants: readonly Variant[], own: number): readonly number[] {
  if (variants[own]?.offer) return [own];
  return variants.flatMap(({ offer }, place) => (offer ? [place] : []));
}
