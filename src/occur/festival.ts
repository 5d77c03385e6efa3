import type { Calendar, FestivalWhen, Strategy } from "../program/program.js";
import type { NamesDate } from "./day-rule.js";
import { HorizonError } from "./horizon-error.js";
import { originsOf } from "./origin.js";

/** Whether a date lies so long before or after a festival. Throws a `HorizonError` where the calendar does not know. */
export function compileFestival(
  { festival: place, shift }: FestivalWhen,
  { id }: Pick<Strategy, "id">,
  calendar: Calendar | null,
): NamesDate {
  const festival = calendar?.festivals[place];
  if (!calendar || !festival) throw new RangeError(`the strategy \`${id}\` names a festival that the program lacks`);
  const dates = new Set(festival.dates);
  const { from, until } = festival;
  return (date) =>
    originsOf(date, shift).some((origin) => {
      if (origin < from || origin > until)
        throw new HorizonError(id, "festival", calendar.id, festival.id, origin, from, until);
      return dates.has(origin);
    });
}
