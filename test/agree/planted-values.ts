import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in sequences, processes, values that look at single events, maps, signs, tags and languages. */
export function plantedInValues(): Planted[] {
  return [
    ...inFile("src/calendar/later.ts", "cases", [
      [
        "a step within N hours leaves out its end",
        "return instant + n;\n  return zone.startOf",
        "return instant + n - 1;\n  return zone.startOf",
        "behaviours",
      ],
      ["a step within N days ends a day early", "unit, n) + 1) - 1", "unit, n)) - 1", "behaviours"],
    ]),
    ...inFile("src/facts/limit.ts", "cases", [
      ["a closing `no` has elapsed a millisecond late", "at.now - instant >= n", "at.now - instant > n", "behaviours"],
      [
        "a closing `no` has elapsed on its last day",
        "at.today > shiftDate",
        "at.today >= shiftDate",
        "sequences-with-no",
      ],
    ]),
    ...inFile("src/facts/sequence.ts", "cases", [
      [
        "a closing `no` does not wait",
        "if (guard.within) refuseUnfinished",
        "if (!guard.within) refuseUnfinished",
        "behaviours",
      ],
      [
        "what comes between is not looked at",
        "reached.until[i] = at;\n      reached.untilSeq[i] = seq;",
        "",
        "sequences-with-no",
      ],
      [
        "only the last event may begin a sequence",
        "for (let place = from; place < to; place++) reached.add(place);",
        "for (let place = Math.max(from, to - 1); place < to; place++) reached.add(place);",
        "reached",
      ],
      [
        "only the first event may begin a sequence",
        "for (let place = from; place < to; place++) reached.add(place);",
        "for (let place = from; place < Math.min(to, from + 1); place++) reached.add(place);",
        "sequences-with-no",
      ],
      [
        "a `no` forbids at the very instant of the event before",
        "if (!isLater(history.occurred[other] as number, history.seq[other] as number, at, seq)) break;",
        "if ((history.occurred[other] as number) < at) break;",
        "sequences-with-no",
      ],
      [
        "a `no` is not bound by its length",
        "if (instant <= lastWithin(guard.within, scene, at))",
        "if (instant <= lastWithin(null, scene, at))",
        "behaviours",
      ],
      [
        "unknown fields are the same",
        "value === undefined || Number.isNaN(value) ? null : value",
        'value === undefined || value === null || Number.isNaN(value) ? "" : value',
        "sequences-with-no",
      ],
      [
        "later steps may lie outside the window",
        "const end = firstNotBefore(step.stream, range.before, range.beforeSeq);",
        "const end = step.stream.selection.size;",
        "reached",
      ],
      [
        "of two events reached, the one that lets less follow counts",
        "    ? other\n    : one;",
        "    ? one\n    : other;",
        "sequences-with-no",
      ],
    ]),
    ...inFile("src/facts/steps.ts", "cases", [
      [
        "`no` is not heard",
        "if (no) found.at(-1)?.guards.push({ stream, same, within });",
        "if (no) continue;",
        "behaviours",
      ],
      [
        "`within` is not heard",
        "found.push({ stream, same, within, guards: [] })",
        "found.push({ stream, same, within: null, guards: [] })",
        "behaviours",
      ],
      ["a `no` stands before the step that it follows", "found.at(-1)?.guards", "found.at(0)?.guards", "behaviours"],
    ]),
    ...inFile("src/check/expression/steps.ts", "cases", [
      ["`same` relates to a `no` step before", "if (!node.no) before = found;", "before = found;", "steps-before"],
    ]),
    ...inFile("src/check/expression/reached.ts", "cases", [
      [
        "`reached` stops a step early",
        "const test = taken(c, steps.slice(0, step + 1), window, said);",
        "const test = taken(c, steps.slice(0, Math.max(step, 1)), window, said);",
        "behaviours",
      ],
      [
        "`but not` looks at its window only",
        "steps.slice(0, other + 1), tail, later)",
        "steps.slice(0, other + 1), window, later)",
        "reached",
      ],
    ]),
    ...inFile("src/facts/values.ts", "cases", [
      [
        "of equally frequent values, the one seen first counts",
        "for (let k = end - 1; ; k--) {",
        "for (let k = 0; ; k++) {",
        "behaviours",
      ],
      [
        "distinct counts what is unknown",
        "value === undefined || value === null || Number.isNaN(value)) continue;",
        "value === undefined) continue;",
        "distinct-and-days",
      ],
      [
        "distinct counts all",
        "const { size } = counts;",
        "const size = [...counts.values()].reduce((sum, n) => sum + n, 0);",
        "distinct-and-days",
      ],
    ]),
    ...inFile("src/facts/measure.ts", "cases", [
      ["beside a moment, days count events", "if (instant < dayEnd) continue;", "", "moments-and-now"],
    ]),
    ...inFile("src/calendar/zodiac.ts", "cases", [
      [
        "a sign starts a day late",
        "day > (lastDays[month - 1] as number)",
        "day > (lastDays[month - 1] as number) + 1",
        "zodiac",
      ],
      [
        "the Chinese sign changes with the calendar year",
        "const begun = date >= lunarNewYear(year);",
        "const begun = true;",
        "zodiac",
      ],
      [
        "the Chinese sign changes a day late",
        "const begun = date >= lunarNewYear(year);",
        "const begun = date > lunarNewYear(year);",
        "zodiac",
      ],
    ]),
    ...inFile("src/evaluate/value.ts", "cases", [
      [
        "an unknown number in a sum is 0",
        "return Number.isNaN(stored) ? null : { n: BigInt(stored), d: per };",
        "return { n: BigInt(Number.isNaN(stored) ? 0 : stored), d: per };",
      ],
      [
        "a map gives its first text where it has no row",
        'return typeof found === "string" ? found : null;',
        'return typeof found === "string" ? found : String([...rows.values()][0]);',
        "behaviours",
      ],
      [
        "a map gives 0 where it has no row",
        'return typeof found === "number" ? fromStored(found, per) : null;',
        'return fromStored(typeof found === "number" ? found : 0, per);',
      ],
    ]),
    ...inFile("src/check/expression/aggregate.ts", "cases", [
      [
        "the count of days counts events",
        'const is = fn === "count" ? "count" : "days";',
        'const is = "count";',
        "distinct-and-days",
      ],
    ]),
    ...inFile("src/gate/material.ts", "cases", [
      ["of a locale only the very same text is taken", "return Math.max(near, 0);", "return 0;", "locale-fallback"],
    ]),
  ];
}
