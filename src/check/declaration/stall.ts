import type { StallStep, When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { placeOf, processOf } from "../expression/reached.js";
import { keepsFor } from "../expression/retention.js";
import { stepNames } from "../expression/step-name.js";
import type { Step } from "../matched.js";
import { exist } from "../report.js";
import { validityOf } from "./validity.js";

type Stalls = Extract<Tree.When, { readonly is: "stalls" }>;

/** `recharge stalls at enter_password for 10 minutes`: the step before it was reached, and it did not follow. */
export function stall(c: Checker, when: Stalls): When | null {
  const process = processOf(c, when.process);
  const after = validityOf(c, when.length);
  const place = process && placeOf(c, process, when.step);
  if (!process || !after || place === null) return null;
  if (place === 0) return notFirst(c, when, process);
  // What is wrong with the steps is reported where the process is declared.
  const steps = c.steps(process.name.text);
  const next = steps?.[place];
  if (!steps || !next) return null;
  const before = steps.slice(0, place);
  if (!areKept(c, [...before, next], after, when)) return null;
  return { is: "stall", steps: before.map(stallStep), next: stallStep(next), after };
}

/** Nobody can be waiting to begin. */
function notFirst(c: Checker, { step }: Stalls, process: Tree.Process): null {
  const later = stepNames(process).slice(1);
  return c.report.add("stall-first", step.span, {
    step: step.text,
    process: process.name.text,
    later: exist(later.map(({ text }) => text)),
  });
}

/** Whether all that can belong to one stall is kept: each step reaches back over what may pass until the end. */
function areKept(c: Checker, steps: readonly Step[], after: StallStep["within"], { span }: Stalls): boolean {
  return steps.every(({ found }, at) => {
    const passes = [...steps.slice(at + 1, -1).map(({ lowered }) => lowered.within), after];
    return keepsFor(c, found.entry, passes, span);
  });
}

function stallStep({ lowered }: Step): StallStep {
  const { event, where, same, within } = lowered;
  return { event, where, same, within };
}
