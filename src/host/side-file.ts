import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { FileProblem, systemCode } from "./problem.js";

/** A file being written beside its place: nobody ever sees half of it. */
export interface SideFile {
  /** Adds text; it reaches the disk in blocks. */
  write(text: string): void;
  /** Puts the finished file in its place, in one step. */
  commit(): void;
  /** Forgets what was written; whatever stood in the place before still does. Harmless after `commit`. */
  discard(): void;
}

/** Text is collected up to this many characters before it is written. */
const BLOCK = 1 << 16;

/**
 * Starts a file that `commit` will put at `path`. The folder must exist; a link is followed, a device or a pipe is
 * written directly, since replacing it by a file would be wrong. Throws `FileProblem` here rather than after the work;
 * it names the file as `shown`.
 */
export function openAside(path: string, shown = path): SideFile {
  const target = targetOf(path, shown);
  const aside = target.replace ? join(dirname(target.path), `.${basename(target.path)}.${process.pid}.part`) : null;
  const file = guarded(shown, () => {
    if (!aside) return openSync(target.path, "w");
    // A run that was killed may have left its half file; a new file, never one that somebody else put there, is opened.
    rmSync(aside, { force: true });
    return openSync(aside, "wx");
  });
  return sideFile(shown, target.path, aside, file);
}

function sideFile(asked: string, target: string, aside: string | null, file: number): SideFile {
  let pending: string[] = [];
  let size = 0;
  let open = true;
  const flush = (): void => {
    const bytes = Buffer.from(pending.join(""), "utf8");
    pending = [];
    size = 0;
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  const discard = (): void => {
    if (!open) return;
    open = false;
    closeSync(file);
    if (aside) rmSync(aside, { force: true });
  };
  /** A full disk shows up here: the half file goes before the error does. */
  const careful = (work: () => void): void => {
    try {
      guarded(asked, work);
    } catch (error) {
      discard();
      throw error;
    }
  };
  return {
    write(text) {
      pending.push(text);
      size += text.length;
      if (size >= BLOCK) careful(flush);
    },
    commit() {
      careful(() => {
        flush();
        if (aside) fsyncSync(file);
      });
      open = false;
      closeSync(file);
      if (aside) guarded(asked, () => renameSync(aside, target));
    },
    discard,
  };
}

function targetOf(path: string, shown: string): { path: string; replace: boolean } {
  try {
    const real = realpathSync(path);
    const stat = statSync(real);
    if (stat.isDirectory()) throw new FileProblem("is-a-folder", shown, "EISDIR");
    return { path: real, replace: stat.isFile() };
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    if (systemCode(error) === "ENOENT") return { path, replace: true };
    throw new FileProblem("unwritable", shown, systemCode(error));
  }
}

function guarded<T>(shown: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = systemCode(error);
    throw new FileProblem(reason === "ENOENT" ? "no-parent-folder" : "unwritable", shown, reason);
  }
}
