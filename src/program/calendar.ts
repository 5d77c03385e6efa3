/** Days that no rule gives: festivals, public holidays and the workdays made up for them. Dates are days since 1970-01-01. */

export interface Calendar {
  readonly id: string;
  readonly label: string | null;
  /** The first and the last date that `holidays` and `workdays` speak of; `null` if no strategy asks about them. */
  readonly days: CalendarDays | null;
  /** Those that strategies name. */
  readonly festivals: readonly Festival[];
}

/** Saturday and Sunday are free, all other days are workdays, but for these. */
export interface CalendarDays {
  readonly from: number;
  readonly until: number;
  /** Public holidays, ascending: the days off that are announced, Saturdays and Sundays among them. */
  readonly holidays: readonly number[];
  /** Saturdays and Sundays that are workdays, ascending. */
  readonly workdays: readonly number[];
}

export interface Festival {
  readonly id: string;
  readonly label: string | null;
  /** The first and the last date of which the table knows whether the festival falls on it. */
  readonly from: number;
  readonly until: number;
  /** Its dates, ascending. */
  readonly dates: readonly number[];
}
