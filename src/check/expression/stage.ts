import type { Checker } from "../checker.js";
import type { Claim } from "../known.js";

/** What follows for a user who is in a stage: its test holds, and none of those before it does. */
export function stageClaims(c: Checker, lifecycle: number, stage: number): readonly Claim[] {
  const [name] = [...c.catalogue.lifecycles.keys()].slice(lifecycle, lifecycle + 1);
  const stages = name === undefined ? [] : c.stages(name, null);
  return stages.slice(0, stage + 1).flatMap(({ whenTrue, whenFalse }, at) => (at === stage ? whenTrue : whenFalse));
}
