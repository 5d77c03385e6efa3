/** The exit code of a process that a person stopped with Ctrl-C: 128 + SIGINT, as shells expect. */
export const INTERRUPTED = 130;

/**
 * A signal that is aborted by the first Ctrl-C or by a request to terminate.
 * The second one ends the process at once, in case the first finds nobody listening.
 */
export function interruptSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}
