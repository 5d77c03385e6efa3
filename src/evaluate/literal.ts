import { DAY, formatClock, formatDate, MINUTE } from "../calendar/civil.js";
import { formatLunar, lunarOfStored } from "../calendar/lunar.js";
import type { Zone } from "../calendar/zone.js";
import type { Member, Type } from "../program/program.js";
import { decimalText } from "../text/decimal.js";
import { formatVersion } from "../text/version.js";
import { floorOf, type Rational } from "./rational.js";

/** A value as the language itself would write it: `20 CNY`, `30%`, `7 days`, `headphones`. Cut after six decimals, with `…`. */
export function literal(value: Rational, type: Type, zone: Zone): string {
  switch (type.is) {
    case "money":
      return `${cut({ n: value.n, d: value.d * BigInt(type.minor) })} ${type.currency}`;
    case "ratio":
      return `${cut({ n: value.n * 100n, d: value.d })}%`;
    case "points":
      return `${cut(value)} points`;
    case "period":
      return counted(cut(value), "day");
    case "span":
      return spanLiteral(value);
    case "boolean":
      return value.n === 0n ? "false" : "true";
    case "date":
      return formatDate(Number(floorOf(value)));
    case "lunarDate":
      return formatLunar(lunarOfStored(Number(floorOf(value))));
    case "version":
      return formatVersion(Number(floorOf(value)));
    case "instant":
      return instantLiteral(Number(floorOf(value)), zone);
    case "enum":
      return memberLiteral(type.members[Number(floorOf(value))]) ?? cut(value);
    default:
      return cut(value);
  }
}

/** A choice as its declaration writes it, with the label that people know it by: `headphones "耳机"`. */
function memberLiteral(member: Member | undefined): string | undefined {
  return member?.label ? `${member.id} "${member.label}"` : member?.id;
}

const DECIMALS = 6;

/** Cut, not rounded: 29.9999999 must not look like 30 beside a bound of 30. */
function cut({ n, d }: Rational): string {
  const size = (n < 0n ? -n : n) * 10n ** BigInt(DECIMALS);
  const digits = size / d;
  const text = decimalText(digits, DECIMALS);
  return `${n < 0n ? "-" : ""}${text}${digits * d === size ? "" : "…"}`;
}

function counted(amount: string, unit: string): string {
  return `${amount} ${unit}${amount === "1" ? "" : "s"}`;
}

/** `26 hours 5 minutes`, down to milliseconds. */
function spanLiteral(value: Rational): string {
  const ms = floorOf(value);
  let rest = ms < 0n ? -ms : ms;
  const parts: string[] = [];
  for (const [unit, size] of [
    ["hour", 3_600_000n],
    ["minute", 60_000n],
  ] as const) {
    if (rest >= size) parts.push(counted((rest / size).toString(), unit));
    rest %= size;
  }
  if (rest > 0n || parts.length === 0) parts.push(counted(decimalText(rest, 3), "second"));
  return `${ms < 0n ? "-" : ""}${parts.join(" ")}`;
}

/** What the local clock shows: `2026-11-10 20:00`, with seconds if there are any. */
function instantLiteral(instant: number, zone: Zone): string {
  const local = instant + zone.offsetAt(instant);
  const date = Math.floor(local / DAY);
  const ms = local - date * DAY;
  const minute = `${formatDate(date)} ${formatClock(Math.floor(ms / MINUTE))}`;
  return ms % MINUTE === 0 ? minute : `${minute}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
}
