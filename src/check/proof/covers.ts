import type { Test } from "../../program/program.js";
import type { Checker } from "../checker.js";
import type { Goal } from "./goal.js";
import { sketchOf } from "./sketch.js";
import { type Users, users } from "./user-ground.js";
import { checkedWorld } from "./world.js";

/** Whether some test holds for each of those whom a division is about. */
export type Coverage =
  | { readonly is: "covered" }
  /** An example of who is left out, as phrases of the language. */
  | { readonly is: "gap"; readonly example: readonly string[] }
  /** It takes too long to tell. */
  | { readonly is: "unchecked" };

/** Shows that everybody of whom `of` holds (`null`: everybody) passes one of the tests, or names somebody who may not. */
export function coversEverybody(c: Checker, of: Test | null, tests: readonly Test[]): Coverage {
  return coverageOf(users(checkedWorld(c)), of, tests);
}

export function coverageOf(all: Users, of: Test | null, tests: readonly Test[]): Coverage {
  const about: Goal[] = of ? [{ is: "test", test: of, want: true }] : [];
  const none = tests.map((test): Goal => ({ is: "test", test, want: false }));
  const outcome = all.search.solve([...about, ...none]);
  if (outcome.is === "dead") return { is: "covered" };
  return outcome.is === "open" ? { is: "gap", example: sketchOf(all, outcome.cube) } : { is: "unchecked" };
}
