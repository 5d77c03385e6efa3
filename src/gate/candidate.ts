import type { Zone } from "../calendar/zone.js";
import type { Frame } from "../evaluate/frame.js";
import type { Standing } from "./standing.js";

/** A filled material. */
export interface Message {
  readonly material: string;
  readonly locale: string;
  /** Slot and text, in the material's order. */
  readonly parts: readonly (readonly [id: string, text: string])[];
}

/**
 * An occurrence for a user on its way through the gates. A fold uses one object for all its candidates,
 * so that those who are not wanted cost no memory; gates read it and write only where it says so.
 */
export interface Candidate {
  frame: Frame;
  /** Where the facts of this user at this instant stand in the frame. */
  row: number;
  /** The strategy's place in the program. */
  strategy: number;
  zone: Zone;
  /** The occurrence's instant and its local date. */
  instant: number;
  date: number;
  /** The earliest instant to send at. */
  sendAt: number;
  readonly standing: Standing;
  /** The place in the strategy's chain of channels that was chosen; written by `reachable`. */
  chosen: number;
  /** What to say; `null` if the channel carries no text. Written by `composed`. */
  message: Message | null;
}

/** Lets a candidate pass with `null`, or refuses it with a code. */
export type Gate = (candidate: Candidate) => string | null;
