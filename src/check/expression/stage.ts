import type { Checker } from "../checker.js";
import type { Claim } from "../known.js";
import type { Value } from "../value.js";

/** Whether it is a user's stage as such: that one is in a stage can be said of everybody, also of whom it is not about. */
export function isStage(value: Value): boolean {
  return value.is === "num" && value.num.is === "stage";
}

/** What follows for a user who is in a stage: its test holds, and none of those before it does. */
export function stageClaims(c: Checker, lifecycle: number, stage: number): readonly Claim[] {
  const before = c.division(nameOf(c, lifecycle), null).stages.slice(0, stage + 1);
  const tests = before.flatMap(({ whenTrue, whenFalse }, at) => (at === stage ? whenTrue : whenFalse));
  return [...memberClaims(c, lifecycle), ...tests];
}

/** What follows for a user whose stage is known: whom it is about is said of them. */
export function memberClaims(c: Checker, lifecycle: number): readonly Claim[] {
  const name = nameOf(c, lifecycle);
  const { of } = c.division(name, null);
  return [{ is: "known", value: { is: "stage", lifecycle } }, ...(of?.whenTrue ?? [])];
}

function nameOf(c: Checker, lifecycle: number): string {
  return [...c.catalogue.lifecycles.keys()][lifecycle] ?? "";
}
