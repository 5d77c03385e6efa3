import { exampleOf } from "../../check/proof/example.js";
import { type DecideInput, type Explanation, InputError, loadProgram } from "../../index.js";
import type { Program } from "../../program/program.js";
import { occasionOf } from "./occasion.js";
import { pastOf } from "./past.js";
import { personOf } from "./person.js";

/** An example of a user whom a strategy wants, as `decide` takes it. */
export type Witness = DecideInput & { readonly strategies: readonly string[] };

/** An example that `explain` confirmed; `null` where none could be built. That there is none says nothing about the strategy. */
export function witnessOf(program: Program, id: string): Witness | null {
  const strategy = program.strategies.find((each) => each.id === id);
  const occasion = strategy && occasionOf(program, strategy);
  const example = occasion && exampleOf(program, strategy, occasion);
  if (!occasion || !example) return null;
  const user = personOf(program, example, occasion);
  const events = pastOf(program, strategy.when, example, occasion);
  const input = { user, events, since: occasion.since, until: occasion.until };
  return isWanted(program, id, input) ? { ...input, strategies: [id] } : null;
}

/** Whether the evaluator finds the user in the `who` of the strategy; it does not where it takes the input for none. */
export function isWanted(program: Program, strategy: string, input: DecideInput): boolean {
  const occurrences = occurrencesOf(program, strategy, input);
  return occurrences.some(({ gates }) =>
    gates.some(({ gate, outcome }) => gate === "targeted" && outcome === "passed"),
  );
}

function occurrencesOf(program: Program, strategy: string, input: DecideInput): Explanation["occurrences"] {
  try {
    return loadProgram(program).explain({ ...input, strategy }).occurrences;
  } catch (error) {
    // A value that was made up may be none of its type, such as a day that a month does not have.
    if (error instanceof InputError) return [];
    throw error;
  }
}
