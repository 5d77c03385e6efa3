import type { Environment } from "../evaluate/reader.js";
import { compileTest } from "../evaluate/test.js";
import type { Program } from "../program/program.js";
import type { BoundsAt, BoundsSet } from "./bounds.js";
import type { FactsInput } from "./facts-input.js";
import type { Scene, Sources } from "./scene.js";
import { type Scheme, testKey } from "./scheme.js";
import { createStream, type Stream } from "./stream.js";

/** What ordered facts are compiled with, and the user and the instant that they then look at. */
export interface Workshop extends Sources {
  /** Turns to another user. */
  begin(input: FactsInput, bounds: BoundsSet): void;
  /** Turns to an instant of that user. */
  at(bounds: BoundsAt): Scene;
}

export function createWorkshop(
  { user }: Pick<Program, "user">,
  environment: Environment,
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
      const stream = createStream(where && compileTest(where, environment));
      streams.set(key, { event, stream });
      return stream;
    },
    begin(input, { at }) {
      given = input;
      const last = at.reduce((latest, { now }) => Math.max(latest, now), Number.NEGATIVE_INFINITY);
      for (const { event, stream } of streams.values()) stream.begin(input.events[event], last);
    },
    at(at) {
      if (given === null) throw new RangeError("a user must come before an instant");
      const { zone, profile } = given;
      for (const { stream } of streams.values()) stream.at(at.now);
      if (scene === null) scene = { zone, profile, at };
      scene.zone = zone;
      scene.profile = profile;
      scene.at = at;
      return scene;
    },
  };
}
