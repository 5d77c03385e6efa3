import { resolve } from "node:path";
import { bundleEn, bundleZh } from "../diagnostic/bundle.js";
import type { Wording } from "../diagnostic/wording.js";
import { decode, readWithinLimit } from "../host/strategy-files.js";
import { type BundleFailure, readBundle } from "../program/bundle.js";
import type { Program } from "../program/program.js";
import { visible } from "../text/visible.js";
import { UsageProblem } from "./report.js";
import type { Session } from "./session.js";

/** Bytes of the largest bundle that is read. */
const LARGEST = 64 * 1024 * 1024;

/** The program of a bundle. Throws a `UsageProblem` for a file that is none, a `FileProblem` if it cannot be read. */
export function runningProgram({ io, language }: Session, file: string): Program {
  const bytes = readWithinLimit(resolve(io.cwd, file), LARGEST, file);
  const text = bytes && decode(bytes);
  const read = readBundle(text ?? "");
  if (read.is === "bundle") return read.bundle.program;
  const { message, fix } = wordingOf(language === "en" ? bundleEn : bundleZh, read.failure);
  throw new UsageProblem({ message: `\`${visible(file)}\`: ${message}`, fix });
}

function wordingOf(words: typeof bundleEn, failure: BundleFailure): Wording {
  return failure.why === "other-version" ? words[failure.why](failure) : words[failure.why]({});
}
