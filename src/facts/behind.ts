import { whereEnvironment } from "../evaluate/environment.js";
import type { Fact, PointFact, SequenceFact } from "../program/program.js";
import type { Ask } from "./ask.js";
import { type BoundsAt, rememberBounds } from "./bounds.js";
import type { FactsInput } from "./facts-input.js";
import { compileMoment, emptyFound } from "./moment.js";
import type { FactsProgram } from "./plan.js";
import { compileRange, emptyRange } from "./range.js";
import type { Scene, Sources } from "./scene.js";
import { schemeOf } from "./scheme.js";
import { createScope } from "./scope.js";
import { compileSequence } from "./sequence.js";
import { createWorkshop } from "./workshop.js";

/** What lies behind a fact that by itself is only true or false, for explanations. */
export type Behind =
  /** A moment, `NaN` if it is unknown, and the instants between which it was looked for; `from` after `to` if there are none. */
  | {
      readonly is: "moment";
      readonly at: number;
      readonly wholeDay: boolean;
      readonly from: number;
      readonly to: number;
    }
  /** How many of a sequence's events could be found for its first steps; all of them, if only a closing `no` forbids it. */
  | { readonly is: "sequence"; readonly taken: number };

type Hidden = Extract<PointFact, { is: "momentIn" }> | SequenceFact;

function isHidden(fact: Fact): fact is Hidden {
  return fact.is === "momentIn" || fact.is === "sequence";
}

/** Looks behind the facts of one user; compiled when first asked. `ask` and `fact` are places in the input and in the program. */
export type LookBehind = (input: FactsInput, ask: number, fact: number) => Behind | null;

export function createLookBehind(program: FactsProgram): LookBehind {
  const scope = createScope();
  const environment = whereEnvironment(program, scope);
  const scheme = schemeOf(program, environment, isHidden);
  const boundsOf = rememberBounds(scheme);
  const workshop = createWorkshop(program, environment, scope, scheme.windowPlace);
  const looks = program.facts.map((fact) => (isHidden(fact) ? compileLook(fact, workshop) : null));
  return (input, ask, fact) => {
    const look = looks[fact];
    if (!look) return null;
    scope.begin(input);
    const bounds = boundsOf(input.zone, input.asks);
    workshop.begin(input, bounds);
    return look(workshop.at(input.asks[ask] as Ask, bounds.at[ask] as BoundsAt));
  };
}

function compileLook(fact: Hidden, sources: Sources): (scene: Scene) => Behind {
  if (fact.is === "sequence") return compileTaken(fact, sources);
  const find = compileMoment(fact.moment, sources);
  const findRange = compileRange(fact.window, sources);
  const [found, range] = [emptyFound(), emptyRange()];
  return (scene) => {
    find(scene, found);
    findRange(scene, range);
    return {
      is: "moment",
      at: found.at,
      wholeDay: !Number.isNaN(found.date),
      from: range.afterSeq === Number.POSITIVE_INFINITY ? range.after + 1 : range.after,
      to: range.beforeSeq === Number.NEGATIVE_INFINITY ? range.before - 1 : range.before,
    };
  };
}

/** Tries shorter and shorter beginnings of a sequence, each ending with a step that must happen. */
function compileTaken(fact: SequenceFact, sources: Sources): (scene: Scene) => Behind {
  const beginnings = fact.steps.flatMap(({ no }, last) =>
    no ? [] : [compileSequence({ ...fact, steps: fact.steps.slice(0, last + 1) }, sources)],
  );
  return (scene) => ({ is: "sequence", taken: beginnings.findLastIndex((isTaken) => isTaken(scene) === 1) + 1 });
}
