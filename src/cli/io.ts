/** What a command sees of the world: a real terminal, or a test's stand-in. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Aborted when a person stops the command. */
  readonly interrupted: AbortSignal;
}

export interface Output {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** How many cells a line of the terminal has; 100 where it is not a terminal. */
  readonly columns: number;
}

/** How many cells a line may have so that it is not broken; `null` where nothing breaks lines. */
export function widthOf({ isTerminal, columns }: Output): number | null {
  return isTerminal ? columns : null;
}

/** Colour only where a person looks, and never against the `NO_COLOR` convention (https://no-color.org). */
export function wantsColour(output: Output, env: Io["env"]): boolean {
  return output.isTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
