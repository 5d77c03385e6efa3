import type { Num, Test } from "../../program/program.js";
import { type Clause, conflictOf, relatedTo, solveAll, subjectsOf } from "./clause.js";
import type { Proof } from "./proof.js";

/**
 * A part of a `who` that adds nothing: it holds for whomever the rest holds. What makes sure that a value is known, for a phrase
 * after it to use, stays: only what stands before it may make it idle.
 */
export function idleParts({ c, users: { search }, begun, who }: Proof): void {
  const reads = subjectsOf(c, [...begun, ...who]);
  for (const part of who) {
    if (!part.test || !part.span) continue;
    const denied: Clause = { ...part, goals: [{ is: "test", test: part.test, want: false }] };
    const rest = relatedTo(part, [...begun, ...who], reads).filter(
      (each) => each !== part && mayExplain(part, each, who),
    );
    const all = [...rest, denied];
    const { is } = solveAll(search, all);
    if (is === "open") continue;
    // One question that takes too long is enough to wait for.
    if (is === "unchecked") return;
    const because = conflictOf(search, all).filter((each) => each !== denied);
    const related = because.flatMap(({ span }) => span ?? []);
    const args = { text: part.text, because: because.map(({ text }) => text) };
    c.report.add("idle-part", part.span, args, { severity: "warning", related });
    // Of two parts that each make the other idle one is enough.
    return;
  }
}

function mayExplain(part: Clause, other: Clause, who: readonly Clause[]): boolean {
  return !part.test || !establishes(part.test) || who.indexOf(other) < who.indexOf(part);
}

/** Whether phrases after a test may rely on it: it asks what is known, or what has happened. */
function establishes(test: Test): boolean {
  switch (test.is) {
    case "and":
    case "or":
      return test.parts.some(establishes);
    case "not":
      return establishes(test.part);
    case "compare":
      return [test.left, test.right].some(isCounted) && !(test.op === "=" && isZero(test.right));
    case "oneOfNum":
      return isCounted(test.value);
    default:
      return test.is !== "sameText" && test.is !== "oneOfText" && test.is !== "contains";
  }
}

function isCounted(num: Num): boolean {
  return num.is !== "constant" && num.is !== "stage";
}

function isZero(num: Num): boolean {
  return num.is === "constant" && num.n === 0;
}
