import { resolve } from "node:path";
import pc from "picocolors";
import { copyTemplate } from "../../host/template.js";
import type { Language } from "../../diagnostic/wording.js";
import { shipped } from "../../text/package.js";
import type { InitFlags } from "../flags.js";
import type { Session } from "../session.js";
import { exampleUntil } from "../example.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { wantsColour } from "../io.js";
import { cellWidth } from "../../text/width.js";
import { commandLine } from "../shell.js";
import { table } from "../table.js";
import { initWording } from "../wording/init.js";

export interface InitCommand extends InitFlags {
  readonly dir: string;
}

/** The same project, for readers of each language. */
const templates: Readonly<Record<Language, string>> = { en: "strategies/starter/", zh: "strategies/starter-zh/" };

/** Starts a small project from the one that ships with the package. */
export function init({ io, language }: Session, { dir, format }: InitCommand): ExitCode {
  const words = initWording[language];
  const paint = pc.createColors(wantsColour(io.stdout, io.env));
  const names = copyTemplate(shipped(import.meta.url, templates[language]), resolve(io.cwd, dir), dir);
  if (format === "json") {
    io.stdout.write(`${JSON.stringify({ format_version: 1, dir, files: names }, null, 2)}\n`);
    return exitCodes.fine;
  }
  const rows = names.map((name) => [name, Object.hasOwn(words.files, name) ? (words.files[name] ?? "") : ""]);
  const lines = [
    words.made(dir),
    ...table(rows, ["left", "left"], "  "),
    "",
    `${words.next}${paint.bold(commandLine("touchline", "check", dir))}`,
    `${" ".repeat(cellWidth(words.next))}${paint.bold(commandLine("touchline", "test", dir))}`,
    `${" ".repeat(cellWidth(words.next))}${paint.bold(commandLine("touchline", "plan", dir, "--until", exampleUntil))}`,
  ];
  io.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.fine;
}
