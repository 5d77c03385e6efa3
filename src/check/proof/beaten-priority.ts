import type { DayRule, When } from "../../program/program.js";
import type { Proof } from "./proof.js";

/**
 * Two strategies that exclude each other, of which the one with the lower priority starts earlier on each of the other's days:
 * priority decides only among those that start at the same instant.
 */
export function beatenPriorities(proofs: readonly Proof[]): void {
  for (const { c, strategy: late, entry } of proofs) {
    for (const { strategy: place } of late.exclusive) {
      const early = proofs[place];
      if (!early || early.strategy.priority >= late.priority) continue;
      const [first, second] = [clockOf(early.strategy.when), clockOf(late.when)];
      if (!first || !second || first.minute >= second.minute || !isOnEach(first.day, second.day)) continue;
      const span = entry.node.priority?.span ?? entry.node.name.span;
      const related = early.entry.node.when ? [early.entry.node.when.span] : [];
      const args = {
        strategy: late.id,
        priority: late.priority,
        other: early.strategy.id,
        otherPriority: early.strategy.priority,
      };
      c.report.add("beaten-priority", span, args, { severity: "warning", related });
    }
  }
}

interface Clock {
  readonly day: DayRule;
  readonly minute: number;
}

function clockOf(when: When): Clock | null {
  return when.is === "every" ? when : null;
}

/** Whether one rule has all days of another. */
function isOnEach(one: DayRule, other: DayRule): boolean {
  return one.is === "day" || JSON.stringify(one) === JSON.stringify(other);
}
