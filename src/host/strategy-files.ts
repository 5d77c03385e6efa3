import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import { byCodePoint } from "../text/order.js";
import type { Source } from "../text/source.js";
import { FileProblem, systemCode } from "./problem.js";

/** The largest strategy file that is read, in bytes. */
export const MAX_FILE_BYTES = 256 * 1024;

/** The strategy files of a folder: what can be compiled, and what is wrong with the rest. */
export interface StrategyFiles {
  /** Sorted by name; names are relative to the folder, with forward slashes. */
  readonly sources: readonly Source[];
  /** The texts of files that could not be decoded, with replacement characters: to show a place in, not to compile. */
  readonly damaged: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads all `*.touch` files under a folder, without those in hidden folders and `node_modules`; links are not followed.
 * Throws `FileProblem` if the folder or a file cannot be read. Messages name the folder as `shown`.
 */
export function readStrategyFiles(folder: string, shown = folder): StrategyFiles {
  const sources: Source[] = [];
  const damaged: Source[] = [];
  const diagnostics: Diagnostic[] = [];
  const names = strategyFileNames(folder, shown);
  for (const name of names) {
    const bytes = readWithinLimit(join(folder, name), MAX_FILE_BYTES, join(shown, name));
    if (bytes === null) {
      diagnostics.push(diagnostic("file-too-large", emptySpan(name), { limit: MAX_FILE_BYTES }));
      continue;
    }
    const text = decode(bytes);
    if (text !== null) sources.push({ name, text });
    else {
      const lossy = new TextDecoder().decode(bytes);
      const at = firstDamage(bytes, lossy);
      damaged.push({ name, text: lossy });
      diagnostics.push(diagnostic("not-utf8", { file: name, start: at, end: at + 1 }, { file: name }));
    }
  }
  if (names.length === 0) diagnostics.push(diagnostic("no-strategy-files", emptySpan(""), { folder: shown }));
  return { sources, damaged, diagnostics };
}

function strategyFileNames(folder: string, shown: string): string[] {
  const found: string[] = [];
  const visit = (prefix: string): void => {
    for (const entry of listFolder(join(folder, prefix), join(shown, prefix))) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) visit(`${prefix}${entry.name}/`);
      else if (entry.isFile() && entry.name.endsWith(".touch")) found.push(prefix + entry.name);
    }
  };
  visit("");
  // Not by locale: the order of files must be the same on every machine.
  return found.sort(byCodePoint);
}

function listFolder(folder: string, shown: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const reason = systemCode(error);
    if (reason === "ENOENT") throw new FileProblem("no-folder", shown, reason);
    if (reason === "ENOTDIR") throw new FileProblem("not-a-folder", shown, reason);
    throw new FileProblem("unreadable", shown, reason);
  }
}

/** A file's bytes, or `null` if it is over the limit; the size is asked first, so that a huge file is never read. */
export function readWithinLimit(path: string, limit: number, shown = path): Buffer | null {
  try {
    if (statSync(path).size > limit) return null;
    const bytes = readFileSync(path);
    return bytes.length > limit ? null : bytes;
  } catch (error) {
    throw new FileProblem("unreadable", shown, systemCode(error));
  }
}

/** The text of UTF-8 bytes without a byte order mark, or `null` if they are not UTF-8. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The offset in the lossy text of the first replacement character that stands for bytes that are not UTF-8. */
function firstDamage(bytes: Uint8Array, lossy: string): number {
  for (let at = lossy.indexOf("\ufffd"); at >= 0; at = lossy.indexOf("\ufffd", at + 1)) {
    const before = new TextEncoder().encode(lossy.slice(0, at)).length + markLength(bytes);
    const genuine = bytes[before] === 0xef && bytes[before + 1] === 0xbf && bytes[before + 2] === 0xbd;
    if (!genuine) return at;
  }
  return lossy.length;
}

function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function emptySpan(file: string) {
  return { file, start: 0, end: 0 };
}
