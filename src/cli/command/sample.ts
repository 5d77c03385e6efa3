import { resolve } from "node:path";
import pc from "picocolors";
import { emptyFolder } from "../../host/folder.js";
import { dataError, nowhere } from "../../population/data-error.js";
import type { SampleReport, writeSample } from "../../population/sample.js";
import { systemCode } from "../../host/problem.js";
import type { SampleFlags } from "../flags.js";
import type { Session } from "../session.js";
import { overData } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { grouped } from "../number.js";
import { progress } from "../progress.js";
import { commandLine } from "../shell.js";
import { table } from "../table.js";
import { wholeOption } from "../whole.js";
import { problemWording } from "../wording/problem.js";
import { sampleWording } from "../wording/sample.js";

/** Among fewer, the dirty rows would be more than the 1 % that the sample's own data.yaml allows. */
const FEWEST_USERS = 500;

export interface SampleCommand extends SampleFlags {
  readonly dir: string;
}

/** Writes a synthetic shop into a new or empty folder. */
export function sample(session: Session, options: SampleCommand): Promise<ExitCode> {
  return overData(session, options, () => sampled(session, options));
}

async function sampled(session: Session, options: SampleCommand): Promise<ExitCode> {
  const { io, language } = session;
  const words = sampleWording[language];
  const { usage } = problemWording[language];
  const size = {
    users: wholeOption(usage, "--users", options.users, FEWEST_USERS),
    days: wholeOption(usage, "--days", options.days, 1),
    seed: wholeOption(usage, "--seed", options.seed, 1),
  };
  const directory = resolve(io.cwd, options.dir);
  const { writeSample: write } = await generator();
  emptyFolder(directory, options.dir);
  const bar = progress(io.stderr);
  const work = write({
    directory,
    ...size,
    onProgress: ({ table: name, done, of }) => bar.update(words.writing(name, done, of)),
  });
  const report = await unlessInterrupted(io.interrupted, { path: options.dir, left: "incomplete" }, work).finally(() =>
    bar.end(),
  );
  io.stdout.write(options.format === "json" ? json(options.dir, report) : summary(session, options.dir, report));
  return exitCodes.fine;
}

/** The generator, which needs DuckDB. Throws a `DataError` if that is not installed. */
async function generator(): Promise<{ readonly writeSample: typeof writeSample }> {
  try {
    return await import("../../population/sample.js");
  } catch (error) {
    if (systemCode(error) === "ERR_MODULE_NOT_FOUND") throw dataError("data-no-duckdb", nowhere, {}, null);
    throw error;
  }
}

function json(dir: string, { users, days, seed, until, rows, planted }: SampleReport): string {
  return `${JSON.stringify({ format_version: 1, dir, users, days, seed, until, rows, planted }, null, 2)}\n`;
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
