import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in windows, days, zones, schedules and in what is visible when. */
export function plantedInTime(): Planted[] {
  return [
    ...inFile("src/facts/window.ts", "cases", [
      ["the last N days start a day early", "-window.n) + 1)", "-window.n))", "aggregates"],
      ["the last N days end before now", "-window.n) + 1), hi: end", "-window.n) + 1), hi: end - 1", "aggregates"],
      ["the previous N days reach up to now", "hi: zone.startOf(today)", "hi: end", "behaviours"],
      ["for N days starts a day late", "-window.n)), hi: end", "-window.n) + 1), hi: end", "behaviours"],
      ["the last N hours are open at their start", "now - window.ms", "now - window.ms + 1", "hours"],
    ]),
    ...inFile("src/calendar/civil.ts", "cases", [
      ["months of a window have 30 days", "date + n : addMonths(date, n)", "date + n : date + 30 * n", "absence"],
      ["months run over the month's end", "Math.min(day, daysInMonth(toYear, toMonth))", "day", "absence"],
    ]),
    ...inFile("src/calendar/zone.ts", "cases", [
      ["days are those of UTC", "Math.floor((instant + offset) / DAY)", "Math.floor(instant / DAY)", "anniversaries"],
      [
        "an overlap takes the second instant",
        "jumped === null ? at : local - jumped",
        "jumped === null ? local - offsetAt(at + 3_600_000) : local - jumped",
        "every-hour",
      ],
      [
        "a gap shifts backward",
        "jumped === null ? at : local - jumped",
        "jumped === null ? at : local - offsetAt(at)",
        "absence",
      ],
      ["a skipped date has an occurrence", "if (startOf(date) === startOf(date + 1)) return null;", "", "absence"],
      [
        "a date comes back where the clock is set back over midnight",
        "date < begun ? begun : date",
        "date",
        "zones-and-dst",
      ],
    ]),
    ...inFile("src/check/length.ts", "cases", [
      ["a year has 365 days", '"year", { unit: "month", n: 12 }', '"year", { unit: "day", n: 365 }', "time-since"],
    ]),
    ...inFile("src/facts/log.ts", "cases", [
      ["settling is ignored", "received - settle", "received", "absence"],
      ["the arrival of events is ignored", "Math.max(occurred, received - settle)", "occurred", "absence"],
    ]),
    ...inFile("src/facts/selection.ts", "cases", [
      [
        "an event is visible a millisecond late",
        "(visibleFrom[row] as number) <= now",
        "(visibleFrom[row] as number) < now",
        "happens",
      ],
      [
        "every event is a new date",
        "if (instant >= dayEnd) {",
        "if (instant >= dayEnd || instant > 0) {",
        "behaviours",
      ],
    ]),
    ...inFile("src/occur/clock.ts", "cases", [
      ["a run holds its start", "instant > since", "instant >= since", "aggregates"],
    ]),
    ...inFile("src/program/ranks.ts", "cases", [
      ["low priority comes first", "right.priority - left.priority", "left.priority - right.priority", "exclusivity"],
      ["a tie goes to the greater id", "byCodePoint(left.id, right.id)", "byCodePoint(right.id, left.id)"],
    ]),
    ...inFile("src/decide/door.ts", "cases", [
      [
        "the user's own zone is ignored",
        'typeof name === "string" ? zoneNamed(name) : projectZone',
        "projectZone",
        "absence",
      ],
    ]),
    ...inFile("src/check/expression/since.ts", "cases", [
      ["time since counts months the wrong way round", "op: turned[op], left", "op, left", "last-was"],
      [
        "time since counts hours by dates",
        "const right = exact ? instant",
        "const right = false ? instant",
        "last-was",
      ],
    ]),
    ...inFile("src/check/expression/point-test.ts", "cases", [
      ["at least N days ago is more than N", '? ">=" : "<="', '? ">" : "<="', "behaviours"],
      ["at most N days ago is less than N", '? ">=" : "<="', '? ">=" : "<"', "last-was"],
    ]),
  ];
}
