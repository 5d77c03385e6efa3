/** What a calibration file says: numbers of the population, found once, reviewed like code and used as constants. */
import type { Found } from "./analysis.js";

/** What was found for one measure, value or groups. */
export interface Calibration {
  /** The name of what was fitted. */
  readonly id: string;
  /** That of the `Fit` it was found for: another definition makes it void. */
  readonly definition: string;
  /** The instant up to which the data was looked at, in milliseconds. */
  readonly until: number;
  /** Users, or silences, that it was found from. */
  readonly sample: number;
  readonly found: Found;
}
