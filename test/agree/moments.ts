import fc from "fast-check";
import { order, pattern } from "./patterns.js";
import { days, months, periods, plainWindow, spans, weeks, writtenDates } from "./plain-windows.js";
import { pick, said, type Text } from "./said.js";

export const nth = pick("1st", "2nd", "3rd", "last");
export const point: Text = said`${nth} ${pattern}`;

/** Fields of the profile whose type is instant, and those whose type is date; all of them optional. */
export const userInstant = pick("user.joined", "user.seen");
export const userDate = pick("user.first_day", "user.first_day", "user.birthday");
const userMoment = fc.oneof({ weight: 3, arbitrary: userInstant }, { weight: 2, arbitrary: userDate });

const dateLength = fc.oneof(days, weeks, months);
export const length = fc.oneof(spans, days, weeks, months);

/** A stretch of time beside a moment. Those beside an optional field stand where it is known. */
function beside(moment: Text): Text {
  return fc.oneof(
    { weight: 2, arbitrary: said`within ${length} after ${moment}` },
    said`within ${length} before ${moment}`,
    said`since ${moment}`,
  );
}

export const besidePoint: Text = beside(fc.oneof({ weight: 5, arbitrary: point }, writtenDates));

export const anyWindow: Text = fc.oneof({ weight: 5, arbitrary: plainWindow }, { weight: 2, arbitrary: besidePoint });

/** What is said of a moment, beside now or beside another. Dates know no hours. */
const placed = (exact: boolean): Text => {
  const ages = exact ? length : dateLength;
  return fc.oneof(
    { weight: 2, arbitrary: said`was at least ${ages} ago` },
    { weight: 2, arbitrary: said`was at most ${ages} ago` },
    said`was in the last ${exact ? fc.oneof(periods, spans) : periods}`,
    said`was in the previous ${periods}`,
    said`was ${pick("today", "yesterday", "this week", "this month", "this year")}`,
    said`was from ${pick("2026-03-26", "2026-03-28")} to ${pick("2026-03-29", "2026-03-31")}`,
    said`was between ${pick("1 day and 3 days", "2 days and 2 days", "1 month and 2 months")} ago`,
    ...(exact ? [pick("was between 1 hour and 2 hours ago")] : []),
    { weight: 4, arbitrary: besidePoint },
  );
};

/** A test that needs a field of the profile, behind the test that it is known. */
export function knowing(field: Text, say: (field: Text) => Text): Text {
  return field.chain((name) => said`(${fc.constant(name)} is known and ${say(fc.constant(name))})`);
}

const often = fc.oneof(
  pick(""),
  pick(" at least 2 times", " on at least 2 days", " exactly 2 times", " between 1 and 2 times"),
);

/** A pattern and a window, for what may be said of both. `without` does not go with what lies before a moment. */
export const lasting = fc.oneof(
  { weight: 3, arbitrary: plainWindow },
  said`within ${length} after ${point}`,
  said`since ${point}`,
);

export const momentTest: Text = fc.oneof(
  { weight: 4, arbitrary: said`${point} ${placed(true)}` },
  { weight: 2, arbitrary: knowing(userInstant, (field) => said`${field} ${placed(true)}`) },
  { weight: 2, arbitrary: knowing(userDate, (field) => said`${field} ${placed(false)}`) },
  { weight: 3, arbitrary: said`did ${pattern}${often} ${besidePoint}` },
  { weight: 3, arbitrary: said`did not ${pattern}${often} ${besidePoint}` },
  knowing(userMoment, (field) => said`did ${pattern}${often} ${beside(field)}`),
  knowing(userMoment, (field) => said`did not ${pattern}${often} ${beside(field)}`),
  { weight: 3, arbitrary: said`did ${pattern}${often} ${lasting} without ${pattern}` },
  said`did ${pattern} on ${pick("1", "2", "3")} consecutive days ending ${pick("today", "yesterday")} without ${pattern}`,
  knowing(userMoment, (field) => said`did ${pattern} within ${length} after ${field} without ${pattern}`),
  since(point),
  knowing(userInstant, (field) => said`time since ${field} ${order} ${length}`),
  knowing(userDate, (field) => said`time since ${field} ${order} ${dateLength}`),
);

/** `time since`, against exact lengths and against lengths by the calendar, which never meet. */
function since(moment: Text): Text {
  return fc.oneof(
    ...[spans, fc.oneof(days, weeks), months].map(
      (of) => said`((time since ${moment}) if unknown ${of}) ${order} ${of}`,
    ),
  );
}
