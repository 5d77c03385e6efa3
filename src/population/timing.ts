/** The parts of a plan, in their order. */
export type Stage = "reading" | "validation" | "facts" | "matching" | "gates" | "writing";

export interface Timing {
  readonly stage: Stage;
  readonly ms: number;
}

const stages: readonly Stage[] = ["reading", "validation", "facts", "matching", "gates", "writing"];

/** Adds up how long each stage took. One stage runs at a time; `move` takes time from one that contains another. */
export class Stopwatches {
  readonly #spent = new Map<Stage, number>(stages.map((stage) => [stage, 0]));
  #running: Stage | null = null;
  #since = 0;

  enter(stage: Stage): void {
    this.stop();
    this.#running = stage;
    this.#since = performance.now();
  }

  stop(): void {
    if (this.#running !== null) this.#add(this.#running, performance.now() - this.#since);
    this.#running = null;
  }

  /** Moves an estimate, which may be too large: `from` keeps at least a tenth of what it took since `enter`. */
  share(from: Stage, to: Stage, ms: number): void {
    const most = this.#running === from ? (performance.now() - this.#since) * 0.9 : 0;
    this.move(from, to, Math.min(ms, most));
  }

  /** Counts `ms` of what `from` took, or is taking, as time of `to`. */
  move(from: Stage, to: Stage, ms: number): void {
    this.#add(from, -ms);
    this.#add(to, ms);
  }

  timings(): Timing[] {
    return stages.map((stage) => ({ stage, ms: Math.max(0, this.#spent.get(stage) ?? 0) }));
  }

  #add(stage: Stage, ms: number): void {
    this.#spent.set(stage, (this.#spent.get(stage) ?? 0) + ms);
  }
}
