import { formatDate } from "../calendar/civil.js";

/** What a calendar was asked: which days are worked; when a festival falls; what date of the lunar calendar it is. */
export type HorizonAsked = "days" | "festival" | "lunar";

/** A strategy's occurrences depend on a day of which its calendar does not know. Nothing is guessed. Dates are days since 1970-01-01. */
export class HorizonError extends Error {
  override readonly name = "HorizonError";

  constructor(
    /** The strategy's id. */
    readonly strategy: string,
    readonly asked: HorizonAsked,
    /** The calendar's id; `null` for the lunar calendar. */
    readonly calendar: string | null,
    /** The festival's id, if one was asked for. */
    readonly festival: string | null,
    /** The date that was asked about. */
    readonly date: number,
    /** The first and the last date of which the calendar knows. */
    readonly from: number,
    readonly until: number,
  ) {
    const [asks, first, last] = [date, from, until].map(formatDate);
    super(`strategy \`${strategy}\` asks about ${asks}, and \`${calendar ?? "lunar"}\` knows ${first} to ${last}`);
  }
}
