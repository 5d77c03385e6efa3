import type { Expr } from "../syntax/tree.js";

/** The nodes that are true or false, and those that have a value. */
export type Test = Exclude<Expr, Value>;
export type Value = Extract<Expr, { readonly is: ValueKind }>;

type ValueKind = keyof typeof values;

const values = {
  ifUnknown: true,
  arithmetic: true,
  timeSince: true,
  aggregate: true,
  fieldOf: true,
  mapOf: true,
  zodiac: true,
  path: true,
  quantity: true,
  text: true,
  boolean: true,
  date: true,
} as const;

export function isValue(expr: Expr): expr is Value {
  return Object.hasOwn(values, expr.is);
}

/** A node where a value must stand. */
export function asValue(expr: Expr): Value {
  if (isValue(expr)) return expr;
  throw new Error(`\`${expr.is}\` is not a value, and the checker lets none through where a value stands`);
}

/** A node where a test must stand. */
export function asTest(expr: Expr): Test {
  if (!isValue(expr)) return expr;
  throw new Error(`\`${expr.is}\` is not a test, and the checker lets none through where a test stands`);
}
