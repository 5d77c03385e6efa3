import type { Num, Tag } from "../../program/program.js";
import type { Expr, TagFact, TagModel } from "../../syntax/tree.js";
import { type Checker, type TagMeaning, userScope } from "../checker.js";
import { clock, dateOfMoment, instantOfMoment } from "../expression/dated.js";
import { isValue } from "../expression/expression.js";
import { warnOfSilence } from "../silence.js";
import type { SinceValue } from "../value.js";
import { modelMeaning } from "./model-tag.js";

/** What a tag stands for; `null` when something in it was reported. */
export function tagMeaning(c: Checker, node: TagFact | TagModel): TagMeaning | null {
  if (node.is === "tagModel") return modelMeaning(c, node);
  if (!isValue(node.value)) {
    const checked = c.test(node.value, userScope);
    // A silence alone may be what is named: others say beside it who is meant.
    if (node.value.is === "and") warnOfSilence(c, [node.value], checked.whenTrue);
    return { is: "test", checked };
  }
  const value = c.value(node.value, userScope);
  if (!value) return null;
  const text = c.phrases.textOf(node.value.span);
  if (value.is === "period") return c.report.add("tag-length", node.value.span, { tag: node.name.text, text });
  // A yes or no is asked with `has`, so it must be one for everybody.
  if (value.is === "num" && value.type.is === "boolean") return booleanTag(c, node.value);
  return { is: "value", value };
}

/** A field that is true or false is a value; as a tag it must be written as the test that it means. */
function booleanTag(c: Checker, expr: Expr): TagMeaning | null {
  const checked = c.test(expr, userScope);
  return checked.test && { is: "test", checked };
}

/** A tag as the program lists it. */
export function tag(c: Checker, node: TagFact | TagModel): Tag | null {
  const meaning = c.tag(node.name.text, null);
  const named = { id: node.name.text, label: node.label?.text ?? null };
  if (!meaning) return null;
  if (meaning.is === "test") {
    const { test } = meaning.checked;
    return test && { ...named, value: { is: "test", test } };
  }
  const { value } = meaning;
  if (value.is === "text") return { ...named, value: { is: "text", text: value.text, type: value.type } };
  if (value.is === "num") return { ...named, value: { is: "num", num: value.num, type: value.type } };
  return { ...named, value: elapsed(c, value) };
}

/** The time since a moment, exact where it has an instant. What compares it counts in the unit that it is compared in. */
function elapsed(c: Checker, { dated, fallback }: SinceValue): Tag["value"] {
  const instant = instantOfMoment(c, dated.moment);
  const left = clock(c, instant ? "now" : "today");
  const gone: Num = { is: "minus", left, right: instant ?? dateOfMoment(c, dated.moment) };
  const unit = instant ? "ms" : "day";
  const assumed = fallback && fallback.unit === unit ? ({ is: "constant", n: fallback.n, d: 1 } as const) : null;
  const num: Num = assumed ? { is: "ifUnknown", value: gone, otherwise: assumed } : gone;
  return { is: "num", num, type: { is: instant ? "span" : "period" } };
}
