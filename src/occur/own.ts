import type { Zone } from "../calendar/zone.js";
import type { Profile } from "../evaluate/reader.js";
import type { Trigger } from "../facts/ask.js";
import type { EventLog } from "../facts/log.js";
import type { Due } from "./agenda.js";

/** What a user's own occurrences follow from. */
export interface OccurrenceUser {
  readonly zone: Zone;
  /** Stored values by the field's place in the schema. */
  readonly profile: Profile;
  readonly events: EventLog;
}

/** The occurrences of one strategy that depend on the user. */
export interface OwnSource {
  /** What falls due in `(since, until]`, in any order. */
  dues(user: OccurrenceUser, since: number, until: number): Due[];
  /** The kind of event whose id is the occurrence key; `null` if no event is. */
  readonly triggers: number | null;
  /** Whether what did not happen by the occurrence still has not, by what is visible at an instant. */
  stillDue(user: OccurrenceUser, trigger: Trigger, until: number): boolean;
}
