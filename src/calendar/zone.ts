/**
 * A time zone as its transitions. Dates are whole days since 1970-01-01, instants milliseconds since the epoch.
 * A gap shifts a clock time forward by its length; an overlap takes the first of the two instants.
 */
export interface Zone {
  /** The IANA name, as given. */
  readonly name: string;
  /** What the local clock shows beyond UTC at an instant, in milliseconds. */
  offsetAt(instant: number): number;
  /** The local date of an instant. */
  dateAt(instant: number): number;
  /** The first instant of a local date; for a date that the zone skipped, that of the date after it. */
  startOf(date: number): number;
  /** The instant at which the clock shows `minute` minutes after midnight on a date; `null` if the zone skipped the date. */
  resolve(date: number, minute: number): number | null;
  /** The instants in `[from, to)` at which the offset changes, with the offset from then on. */
  transitions(from: number, to: number): readonly { readonly at: number; readonly offset: number }[];
}
