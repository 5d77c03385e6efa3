import type { ExitCode } from "../../src/cli/exit.js";
import type { Io } from "../../src/cli/io.js";
import { run } from "../../src/cli/run.js";

/** What a command line did, as a person sees it. */
export interface Captured {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd?: string;
  readonly env?: Io["env"];
  readonly terminal?: boolean;
  readonly columns?: number;
  readonly interrupted?: AbortSignal;
}

/** Runs a command line in this process, with a stand-in for the world: no colour, English, not a terminal. */
export async function touchline(argv: readonly string[], world: World = {}): Promise<Captured> {
  const out: string[] = [];
  const err: string[] = [];
  const isTerminal = world.terminal ?? false;
  const columns = world.columns ?? 100;
  const code = await run(argv, {
    stdout: { write: (text) => out.push(text), isTerminal, columns },
    stderr: { write: (text) => err.push(text), isTerminal, columns },
    env: world.env ?? {},
    cwd: world.cwd ?? process.cwd(),
    interrupted: world.interrupted ?? new AbortController().signal,
  });
  return { code, stdout: out.join(""), stderr: err.join("") };
}
