import type { Tag } from "../../program/program.js";
import type { TagFact } from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";

export function tag(c: Checker, node: TagFact): Tag | null {
  const { test } = c.test(node.value, userScope);
  return test && { id: node.name.text, label: node.label?.text ?? null, value: { is: "test", test } };
}
