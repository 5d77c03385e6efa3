import type { Program, When } from "../../src/program/program.js";
import type { DecideResult } from "../../src/index.js";
import { untargetedIn } from "./whole.js";

/** How often something was met, by its name. */
export type Sightings = Map<string, number>;

/** Counts what was met: every way to be refused, cancelled or a ghost, every form of `when`, and every way to be sent. */
export function seenIn(result: DecideResult, program: Program, seen: Sightings): void {
  const note = (what: string, n = 1): void => void seen.set(what, (seen.get(what) ?? 0) + n);
  const strategies = new Map(program.strategies.map((strategy) => [strategy.id, strategy]));
  for (const [, n] of untargetedIn(result.counts)) note("targeted clause", n);
  for (const { gate, code } of result.refusals) note(`${gate} ${kindOf(code)}`);
  for (const { gate, code } of result.cancellations) note(`cancelled: ${gate} ${kindOf(code)}`);
  for (const { reason, would, send_by } of result.ghosts) {
    note(`ghost of the ${reason}${would.length > 1 ? ", several would" : ""}`);
    note(`ghost sent by ${send_by}`);
  }
  for (const decision of result.decisions) {
    const { strategy, step, send_by, channel_by, benefit, material, tags, set, variant, limit_key } = decision;
    note(`step ${step}`);
    note(`sent by ${send_by}`);
    note(`channel by ${channel_by}`);
    note(`benefit ${benefit?.kind ?? "none"}`);
    if (benefit?.lottery) note("drawn");
    if (benefit?.referral) note("brought a friend");
    if (material?.template) note("template");
    if (tags.length > 0) note("tags set");
    if (set !== null) note("of a set");
    if (variant !== null) note("of a variant");
    if (limit_key !== null) note("with a limit");
    const when = strategies.get(strategy)?.when;
    if (when) note(`when ${nameOf(when)}`);
  }
}

/** A refusal without what it names; caps by what they count. */
function kindOf(code: string): string {
  const [what = "", ...rest] = code.split(" ");
  if (what.startsWith("clause_")) return "clause";
  if (what === "too_long" && rest.length > 0) return "too_long part";
  if (what !== "capped" || rest[0] === "repeat" || rest[0] === "limit")
    return [what, ...(what === "capped" ? rest : [])].join(" ");
  const window = rest.includes("per") ? "per" : rest.at(-1)?.replace(/s$/, "");
  return `capped ${rest[0] === "all" ? "all" : rest.includes("and") ? "several" : "one"} ${window}`;
}

function nameOf(when: When): string {
  switch (when.is) {
    case "every":
      return when.day.is;
    case "state":
      return `${when.change}${when.minute === null ? "" : " at a clock"}`;
    default:
      return when.is;
  }
}
