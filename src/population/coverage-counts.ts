import { createEnvironment } from "../evaluate/environment.js";
import type { Frame } from "../evaluate/frame.js";
import type { Program } from "../program/program.js";

/** Some users: how many, how many of them some strategy wanted, and how many were touched. */
export interface Served {
  readonly users: number;
  readonly targeted: number;
  readonly touched: number;
}

/** Users by stage of a lifecycle and of a value, or by one of both alone. Whoever is in no stage stands in the last row or column. */
export interface CoverageMatrix {
  /** Places of lifecycles; `null` where there is none: then there is one row, or one column, for all. */
  readonly rows: number | null;
  readonly columns: number | null;
  readonly cells: readonly (readonly Served[])[];
}

/** The users of one stage, and who wanted any of them. */
export interface CoverageStage extends Served {
  readonly lifecycle: number;
  readonly stage: number;
  /** Places of strategies. */
  readonly strategies: readonly number[];
}

/** Two strategies that want the same people. */
export interface CoveragePair {
  /** Places; the one that goes first where both are due at one instant comes first. */
  readonly first: number;
  readonly second: number;
  readonly shared: number;
  /** How many users the smaller of both wants. */
  readonly smaller: number;
}

type Counter = { -readonly [K in keyof Served]: Served[K] };

const empty = (): Counter => ({ users: 0, targeted: 0, touched: 0 });

function add(to: Counter | undefined, targeted: ReadonlySet<number>, touched: ReadonlySet<number>): void {
  if (!to) return;
  to.users++;
  if (targeted.size > 0) to.targeted++;
  if (touched.size > 0) to.touched++;
}

/** Counts users where they stand. What it holds does not grow with the users. */
export interface StageCounts {
  count(frame: Frame, row: number, targeted: ReadonlySet<number>, touched: ReadonlySet<number>): void;
  matrices(): CoverageMatrix[];
  stages(): CoverageStage[];
}

export function createStageCounts(program: Program): StageCounts {
  const { lifecycles, strategies } = program;
  const environment = createEnvironment(program);
  const stageOf = lifecycles.map((_, place) => environment.stage(place));
  const sizes = lifecycles.map(({ stages }) => stages.length);
  const grids = axesOf(program).map(({ rows, columns }) => ({
    rows,
    columns,
    cells: Array.from({ length: rows === null ? 1 : (sizes[rows] as number) + 1 }, () =>
      Array.from({ length: columns === null ? 1 : (sizes[columns] as number) + 1 }, empty),
    ),
  }));
  const stages = sizes.map((size) => Array.from({ length: size }, empty));
  const wanting = sizes.map((size) => Array.from({ length: size }, () => new Uint8Array(strategies.length)));
  const standing = new Int32Array(lifecycles.length);
  const placeIn = (axis: number | null): number => (axis === null ? 0 : (standing[axis] as number));
  return {
    count(frame, row, targeted, touched) {
      for (let place = 0; place < standing.length; place++) {
        const stage = stageOf[place]?.(frame, row) ?? Number.NaN;
        standing[place] = Number.isNaN(stage) ? (sizes[place] as number) : stage;
        add(stages[place]?.[stage], targeted, touched);
        const wants = wanting[place]?.[stage];
        if (wants) for (const strategy of targeted) wants[strategy] = 1;
      }
      for (const { rows, columns, cells } of grids) add(cells[placeIn(rows)]?.[placeIn(columns)], targeted, touched);
    },
    matrices: () => grids,
    stages: () =>
      stages.flatMap((own, lifecycle) =>
        own.map((counter, stage) => ({
          ...counter,
          lifecycle,
          stage,
          strategies: [...(wanting[lifecycle]?.[stage] ?? [])].flatMap((wants, strategy) => (wants ? [strategy] : [])),
        })),
      ),
  };
}

/** Each lifecycle against each value; one alone where there are none of the other. Groups stand with lifecycles. */
function axesOf({ lifecycles }: Program): { readonly rows: number | null; readonly columns: number | null }[] {
  const places = lifecycles.map(({ is }, place) => ({ is, place }));
  const rows = places.filter(({ is }) => is !== "value");
  const columns = places.filter(({ is }) => is === "value");
  if (columns.length === 0) return rows.map(({ place }) => ({ rows: place, columns: null }));
  if (rows.length === 0) return columns.map(({ place }) => ({ rows: null, columns: place }));
  return rows.flatMap((row) => columns.map((column) => ({ rows: row.place, columns: column.place })));
}

/** Counts whom strategies want in common. */
export interface PairCounts {
  count(targeted: ReadonlySet<number>): void;
  /** Those with any user in common, the most first. */
  pairs(): CoveragePair[];
}

export function createPairCounts({ strategies }: Program): PairCounts {
  const n = strategies.length;
  const shared = new Uint32Array(n * n);
  const rank = strategies.map(({ id, priority }, place) => ({ place, id, priority }));
  rank.sort((a, b) => b.priority - a.priority || (a.id < b.id ? -1 : 1));
  return {
    count(targeted) {
      for (const one of targeted)
        for (const other of targeted) shared[one * n + other] = (shared[one * n + other] as number) + 1;
    },
    pairs() {
      const found = rank.flatMap(({ place: first }, at) =>
        rank.slice(at + 1).map(({ place: second }) => ({
          first,
          second,
          shared: shared[first * n + second] as number,
          smaller: Math.min(shared[first * n + first] as number, shared[second * n + second] as number),
        })),
      );
      return found.filter((pair) => pair.shared > 0).sort((a, b) => b.shared - a.shared || a.smaller - b.smaller);
    },
  };
}
