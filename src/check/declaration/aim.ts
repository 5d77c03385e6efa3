import type { Aim, AimWord, Hypothesis, ProductStage } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";

export const aims: readonly AimWord[] = [
  "acquisition",
  "activation",
  "retention",
  "revenue",
  "referral",
  "ripen",
  "retain",
];

/** What a product aims at first in each of its stages. */
export const focus: { readonly [S in ProductStage]: readonly AimWord[] } = {
  cold_start: ["acquisition", "activation"],
  growth: ["activation", "retention", "referral", "acquisition", "ripen"],
  mature: ["retention", "retain", "revenue", "ripen", "referral"],
  decline: ["revenue", "retain", "retention"],
};

const stages = Object.keys(focus) as ProductStage[];

/** `product stage growth`. */
export function productStage(c: Checker, name: Tree.Name | null): ProductStage | null {
  const stage = name && stages.find((each) => each === name.text);
  if (stage || !name) return stage ?? null;
  const { exist, suggestion } = meant(name, stages);
  return c.report.add("unknown-product-stage", name.span, { name: name.text, exist }, { suggestion });
}

/** `aim revenue`, `aim ripen buyer.mature`: only the last two words go along a lifecycle. */
export function aimOf(c: Checker, { word: name, at, span }: Tree.Aim): Aim | null {
  const word = aims.find((each) => each === name.text);
  if (!word) return unknownAim(c, name);
  const along = word === "ripen" || word === "retain";
  if (at && !along)
    return unknownAim(c, { text: `${word} ${at.names.map(({ text }) => text).join(".")}`, span: at.span });
  warnOffFocus(c, word, span);
  return at && along ? towards(c, word, at) : { word, lifecycle: null, stage: null };
}

function unknownAim(c: Checker, name: Tree.Name): null {
  const { suggestion } = meant(name, aims);
  const args = { name: name.text, exist: { names: aims, more: 0 } };
  return c.report.add("unknown-aim", name.span, args, { suggestion });
}

/** Along a lifecycle, to one of its stages if that is said. */
function towards(c: Checker, word: "ripen" | "retain", path: Tree.Path): Aim | null {
  const [first, second] = path.names as readonly [Tree.Name, Tree.Name?];
  const { lifecycles } = c.catalogue;
  const lifecycle = lifecycles.get(first.text);
  if (!lifecycle) {
    const { exist, suggestion } = meant(first, lifecycles.keys());
    return c.report.add("aim-lifecycle", first.span, { word, name: first.text, exist }, { suggestion });
  }
  if (!second) return { word, lifecycle: lifecycle.place, stage: null };
  const members = lifecycle.type.members.map(({ id }) => id);
  const stage = path.names.length > 2 ? -1 : members.indexOf(second.text);
  if (stage >= 0) return { word, lifecycle: lifecycle.place, stage };
  const { exist, suggestion } = meant(second, members);
  const args = { name: second.text, lifecycle: first.text, exist };
  return c.report.add("unknown-stage", second.span, args, { suggestion });
}

function warnOffFocus(c: Checker, word: AimWord, span: Tree.Aim["span"]): void {
  const node = c.catalogue.project?.stage ?? null;
  const stage = node && stages.find((each) => each === node.text);
  if (!stage || focus[stage].includes(word)) return;
  const args = { word, stage, focus: focus[stage] };
  c.report.add("aim-off-focus", span, args, { severity: "warning", related: node ? [node.span] : [] });
}

const states: readonly Hypothesis["state"][] = ["untested", "testing", "verified", "rejected"];

/** `hypothesis "…" testing`. What is only believed, or known to be wrong, is no ground to act on. */
export function hypothesisOf(c: Checker, { text, state: name, span }: Tree.Hypothesis): Hypothesis | null {
  const state = states.find((each) => each === name.text);
  if (!state) {
    const { exist, suggestion } = meant(name, states);
    return c.report.add("unknown-hypothesis-state", name.span, { name: name.text, exist }, { suggestion });
  }
  if (state === "untested" || state === "rejected")
    c.report.add("hypothesis", span, { text: text.text, state }, { severity: "warning" });
  return { text: text.text, state };
}
