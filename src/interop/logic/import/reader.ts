import type { InterchangeMessages } from "../../../diagnostic/interchange.js";
import type { LogicProblemCode } from "../../../diagnostic/interchange/logic.js";
import type { Problems } from "../../problem.js";
import { nearest } from "../../../text/nearest.js";
import { shown } from "../../tree/read.js";
import type { Truth } from "./truth.js";
import type { World } from "./world.js";

/** A step of a rule that cannot be said; it was reported. */
export class Refused extends Error {}

/** What reading a rule goes by: the names, and where to tell what cannot be said. */
export interface Reading {
  readonly world: World;
  /** When a piece is true; here because tests are made of values, and a value may be a test. */
  readonly condition: (at: At) => Truth;
  /** Tells, and throws `Refused`. */
  refuse<C extends LogicProblemCode>(code: C, args: InterchangeMessages[C]): never;
}

export function createReading(
  world: World,
  problems: Problems,
  condition: (reading: Reading, at: At) => Truth,
): Reading {
  const reading: Reading = {
    world,
    condition: (at) => condition(reading, at),
    refuse(code, args) {
      problems.add(code, args.path, args);
      throw new Refused(code);
    },
  };
  return reading;
}

const LONGEST = 80;

/** A piece of a rule as JSON on one line. */
export function phraseOf(json: unknown): string {
  const text = JSON.stringify(json) ?? shown(json);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** A step of a rule: its operator and its arguments. */
export interface Step {
  readonly op: string;
  readonly args: readonly unknown[];
}

/** The step that a JSON value is, or `null` for a constant or a list. */
export function stepOf(json: unknown): Step | null {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return null;
  const keys = Object.keys(json);
  const [op] = keys;
  if (op === undefined || keys.length !== 1) return null;
  const args: unknown = (json as Readonly<Record<string, unknown>>)[op];
  return { op, args: Array.isArray(args) ? args : [args] };
}

/** The operators of JSON Logic that the language has words for. */
const sayable = [
  "==",
  "===",
  "!=",
  "!==",
  "!",
  "!!",
  "or",
  "and",
  "if",
  "?:",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "var",
  "missing",
  "+",
  "-",
  "*",
  "/",
];

/** Those that work on lists: a profile has none. */
const onLists = new Set(["map", "filter", "reduce", "all", "some", "none", "merge"]);

/** Those that the language has no word for. */
const wordless = new Set(["%", "min", "max", "cat", "substr", "log", "missing_some"]);

/** Refuses an operator that cannot be said, by why it cannot. */
export function refuseOperator({ refuse }: Reading, { op, json, path }: At & { readonly op: string }): never {
  const phrase = phraseOf(json);
  if (onLists.has(op)) return refuse("logic-list", { path, phrase, op });
  if (sayable.includes(op)) return refuse("logic-choice", { path, phrase });
  if (wordless.has(op)) return refuse("logic-no-word", { path, phrase, op });
  return refuse("logic-operator", { path, phrase, op, near: nearest(op, sayable) });
}

/** A piece of a rule, and where it stands. */
export interface At {
  readonly json: unknown;
  readonly path: string;
}

/** An argument of a step. */
export const argument = ({ path }: At, { op, args }: Step, index: number): At => ({
  json: args[index],
  path: `${path}${path === "" ? "" : "."}${op}[${index}]`,
});
