import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import { formatLunar, lunarOfStored } from "../calendar/lunar.js";
import { MILLIONTHS, type Type } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { formatVersion } from "../text/version.js";

/**
 * A stored value as the text that touches are counted by: written as in events, so that it means the same however the program
 * stores it and in whatever order a choice lists its members. `null` if it is unknown.
 */
export function limitKey(type: Type, stored: number | string | null | undefined): string | null {
  if (typeof stored !== "number") return stored ?? null;
  return Number.isNaN(stored) ? null : written(type, stored);
}

function written(type: Type, stored: number): string {
  switch (type.is) {
    case "boolean":
      return stored === 0 ? "false" : "true";
    case "enum":
      return type.members[stored]?.id ?? String(stored);
    case "money":
      return decimalText(BigInt(stored), type.minor.toString().length - 1);
    case "number":
    case "ratio":
      return decimalText(BigInt(stored), MILLIONTHS.toString().length - 1);
    case "date":
      return formatDate(stored);
    case "lunarDate":
      return formatLunar(lunarOfStored(stored));
    case "version":
      return formatVersion(stored);
    case "instant":
      return formatInstant(stored);
    default:
      return String(stored);
  }
}
