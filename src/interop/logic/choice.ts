import type { MapKey, Num, Text, Type } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import { isKnown, type Known, onlyIf, otherwise } from "./guard.js";
import { columnOf } from "./known-elsewhere.js";
import { CannotSay, type Writer } from "./writer.js";

/** Choices, and yes or no, are compared by what they are called, not by number. */
export const isDiscrete = (type: Type): boolean => type.is === "enum" || type.is === "boolean";

/** A stored value of a choice as JSON. */
export function discreteConstant(stored: number, type: Type): Json {
  return type.is === "enum" ? (type.members[stored]?.id ?? null) : stored !== 0;
}

/** A choice by its id, yes or no as such. */
export function discrete(w: Writer, num: Num, type: Type): Known {
  switch (num.is) {
    case "constant":
      return { rule: discreteConstant(num.n / num.d, type), guards: [] };
    case "column": {
      const named = columnOf(w, num.column);
      w.reads.read(named);
      const of: Json = { var: named.name };
      const guards = named.optional ? [isKnown(named.name)] : [];
      const isYesNo = type.is !== "boolean" || named.type.is === "boolean";
      return { rule: isYesNo ? of : { "!==": [of, 0] }, guards };
    }
    case "ifUnknown":
      return otherwise(discrete(w, num.value, type), discrete(w, num.otherwise, type));
    case "stage":
      return stage(w, num.lifecycle);
    case "when":
      return onlyIf(w, num.test, discrete(w, num.value, type));
    case "tag": {
      const value = w.program.tags[num.tag]?.value;
      if (value?.is === "num") return discrete(w, value.num, type);
      if (value?.is === "test") return { rule: w.rule(value.test), guards: [] };
      throw new RangeError("a tag that is a text stands where a choice does");
    }
    case "zodiac": {
      if (num.date.is !== "column") throw new CannotSay({ is: "computed", what: "zodiac" });
      const named = w.names.zodiac(num.calendar, num.date.column, type);
      w.reads.read(named);
      return { rule: { var: named.name }, guards: named.optional ? [isKnown(named.name)] : [] };
    }
    default:
      throw new RangeError(`\`${num.is}\` is no choice`);
  }
}

/** The first stage whose test holds; known of those whom it is about, if a test holds of them or a last stage takes the rest. */
function stage(w: Writer, lifecycle: number): Known {
  const { of = null, stages = [] } = w.program.lifecycles[lifecycle] ?? {};
  const tests = stages.flatMap(({ test }) => (test === null ? [] : [w.rule(test)]));
  const branches = stages.flatMap(({ id }, at) => (at < tests.length ? [tests[at] as Json, id] : [id]));
  const members = of === null ? [] : [w.rule(of)];
  const found = tests.length < stages.length ? [] : [tests.length === 1 ? (tests[0] as Json) : { or: tests }];
  return { rule: branches.length === 1 ? (branches[0] as Json) : { if: branches }, guards: [...members, ...found] };
}

/** A text. */
export function textOf(w: Writer, text: Text): Known {
  switch (text.is) {
    case "constant":
      return { rule: text.text, guards: [] };
    case "column": {
      const named = columnOf(w, text.column);
      w.reads.read(named);
      return { rule: { var: named.name }, guards: named.optional ? [isKnown(named.name)] : [] };
    }
    case "when":
      return onlyIf(w, text.test, textOf(w, text.value));
    case "ifUnknown":
      return otherwise(textOf(w, text.value), textOf(w, text.otherwise));
    case "tag": {
      const value = w.program.tags[text.tag]?.value;
      if (value?.is !== "text") throw new RangeError("a tag that is no text stands where a text does");
      return textOf(w, value.text);
    }
    case "lookup": {
      const rows = w.program.maps[text.map]?.rows ?? [];
      const { rule: of, guards } = keyed(w, text.key);
      const chain: Json[] = rows.flatMap((row): Json[] => [{ "===": [of, row.key] }, row.value]);
      return { rule: { if: [...chain, ""] }, guards: [...guards, { in: [of, rows.map((row) => row.key)] }] };
    }
    case "profile":
    case "trigger":
      throw new RangeError("a field that only a `where` names stands outside one");
  }
}

/** What is looked up in a map: a text, or a choice by its id. */
export function keyed(w: Writer, key: MapKey): Known {
  if (key.is === "text") return textOf(w, key.text);
  const members = key.members.map((id) => ({ id, label: null }));
  return discrete(w, key.value, { is: "enum", members });
}
