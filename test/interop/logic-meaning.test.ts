import fc from "fast-check";
import jsonLogic from "json-logic-js";
import { expect, it } from "vitest";
import { createEnvironment } from "../../src/evaluate/environment.js";
import { importLogic } from "../../src/interop/logic/import/import.js";
import { typeOfFact, valueIn } from "../../src/interop/logic/named-fact.js";
import { compileMatchers } from "../../src/match/matchers.js";
import { frameOf, projectOf } from "./logic.js";

const project = projectOf("user.id is known");

const names = fc.constantFrom("user.age", "user.city", "user.vip", "user.plan", "age", "city", "id");
const constant = fc.constantFrom<unknown>(0, 1, 2, 5, -1, 1.5, "", "a", "ab", "gold", "0", "2", true, false, null);

/** Rules as people and generators write them, sensible or not. */
const rule = fc.letrec<{ any: unknown }>((tie) => {
  const any = tie("any");
  const step = (ops: readonly string[], least: number, most: number): fc.Arbitrary<unknown> =>
    fc
      .tuple(fc.constantFrom(...ops), fc.array(any, { minLength: least, maxLength: most }))
      .map(([op, args]) => ({ [op]: args }));
  const variable = names.map((name) => ({ var: name }));
  return {
    any: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 3, arbitrary: variable },
      { weight: 2, arbitrary: constant },
      fc.tuple(names, constant).map(([name, by]) => ({ var: [name, by] })),
      { weight: 3, arbitrary: step(["==", "===", "!=", "!=="], 2, 2) },
      { weight: 3, arbitrary: step(["<", "<=", ">", ">="], 2, 2) },
      step(["<", "<="], 3, 3),
      step(["and", "or"], 1, 3),
      step(["!", "!!"], 1, 1),
      step(["if", "?:"], 1, 4),
      step(["+", "*"], 1, 3),
      step(["-", "/"], 1, 2),
      fc.tuple(variable, fc.array(constant, { maxLength: 3 })).map((args) => ({ in: args })),
      fc.tuple(constant, variable).map((args) => ({ in: args })),
      fc.array(names, { minLength: 1, maxLength: 2 }).map((missing) => ({ missing })),
    ),
  };
}).any;

it("a rule that is imported means what json-logic-js makes of it, for every user", () => {
  let said = 0;
  const law = fc.property(rule, fc.infiniteStream(fc.nat()), (json, numbers) => {
    const [found] = importLogic(json, project).rules;
    if (found?.who === undefined || found.who === null) return;
    const program = projectOf(found.who);
    const [matches] = compileMatchers(program, createEnvironment(program));
    const frame = frameOf(program, 12, numbers);
    for (let row = 0; row < frame.rows; row++) {
      const user: Record<string, unknown> = { vip: true, plan: "free", id: "u" };
      program.facts.forEach((fact, column) => {
        if (fact.is !== "profile") throw new Error(`\`${fact.is}\` is not of the profile`);
        const name = program.user.fields[fact.field]?.id ?? "";
        const value = valueIn(frame, row, { is: "fact", column }, typeOfFact(program, fact).type);
        // What is unknown is absent: only then does JSON Logic take the second argument of `var`.
        if (value !== null) user[name] = value;
      });
      const holds = jsonLogic.truthy(jsonLogic.apply(json as never, { user, ...user }));
      expect({ json, who: found.who, user, holds: matches?.(frame, row) === -1 }).toEqual({
        json,
        who: found.who,
        user,
        holds,
      });
    }
    said++;
  });
  fc.assert(law, { numRuns: 3000 });
  expect(said).toBeGreaterThan(300);
});
