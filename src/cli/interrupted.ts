/** What a stopped command was to write: a file appears whole or not at all, a folder may be left incomplete. */
export interface Unwritten {
  /** As typed. */
  readonly path: string;
  readonly left: "nothing" | "incomplete";
}

/** A person stopped the command. */
export class Interrupted extends Error {
  constructor(readonly unwritten: Unwritten | null) {
    super("interrupted");
    this.name = "Interrupted";
  }
}

/** How long work that was told to stop may take to clean up behind itself, in milliseconds. */
const PATIENCE = 2000;

/**
 * The work's result. When the signal is aborted, `Interrupted` is thrown instead: as soon as the work has stopped, or
 * when patience ends, since a database may be deep in a query.
 */
export function unlessInterrupted<T>(signal: AbortSignal, unwritten: Unwritten | null, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      timer = setTimeout(() => reject(new Interrupted(unwritten)), PATIENCE);
    };
    const settle = (): void => {
      signal.removeEventListener("abort", stop);
      clearTimeout(timer);
    };
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, (error: unknown) => reject(signal.aborted ? new Interrupted(unwritten) : error)).finally(settle);
  });
}
