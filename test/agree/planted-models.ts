import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in what models say of users, and in what divides users by scores. */
export function plantedInModels(): Planted[] {
  return [
    ...inFile("src/check/declaration/model-tag.ts", "cases", [
      ["the first score of a model counts", 'nth: "last" }', "nth: 1 }", "model-tags"],
      [
        "a score is valid for as many hours as days",
        '{ is: "for", unit: valid.unit, n: valid.n }',
        '{ is: "span", ms: valid.n * 3_600_000 }',
        "model-tags",
      ],
      [
        "a score that is past is known",
        'plain(type, { is: "when", test, value }, missing)',
        "plain(type, value, missing)",
        "model-tags",
      ],
    ]),
    ...inFile("src/check/declaration/value.ts", "cases", [
      ["who is at the limit is below it", '"lower" ? "<=" : ">="', '"lower" ? "<" : ">"', "entering-a-tier"],
      ["low is better than high", 'way === "lower" ? "<=" : ">="', 'way === "lower" ? ">=" : "<="', "entering-a-tier"],
    ]),
    ...inFile("src/check/declaration/measure.ts", "cases", [
      [
        "a length is what it is otherwise, whatever was found",
        "found?.length ?? sought.otherwise",
        "sought.otherwise",
        "measures",
      ],
    ]),
    ...inFile("src/check/expression/cut.ts", "cases", [
      ["`is low` is `is high`", 'high: word === "high"', "high: true", "values"],
      ["`is not high` is `is high`", "cut.high === expr.negated", "!cut.high", "values"],
    ]),
    ...inFile("src/check/declaration/groups.ts", "cases", [
      ["of two centres as near the last counts", 'other < place ? "<" : "<="', 'other < place ? "<=" : "<"', "groups"],
      [
        "scores of groups are not measured by their spread",
        "constant(apart, spread[at] || MILLIONTHS)",
        "constant(apart, MILLIONTHS)",
        "groups",
      ],
    ]),
    ...inFile("src/evaluate/environment.ts", "cases", [
      ["whom a value is not about is in its last tier", "if (isOf && !isOf(frame, row)) return Number.NaN;", ""],
    ]),
  ];
}
