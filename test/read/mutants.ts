import type { Expr, Frequency, Name, PointTest, Quantity, SequenceStep, Window } from "../../src/syntax/tree.js";

/**
 * Every tree that differs from this one in one place that a reviewer must be able to hear: the kind of a window, a number, a
 * bound, a denial, a side, a moment, a name. Some do not compile.
 */
export function mutantsOf(test: Expr): Expr[] {
  return variantsOf(test, changed) as Expr[];
}

/** Every tree in which one node has become one of what it may become. */
export function variantsOf(node: unknown, become: (node: object) => readonly object[]): unknown[] {
  if (Array.isArray(node))
    return node.flatMap((each, place) => variantsOf(each, become).map((other) => node.with(place, other) as unknown));
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.entries(node)
    .filter(([key]) => key !== "span")
    .flatMap(([key, part]) => variantsOf(part, become).map((other) => ({ ...node, [key]: other })));
  return [...become(node), ...inner];
}

/** What a node may become by one change of its own. */
export function changed(node: object): object[] {
  if ("is" in node) return [...ofExpr(node as Expr), ...ofTime(node as Window | Frequency), ...ofTest(node)];
  if ("pattern" in node && "same" in node) return ofStep(node as SequenceStep);
  return "text" in node ? ofName(node as Name) : [];
}

export const next = <T>(list: readonly T[], one: T): T => list[(list.indexOf(one) + 1) % list.length] as T;

const operators = ["<", "<=", ">", ">="] as const;
const calculations = ["+", "-", "*", "/"] as const;
const folds = ["sum", "max", "min", "average", "mostFrequent", "countDistinct"] as const;

function ofExpr(node: Expr): object[] {
  switch (node.is) {
    case "and":
    case "or":
      return [{ ...node, is: node.is === "and" ? "or" : "and" }, ...node.parts];
    case "not":
      return [node.operand];
    case "compare":
      return [
        { ...node, op: next(operators, node.op) },
        { ...node, left: node.right, right: node.left },
      ];
    case "arithmetic":
      return [
        { ...node, op: next(calculations, node.op) },
        { ...node, left: node.right, right: node.left },
      ];
    case "equal":
    case "oneOf":
    case "known":
    case "sequence":
      return [{ ...node, negated: !node.negated }];
    case "did":
      return [
        { ...node, negated: !node.negated },
        { is: "not", operand: node, span: node.span },
        ...(node.without
          ? [
              { ...node, without: null },
              { ...node, pattern: node.without, without: node.pattern },
            ]
          : []),
        ...(node.frequency ? [{ ...node, frequency: null }] : []),
      ];
    case "reached":
      return [{ ...node, butNot: null }];
    case "aggregate":
      if (node.field) return folds.filter((fn) => fn !== node.fn).map((fn) => ({ ...node, fn }));
      return [{ ...node, fn: node.fn === "count" ? "countDays" : "count" }];
    case "zodiac":
      return [{ ...node, calendar: node.calendar === "western" ? "chinese" : "western" }];
    case "quantity":
      return ofQuantity(node);
    case "date":
      return [
        { ...node, day: node.day === 28 ? 27 : 28 },
        { ...node, month: node.month === 3 ? 2 : 3 },
      ];
    case "boolean":
      return [{ ...node, value: !node.value }];
    case "text":
      return [{ ...node, text: `${node.text}a` }];
    case "ifUnknown":
    case "between":
    case "contains":
    case "has":
    case "pointTest":
    case "timeSince":
    case "fieldOf":
    case "mapOf":
    case "path":
    case "notYet":
      return [];
    default:
      return [];
  }
}

const units = [
  ["day", "week", "month", "year"],
  ["second", "minute", "hour"],
] as const;

function ofQuantity(node: Quantity): Quantity[] {
  const more = { ...node, amount: String(Number(node.amount) + 1) };
  const of = units.find((list) => list.some((unit) => unit === node.unit)) as readonly string[] | undefined;
  return of && node.unit !== null
    ? [more, { ...node, unit: next(of, node.unit) }, { ...node, amount: `1${node.amount}` }]
    : [more];
}

const lengths = ["last", "previous", "for"] as const;
const ordinals = [1, 2, 3, "last"] as const;

function ofTime(node: Window | Frequency | (Expr & { readonly nth?: number | "last" })): object[] {
  switch (node.is) {
    case "ever":
    case "today":
    case "yesterday":
      return [{ ...node, is: next(["ever", "today", "yesterday"] as const, node.is) }];
    case "last":
    case "previous":
    case "for":
      return lengths.filter((is) => is !== node.is).map((is) => ({ ...node, is }));
    case "this":
      return [{ ...node, unit: next(["week", "month", "year"] as const, node.unit) }];
    case "within":
      return [
        { ...node, side: node.side === "after" ? "before" : "after" },
        { is: "since", moment: node.moment, span: node.span },
      ];
    case "times":
      return [
        { ...node, least: node.least + 1, most: node.most && node.most + 1 },
        { ...node, most: node.most === null ? node.least : null },
        { is: "days", least: node.least, span: node.span },
      ];
    case "days":
      return [{ ...node, least: node.least + 1 }];
    case "streak":
      return [
        { ...node, days: node.days + 1 },
        { ...node, ending: node.ending === "today" ? "yesterday" : "today" },
      ];
    default:
      return "nth" in node && node.nth ? [{ ...node, nth: next(ordinals, node.nth as (typeof ordinals)[number]) }] : [];
  }
}

/** `was at least … ago`, `was at most … ago`. */
function ofTest(node: object): object[] {
  if (!("bound" in node)) return [];
  const test = node as PointTest["test"] & { readonly is: "ago" };
  return [{ ...test, bound: test.bound === "at least" ? "at most" : "at least" }];
}

function ofStep(step: SequenceStep): object[] {
  return [
    { ...step, no: !step.no },
    ...(step.same ? [{ ...step, same: null }] : []),
    ...(step.within ? [{ ...step, within: null }] : []),
  ];
}

const names: readonly (readonly string[])[] = [
  ["view", "visit", "pay"],
  ["start", "middle", "finish"],
  ["shoe", "hat", "coat"],
  ["free", "silver", "gold"],
  ["one", "two", "rest"],
  ["first_tag", "second_tag", "joined_tag"],
  ["joined", "seen"],
  ["birthday", "first_day"],
  ["amount", "tip"],
  ["ref", "page", "kind"],
  ["liked", "spent", "how_often"],
  ["price_of", "rank_of"],
  ["colour", "better"],
  ["aries", "taurus", "pisces"],
  ["rat", "ox", "pig"],
];

function ofName(node: Name): Name[] {
  return renamed(node, names);
}

/** A name in place of which others of its list may stand. */
export function renamed(node: Name, lists: readonly (readonly string[])[]): Name[] {
  const list = lists.find((each) => each.includes(node.text));
  return list ? list.filter((text) => text !== node.text).map((text) => ({ ...node, text })) : [];
}
