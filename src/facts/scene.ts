import type { Zone } from "../calendar/zone.js";
import type { Profile } from "../evaluate/reader.js";
import type { Test } from "../program/program.js";
import type { BoundsAt } from "./bounds.js";
import type { PlainWindow } from "./need.js";
import type { Stream } from "./stream.js";

/** One user at one ask, as ordered facts look at them. One object serves for all. */
export interface Scene {
  zone: Zone;
  profile: Profile;
  /** The instants of the ask, the local date, and the bounds of windows that are known beforehand. */
  at: BoundsAt;
}

/** What ordered facts are compiled with. */
export interface Sources {
  /** The events of one kind that pass a filter; the same for equal questions. */
  stream(event: number, where: Test | null): Stream;
  /** The place of a window among the bounds. */
  windowPlace(window: PlainWindow): number;
  /** Whether a field of the profile is a date, and not an instant. */
  isDate(field: number): boolean;
}
