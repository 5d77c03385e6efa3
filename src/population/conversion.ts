import type { RejectionReason } from "../diagnostic/rejection.js";
import { type Field, MILLIONTHS, type Type } from "../program/program.js";
import { isLunarText, storedLunarSql } from "./lunar-sql.js";
import type { RelationColumn } from "./relation.js";
import { MAX_WHOLE, type Parameters, quoted } from "./sql.js";

/** How a column becomes a stored value: SQL over one row of the relation. */
export interface Conversion {
  /** The stored form; NULL exactly where the column is empty or one of the checks applies. */
  readonly stored: string;
  /** Values outside of it are not stored; any if absent. */
  readonly range?: { readonly low: number; readonly high: number };
  /** Whether the column holds nothing. */
  readonly empty: string;
  /** Why a value can't be stored, in the order of examination; asked only where `stored` is NULL and the column is not empty. */
  readonly checks: readonly Check[];
}

export interface Check {
  readonly reason: RejectionReason;
  readonly when: string;
}

/** The kinds of column that matter here, from what the database calls them. */
export type ColumnKind =
  | "text"
  | "whole"
  | "float"
  | "decimal"
  | "boolean"
  | "date"
  | "timestamp"
  | "timestamptz"
  | "other";

/** Converts a column to the stored form of a field's type; `null` if no value of that kind of column could be. */
export function convert(column: RelationColumn, type: Type, parameters: Parameters): Conversion | null {
  const kind = kindOf(column.type);
  switch (type.is) {
    case "text":
    case "zone":
    case "locale":
      return kind === "other" ? null : textConversion(column, kind);
    case "enum":
      return kind === "other" ? null : enumConversion(column, kind, type, parameters);
    case "boolean":
      return booleanConversion(column, kind);
    case "date":
      return dateConversion(column, kind);
    case "lunarDate":
      return kind === "text" ? lunarConversion(trimmedText(column)) : null;
    case "version":
      return kind === "text" ? versionConversion(trimmedText(column)) : null;
    case "integer":
    case "points":
      return numberConversion(column, kind, 0);
    case "money":
      return numberConversion(column, kind, digitsOf(type.minor));
    case "number":
    case "ratio":
      return numberConversion(column, kind, digitsOf(MILLIONTHS));
    case "instant":
    case "span":
    case "period":
      return null;
  }
}

export function kindOf(type: string): ColumnKind {
  if (type === "VARCHAR" || type === "UUID" || type.startsWith("ENUM")) return "text";
  if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(type)) return "whole";
  if (type === "DOUBLE" || type === "FLOAT") return "float";
  if (type.startsWith("DECIMAL")) return "decimal";
  if (type === "BOOLEAN") return "boolean";
  if (type === "DATE") return "date";
  if (type === "TIMESTAMP WITH TIME ZONE") return "timestamptz";
  return type.startsWith("TIMESTAMP") ? "timestamp" : "other";
}

/** What a field needs, in the words of the mapping's author. */
export function neededFor(field: Field): string {
  switch (field.type.is) {
    case "boolean":
      return "true or false";
    case "date":
      return "a date";
    case "lunarDate":
      return "a lunar date as text";
    case "version":
      return "a version number as text";
    case "instant":
      return "a date and time";
    case "integer":
    case "points":
      return "a whole number";
    case "money":
    case "number":
    case "ratio":
      return "a number";
    default:
      return "text";
  }
}

/** The text of a column without blanks around it; nothing if there is nothing else. */
export function trimmedText(column: RelationColumn): string {
  return `nullif(trim(CAST(${quoted(column.name)} AS VARCHAR), e' \\t\\r\\n'), '')`;
}

function textConversion(column: RelationColumn, kind: ColumnKind): Conversion {
  const value = kind === "text" ? quoted(column.name) : `CAST(${quoted(column.name)} AS VARCHAR)`;
  return { stored: `CAST(${value} AS VARCHAR)`, empty: `(${value} IS NULL)`, checks: [] };
}

type EnumType = Extract<Type, { is: "enum" }>;

function enumConversion(column: RelationColumn, kind: ColumnKind, type: EnumType, parameters: Parameters): Conversion {
  const text = kind === "text" ? `nullif(CAST(${quoted(column.name)} AS VARCHAR), '')` : trimmedText(column);
  const cases = type.members.map((member, place) => `WHEN ${parameters.text(member.id)} THEN ${place}`);
  const stored = cases.length === 0 ? "CAST(NULL AS BIGINT)" : `CAST(CASE ${text} ${cases.join(" ")} END AS BIGINT)`;
  const empty = `(${text} IS NULL)`;
  return { stored, empty, checks: [{ reason: "unknown_member", when: "true" }] };
}

function booleanConversion(column: RelationColumn, kind: ColumnKind): Conversion | null {
  const name = quoted(column.name);
  if (kind === "boolean") return { stored: `CAST(${name} AS BIGINT)`, empty: `(${name} IS NULL)`, checks: [] };
  if (kind !== "text" && kind !== "whole") return null;
  const text = trimmedText(column);
  const stored = `CAST(CASE lower(${text}) WHEN 'true' THEN 1 WHEN '1' THEN 1 WHEN 't' THEN 1 WHEN 'yes' THEN 1
    WHEN 'false' THEN 0 WHEN '0' THEN 0 WHEN 'f' THEN 0 WHEN 'no' THEN 0 END AS BIGINT)`;
  const empty = `(${text} IS NULL)`;
  return { stored, empty, checks: [{ reason: "not_a_boolean", when: "true" }] };
}

function dateConversion(column: RelationColumn, kind: ColumnKind): Conversion | null {
  const name = quoted(column.name);
  if (kind === "date") {
    return { stored: daysSince1970(name), empty: `(${name} IS NULL)`, checks: [] };
  }
  if (kind === "timestamp") {
    const midnight = `CAST(${name} AS DATE)::TIMESTAMP = CAST(${name} AS TIMESTAMP)`;
    const stored = `CASE WHEN ${midnight} THEN ${daysSince1970(`CAST(${name} AS DATE)`)} END`;
    return { stored, empty: `(${name} IS NULL)`, checks: [{ reason: "not_a_date", when: "true" }] };
  }
  if (kind !== "text" && kind !== "whole") return null;
  const text = trimmedText(column);
  const stored = `CASE WHEN regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
    THEN ${daysSince1970(`TRY_CAST(${text} AS DATE)`)}
    WHEN regexp_full_match(${text}, '[0-9]{8}') THEN ${daysSince1970(`CAST(try_strptime(${text}, '%Y%m%d') AS DATE)`)} END`;
  const empty = `(${text} IS NULL)`;
  return { stored, empty, checks: [{ reason: "not_a_date", when: "true" }] };
}

function lunarConversion(text: string): Conversion {
  return {
    stored: storedLunarSql(text),
    empty: `(${text} IS NULL)`,
    checks: [
      { reason: "not_a_lunar_date", when: `NOT ${isLunarText(text)}` },
      { reason: "no_such_lunar_date", when: "true" },
    ],
  };
}

/** As `parseVersion` reads one. */
function versionConversion(text: string): Conversion {
  const part = (place: number): string => `coalesce(TRY_CAST(split_part(${text}, '.', ${place}) AS BIGINT), 0)`;
  const stored = `(${part(1)} * ${10 ** 10} + ${part(2)} * ${10 ** 5} + ${part(3)})`;
  return {
    stored: `CASE WHEN regexp_full_match(${text}, '[0-9]{1,5}[.][0-9]{1,5}([.][0-9]{1,5})?') THEN ${stored} END`,
    empty: `(${text} IS NULL)`,
    checks: [{ reason: "not_a_version", when: "true" }],
  };
}

function daysSince1970(date: string): string {
  return `CAST(${date} - DATE '1970-01-01' AS BIGINT)`;
}

/** A decimal number, stored in units of 10^−digits. Never rounded: what is finer is refused. */
export function numberConversion(column: RelationColumn, kind: ColumnKind, digits: number): Conversion | null {
  const name = quoted(column.name);
  if (kind === "whole") return wholeNumber(name, digits);
  if (kind === "float" && column.type === "DOUBLE") return floatNumber(name, digits);
  const decimal = kind === "decimal" ? decimalNumber(column, digits) : null;
  if (decimal) return decimal;
  if (kind === "text" || kind === "decimal" || kind === "float") return textNumber(trimmedText(column), digits);
  return null;
}

function wholeNumber(name: string, digits: number): Conversion {
  const limit = BigInt(MAX_WHOLE) / 10n ** BigInt(digits);
  const stored = `CASE WHEN ${name} BETWEEN -${limit} AND ${limit} THEN CAST(${name} AS BIGINT) * ${10 ** digits} END`;
  return { stored, empty: `(${name} IS NULL)`, checks: [{ reason: "out_of_range", when: "true" }] };
}

/** A binary number stands for the shortest decimal that reads back as it: m / 10^digits exactly if the division gives it back. */
function floatNumber(name: string, digits: number): Conversion {
  const per = `${10 ** digits}::DOUBLE`;
  const scaled = `round(${name} * ${per})`;
  const inRange = `abs(${name} * ${per}) <= ${MAX_WHOLE}`;
  return {
    stored: `CASE WHEN isfinite(${name}) AND ${inRange} AND ${scaled} / ${per} = ${name} THEN CAST(${scaled} AS BIGINT) END`,
    empty: `(${name} IS NULL)`,
    checks: [
      { reason: "not_a_number", when: `NOT isfinite(${name})` },
      { reason: "out_of_range", when: `NOT ${inRange}` },
      { reason: digits === 0 ? "not_whole" : "too_fine", when: "true" },
    ],
  };
}

/** A decimal of at most 18 digits is a 64-bit number of its own smallest units; `null` for a longer one, which is read as text. */
function decimalNumber({ name, type }: RelationColumn, digits: number): Conversion | null {
  const [, width = "", own = ""] = /^DECIMAL\(([0-9]+),([0-9]+)\)$/.exec(type) ?? [];
  if (width === "" || Number(width) > 18) return null;
  const scale = Number(own);
  // The database gives a product the width of its wider factor, so there must be room for all digits.
  const wide = `CAST(${quoted(name)} AS DECIMAL(${Number(width) + scale + 1}, ${scale}))`;
  const units = `CAST(${wide} * CAST(${10n ** BigInt(scale)} AS DECIMAL(${scale + 1}, 0)) AS BIGINT)`;
  const empty = `(${quoted(name)} IS NULL)`;
  const range = (whole: string, more: bigint): string => {
    const limit = BigInt(MAX_WHOLE) / more;
    return `${whole} BETWEEN -${limit} AND ${limit}`;
  };
  const outOfRange: Check = { reason: "out_of_range", when: "true" };
  if (scale <= digits) {
    const more = 10n ** BigInt(digits - scale);
    return { stored: `CASE WHEN ${range(units, more)} THEN ${units} * ${more} END`, empty, checks: [outOfRange] };
  }
  const less = 10n ** BigInt(scale - digits);
  const tooFine: Check = { reason: digits === 0 ? "not_whole" : "too_fine", when: `${units} % ${less} <> 0` };
  // A quotient of at most 17 digits may still be beyond what is exact elsewhere.
  const whole = `(${units} // ${less})`;
  return {
    stored: `CASE WHEN NOT ${tooFine.when} AND ${range(whole, 1n)} THEN ${whole} END`,
    empty,
    checks: [tooFine, outOfRange],
  };
}

/** Most numbers are short and plain: one look is enough for them. The rest is looked at more closely. */
function textNumber(text: string, digits: number): Conversion {
  const fraction = digits === 0 ? "" : `([.][0-9]{0,${digits}})?`;
  const plain = `regexp_full_match(${text}, '-?[0-9]{1,${15 - digits}}${fraction}')`;
  const isNumber = `regexp_full_match(${text}, '[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)')`;
  const tooFine = `regexp_matches(${text}, '[.][0-9]{${digits}}[0-9]*[1-9]')`;
  const scaled = (decimal: string): string => `${decimal} * CAST(${10 ** digits} AS DECIMAL(8, 0))`;
  const short = `CAST(${scaled(`TRY_CAST(${text} AS DECIMAL(18, ${digits}))`)} AS BIGINT)`;
  const long = `TRY_CAST(${scaled(`TRY_CAST(${text} AS DECIMAL(28, ${digits}))`)} AS BIGINT)`;
  return {
    stored: `CASE WHEN ${plain} THEN ${short} WHEN ${isNumber} AND NOT ${tooFine} AND abs(${long}) <= ${MAX_WHOLE} THEN ${long} END`,
    empty: `(${text} IS NULL)`,
    checks: [
      { reason: "not_a_number", when: `NOT ${isNumber}` },
      { reason: digits === 0 ? "not_whole" : "too_fine", when: tooFine },
      { reason: "out_of_range", when: "true" },
    ],
  };
}

function digitsOf(per: number): number {
  return String(per).length - 1;
}
