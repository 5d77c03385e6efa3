import { parseDate } from "../../../calendar/civil.js";
import { MILLIONTHS, type Type } from "../../../program/program.js";
import type { Expr } from "../../../syntax/tree.js";
import { parseDecimal } from "../../../text/decimal.js";
import { formatVersion, parseVersion } from "../../../text/version.js";
import { date, literal, nowhere, path } from "../literal.js";

/** Kinds of values that JSON Logic and the language both have. */
export type Kind = "number" | "text" | "boolean" | "choice" | "date" | "instant" | "version" | "lunarDate";

/** A constant of a rule, not yet of any type: what it stands against says what it counts. */
export interface Constant {
  readonly is: "constant";
  readonly json: string | number | boolean | null;
}

/** A value in the words of the language. */
export interface Said {
  readonly is: "said";
  readonly kind: Kind;
  /** `null` for a number that counts by itself. */
  readonly type: Type | null;
  /** Whether constants beside it are in stored units (exported facts), or as a profile is given (fields of the user). */
  readonly stored: boolean;
  readonly expr: Expr;
  /** Whether it may be unknown, which to JSON Logic is `null`. */
  readonly unknown: boolean;
  /** What must be known for it to be a number at all: JSON Logic gives `NaN` otherwise. */
  readonly needs: readonly Expr[];
  /** A plain number times a constant, kept apart for when it stands against money. */
  readonly product: { readonly of: Expr; readonly by: number } | null;
}

export type Value = Constant | Said;

export function kindOf(type: Type): Kind {
  switch (type.is) {
    case "text":
    case "zone":
    case "locale":
      return "text";
    case "boolean":
    case "date":
    case "instant":
    case "version":
    case "lunarDate":
      return type.is;
    case "enum":
      return "choice";
    default:
      return "number";
  }
}

export function said(expr: Expr, type: Type | null, more: Partial<Said> = {}): Said {
  const kind = type === null ? "number" : kindOf(type);
  return { is: "said", kind, type, stored: false, expr, unknown: false, needs: [], product: null, ...more };
}

/** A constant as the language writes it beside a value; `"fine"` if it is finer than the type, `null` if it is of another kind. */
export function literalFor({ json }: Constant, { kind, type, stored }: Said): Expr | "fine" | null {
  switch (kind) {
    case "number":
      return typeof json === "number" ? numberLiteral(json, type, stored) : null;
    case "text":
      return typeof json === "string" ? { is: "text", text: json, span: nowhere } : null;
    case "boolean":
      return typeof json === "boolean" ? { is: "boolean", value: json, span: nowhere } : null;
    case "choice": {
      const isMember = type?.is === "enum" && type.members.some(({ id }) => id === json);
      return isMember ? path(String(json)) : null;
    }
    case "date": {
      const day = stored ? json : typeof json === "string" ? parseDate(json) : null;
      return typeof day === "number" && Number.isInteger(day) ? date(day) : null;
    }
    case "version":
      // As a profile gives it, text, JSON Logic would compare it letter by letter: only the fact is a number.
      return stored && typeof json === "number" && isVersion(json) ? literal(json, 1, { is: "version" }) : null;
    case "instant":
    case "lunarDate":
      return null;
  }
}

function isVersion(stored: number): boolean {
  return Number.isInteger(stored) && stored >= 0 && parseVersion(formatVersion(stored)) === stored;
}

function numberLiteral(json: number, type: Type | null, stored: boolean): Expr | "fine" | null {
  const decimal = parseDecimal(String(json));
  if (decimal === null) return null;
  const minor = type?.is === "money" ? type.minor : 1;
  const isFraction = type?.is === "number" || type?.is === "ratio";
  const n = Number(decimal.digits) * (stored ? 1 : minor);
  const d = 10 ** decimal.scale * (stored && isFraction ? MILLIONTHS : 1);
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d)) return null;
  const isWhole = type?.is === "money" || type?.is === "points" || type?.is === "span";
  if (isWhole && n % d !== 0) return "fine";
  return isWhole ? literal(n / d, 1, type) : literal(n, d, type?.is === "ratio" ? type : null);
}

/** A number beside nothing that says its unit. */
export function plainNumber(json: number): Said | null {
  const expr = numberLiteral(json, null, false);
  return expr === null || expr === "fine" ? null : said(expr, null);
}
