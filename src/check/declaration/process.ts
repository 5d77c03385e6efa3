import type { Process } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { stepName, stepNames } from "../expression/step-name.js";
import { stepsOf } from "../expression/steps.js";
import type { Step } from "../matched.js";

/** A process as the program lists it. A step goes by the label of its event, unless it has a name of its own. */
export function declaredProcess(c: Checker, node: Tree.Process): Process | null {
  const steps = c.steps(node.name.text);
  const declared = [node.first, ...node.steps];
  return (
    steps && {
      id: node.name.text,
      label: node.label?.text ?? null,
      steps: steps.map(({ found, lowered }, place) => {
        const step = declared[place] as Tree.ProcessStep;
        const label = step.alias ? null : (found.entry.node.label?.text ?? null);
        return { ...lowered, id: stepName(step).text, label };
      }),
    }
  );
}

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
