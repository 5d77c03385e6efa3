import { resolve } from "node:path";
import { openAside } from "../../host/side-file.js";
import { bundleText } from "../../program/bundle.js";
import { programHash } from "../../program/hash.js";
import type { BundleFlags } from "../flags.js";
import type { Session } from "../session.js";
import { decidingProgram } from "../calibrations.js";
import { type ExitCode, exitCodes } from "../exit.js";
import { readProject } from "../project.js";
import { bundleWording } from "../wording/bundle.js";

export interface BundleOptions extends BundleFlags {
  readonly dir: string;
}

/** Compiles a project to the one file that `loadBundle` reads. */
export function bundle(session: Session, { dir, out, format }: BundleOptions): ExitCode {
  const { io, language } = session;
  const program = decidingProgram(session, readProject(session, dir), null);
  if (!program) return exitCodes.wrong;
  const file = openAside(resolve(io.cwd, out), out);
  file.write(bundleText(program));
  file.commit();
  if (format === "json") {
    const made = { file: out, program: programHash(program), strategies: program.strategies.map(({ id }) => id) };
    io.stdout.write(`${JSON.stringify({ format_version: 1, ...made }, null, 2)}\n`);
    return exitCodes.fine;
  }
  const words = bundleWording[language];
  io.stdout.write(`${words.written(out, program.strategies.length, programHash(program))}\n`);
  io.stdout.write(`${words.next}loadBundle(readFileSync(${JSON.stringify(out)}, "utf8"))\n`);
  return exitCodes.fine;
}
