/** A person stopped the command. */
export class Interrupted extends Error {
  constructor(
    /** The file that the command was asked to write and now has not, or `null`. */
    readonly unwritten: string | null,
  ) {
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
export async function unlessInterrupted<T>(
  signal: AbortSignal,
  unwritten: string | null,
  work: Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let wait = (): void => {};
  const patience = new Promise<never>((_, reject) => {
    wait = () => {
      timer = setTimeout(() => reject(new Interrupted(unwritten)), PATIENCE);
    };
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true });
  });
  try {
    return await Promise.race([work, patience]);
  } catch (error) {
    throw signal.aborted ? new Interrupted(unwritten) : error;
  } finally {
    signal.removeEventListener("abort", wait);
    clearTimeout(timer);
    work.catch(() => {});
  }
}
