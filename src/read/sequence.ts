import type { Process, Reached, Sequence, SequenceStep } from "../syntax/tree.js";
import { membersOf } from "./catalogue.js";
import { fieldName, happening } from "./event.js";
import type { Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf, stretchOf } from "./stretch.js";
import type { ToldStep } from "./told.js";

/** Events one after another. */
export function sequence({ window, first, steps }: Sequence, scope: Scope): string {
  const told = steps.map((step, index) => toldStep(step, index === steps.length - 1, scope));
  return scope.words.sequence(stretchOf(window, scope), happening(first, scope), told);
}

function toldStep({ no, pattern, same, within }: SequenceStep, closing: boolean, scope: Scope): ToldStep {
  return {
    no,
    event: happening(pattern, scope),
    same: same && fieldName(pattern.event.text, same.text, scope),
    within: within && lengthOf(within),
    closing,
  };
}

/** How far a user came in a process. */
export function reached({ step, process: of, window, butNot }: Reached, scope: Scope): string {
  const { words, catalogue } = scope;
  const steps = catalogue.processes.get(of.text) ?? [];
  const names = membersOf(steps);
  const shown = (id: string): string => words.name(names.shown(id));
  const place = steps.findIndex(({ id }) => id === step.text);
  return words.reached({
    process: words.name(catalogue.named.process.shown(of.text)),
    step: shown(step.text),
    butNot: butNot && shown(butNot.text),
    isNext: butNot !== null && steps[place + 1]?.id === butNot.text,
    stretch: stretchOf(window, scope),
  });
}

/** The steps of a process, a line each. */
export function processSteps({ first, steps }: Process, scope: Scope): Said {
  const { words } = scope;
  const rest = steps.map((step) => ({ alias: step.alias, text: words.step(toldStep(step, false, scope)) }));
  const items = [{ alias: first.alias, text: happening(first.pattern, scope) }, ...rest];
  const named = items.map(({ alias, text }) =>
    alias ? words.called(text, words.name({ text: alias.text, id: null })) : text,
  );
  return { head: words.processHead, numbered: true, items: named };
}
