import type { Zone } from "../calendar/zone.js";
import type { Profile } from "../evaluate/reader.js";
import type { EventLog } from "./log.js";

/** One user, and the instants at which the facts must be known. */
export interface FactsInput {
  readonly zone: Zone;
  /** Stored values by the field's place in the schema; unknown is `NaN`, or `null` for text. */
  readonly profile: Profile;
  readonly events: EventLog;
  readonly instants: readonly number[];
}
