import type { Environment } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Program, Test } from "../program/program.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import { type FactFrame, writeValue } from "./fact-frame.js";
import type { FactsInput } from "./facts-input.js";
import { measureEvents } from "./measure.js";
import { compileMoment, emptyFound } from "./moment.js";
import { compileRange, emptyRange, isWithin } from "./range.js";
import type { Scene, Sources } from "./scene.js";
import { type OrderedFact, type Placed, type Scheme, testKey } from "./scheme.js";
import { compileSequence } from "./sequence.js";
import { createStream, firstAfter, firstNotBefore, type Stream } from "./stream.js";

/** Writes the facts that compare events with each other, at each instant, to the rows from `first` on. */
export type FillOrdered = (input: FactsInput, bounds: BoundsSet, into: FactFrame, first: number) => void;

/** The working memory of one plan. */
export function createOrderedWork(
  { ordered, windowPlace }: Pick<Scheme, "ordered" | "windowPlace">,
  { user }: Pick<Program, "user">,
  environment: Environment,
): FillOrdered {
  if (ordered.length === 0) return () => undefined;
  const streams = new Map<string, { readonly event: number; readonly stream: Stream }>();
  const sources: Sources = {
    stream: (event, where) => streamOf(streams, event, where, environment),
    windowPlace,
    isDate: (field) => user.fields[field]?.type.is === "date",
  };
  const facts = ordered.map(({ fact, place }) => ({ place, value: compileOrdered(fact, sources) }));
  const used = [...streams.values()];
  let scene: Scene | null = null;

  return ({ zone, profile, events }, { at }, into, first) => {
    const last = at.reduce((latest, { now }) => Math.max(latest, now), Number.NEGATIVE_INFINITY);
    for (const { event, stream } of used) stream.begin(events[event], last);
    for (let i = 0; i < at.length; i++) {
      const bounds = at[i] as BoundsAt;
      scene = seen(scene, zone, profile, bounds);
      for (const { stream } of used) stream.at(bounds.now);
      for (const { place, value } of facts) writeValue(into, place, first + i, value(scene));
    }
  };
}

function seen(scene: Scene | null, zone: Scene["zone"], profile: Scene["profile"], at: BoundsAt): Scene {
  if (scene === null) return { zone, profile, at };
  scene.zone = zone;
  scene.profile = profile;
  scene.at = at;
  return scene;
}

/** Equal questions share a stream. */
function streamOf(
  streams: Map<string, { readonly event: number; readonly stream: Stream }>,
  event: number,
  where: Test | null,
  environment: Environment,
): Stream {
  const key = `${event} ${testKey(where)}`;
  const known = streams.get(key);
  if (known) return known.stream;
  const stream = createStream(where && compileTest(where, environment));
  streams.set(key, { event, stream });
  return stream;
}

type Value = (scene: Scene) => number | string | null;

function compileOrdered(fact: Placed<OrderedFact>["fact"], sources: Sources): Value {
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
