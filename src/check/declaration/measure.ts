import type { Fit } from "../../program/program.js";
import { MILLIONTHS } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, type Measured, userScope } from "../checker.js";
import { definitionKey } from "../definition-key.js";
import { matched } from "../expression/pattern.js";
import { keepsFor } from "../expression/retention.js";
import { lengthOf } from "../length.js";
import { meant } from "../report.js";
import { scratch } from "../scratch.js";
import type { Length } from "../value.js";
import { fittedAs } from "./fitted.js";
import { shareOf, WHOLE_SHARE } from "./share.js";
import { validityOf } from "./validity.js";

type MeasureFit = Extract<Fit, { readonly is: "period" | "share" }>;
type Sought = MeasureFit extends infer F ? (F extends MeasureFit ? Omit<F, keyof Known> : never) : never;
type Known = Pick<MeasureFit, "id" | "label" | "refresh" | "definition" | "fitted">;

/** What was found for a measure; until it is, what it says otherwise. `null` when something in it was reported. */
export function measured(c: Checker, node: Tree.Measure): Measured | null {
  const aside = scratch(c);
  const sought = soughtIn(aside, node);
  if (!sought) return null;
  const definition = definitionKey(aside, sought);
  if (sought.is === "period") {
    const found = fittedAs(c, node.name.text, definition, "period")?.found;
    return { is: "period", length: found?.length ?? sought.otherwise };
  }
  const found = fittedAs(c, node.name.text, definition, "share")?.found;
  return { is: "share", share: found?.share ?? sought.otherwise };
}

/** What `calibrate` is to find for a measure. */
export function measureFit(c: Checker, node: Tree.Measure): MeasureFit | null {
  const sought = soughtIn(c, node);
  const refresh = node.refresh && validityOf(c, node.refresh);
  if (!sought || (node.refresh && !refresh)) return null;
  const definition = definitionKey(c, sought);
  const { text: id } = node.name;
  const known = { id, label: node.label?.text ?? null, refresh, definition };
  if (sought.is === "period") return { ...known, ...sought, fitted: fittedAs(c, id, definition, "period") };
  return { ...known, ...sought, fitted: fittedAs(c, id, definition, "share") };
}

/** The length that a name stands for; otherwise says why it stands for none. */
export function measuredLength(c: Checker, { name }: Tree.Measured): Length | null {
  const { measures } = c.catalogue;
  if (!measures.has(name.text)) {
    const { exist, suggestion } = meant(name, measures.keys());
    return c.report.add("unknown-measure", name.span, { name: name.text, exist }, { suggestion });
  }
  const found = c.measure(name.text, name);
  if (found?.is === "share") return c.report.add("share-for-length", name.span, { measure: name.text });
  return found?.length ?? null;
}

function soughtIn(c: Checker, node: Tree.Measure): Sought | null {
  if (!node.otherwise) return c.report.addOnce("measure-needs-otherwise", node.name.span, { measure: node.name.text });
  return node.of.is === "period" ? period(c, node.of, node.otherwise) : shareOfUsers(c, node.of, node.otherwise);
}

type Of<K extends Tree.MeasureOf["is"]> = Extract<Tree.MeasureOf, { readonly is: K }>;

function period(c: Checker, of: Of<"period">, fallback: Tree.Quantity): Sought | null {
  const candidates = of.candidates.map((each) => daysOf(c, each));
  const observed = daysOf(c, of.observed);
  const otherwise = daysOf(c, fallback);
  const below = shareOf(c, of.below);
  const found = matched(c, of.pattern.event, of.pattern.where, userScope);
  const sound = candidates.flatMap((days) => days ?? []);
  if (sound.length < candidates.length || !observed || !otherwise || below === null || !found) return null;
  const ascending = [...new Set(sound)].sort((a, b) => a - b);
  const reach: Length = { unit: "day", n: (ascending.at(-1) ?? 0) + observed };
  if (!keepsFor(c, found.entry, [reach], of.pattern.span)) return null;
  return {
    is: "period",
    candidates: ascending.map((n) => ({ unit: "day", n })),
    event: found.event,
    where: found.where,
    observed,
    below: millionths(below),
    otherwise: { unit: "day", n: otherwise },
  };
}

/** Silences are counted in whole days, so that they can be compared. */
function daysOf(c: Checker, node: Tree.Quantity): number | null {
  const length = lengthOf(node);
  if (length?.unit === "day" && length.n > 0) return length.n;
  return c.report.addOnce("measure-days", node.span, { text: c.phrases.textOf(node.span) });
}

function shareOfUsers(c: Checker, of: Of<"share">, fallback: Tree.Quantity): Sought | null {
  const among = of.among && c.test(of.among, userScope);
  const who = c.test(of.who, { ...userScope, known: among?.whenTrue ?? [] });
  const otherwise = shareOf(c, fallback, 0);
  if (!who.test || among?.test === null || otherwise === null) return null;
  return { is: "share", who: who.test, among: among?.test ?? null, otherwise: millionths(otherwise) };
}

function millionths(share: number): number {
  return share * (MILLIONTHS / WHOLE_SHARE);
}
