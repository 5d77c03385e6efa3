import { readFileSync } from "node:fs";
import { compile, type Diagnostic, type Program, type Source } from "../../src/compile.js";
import type { Strategy, Test } from "../../src/program/program.js";

const schema: Source = {
  name: "schema.touch",
  text: readFileSync(new URL("../message/schema.touch", import.meta.url), "utf8"),
};

/** A strategy around one `who`. */
export function strategyText(who: string, id = "s"): string {
  return `strategy ${id} { when every day at 10:00  who ${who}  repeat always  channel push  benefit none  material hello }`;
}

/** The project of the message cases with more text; tests of what it means may ask for whom nobody can be. */
export function compiled(text: string, prove = false): { program: Program | null; diagnostics: readonly Diagnostic[] } {
  return compile([{ name: "z.touch", text }, schema], { prove });
}

/** The codes that one `who` gives. */
export function codesOf(who: string): string[] {
  return compiled(strategyText(who)).diagnostics.map(({ code }) => code);
}

/** The program around one `who`, which must be sound. */
export function programOf(who: string): Program {
  const { program, diagnostics } = compiled(strategyText(who));
  if (!program)
    throw new Error(`${who}: ${diagnostics.map(({ code, args }) => `${code} ${JSON.stringify(args)}`).join("; ")}`);
  return program;
}

/** The clauses of one `who`. */
export function clausesOf(who: string): readonly Test[] {
  return (programOf(who).strategies[0] as Strategy).who;
}
