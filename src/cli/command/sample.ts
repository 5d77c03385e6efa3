import { resolve } from "node:path";
import pc from "picocolors";
import { emptyFolder } from "../../host/folder.js";
import { type SampleReport, writeSample } from "../../population/sample.js";
import type { SampleFlags, Session } from "../commands.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { grouped } from "../number.js";
import { progress } from "../progress.js";
import { commandLine } from "../shell.js";
import { table } from "../table.js";
import { positiveOption } from "../whole.js";
import { problemWording } from "../wording/problem.js";
import { sampleWording } from "../wording/sample.js";

export interface SampleCommand extends SampleFlags {
  readonly dir: string;
}

/** Writes a synthetic shop into a new or empty folder. */
export async function sample(session: Session, options: SampleCommand): Promise<ExitCode> {
  const { io, language } = session;
  const words = sampleWording[language];
  const { usage } = problemWording[language];
  const size = {
    users: positiveOption(usage, "--users", options.users),
    days: positiveOption(usage, "--days", options.days),
    seed: positiveOption(usage, "--seed", options.seed),
  };
  const directory = resolve(io.cwd, options.dir);
  emptyFolder(directory, options.dir);
  const bar = progress(io.stderr);
  const work = writeSample({
    directory,
    ...size,
    onProgress: ({ table: name, done, of }) => bar.update(words.writing(name, done, of)),
  });
  const report = await unlessInterrupted(io.interrupted, options.dir, work).finally(() => bar.end());
  io.stdout.write(summary(session, options.dir, report));
  return exitCodes.fine;
}

function summary({ io, language }: Session, dir: string, report: SampleReport): string {
  const words = sampleWording[language];
  const paint = pc.createColors(wantsColour(io.stdout, io.env));
  const rows = Object.entries(report.rows).map(([name, count]) => [name, grouped(count)]);
  const planted = report.planted.reduce((sum, { rows: count }) => sum + count, 0);
  const lines = [
    words.written(dir, report.users, report.days),
    "",
    ...table([[words.table, words.rows], ...rows], ["left", "right"], "  "),
    "",
    words.planted(planted),
    `${words.next}${paint.bold(commandLine("touchline", "plan", dir, "--until", report.until))}`,
  ];
  return `${lines.join("\n")}\n`;
}
