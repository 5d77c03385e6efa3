import type { PlanResult } from "../../population/plan-result.js";
import { grouped } from "../number.js";
import { table } from "../table.js";
import type { PlanWording } from "../wording/plan.js";

/** The longest bar, in cells. */
const BAR = 40;

/** How many touches go out in each hour of the users' local clocks; empty if none does. */
export function hourLines({ strategies }: PlanResult, words: PlanWording): string[] {
  const sends = Array.from({ length: 24 }, (_, hour) =>
    strategies.reduce((sum, { hours }) => sum + (hours[hour] ?? 0), 0),
  );
  const most = Math.max(...sends);
  if (most === 0) return [];
  const rows = sends.flatMap((n, hour) =>
    n === 0 ? [] : [[`${String(hour).padStart(2, "0")}:00`, grouped(n), "█".repeat(Math.ceil((BAR * n) / most))]],
  );
  return [words.byHour, ...table(rows, ["left", "right", "left"], "  ")];
}
