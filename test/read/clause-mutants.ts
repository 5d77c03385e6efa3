import type { Declaration, Name } from "../../src/syntax/tree.js";
import { changed, next, renamed, variantsOf } from "./mutants.js";

/**
 * Every declaration that differs from this one in one place that a reviewer must be able to hear: a clause that is gone, one of a
 * list that is gone or has another place, a time, a word, a name. Some do not compile.
 */
export function declarationMutants(node: Declaration): Declaration[] {
  return variantsOf(node, (each) => [...changed(each), ...ofClause(each)]) as Declaration[];
}

const ofStrategies =
  "when aim point purpose who repeat limit send channel benefit goal priority holdout budget split".split(" ");

/** What may be left out of a node, by what it is. */
const optional: Readonly<Record<string, readonly string[]>> = {
  strategy: ofStrategies,
  set: ofStrategies,
  dated: ["shift"],
  absence: ["same"],
  state: ["at"],
  bestHour: ["between", "least"],
  preferred: ["least"],
  consent: ["channel", "purpose"],
  benefit: ["over", "upTo", "valid", "quantity", "perUser", "budget", "cost"],
  channel: ["reach", "quota"],
  tagStrategy: ["valid"],
};

/** The same for those that have no `is`: variants, links, guards and exclusions, told by a field of theirs. */
const untagged: Readonly<Record<string, readonly string[]>> = {
  none: ["send", "channel", "benefit"],
  wait: ["wait"],
  metric: ["after"],
  days: ["days"],
};

/** What there may be fewer of, or in another order. */
const lists: ReadonlySet<string> = new Set(
  "rules members variants links channels materials exclusive names sets guards was byChannel prizes limits events parameters".split(
    " ",
  ),
);

function ofClause(node: object): object[] {
  const gone = partsOf(node).flatMap((key) => (key in node ? [{ ...node, [key]: null }] : []));
  const fewer = Object.entries(node).flatMap(([key, part]) =>
    lists.has(key) && Array.isArray(part) ? without(part).map((rest) => ({ ...node, [key]: rest })) : [],
  );
  const name = "text" in node && !("is" in node) ? renamed(node as Name, names) : [];
  return [...gone, ...fewer, ...ofWord(node), ...name];
}

function partsOf(node: object): readonly string[] {
  if ("is" in node) return optional[String(node.is)] ?? [];
  return Object.entries(untagged).flatMap(([field, keys]) => (field in node ? keys : []));
}

function without(list: readonly unknown[]): unknown[][] {
  const shorter = list.map((_, place) => list.toSpliced(place, 1));
  return list.length > 1 ? [...shorter, list.toReversed()] : shorter;
}

const cycles: Readonly<Record<string, readonly unknown[]>> = {
  otherwise: ["skip", "delay"],
  elseNone: [true, false],
  change: ["enters", "leaves"],
  side: ["before", "after"],
  branch: ["none", "case", "otherwise"],
  op: ["<", "<=", ">", ">="],
  none: [true, false],
};

const days = ["day", "workday", "holiday", "makeupWorkday", "lastDayOfMonth", "hour"] as const;

/** Times of day, and words that stand in the tree themselves. */
function ofWord(node: object): object[] {
  const found = Object.entries(node).flatMap(([key, part]) => {
    const cycle = cycles[key];
    return cycle?.includes(part) ? [{ ...node, [key]: next(cycle, part) }] : [];
  });
  if ("hour" in node && "minute" in node) {
    return [
      ...found,
      { ...node, hour: (Number(node.hour) + 1) % 24 },
      { ...node, minute: (Number(node.minute) + 1) % 60 },
    ];
  }
  if ("is" in node && days.includes(node.is as "day") && Object.keys(node).length === 2) {
    return [...found, ...days.filter((is) => is !== node.is).map((is) => ({ ...node, is }))];
  }
  return found;
}

const names: readonly (readonly string[])[] = [
  ["push", "sms", "mail"],
  ["hp20", "hp30", "p100"],
  ["touched", "thanked"],
  ["checkout", "lobby"],
  ["alpha", "beta", "sale"],
  ["opened", "clicked", "delivered"],
  ["marketing", "service"],
  ["retention", "revenue", "referral"],
  ["day", "week", "month"],
  ["Monday", "Friday", "Sunday"],
  ["spring_festival", "lantern", "qixi"],
  ["opt_out_rate", "failure_rate", "open_rate", "click_rate", "conversion_rate"],
  ["touch_cost", "benefit_cost"],
  ["bought", "came"],
  ["va", "vb", "vc"],
  ["gift", "privilege"],
  ["title", "body"],
];
