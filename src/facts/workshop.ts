import type { Environment } from "../evaluate/reader.js";
import type { Program } from "../program/program.js";
import type { Ask } from "./ask.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import type { FactsInput } from "./facts-input.js";
import type { Scene, Sources } from "./scene.js";
import { filterOf, type Scheme, testKey } from "./scheme.js";
import type { Scope } from "./scope.js";
import { createStream, type Stream } from "./stream.js";

/** What ordered facts are compiled with, and the user and the ask that they then look at. */
export interface Workshop extends Sources {
  /** Turns to another user. */
  begin(input: FactsInput, bounds: BoundsSet): void;
  /** Turns to an ask about that user. */
  at(ask: Ask, bounds: BoundsAt): Scene;
}

export function createWorkshop(
  { user }: Pick<Program, "user">,
  environment: Environment,
  scope: Pick<Scope, "at">,
  windowPlace: Scheme["windowPlace"],
): Workshop {
  const streams = new Map<string, { readonly event: number; readonly stream: Stream }>();
  let scene: Scene | null = null;
  let given: FactsInput | null = null;
  return {
    windowPlace,
    isDate: (field) => user.fields[field]?.type.is === "date",
    // Equal questions share a stream.
    stream(event, where) {
      const key = `${event} ${testKey(where)}`;
      const known = streams.get(key);
      if (known) return known.stream;
      const stream = createStream(filterOf(where, environment));
      streams.set(key, { event, stream });
      return stream;
    },
    begin(input, { at }) {
      given = input;
      const last = at.reduce((latest, { until }) => Math.max(latest, until), Number.NEGATIVE_INFINITY);
      for (const { event, stream } of streams.values()) stream.begin(input.events[event], last);
    },
    at(ask, at) {
      if (given === null) throw new RangeError("a user must come before an ask");
      const { zone, profile } = given;
      scope.at(ask);
      for (const { stream } of streams.values()) stream.at(ask);
      if (scene === null) scene = { zone, profile, at };
      scene.zone = zone;
      scene.profile = profile;
      scene.at = at;
      return scene;
    },
  };
}
