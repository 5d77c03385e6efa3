import type { ExplainedAssignment } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { type Telling, variantName } from "./telling.js";
import { FAILS, HOLDS, type Row } from "./tests.js";

/** In which holdouts a user is, and in which variant of the split. */
export function assignmentRows(assigned: ExplainedAssignment, telling: Telling): Row[] {
  const { details, strategy, program } = telling;
  const { global_holdout, holdout, split, ghost } = assigned;
  const set = strategy.set === null ? null : (program.sets[strategy.set]?.id ?? null);
  const own = (share: number): string =>
    set === null ? details.ownHoldout(share) : details.setHoldout(visible(set), share);
  const rows: Row[] = [];
  if (global_holdout) rows.push(holdoutRow(global_holdout, details.globalHoldout, telling));
  if (holdout) rows.push(holdoutRow(holdout, own, telling));
  if (split && split.variant !== null) {
    const mark = ghost === "control" ? FAILS : HOLDS;
    rows.push([
      `    ${mark} ${details.variant(variantName(telling, split.variant))}`,
      details.bucket(split.bucket),
      "",
      "",
    ]);
  }
  return rows;
}

type Held = NonNullable<ExplainedAssignment["holdout"]>;

function holdoutRow({ bucket, share }: Held, from: (share: number) => string, { details }: Telling): Row {
  const mark = bucket < share ? FAILS : HOLDS;
  return [`    ${mark} ${from(share)}`, details.bucket(bucket), details.bucketFrom(share), ""];
}
