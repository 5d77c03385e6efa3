import type { Program, Test } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Json } from "../tree/write.js";
import { discrete, discreteConstant, isDiscrete, textOf } from "./choice.js";
import { exactly } from "./exact.js";
import type { FactNames } from "./fact-names.js";
import { all, type Known } from "./guard.js";
import { fraction } from "./number.js";
import { whole } from "./term.js";
import type { Reads, Writer } from "./writer.js";

/** Writes tests of a program as JSON Logic over named facts: true or false for every data document. Throws `CannotSay`. */
export function ruleWriter(program: Program, names: FactNames, reads: Reads): (test: Test) => Json {
  const writer: Writer = { program, names, reads, rule: (test) => rule(writer, test) };
  return writer.rule;
}

function rule(w: Writer, test: Test): Json {
  switch (test.is) {
    case "and":
    case "or":
      return { [test.is]: test.parts.map(w.rule) };
    case "not":
      return { "!": [w.rule(test.part)] };
    case "compare":
      return compared(w, test);
    case "oneOfNum":
      return oneOfNum(w, test);
    case "knownNum":
      return all(isDiscrete(test.type) ? discrete(w, test.value, test.type).guards : fraction(w, test.value).guards);
    case "tag": {
      const value = w.program.tags[test.tag]?.value;
      if (value?.is !== "test") throw new RangeError("a tag that is no test stands where a test does");
      return w.rule(value.test);
    }
    case "knownText":
      return all(textOf(w, test.value).guards);
    case "sameText": {
      const [left, right] = [textOf(w, test.left), textOf(w, test.right)];
      return all([...left.guards, ...right.guards, { "===": [left.rule, right.rule] }]);
    }
    case "contains":
      return contains(textOf(w, test.text), textOf(w, test.part));
    case "oneOfText": {
      const value = textOf(w, test.value);
      return all([...value.guards, { in: [value.rule, test.list] }]);
    }
  }
}

function compared(w: Writer, { op, left, right, type }: Test & { readonly is: "compare" }): Json {
  if (isDiscrete(type)) {
    const [a, b] = [discrete(w, left, type), discrete(w, right, type)];
    const sign = { "=": "===", "!=": "!==" }[op as "=" | "!="];
    return all([...a.guards, ...b.guards, { [sign]: [a.rule, b.rule] }]);
  }
  const [a, b] = [fraction(w, left), fraction(w, right)];
  return all([...a.guards, ...b.guards, exactly(w.reads, op, a, b)]);
}

function oneOfNum(w: Writer, { value, list, type }: Test & { readonly is: "oneOfNum" }): Json {
  if (isDiscrete(type)) {
    const { rule: of, guards } = discrete(w, value, type);
    const ids = list.map((each) => discreteConstant(each, type));
    return all([...guards, { in: [of, ids] }]);
  }
  const of = fraction(w, value);
  const per = BigInt(storedPer(type));
  const same = list.map((each) => exactly(w.reads, "=", of, { n: whole(BigInt(each)), d: whole(per), guards: [] }));
  return all([...of.guards, same.length === 1 ? (same[0] as Json) : { or: same }]);
}

/** json-logic-js finds nothing in an empty text, though every text contains the empty one. */
function contains(text: Known, part: Known): Json {
  const guards = [...text.guards, ...part.guards];
  if (part.rule === "") return all(guards);
  const found: Json = { in: [part.rule, text.rule] };
  return all([...guards, typeof part.rule === "string" ? found : { or: [{ "===": [part.rule, ""] }, found] }]);
}
