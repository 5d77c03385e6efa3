import type { Field, MapKey, Num, Program, Test, Text, Type } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Expr, Is } from "../../syntax/tree.js";
import { literal, name, nowhere, path } from "./literal.js";

/** Something of the program that the language has no words for. */
export class Unsayable extends Error {
  constructor(what: string) {
    super(`\`${what}\` has no words`);
    this.name = "Unsayable";
  }
}

/** The `where` of an event's fact as it would be written: the way back from the program to the tree. Throws `Unsayable`. */
export function raised(program: Program, fields: readonly Field[], test: Test): Expr {
  const span = nowhere;

  function said(node: Test): Expr {
    switch (node.is) {
      case "and":
      case "or":
        return { is: node.is, parts: node.parts.map(said), span };
      case "not":
        return { is: "not", operand: said(node.part), span };
      case "compare":
        return compared(node);
      case "sameText":
        return equal(ofText(node.left), ofText(node.right), false);
      case "contains":
        return { is: "contains", operand: ofText(node.text), part: ofText(node.part), span };
      case "oneOfNum":
        return { is: "oneOf", negated: false, operand: value(node.value, node.type), list: stored(node), span };
      case "oneOfText":
        return { is: "oneOf", negated: false, operand: ofText(node.value), list: node.list.map(text), span };
      case "knownNum":
        return { is: "known", negated: false, operand: value(node.value, node.type), span };
      case "knownText":
        return { is: "known", negated: false, operand: ofText(node.value), span };
      case "tag":
        return { is: "has", tag: name(program.tags[node.tag]?.id ?? ""), span };
    }
  }

  function compared({ op, left, right, type }: Test & { readonly is: "compare" }): Expr {
    const [a, b] = [value(left, typeOf(left) ?? type), value(right, typeOf(right) ?? type)];
    if (op === "=" || op === "!=") return equal(a, b, op === "!=");
    return { is: "compare", op, left: a, right: b, span };
  }

  function stored({ list, type }: Test & { readonly is: "oneOfNum" }): readonly Expr[] {
    return list.map((each) => constant(each, storedPer(type), type));
  }

  /** `type` is what a constant in it counts; a product's other side says so itself. */
  function value(num: Num, type: Type | null): Expr {
    switch (num.is) {
      case "constant":
        return constant(num.n, num.d, type);
      case "column":
        return path(fields[num.column]?.id ?? "");
      case "profile":
        return path("user", program.user.fields[num.field]?.id ?? "");
      case "plus":
      case "minus":
        return arithmetic(num.is, value(num.left, type), value(num.right, type));
      case "times":
      case "over": {
        const sides = [num.left, num.right].map((side) => value(side, typeOf(side)));
        return arithmetic(num.is, sides[0] as Expr, sides[1] as Expr);
      }
      case "ifUnknown":
        return {
          is: "ifUnknown",
          operand: value(num.value, type),
          fallback: value(num.otherwise, typeOf(num.value) ?? type),
          span,
        };
      case "tag":
        return path(program.tags[num.tag]?.id ?? "");
      case "stage":
        return path(program.lifecycles[num.lifecycle]?.id ?? "");
      case "lookup":
        return { is: "mapOf", map: mapName(num.map), operand: keyed(num.key), span };
      case "zodiac":
        return { is: "zodiac", calendar: num.calendar, operand: value(num.date, { is: "date" }), span };
      case "trigger":
      case "shiftMonths":
      case "when":
        throw new Unsayable(num.is);
    }
  }

  function ofText(node: Text): Expr {
    switch (node.is) {
      case "constant":
        return text(node.text);
      case "column":
        return path(fields[node.column]?.id ?? "");
      case "profile":
        return path("user", program.user.fields[node.field]?.id ?? "");
      case "tag":
        return path(program.tags[node.tag]?.id ?? "");
      case "trigger":
      case "when":
        throw new Unsayable(node.is);
      case "lookup":
        return { is: "mapOf", map: mapName(node.map), operand: keyed(node.key), span };
      case "ifUnknown":
        return { is: "ifUnknown", operand: ofText(node.value), fallback: ofText(node.otherwise), span };
    }
  }

  const mapName = (map: number) => name(program.maps[map]?.id ?? "");
  const keyed = (key: MapKey): Expr => (key.is === "text" ? ofText(key.text) : value(key.value, null));

  function typeOf(num: Num): Type | null {
    switch (num.is) {
      case "column":
        return fields[num.column]?.type ?? null;
      case "profile":
        return program.user.fields[num.field]?.type ?? null;
      case "plus":
      case "minus":
      case "times":
        return typeOf(num.left) ?? typeOf(num.right);
      case "over":
        return typeOf(num.right) === null ? typeOf(num.left) : null;
      case "ifUnknown":
        return typeOf(num.value) ?? typeOf(num.otherwise);
      case "lookup":
        return program.maps[num.map]?.type ?? null;
      default:
        return null;
    }
  }

  return said(test);
}

function constant(n: number, d: number, type: Type | null): Expr {
  const found = literal(n, d, type);
  if (found === null) throw new Unsayable(`${n}/${d}`);
  return found;
}

const text = (words: string): Expr => ({ is: "text", text: words, span: nowhere });

const equal = (left: Expr, right: Expr, negated: boolean): Is => ({ is: "equal", negated, left, right, span: nowhere });

const signs = { plus: "+", minus: "-", times: "*", over: "/" } as const;

function arithmetic(is: keyof typeof signs, left: Expr, right: Expr): Expr {
  return { is: "arithmetic", op: signs[is], left, right, span: nowhere };
}
