import type * as tree from "../tree.js";
import { type Doc, group, hard, join, line, marked, name, nest, soft, text } from "./doc.js";
import * as history from "./history.js";
import { unprintable } from "./unprintable.js";
import { date, quantity } from "./value.js";

/** How tightly a node binds: what binds less than its place asks for gets brackets. */
const binding: { readonly [K in tree.Expr["is"]]: number } = {
  and: 0,
  or: 0,
  not: 1,
  did: 2,
  sequence: 2,
  reached: 2,
  has: 2,
  pointTest: 2,
  compare: 2,
  equal: 2,
  oneOf: 2,
  known: 2,
  between: 2,
  contains: 2,
  ifUnknown: 3,
  arithmetic: 4,
  aggregate: 6,
  timeSince: 6,
  fieldOf: 6,
  mapOf: 6,
  zodiac: 6,
  path: 6,
  quantity: 6,
  text: 6,
  boolean: 6,
  date: 6,
  notYet: 6,
};

/** A part of a row joined by `and` or `or`; what `not` takes; a value beside a sign; what nothing can take apart. */
const places = { part: 1, negated: 2, item: 3, value: 4, product: 5, factor: 6 } as const;
type Place = (typeof places)[keyof typeof places];

/** A test or a value that stands alone, on one line if it fits. */
export function expression(node: tree.Expr): Doc {
  return isRow(node) ? group(nest(row(node, line))) : plain(node);
}

/** A value, in brackets where it is a test. */
export const valueDoc = (node: tree.Expr): Doc => placed(node, places.item);

/** Like `expression`, with a line for each part of an `and`: each is a clause that people ask about by its line. */
export function clauses(node: tree.Expr): Doc {
  return node.is === "and" ? nest(row(node, hard)) : expression(node);
}

/** Like `expression`, where a row has started a line: its parts stand below each other. */
export function expressionBelow(node: tree.Expr): Doc {
  return isRow(node) ? group(row(node, line)) : plain(node);
}

const isRow = (node: tree.Expr): node is tree.And | tree.Or => node.is === "and" || node.is === "or";

function row(node: tree.And | tree.Or, between: Doc): Doc {
  const parts = node.parts.map((part) => placed(part, places.part));
  return marked(node.span, join(parts, [between, `${node.is} `]));
}

function placed(node: tree.Expr, place: Place): Doc {
  const enough = binding[node.is] >= place || (place === places.product && isProduct(node));
  return enough && !(place >= places.value && isOpen(node)) ? plain(node) : bracketed(node);
}

const isProduct = (node: tree.Expr): boolean => node.is === "arithmetic" && (node.op === "*" || node.op === "/");

/** Whether a sign after it would be taken into its `where`. */
function isOpen(node: tree.Expr): boolean {
  if (node.is === "timeSince") return isOpenMoment(node.moment);
  if (node.is === "fieldOf") return isOpenMoment(node.point);
  if (node.is !== "aggregate") return false;
  if (node.window === null) return node.where !== null;
  return "moment" in node.window && isOpenMoment(node.window.moment);
}

const isOpenMoment = (moment: tree.Moment): boolean => moment.is === "point" && moment.pattern.where !== null;

const bracketed = (node: tree.Expr): Doc => ["(", expression(node), ")"];

/** What `where` takes in a bracket only. */
const tests: ReadonlySet<tree.Expr["is"]> = new Set(["did", "sequence", "reached", "has", "pointTest"]);

/** `where` takes one test, and a bracket that holds a test ends it. */
export function where(node: tree.Expr): Doc {
  if (node.is === "not") return marked(node.span, ["not ", where(node.operand)]);
  const takes = binding[node.is] >= places.negated && !tests.has(node.is);
  return takes && !startsWithTest(node) && !endsWithCount(node) ? plain(node) : bracketed(node);
}

/** Whether it ends with an aggregate without a window, which would take the one that comes after it. */
function endsWithCount(node: tree.Expr): boolean {
  switch (node.is) {
    case "aggregate":
      return node.window === null;
    case "compare":
    case "equal":
    case "arithmetic":
      return endsWithCount(node.right);
    case "between":
      return endsWithCount(node.high);
    case "contains":
      return endsWithCount(node.part);
    case "ifUnknown":
      return endsWithCount(node.fallback);
    case "mapOf":
    case "zodiac":
      return endsWithCount(node.operand);
    default:
      return false;
  }
}

function startsWithTest(node: tree.Expr): boolean {
  if (node.is === "compare" || node.is === "equal") return binding[node.left.is] < places.item;
  const operand = "operand" in node && node.is !== "not" && node.is !== "ifUnknown" ? node.operand : null;
  return operand !== null && binding[operand.is] < places.item;
}

function plain(node: tree.Expr): Doc {
  return node.is === "path" || node.is === "quantity" || node.is === "date"
    ? simple(node)
    : marked(node.span, words(node));
}

function simple(node: tree.Path | tree.Quantity | tree.DateLiteral): Doc {
  if (node.is === "path") return join(node.names.map(name), ".");
  return node.is === "quantity" ? quantity(node) : date(node);
}

function words(node: Exclude<tree.Expr, tree.Path | tree.Quantity | tree.DateLiteral>): Doc {
  switch (node.is) {
    case "and":
    case "or":
      return bracketed(node);
    case "not":
      return ["not ", placed(node.operand, node.operand.is === "not" ? places.part : places.negated)];
    case "has":
      return ["has ", name(node.tag)];
    case "did":
      return history.did(node, where);
    case "sequence":
      return history.sequence(node, where);
    case "reached":
      return history.reached(node, where);
    case "pointTest":
      return history.pointTest(node, where);
    case "timeSince":
      return history.timeSince(node, where);
    case "aggregate":
      return history.aggregate(node, where);
    case "fieldOf":
      return history.fieldOf(node, where);
    case "mapOf":
      return [name(node.map), " of ", placed(node.operand, places.factor)];
    case "zodiac":
      return [node.calendar === "chinese" ? "chinese zodiac of " : "zodiac of ", placed(node.operand, places.factor)];
    case "ifUnknown":
      return [placed(node.operand, places.factor), " if unknown ", placed(node.fallback, places.factor)];
    case "arithmetic":
      return arithmetic(node);
    case "text":
      return text(node.text);
    case "boolean":
      return String(node.value);
    case "notYet":
      return unprintable(node);
    default:
      return relation(node);
  }
}

/** Left to right: only the right side needs brackets for an operator of its own rank. */
function arithmetic(node: tree.Arithmetic): Doc {
  const product = isProduct(node);
  const left = placed(node.left, product ? places.product : places.value);
  const right = placed(node.right, product ? places.factor : places.product);
  return group([left, nest([line, `${node.op} `, right])]);
}

function relation(node: tree.Compare | tree.Is | tree.OneOf | tree.Known | tree.Between | tree.Contains): Doc {
  const value = (of: tree.Expr): Doc => placed(of, places.value);
  const is = "negated" in node && node.negated ? "is not" : "is";
  const more = (of: tree.Expr, ...said: Doc[]): Doc => group([value(of), nest([line, ...said])]);
  switch (node.is) {
    case "compare":
      return more(node.left, `${node.op} `, value(node.right));
    case "equal":
      return more(node.left, `${is} `, value(node.right));
    case "known":
      return [value(node.operand), ` ${is} known`];
    case "between":
      return more(node.operand, "between ", value(node.low), " and ", value(node.high));
    case "contains":
      return more(node.operand, "contains ", value(node.part));
    case "oneOf": {
      const items = join(
        node.list.map((item) => placed(item, places.item)),
        [",", line],
      );
      return [value(node.operand), ` ${is} `, group(["one of (", nest([soft, items]), soft, ")"])];
    }
  }
}
