import type { ToldClock, ToldDay, ToldState, ToldWhen } from "../told-strategy.js";
import { partEn } from "./names-en.js";
import { clockOfEn, lengthEn } from "./time-en.js";

/** When a strategy looks at users. */
export function startEn(when: ToldWhen): string {
  switch (when.is) {
    case "hourly":
      return `Every hour, on the hour (${clockOfEn(when.zone)})`;
    case "every":
      return `${day(when.day)} at ${clock(when.clock)}`;
    case "once":
      return `Once, on ${when.date} at ${clock(when.clock)}`;
    case "dated": {
      const { shift, date, lunar } = when;
      const on = shift === null ? `on ${date}` : `${lengthEn(shift.length)} ${shift.side} ${date}`;
      return `Every ${lunar ? "lunar year" : "year"}, ${on}, at ${clock(when.clock)}`;
    }
    case "happens":
      return `Whenever ${when.event} happens`;
    case "absence": {
      const then = when.same === null ? when.then : `${when.then} with the same ${when.same}`;
      return `When ${when.first} was not followed by ${then} within ${lengthEn(when.within)}`;
    }
    case "afterPoint":
      return `${lengthEn(when.length)} after ${when.point}`;
    case "state": {
      const change = `a user ${when.change === "enters" ? "comes to " : "ceases to "}${stateEn(when.state)}`;
      return when.clock === null
        ? `As soon as ${change}`
        : `When ${change}, looked at every day at ${clock(when.clock)}`;
    }
    case "stalls":
      return `When a user has been stuck before the step ${when.step} of the process ${when.process} for ${lengthEn(when.length)}`;
  }
}

function clock({ at, zone }: ToldClock): string {
  return `${at} (${clockOfEn(zone)})`;
}

/** After `to`. */
export function stateEn(told: ToldState): string {
  return told.is === "tag"
    ? `have the tag ${told.tag}`
    : `be in the ${partEn[told.of]} ${told.stage} of ${told.lifecycle}`;
}

function day(told: ToldDay): string {
  switch (told.is) {
    case "day":
    case "workday":
      return `Every ${told.is}`;
    case "holiday":
      return "Every public holiday";
    case "makeupWorkday":
      return "Every weekend day worked to make up for a holiday,";
    case "weekday":
      return `Every ${told.weekday}`;
    case "lastDayOfMonth":
      return "Every month on its last day";
    case "dayOfMonth":
      return `Every month on day ${told.day}${Number(told.day) > 28 ? " (or its last day, if it has fewer)" : ""}`;
  }
}
