import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A temporary folder for what does not fit into memory; it goes with `remove`, or when the process exits. */
export interface SpillFolder {
  readonly path: string;
  remove(): void;
}

const PREFIX = "touchline-db-";

export function createSpillFolder(): SpillFolder {
  sweep();
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const removeFolder = (): void => rmSync(path, { recursive: true, force: true });
  process.once("exit", removeFolder);
  return {
    path,
    remove: () => {
      process.removeListener("exit", removeFolder);
      removeFolder();
    },
  };
}

/** A run that was killed could not clean up: what is left of it goes a day later, if its process is gone. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(tmpdir(), name);
    if (isOld(path) && !isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

const DAY = 86_400_000;

function isOld(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > DAY;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it runs.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
