import type { Window } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker, Scope } from "../checker.js";
import type { Length } from "../value.js";
import { weekdayOf } from "../declaration/weekday.js";
import { epochDay } from "./literal.js";
import { momentOf } from "./moment.js";

/** A window; `null` when it is missing or does not fit, which is reported here. `of` is the phrase that needs it. */
export function windowOf(c: Checker, window: Tree.Window | null, of: Span, scope: Scope): Window | null {
  if (window === null) return c.report.add("missing-window", of, { text: c.phrases.textOf(of) });
  switch (window.is) {
    case "notYet":
      return null;
    case "ever":
      return { is: "ever" };
    case "today":
      return { is: "last", unit: "day", n: 1 };
    case "yesterday":
      return { is: "previous", unit: "day", n: 1 };
    case "this":
      return current(c, window.unit);
    case "ago":
      return ago(c, window);
    case "dates":
      return dates(c, window);
    case "within":
      return beside(c, window, scope);
    case "since": {
      const moment = momentOf(c, window.moment, scope);
      return moment && { is: "since", moment };
    }
    case "last":
    case "previous":
    case "for":
      return back(c, window);
  }
}

type Of<K extends Tree.Window["is"]> = Extract<Tree.Window, { readonly is: K }>;
type Back = Extract<Tree.Window, { readonly length: Tree.Length; readonly is: "last" | "previous" | "for" }>;

function back(c: Checker, window: Back): Window | null {
  const length = stretch(c, window.length);
  if (!length) return null;
  if (length.unit !== "ms") return { is: window.is, unit: length.unit, n: length.n };
  if (window.is !== "previous") return { is: "span", ms: length.n };
  const write = `in the last ${c.phrases.textOf(window.length.span)}`;
  const suggestion = { span: window.span, text: write };
  return c.report.add("previous-hours", window.span, { text: c.phrases.textOf(window.span), write }, { suggestion });
}

/** A length of time that is not nothing. */
function stretch(c: Checker, node: Tree.Length): Length | null {
  const length = c.length(node);
  if (node.is === "measured" || (length && length.n > 0)) return length;
  return c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "window" });
}

/** The week begins on the project's day. */
function current(c: Checker, unit: "week" | "month" | "year"): Window | null {
  if (unit !== "week") return { is: unit === "month" ? "thisMonth" : "thisYear" };
  const named = c.catalogue.project?.weekStarts;
  // A day that does not exist is reported where the project says it.
  return { is: "thisWeek", starts: (named && weekdayOf(named.text)) ?? 1 };
}

function ago(c: Checker, window: Of<"ago">): Window | null {
  const near = stretch(c, window.near);
  const far = stretch(c, window.far);
  if (!near || !far) return null;
  const texts = { near: c.phrases.textOf(window.near.span), far: c.phrases.textOf(window.far.span) };
  if (near.unit !== far.unit) {
    return c.report.add("time-mismatch", window.far.span, { left: texts.near, right: texts.far });
  }
  if (near.n > far.n) return reversed(c, window.span, `between ${texts.far} and ${texts.near} ago`);
  if (near.unit === "ms") return { is: "spanAgo", near: near.n, far: far.n };
  return { is: "ago", unit: near.unit, near: near.n, far: far.n };
}

function dates(c: Checker, window: Of<"dates">): Window | null {
  const from = epochDay(c, window.from);
  const to = epochDay(c, window.to);
  if (from === null || to === null) return null;
  if (from <= to) return { is: "dates", from, to };
  const write = `from ${c.phrases.textOf(window.to.span)} to ${c.phrases.textOf(window.from.span)}`;
  return reversed(c, window.span, write);
}

function reversed(c: Checker, span: Span, write: string): null {
  const suggestion = { span, text: write };
  return c.report.add("reversed-window", span, { text: c.phrases.textOf(span), write }, { suggestion });
}

function beside(c: Checker, window: Of<"within">, scope: Scope): Window | null {
  const length = stretch(c, window.length);
  const moment = momentOf(c, window.moment, scope);
  return length && moment && { is: window.side, moment, unit: length.unit, n: length.n };
}
