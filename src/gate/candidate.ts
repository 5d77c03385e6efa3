import type { Zone } from "../calendar/zone.js";
import type { Frame } from "../evaluate/frame.js";
import type { GhostReason } from "./ghost.js";
import type { Grants } from "./grants.js";
import type { RefusalCode } from "./refusal-code.js";
import type { Standing } from "./standing.js";

/** A filled material: texts, or the parameters of a template. */
export interface Message {
  readonly material: string;
  readonly locale: string;
  /** The provider's template; `null` for texts. */
  readonly template: string | null;
  /** Slot or parameter, and text, in the material's order. */
  readonly parts: readonly (readonly [id: string, text: string])[];
}

/** What decided when a touch goes out: nothing, the strategy's own window, quiet hours, or the user's best hour. */
export type SendReason = "settled" | "window" | "quiet_hours" | "best_hour";

/**
 * An occurrence for a user on its way through the gates. A fold uses one object for all its candidates,
 * so that those who are not wanted cost no memory; gates read it and write only where it says so.
 */
export interface Candidate {
  user: string;
  frame: Frame;
  /** Where the facts of this user at this ask stand in the frame. */
  row: number;
  /** The row of the ask to compare with, of a strategy that starts when a state changes; else −1. */
  before: number;
  /** The strategy's place in the program. */
  strategy: number;
  zone: Zone;
  /** The occurrence's instant and its local date. */
  instant: number;
  date: number;
  /** Its key. */
  occurrence: string;
  /** The value that `limit n per event.x` counts by, as text; `null` without one. */
  limitKey: string | null;
  /** The step of the offer, from 0. A fallback skips `repeat`, `limit`, `exclusive` and `funded`. */
  step: number;
  /** The instant from which it may go out: that of the occurrence, or of a fallback, plus the time to settle. */
  earliest: number;
  readonly standing: Standing;
  grants: Grants;
  /**
   * The variant's place in the strategy, and why the user is a ghost. −1 before `allowed`, which asks about the variant's channels
   * and so assigns it, by what `assigned` says. Whoever walks a variant of their own choosing (the treated ones for a ghost of a
   * variant without an offer, a release, a fallback) sets both instead.
   */
  variant: number;
  ghost: GhostReason | null;
  /**
   * The instant to send at, its local date, and why then. Written by `reachable` (which must know whose caps are full) and confirmed
   * by `timely`; `NaN` if no instant is allowed.
   */
  sendAt: number;
  sendDate: number;
  sendBy: SendReason;
  /** The place in the step's channels that was chosen, and whether by what the user opens. Written by `reachable`. */
  chosen: number;
  byPreference: boolean;
  /** The decision's key: SHA-256 over strategy, user, occurrence and step. Made when first asked for. */
  key(): string;
  /**
   * The place in the program of what the user gets, after `funded`: of a lottery what was drawn, of a referral what the giver gets;
   * `null` if none. Of a fallback it is that of the first step, and is set by the fold.
   */
  benefit: number | null;
  /** The instant at which a fallback's first step gave what it gives; `null` of a first step, which gives it at `sendAt`. */
  givenAt: number | null;
  /** What to say; `null` if the channel carries no text. Written by `composed`. */
  message: Message | null;
}

/** Lets a candidate pass with `null`, or refuses it with a code. */
export type Gate = (candidate: Candidate) => RefusalCode | null;
