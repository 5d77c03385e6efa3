import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in the facts by SQL. */
export function plantedInSql(): Planted[] {
  return [
    ...inFile("src/population/fact-sql.ts", "facts", [
      ["SQL: a window ends a millisecond late", "occurred < hi${place}", "occurred <= hi${place}"],
      ["SQL: what is visible from now on is not", "e.visible <= grid.now", "e.visible < grid.now"],
      ["SQL: only the shortest window is scanned", "`least(${reach", "`greatest(${reach"],
      ["SQL: dates count events", "count(DISTINCT date)", "count(date)"],
      ["SQL: dates of short windows count today only", "<< ${ago} END", "<< 0 END"],
      ["SQL: unknown fields are counted", "count(f${total.field})", "count(*)"],
      [
        "SQL: the sum of nothing is unknown",
        "coalesce(sum(f${total.field}) ${filter}, 0)",
        "sum(f${total.field}) ${filter}",
      ],
    ]),
    ...inFile("src/population/grid.ts", "facts", [
      [
        "SQL: every zone has the first one's days",
        "windowBounds(window, place, now)",
        'windowBounds(window, zone("UTC"), now)',
      ],
      ["SQL: dates never change within a zone's year", "from + 1, to + 1", "from + 1, from + 1"],
      ["SQL: local dates are those of UTC", "+ ahead + ${DATE_SHIFT * DAY}", "+ ${DATE_SHIFT * DAY}"],
      [
        "SQL: a date comes back where the clock is set back over midnight",
        "return `greatest(begun, ",
        "return `greatest(-999999, ",
      ],
    ]),
    ...inFile("src/population/where-sql.ts", "where", [
      ["SQL: `<=` is `<`", '"<=": "<="', '"<=": "<"'],
      [
        "SQL: an unknown stays one under `not`",
        "coalesce(${left} ${operators[op]} ${right}, false)",
        "(${left} ${operators[op]} ${right})",
      ],
      [
        "SQL: an unknown text is the same as any",
        'parameters)}, false)`;\n    case "contains"',
        'parameters)}, true)`;\n    case "contains"',
      ],
      ["SQL: `contains` is the same as `starts with`", "coalesce(contains(", "coalesce(starts_with("],
      ["SQL: amounts of different divisors are compared as they are", "same ? a.n : `${a.n} * ${b.d}`", "a.n"],
    ]),
  ];
}
