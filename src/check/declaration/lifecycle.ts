import type { Lifecycle } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { warnOfSilence } from "../silence.js";

/** Stages in order, the first that holds; exhaustive, so the last one takes everybody else. */
export function lifecycle(c: Checker, node: Tree.Lifecycle): Lifecycle | null {
  const tests = c.stages(node.name.text, null);
  const { otherwise } = node;
  node.stages.forEach(({ when }, at) => {
    // Nobody in a stage passes the tests of those before it.
    const before = tests.slice(0, at).flatMap(({ whenFalse }) => whenFalse);
    warnOfSilence(c, [when], [...before, ...(tests[at]?.whenTrue ?? [])]);
  });
  if (!otherwise) return c.report.add("lifecycle-needs-otherwise", node.name.span, { lifecycle: node.name.text });
  const last = { id: otherwise.name.text, label: otherwise.label?.text ?? null, test: null };
  const sound = node.stages.flatMap(({ name, label }, at) => {
    const test = tests[at]?.test;
    return test ? [{ id: name.text, label: label?.text ?? null, test }] : [];
  });
  if (sound.length < node.stages.length) return null;
  return {
    is: "lifecycle",
    id: node.name.text,
    label: node.label?.text ?? null,
    of: null,
    stages: [...sound, last],
  };
}
