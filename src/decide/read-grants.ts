import type { Grants } from "../gate/grants.js";
import { createReport, InputError } from "./input-error.js";

/** What the input says to take from; `undefined` if it says nothing. Throws an `InputError` for what gives out nothing. */
export function readGrants(input: { readonly grants?: unknown }): Grants | undefined {
  const grants = (Object.hasOwn(input, "grants") ? input.grants : undefined) ?? undefined;
  if (grants === undefined || isGrants(grants)) return grants;
  const { problems, report } = createReport();
  report("not-grants", "grants", { path: "grants" });
  throw new InputError(problems);
}

/** Whoever implements it may do so with a class, so that its methods need not be its own properties. */
function isGrants(value: unknown): value is Grants {
  if (typeof value !== "object" || value === null) return false;
  return ["has", "reserve", "release"].every((name) => typeof Reflect.get(value, name) === "function");
}
