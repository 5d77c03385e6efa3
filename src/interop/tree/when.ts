import type * as tree from "../../syntax/tree.js";
import { date, name, path, pattern, point, quantity } from "./expression.js";
import type { Kind } from "./kind.js";
import { choice, nullable, record, union, whole } from "./shape.js";

const span = { span: true } as const;

export const clock = record<tree.Clock>("Clock", { hour: whole(0, 99), minute: whole(0, 99) }, span);

const plainDay = record<Kind<tree.EveryDay, "day">>(
  "PlainDay",
  {
    is: choice({ day: true, hour: true, workday: true, holiday: true, makeupWorkday: true, lastDayOfMonth: true }),
  },
  span,
);

const everyDay = union<tree.EveryDay>("EveryDay", {
  day: plainDay,
  hour: plainDay,
  workday: plainDay,
  holiday: plainDay,
  makeupWorkday: plainDay,
  lastDayOfMonth: plainDay,
  weekday: record<Kind<tree.EveryDay, "weekday">>("Weekday", { is: choice({ weekday: true }), name }, {}),
  dayOfMonth: record<Kind<tree.EveryDay, "dayOfMonth">>(
    "DayOfMonth",
    { is: choice({ dayOfMonth: true }), day: quantity },
    {},
  ),
});

type Shift = NonNullable<Kind<tree.When, "dated">["shift"]>;
const shift = record<Shift>("Shift", { length: quantity, side: choice({ before: true, after: true }) }, {});

export const when = union<tree.When>("When", {
  every: record<Kind<tree.When, "every">>(
    "Every",
    { is: choice({ every: true }), day: everyDay, at: nullable(clock) },
    span,
  ),
  once: record<Kind<tree.When, "once">>("Once", { is: choice({ once: true }), date, at: clock }, span),
  dated: record<Kind<tree.When, "dated">>(
    "Dated",
    { is: choice({ dated: true }), shift: nullable(shift), date: path, at: nullable(clock) },
    span,
  ),
  happens: record<Kind<tree.When, "happens">>("Happens", { is: choice({ happens: true }), pattern }, span),
  absence: record<Kind<tree.When, "absence">>(
    "Absence",
    { is: choice({ absence: true }), first: pattern, then: pattern, same: nullable(name), within: quantity },
    span,
  ),
  afterPoint: record<Kind<tree.When, "afterPoint">>(
    "AfterPoint",
    { is: choice({ afterPoint: true }), length: quantity, point },
    span,
  ),
  state: record<Kind<tree.When, "state">>(
    "StateChange",
    { is: choice({ state: true }), change: choice({ enters: true, leaves: true }), state: path, at: nullable(clock) },
    span,
  ),
  stalls: record<Kind<tree.When, "stalls">>(
    "Stalls",
    { is: choice({ stalls: true }), process: name, step: name, length: quantity },
    span,
  ),
});
