import type { Strategy } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { userScope } from "../checker.js";
import { inOrder } from "../expression/logic.js";
import { meant } from "../report.js";
import { warnOfSilence } from "../silence.js";
import type { CheckedTest } from "../value.js";
import { benefitOf } from "./benefit-clause.js";
import { chain, materialsFor } from "./chain.js";
import type { CheckedMaterial } from "./material.js";
import { repeatOf, whenOf } from "./schedule.js";
import { validityOf } from "./validity.js";

const aims = ["acquisition", "activation", "retention", "revenue", "referral"];

/** A strategy; `null` when something in it was reported. */
export function strategy(
  c: Checker,
  node: Tree.Strategy,
  materials: ReadonlyMap<string, CheckedMaterial>,
): Strategy | null {
  const when = whenOf(c, node);
  const who = clauses(c, node.who);
  const repeat = repeatOf(c, node);
  const channels = chain(c, node);
  const benefit = benefitOf(c, node);
  const texts = materialsFor(c, node, materials, benefit, channels);
  const goal = goalOf(c, node.goal);
  const priority = priorityOf(c, node.priority);
  const aim = aimOf(c, node.aim);
  if (!when || !who || !repeat || !channels || !benefit || !texts || priority === null) return null;
  if ((node.goal && !goal) || (node.aim && !aim)) return null;
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    aim,
    when,
    who,
    repeat,
    channels,
    benefit: benefit.place,
    materials: texts,
    goal,
    priority,
    said: c.phrases.said({ ...node.span, end: (node.label ?? node.name).span.end }),
  };
}

/** The parts of the outermost `and`, each a clause that a refusal can name. */
function clauses(c: Checker, who: Tree.Expr | null): Strategy["who"] | null {
  if (!who) return [];
  const parts = who.is === "and" ? who.parts : [who];
  const checked = inOrder(c, parts, userScope, (part: CheckedTest) => part.whenTrue);
  warnOfSilence(
    c,
    parts,
    checked.flatMap((part) => part.whenTrue),
  );
  const tests = checked.flatMap((part) => part.test ?? []);
  return tests.length < parts.length ? null : tests;
}

function goalOf(c: Checker, clause: Tree.GoalClause | null): Strategy["goal"] {
  if (!clause) return null;
  const { name } = clause;
  const entry = c.catalogue.goals.get(name.text);
  const within = clause.within && validityOf(c, clause.within);
  if (!entry) {
    const { exist, suggestion } = meant(name, c.catalogue.goals.keys());
    return c.report.add("unknown-goal", name.span, { name: name.text, exist }, { suggestion });
  }
  if (!clause.within) return c.report.add("goal-needs-within", clause.span, { goal: name.text });
  return within && { goal: entry.place, within };
}

/** 0 to 100, 50 unless said. */
function priorityOf(c: Checker, quantity: Tree.Quantity | null): number | null {
  if (!quantity) return 50;
  const text = c.phrases.textOf(quantity.span);
  if (quantity.unit !== null) {
    return c.report.add("wrong-unit", quantity.span, { text, unit: "plain", write: `priority ${quantity.amount}` });
  }
  const priority = Number(quantity.amount);
  if (Number.isInteger(priority) && priority >= 0 && priority <= 100) return priority;
  return c.report.add("priority-range", quantity.span, { text });
}

function aimOf(c: Checker, name: Tree.Name | null): string | null {
  if (!name || aims.includes(name.text)) return name?.text ?? null;
  const { suggestion } = meant(name, aims);
  const args = { name: name.text, exist: { names: aims, more: 0 } };
  return c.report.add("unknown-aim", name.span, args, { suggestion });
}
