import type * as tree from "../tree.js";
import { type Doc, group, line, marked, name, nest } from "./doc.js";
import { unprintable } from "./unprintable.js";
import { days, quantity } from "./value.js";

/** How the test of a `where` is printed: tests contain behaviour, and behaviour contains tests. */
export type PrintWhere = (test: tree.Expr) => Doc;

/** `did not view where category is phone at least 3 times in the last 30 days` */
export function did(node: tree.Did, where: PrintWhere): Doc {
  const more = [
    ...(node.frequency === null ? [] : [frequency(node.frequency)]),
    ...(node.window === null ? [] : [window(node.window)]),
  ];
  const start = node.negated ? "did not " : "did ";
  return group([start, pattern(node.pattern, where), nest(more.map((part) => [line, part]))]);
}

/** `view where category is phone` */
export function pattern(node: tree.Pattern, where: PrintWhere): Doc {
  return marked(node.span, [name(node.event), filter(node.where, where)]);
}

const filter = (test: tree.Expr | null, where: PrintWhere): Doc => (test === null ? "" : [" where ", where(test)]);

function frequency(node: tree.Frequency): Doc {
  return marked(node.span, frequencyWords(node));
}

function frequencyWords(node: tree.Frequency): string {
  switch (node.is) {
    case "times":
      if (node.most === null) return `at least ${node.least} times`;
      return node.most === node.least ? `exactly ${node.least} times` : `between ${node.least} and ${node.most} times`;
    case "days":
      return `on at least ${days(node.least)}`;
    case "streak":
      return `on ${node.days} consecutive ${node.days === 1 ? "day" : "days"} ending ${node.ending}`;
  }
}

/** `in the last 30 days` */
export function window(node: tree.Window): Doc {
  switch (node.is) {
    case "ever":
      return marked(node.span, "ever");
    case "last":
    case "previous":
      return marked(node.span, [`in the ${node.is} `, quantity(node.length)]);
    case "for":
      return marked(node.span, ["for ", quantity(node.length)]);
    case "notYet":
      return unprintable(node);
  }
}

/** `sum of pay.amount where category is phone in the last 30 days` */
export function aggregate(node: tree.Aggregate, where: PrintWhere): Doc {
  const field = node.field === null ? "" : [".", name(node.field)];
  const within = node.window === null ? "" : nest([line, window(node.window)]);
  return group([`${node.fn} of `, name(node.of), field, filter(node.where, where), within]);
}

const point = (node: tree.Point, where: PrintWhere): Doc => marked(node.span, ["last ", pattern(node.pattern, where)]);

/** `time since last pay` */
export const timeSince = (node: tree.TimeSince, where: PrintWhere): Doc => ["time since ", point(node.point, where)];

/** `last pay was at least 30 days ago` */
export function pointTest(node: tree.PointTest, where: PrintWhere): Doc {
  const { test } = node;
  const said = test.is === "ago" ? [`${test.bound} `, quantity(test.length), " ago"] : window(test.window);
  return group([point(node.point, where), nest([line, "was ", said])]);
}
