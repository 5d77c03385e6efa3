import type { Checker, Scope } from "../checker.js";
import type { Missing, Value } from "../value.js";

/** What of a value may be unknown. */
export function missingOf(value: Value): readonly Missing[] {
  return value.is === "period" ? [] : value.missing;
}

/** Whether a value is known wherever it is used here; says what may be unknown if not. */
export function isSure(c: Checker, value: Value, scope: Scope): boolean {
  const missing = missingOf(value);
  reportMissing(c, missing, scope);
  return missing.length === 0;
}

/** Says what may be unknown, and how to mend that. */
export function reportMissing(c: Checker, missing: readonly Missing[], scope: Scope): void {
  for (const { span, text, known, fallback, divisor } of missing) {
    const assume = fallback === null ? null : `${text} if unknown ${fallback}`;
    // A message may say anything where a value is unknown, also where no literal has its type.
    if (scope.hole) c.report.add("hole-may-be-unknown", span, { text, fallback: assume ?? `${text} if unknown '…'` });
    else if (divisor) c.report.add("may-divide-by-zero", span, { text, divisor, known, fallback: assume });
    else c.report.add("may-be-unknown", span, { text, known, fallback: assume });
  }
}
