import { units, words } from "../../../grammar/words.js";
import { type Doc, marked, name, text } from "./doc.js";
import type * as tree from "../tree.js";

/** A number with its unit: `1 day`, `20 CNY`, `30%`, `200 points`. */
export function quantity(node: tree.Quantity): Doc {
  return marked(node.span, `${node.amount}${unit(node)}`);
}

/** `7 days`, `churn_after`. */
export function length(node: tree.Length): Doc {
  return node.is === "measured" ? measured(node) : quantity(node);
}

/** A unit alone would be read as one without its number. */
const measured = ({ name: of }: tree.Measured): Doc =>
  units.has(of.text) ? marked(of.span, `\`${of.text}\``) : name(of);

function unit({ amount, unit: of }: tree.Quantity): string {
  if (of === null || of === "%") return of ?? "";
  if (/^[A-Z]/.test(of)) return ` ${of}`;
  const singular = of === "points" ? "point" : of;
  return ` ${amount === "1" ? singular : `${singular}s`}`;
}

/** `3 days`: a whole number of days that is no quantity of the tree. */
export const days = (count: number): string => `${count} ${count === 1 ? "day" : "days"}`;

export function date({ year, month, day, span }: tree.DateLiteral): Doc {
  return marked(span, `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`);
}

export function clock(node: tree.Clock): Doc {
  return marked(node.span, clockText(node));
}

/** `09:30` */
export const clockText = ({ hour, minute }: tree.Clock): string => `${twoDigits(hour)}:${twoDigits(minute)}`;

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** A label with the blank before it, or nothing. */
export const label = (of: tree.Label | null): Doc => (of === null ? "" : [" ", marked(of.span, text(of.text))]);

/** After a number `point` is a unit, unless a word that can only be a name comes after it. */
export const pointName = (of: tree.Name): Doc =>
  words.includes(of.text) ? marked(of.span, `\`${of.text}\``) : name(of);
