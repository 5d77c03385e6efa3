import { join, resolve } from "node:path";
import pc from "picocolors";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { documentOf } from "../../diagnostic/json.js";
import { renderPretty } from "../../diagnostic/pretty.js";
import { openAside } from "../../host/side-file.js";
import { readStrategyFiles } from "../../host/strategy-files.js";
import { format as laidOut } from "../../syntax/format.js";
import type { Source } from "../../text/source.js";
import { visible } from "../../text/visible.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { FmtFlags } from "../flags.js";
import { wantsColour } from "../io.js";
import { folderPrefix } from "../project.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { fmtWording } from "../wording/fmt.js";

export interface FmtOptions extends FmtFlags {
  readonly dir: string;
}

/** What formatting a folder comes to. */
interface Outcome {
  readonly sources: readonly Source[];
  /** The files that get, or would get, another layout, with it. */
  readonly changed: readonly Source[];
  /** Of the files that stay as they are because they cannot be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Sets the strategy files of a folder in the one layout of the language; a file with an error in its spelling stays as it is. */
export function fmt(session: Session, { dir, check = false, format }: FmtOptions): ExitCode {
  const { io } = session;
  const folder = resolve(io.cwd, dir);
  const outcome = formatted(folder, dir);
  if (!check) for (const { name, text } of outcome.changed) write(join(folder, name), join(dir, name), text);
  io.stdout.write(format === "json" ? json(outcome, session, check) : pretty(outcome, session, dir, check));
  return isFine(outcome, check) ? exitCodes.fine : exitCodes.wrong;
}

function formatted(folder: string, dir: string): Outcome {
  const { sources, damaged, diagnostics } = readStrategyFiles(folder, dir);
  const results = sources.map((source) => ({ source, ...laidOut(source) }));
  return {
    sources: [...sources, ...damaged],
    changed: results.flatMap(({ source, text }) => (text === source.text ? [] : [{ name: source.name, text }])),
    diagnostics: [
      ...diagnostics,
      ...results.flatMap((result) => result.diagnostics.filter(({ severity }) => severity === "error")),
    ],
  };
}

function write(path: string, shown: string, text: string): void {
  const file = openAside(path, shown);
  file.write(text);
  file.commit();
}

const isFine = ({ changed, diagnostics }: Outcome, check: boolean): boolean =>
  diagnostics.length === 0 && !(check && changed.length > 0);

function json(outcome: Outcome, { language }: Session, check: boolean): string {
  const { format_version, diagnostics } = documentOf(outcome.diagnostics, outcome.sources, language);
  const changed = outcome.changed.map(({ name }) => name);
  const ok = isFine(outcome, check);
  return `${JSON.stringify({ format_version, ok, written: !check, changed, diagnostics }, null, 2)}\n`;
}

function pretty(outcome: Outcome, { io, language }: Session, dir: string, check: boolean): string {
  const words = fmtWording[language];
  const colour = wantsColour(io.stdout, io.env);
  const paint = pc.createColors(colour);
  const { changed, diagnostics, sources } = outcome;
  const options = { colour, width: io.stdout.columns - 8, folder: folderPrefix(dir) };
  const blocks = diagnostics.length === 0 ? "" : `${renderPretty(diagnostics, sources, language, options)}\n`;
  const list = changed.map(({ name }) => `${visible(folderPrefix(dir) + name)}\n`).join("");
  // A folder without a file is told as a diagnostic of no file.
  const unread = new Set(diagnostics.map(({ span }) => span.file).filter((name) => name !== ""));
  const files = new Set([...unread, ...sources.map(({ name }) => name)]);
  const counts = { files: files.size, changed: changed.length, unread: unread.size };
  const summary = (check ? words.checked : words.formatted)(counts);
  const again = check && changed.length > 0 ? `${words.next}${paint.bold(commandLine("touchline", "fmt", dir))}\n` : "";
  const tint = isFine(outcome, check) ? paint.green : diagnostics.length > 0 ? paint.red : paint.yellow;
  return `${blocks}${list}${tint(summary)}\n${again}`;
}
