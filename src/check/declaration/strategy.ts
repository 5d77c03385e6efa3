import type { Material, Purpose, Strategy, When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { StrategyEntry } from "../catalogue.js";
import { type Checker, scopeUnder } from "../checker.js";
import { keyOfTest } from "../fact-table.js";
import type { Claim } from "../known.js";
import { triggerOf } from "../trigger.js";
import { aimOf, hypothesisOf } from "./aim.js";
import { aimedGoal } from "./goal.js";
import { guard } from "./guard.js";
import { limitOf } from "./limit.js";
import type { Materials } from "./material-choice.js";
import { pointPlace } from "./operating-point.js";
import { isPersonal } from "./personal.js";
import { purposeOf } from "./purpose.js";
import { repeatOf } from "./repeat.js";
import { holdoutOf } from "./share.js";
import { variantsOf } from "./split.js";
import { strategyTagPlace } from "./strategy-tag.js";
import { whenOf } from "./when.js";
import { whoOf } from "./who.js";

/** A strategy; `null` when something in it was reported. */
export function strategy(
  c: Checker,
  { node, place, set, who: parts }: StrategyEntry,
  materials: Materials,
  exclusive: readonly Strategy["exclusive"][],
): Strategy | null {
  const trigger = triggerOf(c.catalogue, node.when);
  const when = whenOf(c, node);
  const who = whoOf(c, parts, scopeUnder(trigger, when ? begun(when) : [{ is: "anything" }]));
  const repeat = repeatOf(c, node);
  const variants = variantsOf(c, node, materials);
  const priority = priorityOf(c, node.priority);
  const rest = optional(c, node, trigger, set);
  if (!when || !who || !repeat || !variants || priority === null || !rest) return null;
  const texts = [...materials.checked.values()].map(({ material }): Material | null => material);
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    set,
    when,
    personal: isPersonal(c, { when, who, variants }, texts),
    who,
    repeat,
    split: node.split && { salt: node.split.salt.text },
    variants,
    priority,
    exclusive: exclusive[place] ?? [],
    ...rest,
    said: c.phrases.said({ ...node.span, end: (node.label ?? node.name).span.end }),
  };
}

/** What has happened once a strategy starts from an event. */
function begun(when: When): Claim[] {
  const happened = (event: number, where: Parameters<typeof keyOfTest>[0], times: number): Claim => {
    return { is: "happened", event, where: keyOfTest(where), window: { is: "ever" }, field: null, times };
  };
  switch (when.is) {
    case "happens":
      return [happened(when.pattern.event, when.pattern.where, 1)];
    case "absence":
      return [happened(when.first.event, when.first.where, 1)];
    case "nth":
      return [happened(when.pattern.event, when.pattern.where, when.nth)];
    case "stall":
      return when.steps.map(({ event, where }) => happened(event, where, 1));
    default:
      return [];
  }
}

type Optional = Pick<
  Strategy,
  "aim" | "hypothesis" | "point" | "purpose" | "limit" | "holdout" | "goal" | "sets" | "guards"
>;

/** The clauses that need not be there; `null` when something in one was reported. */
function optional(
  c: Checker,
  node: Tree.Strategy,
  trigger: ReturnType<typeof triggerOf>,
  set: number | null,
): Optional | null {
  const aim = node.aim && aimOf(c, node.aim);
  const hypothesis = node.hypothesis && hypothesisOf(c, node.hypothesis);
  const point = node.point && pointPlace(c, node.point);
  const purpose: Purpose | null = node.purpose ? purposeOf(c, node.purpose) : "marketing";
  const limit = node.limit && limitOf(c, node.limit, trigger);
  const holdout = node.holdout && holdoutOf(c, node.holdout);
  const goal = node.goal && aimedGoal(c, node.goal);
  const sets = node.sets.map((name) => strategyTagPlace(c, name));
  const guards = node.guards.map((each) => guard(c, each));
  if (node.budget && set === null) c.report.add("set-clause", node.budget.span, { set: null, clause: "budget" });
  const failed =
    (node.aim && !aim) ||
    (node.hypothesis && !hypothesis) ||
    (node.point && point === null) ||
    !purpose ||
    (node.limit && !limit) ||
    (node.holdout && !holdout) ||
    (node.goal && !goal) ||
    sets.includes(null) ||
    guards.includes(null);
  if (failed) return null;
  const tags = new Set(sets.flatMap((tag) => tag ?? []));
  return {
    aim,
    hypothesis,
    point,
    purpose,
    limit,
    holdout,
    goal,
    sets: [...tags],
    guards: guards.flatMap((each) => each ?? []),
  };
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
