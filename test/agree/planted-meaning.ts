import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in comparisons, numbers, texts, gates and in what a decision says. */
export function plantedInMeaning(): Planted[] {
  return [
    ...inFile("src/evaluate/compare.ts", "cases", [
      ["`>=` is `>` against a constant", "read(frame, row) >= above", "read(frame, row) > above"],
      ["`<=` is `<` against a constant", "read(frame, row) <= below", "read(frame, row) < below"],
      ["`>` is `>=` against a constant", "read(frame, row) > below", "read(frame, row) >= below", "absence"],
      ["`>=` is `>` between values", '">=": (order) => order >= 0', '">=": (order) => order > 0'],
      ["a constant on the left turns `<=` into `>`", '"<=": ">=", ">": "<"', '"<=": ">", ">": "<"'],
      ["a threshold between two whole numbers is rounded down", "isWhole ? floor : floor + 1n", "floor"],
    ]),
    ...inFile("src/check/expression/compare.ts", "cases", [
      [
        "`between` leaves out its end",
        'relate(c, "<=", expr.operand, expr.high',
        'relate(c, "<", expr.operand, expr.high',
        "dates",
      ],
    ]),
    ...inFile("src/check/expression/did.ts", "cases", [
      [
        "`at least N times` is more than N",
        'if (most === null) return howMany(c, "count", found, window, ">="',
        'if (most === null) return howMany(c, "count", found, window, ">"',
        "behaviours",
      ],
      ["`between N and M times` leaves out M", 'window, "<=", most', 'window, "<", most', "frequency"],
      [
        "a streak counts events, not dates",
        'howMany(c, "days", found, window, ">=", frequency.days',
        'howMany(c, "count", found, window, ">=", frequency.days',
        "behaviours",
      ],
      [
        "`on at least N days` counts events, not dates",
        'howMany(c, "days", found, window, ">=", frequency.least',
        'howMany(c, "count", found, window, ">=", frequency.least',
        "frequency",
      ],
      ["a streak may miss a day", 'window, ">=", frequency.days', 'window, ">=", frequency.days - 1', "behaviours"],
    ]),
    ...inFile("src/check/expression/aggregate.ts", "cases", [
      [
        "an average counts the rows whose field is unknown",
        'field.optional ? over("countKnown", 1) : null',
        "null",
        "aggregates",
      ],
    ]),
    ...inFile("src/facts/field.ts", "cases", []),
    ...inFile("src/decide/read-value.ts", "cases", [
      [
        "an unknown number is 0",
        "isStoredAsText(field.type) ? null : Number.NaN;",
        "isStoredAsText(field.type) ? null : 0;",
        "aggregates",
      ],
      [
        "amounts lose digits in floating point",
        "const whole = wholeOf(decimal, per);",
        "const whole = Math.trunc(Number(value) * per);",
        "aggregates",
      ],
    ]),
    ...inFile("src/check/expression/literal.ts", "cases", [
      [
        "amounts in programs lose digits in floating point",
        "value.n * (minor / value.d)",
        "Math.trunc((value.n / value.d) * minor)",
        "aggregates",
      ],
    ]),
    ...inFile("src/evaluate/whole.ts", "cases", []),
    ...inFile("src/evaluate/test.ts", "cases", [
      ["texts are the same if one starts with the other", "a === b", "a.startsWith(b)"],
    ]),
    ...inFile("src/evaluate/environment.ts", "cases", [
      [
        "the stage for the rest comes first",
        "if (!test || test(frame, row)) return place;",
        "return tests.length - 1;",
        "lifecycle",
      ],
    ]),
    ...inFile("src/match/matchers.ts", "cases", [
      [
        "the last clause that fails is told",
        "let place = 0; place < clauses.length; place++",
        "let place = clauses.length - 1; place >= 0; place--",
      ],
    ]),
    ...inFile("src/gate/targeted.ts", "cases", [
      ["clauses count from 0", "clause_${next + 1}", "clause_${next}", "aggregates"],
    ]),
    ...inFile("src/gate/allowed.ts", "cases", [
      ["an opt-out is unheard", "if (permits(candidate, channel)) return null;", "if (channel >= 0) return null;"],
    ]),
    ...inFile("src/gate/standing.ts", "cases", [
      [
        "an opt-out counts a millisecond late",
        'return kind !== "touch" && kind !== "tag";',
        'return kind !== "touch" && kind !== "tag" && kind !== "opt_out";',
      ],
      [
        "a touch counts at its own instant",
        'return kind !== "touch" && kind !== "tag";',
        'return kind !== "tag";',
        "repeat",
      ],
      ["of one instant, the opt-in counts", "opt_in: 2,\n  opt_out: 3,", "opt_in: 3,\n  opt_out: 2,"],
    ]),
    ...inFile("src/gate/preference.ts", "cases", [
      [
        "the last channel of a chain comes first",
        "(_, place) => place), byPreference: false",
        "(_, place) => length - 1 - place), byPreference: false",
        "caps-by-calendar",
      ],
    ]),
    ...inFile("src/gate/fresh.ts", "cases", [
      ["`repeat after N days` waits N − 1", "last + repeat.n :", "last + repeat.n - 1 :", "ghosts"],
      ["`repeat after N days` waits N + 1", "last + repeat.n :", "last + repeat.n + 1 :", "ghosts"],
      ["months of `repeat` have 30 days", "addMonths(last, repeat.n)", "last + 30 * repeat.n", "repeat"],
    ]),
    ...inFile("src/gate/expiry.ts", "cases", [
      [
        "benefits expire a day early",
        "zone.startOf(lastDate(valid, zone, issued) + 1)",
        "zone.startOf(lastDate(valid, zone, issued))",
        "lottery-and-referral",
      ],
    ]),
    ...inFile("src/decide/contender.ts", "cases", [
      [
        "a touch may go out before its events have settled",
        "candidate.earliest = instant + settle;",
        "candidate.earliest = instant;",
        "absence",
      ],
    ]),
    ...inFile("src/decide/engine.ts", "cases", [
      ["a run forgets the touches that it makes", "standing.add(touch);", "", "absence"],
    ]),
    ...inFile("src/decide/recorder.ts", "cases", [
      [
        "benefits are issued at the occurrence",
        "function plain(benefit: number, { zone, sendAt, givenAt }",
        "function plain(benefit: number, { zone, instant: sendAt, givenAt }",
        "materials",
      ],
    ]),
    ...inFile("src/decide/read-events.ts", "cases", [
      [
        "of one id, the row received last counts",
        "!other || isEarlier(row, other)",
        "!other || !isEarlier(row, other)",
        "happens",
      ],
    ]),
    ...inFile("src/decide/read-touch.ts", "cases", [
      ["a touch has the date of its instant", "date: date ?? zone.dateAt(at)", "date: zone.dateAt(at)", "repeat"],
    ]),
  ];
}
