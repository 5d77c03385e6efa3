import type { Test } from "../../program/program.js";
import type { WhoPart } from "../catalogue.js";
import type { Checker, Scope } from "../checker.js";
import type { Claim } from "../known.js";
import { warnOfSilence } from "../silence.js";

/** Each part is a clause that a refusal can name; a part knows what those before it have established. */
export function whoOf(c: Checker, parts: readonly WhoPart[], scope: Scope): readonly Test[] | null {
  let known: readonly Claim[] = scope.known;
  const tests = parts.map(({ expr, denied }): Test | null => {
    const { test, whenTrue, whenFalse } = c.test(expr, { ...scope, known });
    known = [...known, ...(denied ? whenFalse : whenTrue)];
    if (!denied) return test;
    return test && { is: "not", part: test, said: c.phrases.said(expr.span, `not (${c.phrases.textOf(expr.span)})`) };
  });
  const asked = parts.flatMap(({ expr, denied }) => (denied ? [] : [expr]));
  warnOfSilence(c, asked, known);
  const sound = tests.flatMap((test) => test ?? []);
  return sound.length < tests.length ? null : sound;
}
