import type * as tree from "../tree.js";
import { type Doc, group, line, marked, name, nest } from "./doc.js";
import { pattern, type PrintWhere, step, where } from "./pattern.js";
import { days, length } from "./value.js";
import { moment, point, window } from "./window.js";

/** `did not view where category is phone at least 3 times in the last 30 days without order` */
export function did(node: tree.Did, print: PrintWhere): Doc {
  const more: Doc[] = [];
  if (node.frequency !== null) more.push(frequency(node.frequency));
  if (node.window !== null) more.push(window(node.window, print));
  if (node.without !== null) more.push(["without ", pattern(node.without, print)]);
  return group([didOrNot(node), pattern(node.pattern, print), nest(more.map((part) => [line, part]))]);
}

const didOrNot = ({ negated }: tree.Did | tree.Sequence): string => (negated ? "did not " : "did ");

/** `at least 3 times`, `on at least 3 days` */
export function frequency(node: tree.Frequency): Doc {
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

/** `did sequence in the last 7 days { view then order with same product_id within 2 days then no pay }` */
export function sequence(node: tree.Sequence, print: PrintWhere): Doc {
  const within = node.window === null ? "" : [" ", window(node.window, print)];
  const steps = [pattern(node.first, print), ...node.steps.map((each) => step(each, print))];
  return group([didOrNot(node), "sequence", within, " {", nest(steps.map((each) => [line, each])), line, "}"]);
}

/** `reached confirm of recharge in the last 7 days but not password` */
export function reached(node: tree.Reached, print: PrintWhere): Doc {
  const more: Doc[] = [];
  if (node.window !== null) more.push(window(node.window, print));
  if (node.butNot !== null) more.push(["but not ", name(node.butNot)]);
  return group(["reached ", name(node.step), " of ", name(node.process), nest(more.map((part) => [line, part]))]);
}

const fnWords: { readonly [F in tree.Aggregate["fn"]]: string } = {
  count: "count of ",
  countDistinct: "count of distinct ",
  countDays: "count of days with ",
  sum: "sum of ",
  average: "average of ",
  min: "min of ",
  max: "max of ",
  mostFrequent: "most frequent of ",
};

/** `sum of pay.amount where category is phone in the last 30 days` */
export function aggregate(node: tree.Aggregate, print: PrintWhere): Doc {
  const field = node.field === null ? "" : [".", name(node.field)];
  const within = node.window === null ? "" : nest([line, window(node.window, print)]);
  return group([fnWords[node.fn], name(node.of), field, where(node.where, print), within]);
}

/** `amount of last pay` */
export const fieldOf = (node: tree.FieldOf, print: PrintWhere): Doc => [
  name(node.field),
  " of ",
  point(node.point, print),
];

/** `time since last pay` */
export const timeSince = (node: tree.TimeSince, print: PrintWhere): Doc => ["time since ", moment(node.moment, print)];

/** `last pay was at least 30 days ago`, `2nd pay within 30 days after 1st pay` */
export function pointTest(node: tree.PointTest, print: PrintWhere): Doc {
  return group([moment(node.moment, print), nest([line, tested(node.test, print)])]);
}

function tested(test: tree.PointTest["test"], print: PrintWhere): Doc {
  if (test.is === "ago") return [`was ${test.bound} `, length(test.length), " ago"];
  const beside = test.window.is === "within" || test.window.is === "since";
  return [beside ? "" : "was ", window(test.window, print)];
}
