import { ebnf } from "./ebnf.js";
import { railroad } from "./railroad.js";
import { ruleShapes } from "./shape.js";
import { textMate } from "./text-mate.js";

/** What is made from the grammar, by its file name in this folder. */
export function generated(): ReadonlyMap<string, string> {
  const rules = ruleShapes();
  return new Map([
    ["touchline.ebnf", ebnf(rules)],
    ["touchline.tmLanguage.json", textMate()],
    ["diagram.html", railroad(rules)],
  ]);
}
