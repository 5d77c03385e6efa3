import type { TokenType } from "chevrotain";
import * as t from "./tokens.js";
import { units, words, wordsOf } from "./words.js";

/** A pattern of a TextMate grammar. */
interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Pattern[];
  readonly include?: string;
}

const letter = "[\\p{L}\\p{N}_]";
const name = `(?:[\\p{L}_]${letter}*|\`[^\`\\n]*\`)`;
const alone = (choices: readonly string[]): string => `(?<![\\p{L}\\p{N}_.\`])(?:${choices.join("|")})(?!${letter})`;

const declarations: readonly TokenType[] = [
  t.Project,
  t.User,
  t.Event,
  t.Tag,
  t.MapTable,
  t.Process,
  t.Lifecycle,
  t.Channel,
  t.Benefit,
  t.Material,
  t.Goal,
  t.Point,
  t.Policy,
  t.StrategySet,
  t.Strategy,
  t.Measure,
  t.Value,
  t.Groups,
  t.Metric,
  t.Line,
  t.Expect,
  t.LaterDeclaration,
];
const joining: readonly TokenType[] = [
  t.And,
  t.Or,
  t.Not,
  t.Is,
  t.Between,
  t.Contains,
  t.If,
  t.Unknown,
  t.Known,
  t.Has,
  t.Did,
  t.Reached,
];
const constants: readonly TokenType[] = [t.True, t.False, t.None, t.Never, t.Always, t.Ever, t.Today, t.Yesterday];

const spelled = (types: readonly TokenType[]): string[] => types.flatMap(wordsOf);
const apart = new Set(spelled([...joining, ...constants]));
const escape = { name: "constant.character.escape.touchline", match: "\\\\." };

/** How editors colour the language: a TextMate grammar as JSON. */
export function textMate(): string {
  const grammar = {
    $schema: "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
    comment: "Generated from the grammar by `npm run generate`; do not edit.",
    name: "Touchline",
    scopeName: "source.touchline",
    fileTypes: ["touch"],
    patterns: [{ include: "#all" }],
    repository: {
      all: { patterns: parts.map((part) => ({ include: `#${part}` })) },
      comment: { name: "comment.line.double-slash.touchline", match: "[/／]{2}.*$" },
      head: head(),
      field: { match: `(${name})\\s*(?=[:：])`, captures: { "1": { name: "variable.other.property.touchline" } } },
      text: {
        patterns: [
          text('"', '"', "double"),
          text("'", "'", "single"),
          text("“", "”", "double"),
          text("‘", "’", "single"),
        ],
      },
      quotedName: { name: "variable.other.touchline", match: "`[^`\\n]*`" },
      number: number(),
      constant: { name: "constant.language.touchline", match: alone(spelled(constants)) },
      operator: { name: "keyword.operator.word.touchline", match: alone(spelled(joining)) },
      keyword: { name: "keyword.control.touchline", match: alone(words.filter((word) => !apart.has(word))) },
      sign: { name: "keyword.operator.touchline", match: "[<＜>＞]=?|[≤≥=＝+＋*＊%％-]" },
    },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

const parts = [
  "comment",
  "head",
  "field",
  "text",
  "quotedName",
  "number",
  "constant",
  "operator",
  "keyword",
  "sign",
] as const;

/** The first line of a declaration: its word, its id, its label. */
function head(): Pattern {
  const kinds = `(?:coupon|free_order|points|gift|lottery|check_in|privilege|referral|fact|model|strategy)\\s+`;
  return {
    match: `^\\s*(${spelled(declarations).join("|")})\\s+(${kinds})?(${name})(?:\\s*(["“][^"“”\\n]*["”]))?`,
    captures: {
      "1": { name: "keyword.declaration.touchline" },
      "2": { name: "keyword.declaration.touchline" },
      "3": { name: "entity.name.type.touchline" },
      "4": { name: "string.quoted.double.label.touchline" },
    },
  };
}

/** A text ends on its line; in one with double quotes there may be holes. */
function text(open: string, close: string, kind: "double" | "single"): Pattern {
  const braces = { name: "constant.character.escape.touchline", match: "\\{\\{|\\}\\}" };
  const hole = {
    name: "meta.template.expression.touchline",
    begin: "\\{",
    end: `\\}|$`,
    patterns: [{ include: "#all" }],
  };
  return {
    name: `string.quoted.${kind}.touchline`,
    begin: open,
    end: `${close}|$`,
    patterns: kind === "double" ? [escape, braces, hole] : [escape],
  };
}

/** A number with its unit; dates and clock times before it, for they are longer. */
function number(): Pattern {
  const digits = "[0-9０-９]";
  const unit = `(%|％|(?:${[...units.keys()].join("|")}|points?|[A-Z]{3})(?!${letter}))`;
  const captures = { "1": { name: "constant.numeric.touchline" }, "2": { name: "keyword.other.unit.touchline" } };
  return {
    patterns: [
      { name: "constant.numeric.date.touchline", match: `${digits}{4}[-－]${digits}{1,2}[-－]${digits}{1,2}` },
      { name: "constant.numeric.clock.touchline", match: `${digits}{1,2}[:：]${digits}{2}` },
      { match: `(?<!${letter})(${digits}[0-9０-９_]*(?:[.．]${digits}+)?)(?:\\s*${unit})?`, captures },
    ],
  };
}
