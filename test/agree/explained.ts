import type { GateId } from "../../src/gate/gates.js";

/** How many candidates ended with each outcome: `targeted clause_2`, `fresh capped repeat`, `touched`. */
export type Outcomes = ReadonlyMap<string, number>;

interface Occurrence {
  readonly gates: readonly { readonly gate: GateId; readonly outcome: string; readonly code: string | null }[];
  readonly decision: object | null;
}

/** The outcomes of one strategy as `explain` tells them, occurrence by occurrence. */
export function outcomesExplained(occurrences: readonly Occurrence[]): Outcomes {
  const outcomes = new Map<string, number>();
  for (const { gates, decision } of occurrences) {
    const refused = gates.filter(({ outcome }) => outcome === "refused");
    if ((refused.length === 0) !== (decision !== null)) throw new Error("a decision and a refusal at once, or neither");
    const [first] = refused;
    count(outcomes, first ? `${first.gate} ${first.code ?? ""}` : "touched", 1);
  }
  return outcomes;
}

interface Funnel {
  readonly funnel: readonly {
    readonly gate: string;
    readonly passed: number;
    readonly refused: Readonly<Record<string, number>>;
  }[];
}

/** The outcomes of one strategy as the funnel of `plan` counts them. */
export function outcomesPlanned({ funnel }: Funnel): Outcomes {
  const outcomes = new Map<string, number>();
  for (const { gate, refused } of funnel)
    for (const [code, n] of Object.entries(refused)) count(outcomes, `${gate} ${code}`, n);
  const touched = funnel.at(-1)?.passed ?? 0;
  if (touched > 0) count(outcomes, "touched", touched);
  return outcomes;
}

function count(outcomes: Map<string, number>, outcome: string, n: number): void {
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + n);
}
