import type { Length as LengthNode, Window } from "../syntax/tree.js";
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
      return { is: window.is, length: lengthOf(window.length), exact: isExact(window.length) };
    case "this":
      return { is: "this", unit: window.unit, starts: scope.catalogue.weekStarts };
    case "ago":
      return { is: "ago", near: lengthOf(window.near), far: lengthOf(window.far) };
    case "dates":
      return { is: "dates", from: dateText(window.from), to: dateText(window.to) };
    case "within": {
      const { side, length } = window;
      return { is: side, length: lengthOf(length), exact: isExact(length), moment: moment(window.moment, scope) };
    }
    case "since":
      return { is: "since", moment: moment(window.moment, scope) };
    case "notYet":
    case undefined:
      throw new Error("a phrase without its window passed the checker");
  }
}

export function lengthOf(node: LengthNode): Length {
  return node.is === "measured" ? { amount: node.name.text, unit: "" } : { amount: node.amount, unit: node.unit ?? "" };
}

export function isExact(node: LengthNode): boolean {
  return node.is === "quantity" && node.unit !== null && exactUnits.has(node.unit);
}

const exactUnits: ReadonlySet<string> = new Set(["second", "minute", "hour"]);
