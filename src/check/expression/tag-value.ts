import type { Path } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { hasHappened, isKnown } from "../known.js";
import { fallbackFor } from "../type.js";
import { type Missing, plain, type Value } from "../value.js";

/** A tag by its name: optional if its value is. The time since a moment is that again, to be compared in any unit. */
export function tagValue(
  tag: number,
  value: Exclude<Value, { is: "period" }>,
  expr: Path,
  c: Checker,
  scope: Scope,
): Value {
  const text = c.phrases.textOf(expr.span);
  const unsure = (sure: boolean, fallback: string | null): Missing[] =>
    sure || value.missing.length === 0 ? [] : [{ span: expr.span, text, known: `${text} is known`, fallback }];
  if (value.is === "since") {
    const sure = value.dated.whenKnown.every((claim) =>
      claim.is === "happened"
        ? hasHappened(scope.known, claim)
        : claim.is === "known" && isKnown(scope.known, claim.value),
    );
    return { ...value, of: text, missing: unsure(sure, "3650 days") };
  }
  const named = { is: "tag", tag } as const;
  // Where all of its value is known by what was established of that, the tag is known as well.
  const missing = unsure(
    isKnown(scope.known, named) || isKnown(scope.known, value.is === "num" ? value.num : value.text),
    fallbackFor(value.type),
  );
  if (value.is === "text") return { ...value, text: named, missing };
  return { ...plain(value.type, named, missing), happens: value.happens, counts: value.counts };
}
