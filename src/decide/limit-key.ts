import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import { formatLunar, lunarOfStored } from "../calendar/lunar.js";
import { MILLIONTHS, type Program, type Strategy, type Type } from "../program/program.js";
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

/** The kind of event that starts a strategy: of a silence the first, of a stall that of the last step reached. */
export function triggeringEvent(when: Strategy["when"]): number | null {
  switch (when.is) {
    case "happens":
    case "nth":
      return when.pattern.event;
    case "absence":
      return when.first.event;
    case "stall":
      return when.steps.at(-1)?.event ?? null;
    default:
      return null;
  }
}

/** The key as explanations show it: `known` where the strategy counts its touches by a field that holds personal data. */
export function shownKey(program: Program, strategy: Strategy, key: string | null): string | null {
  return key !== null && isPersonal(program, strategy) ? "known" : key;
}

function isPersonal({ events }: Program, { limit, when }: Strategy): boolean {
  const event = triggeringEvent(when);
  return limit !== null && event !== null && (events[event]?.fields[limit.field]?.pii ?? false);
}
