import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { stepNames } from "../expression/step-name.js";
import { stepsOf } from "../expression/steps.js";
import type { Step } from "../matched.js";

/** The steps of a process, whose names are distinct; `null` when something in it was reported. */
export function process(c: Checker, node: Tree.Process): readonly Step[] | null {
  const steps = stepsOf(c, node.first.pattern, node.steps, userScope);
  const first = new Map<string, Tree.Name>();
  let sound = true;
  for (const name of stepNames(node)) {
    const earlier = first.get(name.text);
    if (earlier) {
      c.report.add("duplicate-name", name.span, { kind: "step", name: name.text }, { related: [earlier.span] });
      sound = false;
    } else first.set(name.text, name);
  }
  return sound ? steps : null;
}
