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

/** The work's result, unless the signal is aborted first: then `Interrupted` is thrown at once, whatever the work does. */
export async function unlessInterrupted<T>(
  signal: AbortSignal,
  unwritten: string | null,
  work: Promise<T>,
): Promise<T> {
  if (signal.aborted) {
    work.catch(() => {});
    throw new Interrupted(unwritten);
  }
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Interrupted(unwritten));
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
    work.catch(() => {});
  }
}
