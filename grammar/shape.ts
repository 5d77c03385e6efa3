import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from "chevrotain";
import { silent } from "./expression.js";
import { Grammar } from "./grammar.js";
import { classes, spellings } from "./spelling.js";

/** What a rule looks like, without what it does: for the pages and files that show the language. */
export type Shape =
  | { readonly is: "word" | "class" | "rule"; readonly text: string }
  | { readonly is: "sequence" | "choice"; readonly parts: readonly Shape[] }
  | { readonly is: "optional"; readonly part: Shape }
  /** At least once where `once`; with a separator between two. */
  | { readonly is: "many"; readonly part: Shape; readonly once: boolean; readonly separator: Shape | null };

export interface RuleShape {
  readonly name: string;
  readonly shape: Shape;
}

/** Every rule of the grammar, the file first, then from the declarations to the values. */
export function ruleShapes(): RuleShape[] {
  const grammar = new Grammar(silent, { expected: () => "" });
  const starts = declarations.map(ruleOf);
  const productions = Object.values(grammar.getGAstProductions());
  const file: Shape = { is: "many", part: { is: "choice", parts: starts }, once: false, separator: null };
  const rules = productions.map((rule) => ({ name: rule.name, shape: sequence(rule.definition) }));
  const order = reached(new Map(rules.map((rule) => [rule.name, rule])), [...starts, ruleOf("hole")]);
  return [{ name: "file", shape: file }, ...order];
}

const declarations =
  "project user event tagFact tagModel tagStrategy map process measure lifecycle value groups channel benefit material goal metric line expectation costs operatingPoint policy set strategy".split(
    " ",
  );

const alternative = (part: IProduction): Shape =>
  part instanceof Alternative ? sequence(part.definition) : shapeOf(part);

const ruleOf = (text: string): Shape => ({ is: "rule", text });

/** The rules in the order in which a reader meets them; those that only mending uses are left out. */
function reached(rules: ReadonlyMap<string, RuleShape>, starts: readonly Shape[]): RuleShape[] {
  const found = new Map<string, RuleShape>();
  const visit = (shape: Shape): void => {
    if (shape.is === "rule") {
      const rule = rules.get(shape.text);
      if (rule === undefined || found.has(rule.name)) return;
      found.set(rule.name, rule);
      visit(rule.shape);
    } else if (shape.is === "sequence" || shape.is === "choice") shape.parts.forEach(visit);
    else if (shape.is === "optional" || shape.is === "many") visit(shape.part);
  };
  starts.forEach(visit);
  return [...found.values()];
}

function sequence(parts: readonly IProduction[]): Shape {
  const [first, ...rest] = parts.map(shapeOf);
  return first !== undefined && rest.length === 0
    ? first
    : { is: "sequence", parts: first === undefined ? [] : [first, ...rest] };
}

function shapeOf(production: IProduction): Shape {
  if (production instanceof Terminal) return terminal(production.terminalType);
  if (production instanceof NonTerminal) return ruleOf(production.nonTerminalName);
  if (production instanceof Alternation) return choice(production.definition.map(alternative));
  if (production instanceof Option) return { is: "optional", part: sequence(production.definition) };
  if (production instanceof Repetition || production instanceof RepetitionMandatory) {
    const once = production instanceof RepetitionMandatory;
    return { is: "many", part: sequence(production.definition), once, separator: null };
  }
  if (production instanceof RepetitionWithSeparator || production instanceof RepetitionMandatoryWithSeparator) {
    const once = production instanceof RepetitionMandatoryWithSeparator;
    return { is: "many", part: sequence(production.definition), once, separator: terminal(production.separator) };
  }
  throw new TypeError("a production of a kind that the grammar does not use");
}

function terminal(type: TokenType): Shape {
  const written = spellings(type);
  if (written === null) return { is: "class", text: classes.get(type)?.name ?? type.name };
  return choice(written.map((text) => ({ is: "word", text })));
}

function choice(parts: readonly Shape[]): Shape {
  const flat = parts.flatMap((part) => (part.is === "choice" ? part.parts : [part]));
  const [first] = flat;
  return first !== undefined && flat.length === 1 ? first : { is: "choice", parts: flat };
}
