import { createEnvironment } from "../evaluate/environment.js";
import type { Frame } from "../evaluate/frame.js";
import type { Rational } from "../evaluate/rational.js";
import type { Fact, Process, Program } from "../program/program.js";
import { ExactMedian } from "./exact-median.js";
import type { LoadReport } from "./load-report.js";
import { type Segment, type Segments, segmentsOf } from "./segments.js";
import { type SurveyOptions, surveyPopulation } from "./survey.js";

export interface FunnelOptions extends Omit<SurveyOptions, "at" | "reads"> {
  /** The place of the process in the program. */
  readonly process: number;
  /** Steps count that were taken at this instant, or on its local date, or on the `days − 1` dates before. */
  readonly until: number;
  readonly days: number;
  /** How users are divided besides: by where they came from, or by the stage of a lifecycle that they are in at `until`. */
  readonly by: "source" | { readonly lifecycle: number } | null;
}

/** How far users came in a process. */
export interface FunnelResult {
  readonly load: LoadReport;
  readonly users: number;
  readonly steps: readonly StepCount[];
  /** Every user is in exactly one; empty where users are not divided. */
  readonly segments: readonly { readonly segment: Segment; readonly steps: readonly StepCount[] }[];
}

/** One step of a process. */
export interface StepCount {
  /** Users who took it and all before it, in order, in the window. */
  readonly users: number;
  /**
   * The median time from first having come as far as this to first having come as far as the next step, of those who did, in
   * milliseconds; `null` for the last step, and where nobody did.
   */
  readonly toNext: Rational | null;
}

/** Counts users step by step. See `surveyPopulation` for what it throws. */
export async function measureFunnel(options: FunnelOptions): Promise<FunnelResult> {
  const { program: plain, by, until } = options;
  const process = plain.analysis.processes[options.process] as Process;
  const columns = process.steps.map((_, place) => plain.facts.length + place);
  const program = { ...plain, facts: [...plain.facts, ...firstEnds(process, options.days)] };
  const reads = [...columns.map((column) => ({ column })), ...(by === null || by === "source" ? [] : [by])];
  const all = createSteps(columns);
  const division = createDivision(program, by, columns);
  let segments: Segments | null = null;
  let index = 0;
  const surveyed = await surveyPopulation(
    { ...options, program, reads, at: [until] },
    ({ ids, frame, row }) => {
      for (let user = 0; user < ids.length; user++) {
        const at = row(user, 0);
        all.take(frame, at);
        division.of(frame, at, segments ? (segments.of[index] as number) : 0)?.take(frame, at);
        index++;
      }
    },
    async (db, population) => {
      if (by !== "source") return;
      segments = await segmentsOf(db, population, program, { is: "source" }, until);
      division.divide(segments.list);
    },
  );
  return { ...surveyed, steps: all.result(), segments: division.result() };
}

/** For each step, when a user had first come as far. */
function firstEnds({ steps }: Process, days: number): Fact[] {
  const window = { is: "last", unit: "day", n: days } as const;
  const bare = steps.map(({ no, event, where, same, within }) => ({ no, event, where, same, within }));
  return bare.map((_, place) => ({ is: "sequence", instant: true, window, steps: bare.slice(0, place + 1) }));
}

/** Counts of users who came as far as each step. */
interface Steps {
  readonly users: () => number;
  take(frame: Frame, row: number): void;
  result(): StepCount[];
}

function createSteps(columns: readonly number[]): Steps {
  const counts = columns.map(() => 0);
  const waits = columns.map(() => new ExactMedian(1));
  let users = 0;
  return {
    users: () => users,
    take(frame, row) {
      users++;
      let before = Number.NaN;
      for (let step = 0; step < columns.length; step++) {
        const at = (frame.columns[columns[step] as number] as Float64Array)[row] as number;
        if (Number.isNaN(at)) return;
        counts[step] = (counts[step] as number) + 1;
        if (step > 0) waits[step - 1]?.addWhole(at - before);
        before = at;
      }
    },
    result: () => counts.map((count, step) => ({ users: count, toNext: waits[step]?.median() ?? null })),
  };
}

/** The steps of each segment. */
interface Division {
  /** Of the segment that a user is in; `source`: the place of theirs, if users are divided by it. */
  of(frame: Frame, row: number, source: number): Steps | undefined;
  divide(segments: readonly Segment[]): void;
  result(): FunnelResult["segments"];
}

function createDivision(program: Program, by: FunnelOptions["by"], columns: readonly number[]): Division {
  let list: readonly Omit<Segment, "users">[] = [];
  let steps: Steps[] = [];
  const divide = (segments: readonly Omit<Segment, "users">[]): void => {
    list = segments;
    steps = segments.map(() => createSteps(columns));
  };
  const lifecycle = by === null || by === "source" ? null : by.lifecycle;
  const stages = lifecycle === null ? [] : (program.lifecycles[lifecycle]?.stages ?? []);
  const stageOf = lifecycle === null ? null : createEnvironment(program).stage(lifecycle);
  if (stageOf)
    divide([
      ...stages.map(({ id, label }) => ({ is: "named" as const, id, label })),
      { is: "unknown", id: "", label: null },
    ]);
  return {
    divide,
    of(frame, row, source) {
      const place = stageOf ? stageOf(frame, row) : source;
      // Whom a lifecycle is not about has no stage.
      return steps[Number.isNaN(place) ? stages.length : place];
    },
    result: () =>
      list.flatMap((segment, place) => {
        const own = steps[place];
        const users = own?.users() ?? 0;
        return own && (users > 0 || segment.is === "named")
          ? [{ segment: { ...segment, users }, steps: own.result() }]
          : [];
      }),
  };
}
