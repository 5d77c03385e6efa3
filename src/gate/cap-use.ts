import type { Cap, Program } from "../program/program.js";
import type { Candidate } from "./candidate.js";
import { fullest, type Stretch } from "./capacity.js";
import type { StandingTouch } from "./standing.js";

/** How full a cap is for a candidate, in the fullest window that its send would fall into. */
export interface CapUse extends Stretch {
  /** The place of the cap in the policy. */
  readonly cap: number;
  /** Whether `from` and `to` are instants; else they are dates. */
  readonly byInstant: boolean;
  /** The touches in that window, in order of their occurrences. */
  readonly touches: readonly StandingTouch[];
}

/** Whether one more touch would be more than the cap allows in some window. */
export function isFull(cap: Cap, candidate: Candidate, weekStarts: number): boolean {
  // Windows need not be searched while all touches together stay below the cap.
  const counted = countedBy(cap, candidate);
  return counted.length >= cap.n && fullest(cap.window, counted, candidate, weekStarts).held >= cap.n;
}

export function capUse(program: Program, place: number, candidate: Candidate): CapUse {
  const cap = program.policy.caps[place];
  if (cap === undefined) throw new RangeError(`the policy has no cap at place ${place}`);
  const counted = countedBy(cap, candidate);
  const stretch = fullest(cap.window, counted, candidate, program.project.weekStarts);
  const byInstant = cap.window.is === "span";
  const touches = counted.filter(({ sendAt, sendDate }) => {
    const point = byInstant ? sendAt : sendDate;
    return point >= stretch.from && point < stretch.to;
  });
  return { cap: place, byInstant, ...stretch, touches };
}

/** The live touches over the cap's channels; of ghosts, those that the candidate sees. */
function countedBy({ channels }: Cap, { standing, strategy, ghost }: Candidate): readonly StandingTouch[] {
  const touches = standing.touches(strategy, ghost);
  return channels === null ? touches : touches.filter(({ channel }) => channels.includes(channel));
}

/** A cap that names exactly one channel is that channel's own: a chain passes on to the next one when it is full. */
export function ownCaps({ policy }: Program, channel: number): readonly number[] {
  return places(policy.caps, ({ channels }) => channels?.length === 1 && channels[0] === channel);
}

/** The other caps that count a channel. */
export function commonCaps({ policy }: Program, channel: number): readonly number[] {
  return places(
    policy.caps,
    ({ channels }) => channels === null || (channels.length > 1 && channels.includes(channel)),
  );
}

function places(caps: readonly Cap[], wanted: (cap: Cap) => boolean): readonly number[] {
  return caps.flatMap((cap, place) => (wanted(cap) ? [place] : []));
}
