import type { Lifecycle } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";

/** Stages in order, the first that holds; exhaustive, so the last one takes everybody else. */
export function lifecycle(c: Checker, node: Tree.Lifecycle): Lifecycle | null {
  const stages = node.stages.map(({ name, label, when }) => {
    const { test } = c.test(when, userScope);
    return test && { id: name.text, label: label?.text ?? null, test };
  });
  const { otherwise } = node;
  if (!otherwise) return c.report.add("lifecycle-needs-otherwise", node.name.span, { lifecycle: node.name.text });
  const last = { id: otherwise.name.text, label: otherwise.label?.text ?? null, test: null };
  const sound = stages.flatMap((stage) => stage ?? []);
  if (sound.length < stages.length) return null;
  return { id: node.name.text, label: node.label?.text ?? null, stages: [...sound, last] };
}
