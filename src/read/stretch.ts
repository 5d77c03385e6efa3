import type { Length as LengthNode, Quantity, Window } from "../syntax/tree.js";
import { dateText, moment } from "./event.js";
import type { Scope } from "./scope.js";
import type { Length, Stretch } from "./told.js";

/** The window of a phrase that has been checked: what may be left out, or is not there yet, has been refused. */
export function stretchOf(window: Window | null, scope: Scope): Stretch {
  switch (window?.is) {
    case "ever":
    case "today":
    case "yesterday":
      return { is: window.is };
    case "last":
    case "previous":
    case "for":
      return { is: window.is, length: measuredLength(window.length, scope), exact: isExact(window.length) };
    case "this":
      return { is: "this", unit: window.unit, starts: scope.catalogue.weekStarts };
    case "ago":
      return { is: "ago", near: measuredLength(window.near, scope), far: measuredLength(window.far, scope) };
    case "dates":
      return { is: "dates", from: dateText(window.from), to: dateText(window.to) };
    case "within": {
      const { side, length } = window;
      const told = measuredLength(length, scope);
      return { is: side, length: told, exact: isExact(length), moment: moment(window.moment, scope) };
    }
    case "since":
      return { is: "since", moment: moment(window.moment, scope) };
    case "notYet":
    case undefined:
      throw new Error("a phrase without its window passed the checker");
  }
}

export function lengthOf({ amount, unit }: Quantity): Length {
  return { amount, unit: unit ?? "" };
}

/** A measure stands for a number of days. */
export function measuredLength(node: LengthNode, { words, catalogue }: Scope): Length {
  if (node.is === "quantity") return lengthOf(node);
  return { amount: words.name(catalogue.named.measure.shown(node.name.text)), unit: "day" };
}

export function isExact(node: LengthNode): boolean {
  return node.is === "quantity" && node.unit !== null && exactUnits.has(node.unit);
}

const exactUnits: ReadonlySet<string> = new Set(["second", "minute", "hour"]);
