import type { IToken } from "chevrotain";
import type { Complement, Operand, Relation } from "../../grammar/actions.js";
import type { Maybe } from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { units } from "../../grammar/words.js";
import { fold } from "./fold.js";
import { limits } from "./limits.js";
import { readName } from "./names.js";
import { endOf, type Reading } from "./reading.js";
import type { Span } from "../text/span.js";
import { readText } from "./texts.js";
import type * as tree from "./tree.js";

/** Makes the nodes of names, literals and plain tests. */
export class Values {
  constructor(protected readonly reading: () => Reading) {}

  name(token: IToken): tree.Name {
    const reading = this.reading();
    const text = readName(reading, token.image, token.startOffset);
    return Object.freeze({ text, span: reading.reach(token, token) });
  }

  names(list: readonly IToken[]): readonly tree.Name[] {
    this.checkList(list.length, list[0], list.at(-1));
    return Object.freeze(list.map((token) => this.name(token)));
  }

  /** A name of several tokens, as written: `zh-CN`, `Asia/Shanghai`. */
  spelled(a: IToken, z: IToken): tree.Name {
    if (a === z) return this.name(a);
    const span = this.reading().reach(a, z);
    return Object.freeze({ text: fold(this.reading().written(span)).normalize("NFC"), span });
  }

  label(token: Maybe): tree.Label | null {
    if (token === undefined) return null;
    return Object.freeze({ text: readText(this.reading(), token), span: this.reading().reach(token, token) });
  }

  text(token: IToken): tree.TextLiteral {
    return Object.freeze({
      is: "text",
      text: readText(this.reading(), token),
      span: this.reading().reach(token, token),
    });
  }

  boolean(token: IToken, value: boolean): tree.BooleanLiteral {
    return Object.freeze({ is: "boolean", value, span: this.reading().reach(token, token) });
  }

  quantity(a: IToken, z: IToken, minus: Maybe, number: IToken, unit: Maybe, times: Maybe): tree.Quantity {
    const reading = this.reading();
    if (times !== undefined) {
      const span = reading.reach(times, times);
      const suggestion = reading.edit(endOf(unit ?? number), endOf(times), "");
      reading.report("count-with-times", span, { number: number.image, written: times.image }, { suggestion });
    }
    const last = times === undefined ? z : (unit ?? number);
    const amount = `${minus === undefined ? "" : "-"}${digits(number)}`;
    return Object.freeze({ is: "quantity", amount, unit: unitOf(unit), span: reading.reach(a, last) });
  }

  length(number: IToken, unit: Maybe): tree.Quantity {
    return this.quantity(number, unit ?? number, undefined, number, unit, undefined);
  }

  /** Whether there is such a day is for the checker to say. */
  date(token: IToken): tree.DateLiteral {
    const reading = this.reading();
    const [year, month, day] = (fold(token.image).match(/\d+/g) ?? []).map(Number) as [number, number, number];
    const span = reading.reach(token, token);
    if (token.tokenType === t.DateSlip) {
      const right = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
      reading.report("date-form", span, { written: token.image, right }, { suggestion: { span, text: right } });
    }
    return Object.freeze({ is: "date", year, month, day, span });
  }

  clock(token: IToken): tree.Clock {
    const reading = this.reading();
    const [hour = 0, minute = 0] = (fold(token.image).match(/\d+/g) ?? []).map(Number);
    const span = reading.reach(token, token);
    if (!/^[0-9０-９]{1,2}[:：][0-9０-９]{2}$/.test(token.image)) {
      const possible = hour < 24 && minute < 60;
      const right = possible ? `${twoDigits(hour)}:${twoDigits(minute)}` : "10:30";
      const suggestion = possible ? { span, text: right } : null;
      reading.report("clock-form", span, { written: token.image, right }, { suggestion });
    }
    return Object.freeze({ hour, minute, span });
  }

  notYet(construct: string, a: IToken, z: IToken): tree.NotYet {
    const span = this.reading().reach(a, z);
    this.reading().report("not-yet", span, { construct });
    return Object.freeze({ is: "notYet", construct, span });
  }

  /** A row of tests. `and` with `or` is refused; the tree then has what the usual reading would be, for the checks that follow. */
  junction(operands: readonly Operand[], operators: readonly IToken[]): tree.Expr {
    const ors = operators.filter((operator) => operator.tokenType === t.Or);
    if (ors.length === 0) return this.row("and", operands);
    if (ors.length === operators.length) return this.row("or", operands);
    const groups = grouped(operands, operators);
    this.reportMixture(groups, operators);
    return this.row(
      "or",
      groups.map((group) => this.operandOf(group)),
    );
  }

  private row(is: "and" | "or", operands: readonly Operand[]): tree.And | tree.Or {
    const [first, last] = [operands[0] as Operand, operands.at(-1) as Operand];
    this.checkList(operands.length, first.a, last.z);
    const parts = Object.freeze(operands.map((operand) => operand.value));
    return Object.freeze({ is, parts, span: this.reading().reach(first.a, last.z) });
  }

  private operandOf(group: readonly Operand[]): Operand {
    const [first, last] = [group[0] as Operand, group.at(-1) as Operand];
    return group.length === 1 ? first : { value: this.row("and", group), a: first.a, z: last.z };
  }

  private reportMixture(groups: readonly (readonly Operand[])[], operators: readonly IToken[]): void {
    const reading = this.reading();
    const texts = groups.map((group) => {
      const text = reading.written(reading.reach((group[0] as Operand).a, (group.at(-1) as Operand).z));
      return group.length === 1 ? text : `(${text})`;
    });
    const all = groups.flat();
    const span = reading.reach((all[0] as Operand).a, (all.at(-1) as Operand).z);
    const text = texts.join(" or ");
    const related = operators.slice(0, 10).map((operator) => reading.reach(operator, operator));
    reading.report("mixed-and-or", span, { right: text }, { related, suggestion: { span, text } });
  }

  not(nots: readonly IToken[], z: IToken, operand: tree.Expr): tree.Expr {
    if (this.tooMany(nots.length, nots[0] as IToken, z)) return operand;
    let value = operand;
    for (const not of nots.toReversed()) {
      value = Object.freeze({ is: "not", operand: value, span: this.reading().reach(not, z) });
    }
    return value;
  }

  has(a: IToken, tag: IToken): tree.Has {
    return Object.freeze({ is: "has", tag: this.name(tag), span: this.reading().reach(a, tag) });
  }

  /** A value with what follows it: an order, a range, an equality. */
  relation(a: IToken, z: IToken, left: tree.Expr, relation: Exclude<Relation, { is: "dated" }>): tree.Expr {
    const span = this.reading().reach(a, z);
    switch (relation.is) {
      case "order":
        return Object.freeze({ is: "compare", op: orderOf(relation.operator), left, right: relation.right, span });
      case "range":
        return Object.freeze({ is: "between", operand: left, low: relation.low, high: relation.high, span });
      case "contains":
        return Object.freeze({ is: "contains", operand: left, part: relation.part, span });
      case "equality":
        return this.equality(left, relation.complement, this.negated(relation.operator, relation.not), span, a, z);
    }
  }

  private equality(
    left: tree.Expr,
    complement: Complement,
    negated: boolean,
    span: Span,
    a: IToken,
    z: IToken,
  ): tree.Expr {
    switch (complement.is) {
      case "known":
        return Object.freeze({ is: "known", negated, operand: left, span });
      case "oneOf":
        this.checkList(complement.list.length, a, z);
        return Object.freeze({ is: "oneOf", negated, operand: left, list: Object.freeze(complement.list), span });
      case "value":
        return Object.freeze({ is: "equal", negated, left, right: complement.right, span });
    }
  }

  /** `=` is corrected here, because it is right elsewhere. */
  private negated(operator: IToken, not: Maybe): boolean {
    const reading = this.reading();
    if (operator.tokenType === t.Equal) {
      const span = reading.reach(operator, operator);
      const blank = (at: number) => (/\s/.test(reading.text.charAt(at)) ? "" : " ");
      const text = `${blank(span.start - 1)}is${blank(span.end)}`;
      reading.report("use-is", span, { written: operator.image }, { suggestion: { span, text } });
    }
    return (operator.tokenType === t.IsNot) !== (not !== undefined);
  }

  /** Left to right, `*` and `/` before `+` and `-`. */
  arithmetic(operands: readonly Operand[], operators: readonly IToken[]): tree.Expr {
    const first = operands[0] as Operand;
    if (this.tooMany(operators.length, first.a, (operands.at(-1) as Operand).z)) return first.value;
    const terms: Operand[] = [first];
    const signs: IToken[] = [];
    operators.forEach((operator, i) => {
      const next = operands[i + 1] as Operand;
      if (operator.tokenType === t.Plus || operator.tokenType === t.Minus) {
        signs.push(operator);
        terms.push(next);
      } else terms.push(this.joined(terms.pop() as Operand, operator, next));
    });
    return terms.reduce((left, right, i) => this.joined(left, signs[i - 1] as IToken, right)).value;
  }

  private joined(left: Operand, operator: IToken, right: Operand): Operand {
    const op = fold(operator.image) as tree.Arithmetic["op"];
    const span = this.reading().reach(left.a, right.z);
    const value = Object.freeze({ is: "arithmetic" as const, op, left: left.value, right: right.value, span });
    return { value, a: left.a, z: right.z };
  }

  ifUnknown(a: IToken, z: IToken, operand: tree.Expr, fallback: tree.Expr): tree.IfUnknown {
    return Object.freeze({ is: "ifUnknown", operand, fallback, span: this.reading().reach(a, z) });
  }

  path(a: IToken, z: IToken, names: readonly IToken[]): tree.Path {
    const span = this.reading().reach(a, z);
    if (this.tooMany(names.length, a, z)) return Object.freeze({ is: "path", names: [this.name(a)], span });
    return Object.freeze({ is: "path", names: Object.freeze(names.map((token) => this.name(token))), span });
  }

  /** Long rows make deep trees, so they count as nesting. */
  protected tooMany(count: number, a: IToken, z: IToken): boolean {
    if (count <= limits.nesting) return false;
    this.reading().report("nesting-too-deep", this.reading().reach(a, z), { limit: limits.nesting });
    return true;
  }

  protected checkList(items: number, a: Maybe, z: Maybe): void {
    if (items <= limits.list || a === undefined || z === undefined) return;
    this.reading().report("list-too-long", this.reading().reach(a, z), { items, limit: limits.list });
  }
}

/** Runs of operands joined by `and`, between the `or`s. */
function grouped(operands: readonly Operand[], operators: readonly IToken[]): Operand[][] {
  const groups: Operand[][] = [[operands[0] as Operand]];
  operators.forEach((operator, i) => {
    const next = operands[i + 1] as Operand;
    if (operator.tokenType === t.Or) groups.push([next]);
    else (groups.at(-1) as Operand[]).push(next);
  });
  return groups;
}

/** The order that a sign stands for. */
export function orderOf(operator: IToken): tree.Compare["op"] {
  if (operator.tokenType === t.Less) return "<";
  if (operator.tokenType === t.Greater) return ">";
  return operator.tokenType === t.LessEqual ? "<=" : ">=";
}

const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** The digits of a number, plain. */
export function digits(number: IToken): string {
  const plain = fold(number.image);
  return plain.includes("_") ? plain.replaceAll("_", "") : plain;
}

function unitOf(unit: Maybe): string | null {
  if (unit === undefined) return null;
  if (unit.tokenType === t.Percent) return "%";
  if (unit.image === "point") return "points";
  return units.get(unit.image) ?? unit.image;
}
