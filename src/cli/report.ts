import pc from "picocolors";
import type { Language, Wording } from "../diagnostic/wording.js";
import { visibleSentence } from "../text/visible.js";
import type { Io } from "./io.js";
import { wantsColour } from "./io.js";
import { problemWording } from "./wording/problem.js";

/** Tells on stderr why a command could not do its work, and what to do about it. */
export function reportProblem(io: Io, language: Language, { message, fix }: Wording): void {
  const paint = pc.createColors(wantsColour(io.stderr, io.env));
  const words = problemWording[language];
  io.stderr.write(`${paint.red(paint.bold(words.error))}${paint.bold(visibleSentence(message))}\n`);
  io.stderr.write(`${paint.bold(words.fix)}${visibleSentence(fix)}\n`);
}

/** A command was called wrongly: says how in the person's language and ends with 2. */
export class UsageProblem extends Error {
  constructor(readonly wording: Wording) {
    super(wording.message);
    this.name = "UsageProblem";
  }
}
