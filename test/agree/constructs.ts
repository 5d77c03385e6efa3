import type { Expr, Length, Moment, Quantity, Window } from "../../src/syntax/tree.js";

/** The smallest tests that a test is made of by `and`, `or` and `not`. */
export function leavesOf(test: Expr): Expr[] {
  switch (test.is) {
    case "and":
    case "or":
      return test.parts.flatMap(leavesOf);
    case "not":
      return leavesOf(test.operand);
    default:
      return [test];
  }
}

/** The constructs of the language that occur in a test, by the names that a reader would call them; each once. */
export function constructsOf(test: Expr): string[] {
  const found = new Set<string>();
  visit(test, false);
  return [...found].sort();

  function visit(node: unknown, inWhere: boolean): void {
    if (typeof node !== "object" || node === null) return;
    if ("is" in node) for (const name of namesOf(node as Expr | Window | Moment, inWhere)) found.add(name);
    for (const [key, value] of Object.entries(node)) {
      if (key === "no" && value === true) found.add("sequence, then no");
      if (key === "same" && value !== null) found.add("with same");
      if (key === "where" && value !== null) found.add("where");
      if (key === "steps") countSteps(value as readonly StepLike[]);
      visit(value, inWhere || key === "where");
    }
  }

  function countSteps(steps: readonly StepLike[]): void {
    for (const { no, within } of steps) {
      if (within) found.add(`sequence, ${no ? "no" : "then"} within ${kindOf(within)}`);
    }
    const last = steps.at(-1);
    if (last?.no) found.add(`sequence, closing no${last.within ? " within" : ""}`);
  }
}

interface StepLike {
  readonly no: boolean;
  readonly within: Quantity | null;
}

function namesOf(node: Expr | Window | Moment, inWhere: boolean): string[] {
  switch (node.is) {
    case "ever":
    case "today":
    case "yesterday":
      return [node.is];
    case "last":
    case "previous":
    case "for":
      return [`${node.is} ${kindOf(node.length)}`];
    case "this":
      return [`this ${node.unit}`];
    case "ago":
      return "far" in node ? [`between ${kindOf(node.far)} ago`] : [];
    case "dates":
      return ["from … to"];
    case "within":
      return [`within ${kindOf(node.length)} ${node.side}`, `within … ${node.side} ${momentName(node.moment)}`];
    case "since":
      return [`since ${momentName(node.moment)}`];
    case "did": {
      const did = `did${node.negated ? " not" : ""}`;
      const beside = node.window?.is === "within" || node.window?.is === "since";
      return [
        node.frequency === null ? did : `${did} ${frequencyName(node.frequency)}`,
        ...(node.negated && beside ? ["did not beside a moment"] : []),
        ...(node.without === null ? [] : ["without"]),
      ];
    }
    case "sequence":
      return [`sequence${node.negated ? ", not" : ""}`, `sequence of ${Math.min(node.steps.length + 1, 4)}`];
    case "reached":
      return ["reached", ...(node.butNot === null ? [] : ["reached, but not"])];
    case "pointTest": {
      const { test, moment } = node;
      const of = momentName(moment);
      if (test.is === "window") return [`was in a window, ${of}`];
      return [`was ${test.bound} so long ago, ${of}`, `was ${test.bound} ${kindOf(test.length)} ago`];
    }
    case "timeSince":
      return [`time since ${momentName(node.moment)}`];
    case "aggregate":
      return [node.fn];
    case "fieldOf":
      return [`field of ${momentName(node.point)}`];
    case "mapOf":
      return ["map"];
    case "zodiac":
      return [`zodiac, ${node.calendar}`];
    case "path":
      return inWhere && node.names.length > 1 ? ["where with a field of the user"] : [];
    case "compare":
      return [`compare ${node.op}`];
    case "equal":
      return [node.negated ? "is not" : "is"];
    case "oneOf":
      return [node.negated ? "is not one of" : "is one of"];
    case "known":
      return [node.negated ? "is not known" : "is known"];
    case "arithmetic":
      return [`arithmetic ${node.op}`];
    case "between":
    case "contains":
    case "has":
      return [node.is];
    case "ifUnknown":
      return ["if unknown"];
    default:
      return [];
  }
}

function frequencyName(frequency: {
  readonly is: string;
  readonly least?: number;
  readonly most?: number | null;
}): string {
  if (frequency.is === "days") return "on n days";
  if (frequency.is === "streak") return "on consecutive days";
  if (frequency.most === null) return "at least n times";
  return frequency.most === frequency.least ? "exactly n times" : "between n and m times";
}

/** Lengths of one kind never meet those of another. */
function kindOf(length: Length): string {
  if (length.is === "measured") return "measured days";
  const { unit } = length;
  if (unit === "month" || unit === "year") return "months";
  return unit === "day" || unit === "week" ? "days" : "a span";
}

function momentName(moment: Moment): string {
  if (moment.is === "point") return moment.nth === "last" ? "last" : "nth";
  return moment.is === "path" ? "a field" : "a date";
}
