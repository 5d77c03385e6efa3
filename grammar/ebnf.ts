import type { RuleShape, Shape } from "./shape.js";
import { classes } from "./spelling.js";

const WIDTH = 100;

/** The rules as EBNF: `{ }` any number of times, `[ ]` perhaps, `|` or. */
export function ebnf(rules: readonly RuleShape[]): string {
  const lexical = [...classes.values()].map(({ name, made }) => `${name.padEnd(9)} = ? ${made} ? ;`);
  const head = "(* The Touchline language. Generated from the grammar by `npm run generate`; do not edit. *)";
  const all =
    "(* It spells out all that is read: also what is then refused with its correction, or as of a later version. *)";
  const note =
    "(* Tokens. Full-width signs and digits mean the plain ones; comments run from // to the end of the line. *)";
  return `${[head, all, "", ...rules.map(rule), "", note, "", ...lexical].join("\n")}\n`;
}

function rule({ name, shape }: RuleShape): string {
  const flat = `${name} = ${written(shape)} ;`;
  if (flat.length <= WIDTH || shape.is !== "choice") return wrapped(flat);
  return `${name}\n  = ${shape.parts.map((part) => wrapped(written(part))).join("\n  | ")}\n  ;`;
}

function written(shape: Shape): string {
  switch (shape.is) {
    case "word":
      return `"${shape.text}"`;
    case "class":
    case "rule":
      return shape.text;
    case "sequence":
      return shape.parts.map((part) => (part.is === "choice" ? `( ${written(part)} )` : written(part))).join(" ");
    case "choice":
      return shape.parts.map(written).join(" | ");
    case "optional":
      return `[ ${written(shape.part)} ]`;
    case "many":
      return many(shape.part, shape.once, shape.separator);
  }
}

function many(part: Shape, once: boolean, separator: Shape | null): string {
  const text = written(part);
  const again = separator === null ? text : `${written(separator)} ${part.is === "choice" ? `( ${text} )` : text}`;
  const first = part.is === "choice" ? `( ${text} )` : text;
  const more = `{ ${again} }`;
  if (once) return `${first} ${more}`;
  return separator === null ? more : `[ ${first} ${more} ]`;
}

/** Long rows go on below, indented. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) as string;
    if (last !== "" && last.length + word.length >= WIDTH - 4) lines.push(`    ${word}`);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n");
}
