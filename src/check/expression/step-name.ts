import type { Name, Process, ProcessStep } from "../../syntax/tree.js";

/** A step goes by the name of its event, unless it has its own. */
export function stepName({ alias, pattern }: ProcessStep): Name {
  return alias ?? pattern.event;
}

/** The names of a process's steps, in order. */
export function stepNames({ first, steps }: Process): readonly Name[] {
  return [first, ...steps].map(stepName);
}
