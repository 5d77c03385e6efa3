import type { Environment } from "../evaluate/reader.js";
import type { Program } from "../program/program.js";
import type { Ask } from "./ask.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import { type FactFrame, writeValue } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import { measureEvents } from "./measure.js";
import { compileMoment, emptyFound } from "./moment.js";
import { compileRange, emptyRange, isWithin } from "./range.js";
import type { Scene, Sources } from "./scene.js";
import type { OrderedFact, Scheme } from "./scheme.js";
import type { Scope } from "./scope.js";
import { compileSequence } from "./sequence.js";
import { createWorkshop } from "./workshop.js";
import { firstAfter, firstNotBefore } from "./stream.js";

/** Writes the facts that compare events with each other, at each ask, to the rows from `first` on. */
export type FillOrdered = (input: FactsInput, bounds: BoundsSet, into: FactFrame, first: number) => void;

/** The working memory of one plan. */
export function createOrderedWork(
  { ordered, windowPlace }: Pick<Scheme, "ordered" | "windowPlace">,
  program: Pick<Program, "user">,
  environment: Environment,
  scope: Scope,
): FillOrdered {
  if (ordered.length === 0) return () => undefined;
  const workshop = createWorkshop(program, environment, scope, windowPlace);
  const facts = ordered.map(({ fact, place }) => ({ place, value: compileOrdered(fact, workshop) }));
  return (input, bounds, into, first) => {
    workshop.begin(input, bounds);
    for (let i = 0; i < bounds.at.length; i++) {
      const scene = workshop.at(input.asks[i] as Ask, bounds.at[i] as BoundsAt);
      for (const { place, value } of facts) writeValue(into, place, first + i, value(scene));
    }
  };
}

type Value = (scene: Scene) => number | string | null;

function compileOrdered(fact: OrderedFact, sources: Sources): Value {
  switch (fact.is) {
    case "sequence":
      return compileSequence(fact, sources);
    case "momentIn": {
      const find = compileMoment(fact.moment, sources);
      const findRange = compileRange(fact.window, sources);
      const [found, range] = [emptyFound(), emptyRange()];
      return (scene) => {
        find(scene, found);
        if (Number.isNaN(found.at)) return 0;
        findRange(scene, range);
        return isWithin(found, range) ? 1 : 0;
      };
    }
    default: {
      const stream = sources.stream(fact.event, fact.where);
      const findRange = compileRange(fact.window, sources);
      const range = emptyRange();
      return (scene) => {
        findRange(scene, range);
        const start = firstAfter(stream, range.after, range.afterSeq);
        const end = firstNotBefore(stream, range.before, range.beforeSeq);
        return measureEvents(fact, stream.selection, stream.history, scene.zone, start, Math.max(start, end));
      };
    }
  }
}
