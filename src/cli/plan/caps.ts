import type { PlanResult } from "../../population/plan-result.js";
import { visible } from "../../text/visible.js";
import { grouped } from "../number.js";
import { type Align, table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";

const align: readonly Align[] = ["left", "right", "right", "right", "right"];

/** How hard each cap presses; empty without caps. */
export function capLines({ caps }: PlanResult, words: PlanWording): string[] {
  if (caps.length === 0) return [];
  const rows = caps.map(({ name, n, refused, full, touched }) => [
    visible(name),
    ...[n, touched, full, refused].map((count) => grouped(count)),
  ]);
  return [
    words.caps,
    ...table([["", words.capAllows, words.capTouched, words.capFull, words.capRefused], ...rows], align, "  "),
  ];
}
