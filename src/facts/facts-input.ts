import type { Zone } from "../calendar/zone.js";
import type { Profile } from "../evaluate/reader.js";
import type { Ask } from "./ask.js";
import type { EventLog } from "./log.js";

/** One user, and what must be known about them. */
export interface FactsInput {
  readonly zone: Zone;
  /** Stored values by the field's place in the schema; unknown is `NaN`, or `null` for text. */
  readonly profile: Profile;
  readonly events: EventLog;
  /** A row of facts for each. */
  readonly asks: readonly Ask[];
}
