import { COST_PER_MINOR, type ProjectSettings } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { grouped } from "./number.js";

/** An amount in minor units of the project's currency: `5,800 CNY`. */
export function moneyText(minorUnits: number | bigint, project: ProjectSettings): string {
  return `${grouped(decimalText(BigInt(minorUnits), zeros(project.minor)))} ${project.currency}`;
}

/** A cost in 1/10,000 of a minor unit of the project's currency: `0.05 CNY`. */
export function costText(cost: number | bigint, project: ProjectSettings): string {
  return `${grouped(decimalText(BigInt(cost), zeros(project.minor * COST_PER_MINOR)))} ${project.currency}`;
}

/** The zeros of a power of ten. */
function zeros(power: number): number {
  return String(power).length - 1;
}
