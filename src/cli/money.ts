import { COST_PER_MINOR, type ProjectSettings } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { grouped } from "./number.js";

/** An amount in minor units of the project's currency: `5,800 CNY`. */
export function moneyText(minorUnits: number | bigint, project: ProjectSettings): string {
  const digits = zeros(project.minor);
  return `${moneyNumber(BigInt(minorUnits), digits, digits)} ${project.currency}`;
}

/** A cost in 1/10,000 of a minor unit of the project's currency: `0.05 CNY`. */
export function costText(cost: number | bigint, project: ProjectSettings): string {
  return `${moneyNumber(BigInt(cost), zeros(project.minor * COST_PER_MINOR), zeros(project.minor))} ${project.currency}`;
}

/** The number `n / 10^scale` as people write money: whole, or with all `digits` of its currency, or more: `5,800`, `0.50`, `0.0312`. */
export function moneyNumber(n: bigint, scale: number, digits: number): string {
  const [whole = "", fraction] = decimalText(n, scale).split(".");
  return grouped(fraction === undefined ? whole : `${whole}.${fraction.padEnd(digits, "0")}`);
}

/** The zeros of a power of ten. */
function zeros(power: number): number {
  return String(power).length - 1;
}
