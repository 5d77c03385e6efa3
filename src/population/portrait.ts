import { createEnvironment } from "../evaluate/environment.js";
import type { Frame } from "../evaluate/frame.js";
import { withAnalysis } from "../program/analysis.js";
import type { Program } from "../program/program.js";
import type { LoadReport } from "./load-report.js";
import { isApart } from "./portrait/effect.js";
import { featuresOf } from "./portrait/feature.js";
import { LEAST, Tally, type Trait } from "./portrait/tally.js";
import { type SurveyOptions, surveyPopulation } from "./survey.js";

export type { Effect } from "./portrait/effect.js";
export { type Subject, WINDOW } from "./portrait/feature.js";
export { LEAST, type Measured, type Trait } from "./portrait/tally.js";

/** Whose portrait is wanted. */
export type Whose =
  /** Users who have a tag that is a test. */
  | { readonly is: "tag"; readonly tag: number }
  | { readonly is: "stage"; readonly lifecycle: number; readonly stage: number }
  /** Those in each stage of these lifecycles, and those in none. */
  | { readonly is: "stages"; readonly lifecycles: readonly number[] };

export interface PortraitOptions extends Omit<SurveyOptions, "at" | "reads"> {
  readonly until: number;
  readonly whose: Whose;
}

export interface Portrait {
  readonly load: LoadReport;
  readonly users: number;
  readonly groups: readonly GroupPortrait[];
}

/** How a group differs from everybody else. */
export interface GroupPortrait {
  readonly group:
    | { readonly is: "tag" }
    | { readonly is: "stage"; readonly lifecycle: number; readonly stage: number | null };
  readonly users: number;
  /** Why nothing was compared: one side has fewer than `LEAST` users. */
  readonly few: "group" | "rest" | null;
  /** What was compared, and what could not be: too few users of one side are known in it. */
  readonly compared: number;
  readonly tooFew: number;
  /** What differs beyond chance, the strongest first; see `isApart`. */
  readonly traits: readonly Trait[];
}

/** Users divided into classes; each user is in one. */
interface Partition {
  readonly classes: number;
  /** What makes the classes: it would tell nothing to compare them by it. */
  readonly lifecycle: number | null;
  readonly placeOf: (frame: Frame, row: number) => number;
  /** Classes whose portraits are wanted. */
  readonly groups: readonly { readonly place: number; readonly group: GroupPortrait["group"] }[];
}

/** Compares groups of users with everybody else, at one instant. See `surveyPopulation` for what it throws. */
export async function portrayPopulation(options: PortraitOptions): Promise<Portrait> {
  const { whose, until } = options;
  const asked = withAnalysis(options.program);
  const { program, reads, features } = featuresOf(asked, whose.is === "tag" ? whose.tag : null);
  const books = partitionsOf(program, whose).map((partition) => {
    const compared = features.filter(
      ({ subject }) => subject.is !== "stage" || subject.lifecycle !== partition.lifecycle,
    );
    return {
      partition,
      sizes: zeros(partition.classes),
      tallies: new Map(compared.map((feature) => [feature, new Tally(feature, partition.classes)])),
    };
  });
  const surveyed = await surveyPopulation({ ...options, program, reads, at: [until] }, ({ ids, frame, row }) => {
    for (let user = 0; user < ids.length; user++) {
      const where = row(user, 0);
      const places = books.map(({ partition, sizes }) => {
        const place = partition.placeOf(frame, where);
        sizes[place] = (sizes[place] ?? 0) + 1;
        return place;
      });
      for (const feature of features) {
        const value = feature.read(frame, where);
        books.forEach(({ tallies }, at) => tallies.get(feature)?.take(value, places[at] as number));
      }
    }
  });
  const groups = books.flatMap(({ partition, sizes, tallies }) =>
    partition.groups.map(({ place, group }) => portraitOf(group, place, sizes, [...tallies.values()])),
  );
  return { ...surveyed, groups };
}

function partitionsOf(program: Program, whose: Whose): Partition[] {
  const environment = createEnvironment(program);
  if (whose.is === "tag") {
    const isIn = environment.tag(whose.tag);
    const placeOf = (frame: Frame, row: number): number => (isIn(frame, row) ? 0 : 1);
    return [{ classes: 2, lifecycle: null, placeOf, groups: [{ place: 0, group: { is: "tag" } }] }];
  }
  const wanted = whose.is === "stage" ? [whose.lifecycle] : whose.lifecycles;
  return wanted.map((lifecycle): Partition => {
    const { of = null, stages = [] } = program.lifecycles[lifecycle] ?? {};
    const stageOf = environment.stage(lifecycle);
    const none = stages.length;
    const all = [...stages.keys(), ...(of === null ? [] : [none])];
    const shown = whose.is === "stage" ? [whose.stage] : all;
    return {
      classes: stages.length + 1,
      lifecycle,
      placeOf: (frame, row) => {
        const stage = stageOf(frame, row);
        return Number.isNaN(stage) ? none : stage;
      },
      groups: shown.map((place) => ({
        place,
        group: { is: "stage", lifecycle, stage: place === none ? null : place },
      })),
    };
  });
}

function portraitOf(
  group: GroupPortrait["group"],
  place: number,
  sizes: readonly number[],
  tallies: readonly Tally[],
): GroupPortrait {
  const users = sizes[place] ?? 0;
  const rest = sizes.reduce((all, n) => all + n, 0) - users;
  const few = users < LEAST ? "group" : rest < LEAST ? "rest" : null;
  if (few !== null) return { group, users, few, compared: 0, tooFew: 0, traits: [] };
  const found = tallies.flatMap((tally) => tally.compared(place, sizes));
  const compared = found.filter((trait) => trait !== null);
  const traits = compared
    .filter(({ effect }) => isApart(effect))
    .sort((a, b) => Math.abs(b.effect.size) - Math.abs(a.effect.size));
  return { group, users, few, compared: compared.length, tooFew: found.length - compared.length, traits };
}

function zeros(n: number): number[] {
  return Array.from({ length: n }, () => 0);
}
