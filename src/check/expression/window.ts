import type { Window } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Span } from "../../text/span.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";

/** A window; `null` when it is missing or does not fit, which is reported here. `of` is the phrase that needs it. */
export function windowOf(c: Checker, window: Tree.Window | null, of: Span): Window | null {
  if (window === null) return c.report.add("missing-window", of, { text: c.phrases.textOf(of) });
  if (window.is === "notYet") return null;
  if (window.is === "ever") return { is: "ever" };
  if (window.is !== "last" && window.is !== "previous" && window.is !== "for") return null;
  const length = lengthOf(window.length);
  const text = c.phrases.textOf(window.length.span);
  if (!length || length.n === 0) return c.report.add("bad-length", window.length.span, { text, needs: "window" });
  if (length.unit !== "ms") return { is: window.is, unit: length.unit, n: length.n };
  if (window.is !== "previous") return { is: "span", ms: length.n };
  const write = `in the last ${text}`;
  const suggestion = { span: window.span, text: write };
  return c.report.add("previous-hours", window.span, { text: c.phrases.textOf(window.span), write }, { suggestion });
}
