import type { Test } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import type { Writer } from "./writer.js";

/** A value that is not a number, with what must hold for it to be known. */
export interface Known {
  readonly rule: Json;
  readonly guards: readonly Json[];
}

/** A value that is unknown unless a test holds. */
export function onlyIf<V extends { readonly guards: readonly Json[] }>(w: Writer, test: Test, value: V): V {
  return { ...value, guards: [w.rule(test), ...value.guards] };
}

/** What is known is told apart from what is not by `null` alone: 0, "" and false are values. */
export const isKnown = (name: string): Json => ({ "!==": [{ var: name }, null] });

/** All that must hold, each once; always true if there is nothing. */
export function all(rules: readonly Json[]): Json {
  const once = [...new Map(rules.map((each) => [JSON.stringify(each), each])).values()];
  if (once.length === 0) return true;
  return once.length === 1 ? (once[0] as Json) : { and: once };
}

/** What must hold for a value with a fallback to be known: nothing where the fallback always is. */
export function eitherKnown(value: readonly Json[], fallback: readonly Json[]): readonly Json[] {
  return fallback.length === 0 ? [] : [{ or: [all(value), all(fallback)] }];
}

/** A value, or another where it is unknown. */
export function otherwise(value: Known, fallback: Known): Known {
  if (value.guards.length === 0) return value;
  const test = all(value.guards);
  return { rule: { if: [test, value.rule, fallback.rule] }, guards: eitherKnown(value.guards, fallback.guards) };
}
