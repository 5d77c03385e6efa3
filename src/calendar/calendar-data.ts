/** A calendar: days that no rule of weeks and months gives. Dates are days since 1970-01-01. */
export interface CalendarData {
  readonly id: string;
  readonly label: string | null;
  /** The first and the last date that `holidays` and `workdays` speak of; `null` if it lists none. */
  readonly days: {
    readonly from: number;
    readonly until: number;
    /** Days off that are announced, Saturdays and Sundays among them, ascending. */
    readonly holidays: readonly number[];
    /** Saturdays and Sundays that are worked, ascending. */
    readonly workdays: readonly number[];
  } | null;
  readonly festivals: readonly FestivalData[];
}

export interface FestivalData {
  readonly id: string;
  readonly label: string | null;
  /** The first and the last date of which it is known whether the festival falls on it. */
  readonly from: number;
  readonly until: number;
  /** Ascending. */
  readonly dates: readonly number[];
}
