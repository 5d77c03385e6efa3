/**
 * The read-back: each declaration of a project as sentences in English or Chinese, made from the tree alone, so that what
 * is read aloud is what will run.
 */
import type { Language } from "../diagnostic/wording.js";
import type { Program } from "../program/program.js";
import type { Benefit, Declaration, Expr, File, Goal } from "../syntax/tree.js";
import { visible } from "../text/visible.js";
import { type Catalogue, catalogueOf, showable } from "./catalogue.js";
import { channel, goal, material, terms } from "./offer.js";
import { isValue } from "./role.js";
import { after, ended, linesOf, type Said } from "./said.js";
import { fields, lifecycle, mapTable, project } from "./schema.js";
import type { Scope } from "./scope.js";
import { processSteps } from "./sequence.js";
import { lengthOf } from "./stretch.js";
import { type Offers, strategy } from "./strategy.js";
import { condition, told } from "./test.js";
import { value } from "./value.js";
import type { DeclarationKind, ReadWording } from "./wording.js";
import { readEn } from "./wording/en.js";
import { readZh } from "./wording/zh.js";

const wording: Readonly<Record<Language, ReadWording>> = { en: readEn, zh: readZh };

/** A declaration, told. */
export interface Telling {
  readonly kind:
    | "project"
    | "user"
    | "event"
    | "tag"
    | "map"
    | "process"
    | "lifecycle"
    | "channel"
    | "benefit"
    | "material"
    | "goal"
    | "strategy";
  readonly id: string;
  readonly label: string | null;
  /** Lists stand on lines of their own, each item behind its number or dash. */
  readonly sentence: string;
}

/** Tells every declaration, in the files' order. The program must be compiled from just these files. */
export function readBack(files: readonly File[], program: Program, language: Language): Telling[] {
  const declarations = files.flatMap((file) => file.declarations);
  const catalogue = catalogueOf(program, declarations);
  const scope: Scope = { words: wording[language], catalogue, event: null, condition };
  const offers = offersOf(declarations);
  return declarations.map((each) => telling(each, offers, scope));
}

function offersOf(declarations: readonly Declaration[]): Offers {
  const benefits = new Map<string, Benefit>();
  const goals = new Map<string, Goal>();
  for (const each of declarations) {
    if (each.is === "benefit") benefits.set(each.name.text, each);
    else if (each.is === "goal") goals.set(each.name.text, each);
  }
  return { benefits, goals };
}

function telling(node: Declaration, offers: Offers, scope: Scope): Telling {
  const { words, catalogue } = scope;
  const as = (kind: Telling["kind"], title: DeclarationKind, lead: string, said: readonly Said[]): Telling => {
    if (!("name" in node)) throw new Error("a declaration without a name is told by itself");
    const label = node.label?.text ?? null;
    const id = node.name.text;
    const name = showable(label) ?? id;
    const [first = "", ...rest] = said;
    const titled = after(words.title(title, name, name === id ? null : id) + lead, first);
    return { kind, id, label, sentence: sentenceOf([titled, ...rest]) };
  };
  const { colon, stop } = words;
  switch (node.is) {
    case "project":
      return as("project", "project", colon, [project(node, scope)]);
    case "user":
      return {
        kind: "user",
        id: "user",
        label: null,
        sentence: sentenceOf([fields(words.userFields, node.fields, catalogue.user, scope)]),
      };
    case "event":
      return as("event", "event", words.comma, [eventFields(node, catalogue, scope)]);
    case "tagFact":
      return as("tag", "tag", colon, [ended(tagged(node.value, scope), stop)]);
    case "map":
      return as("map", "map", colon, [mapTable(node, scope)]);
    case "process":
      return as("process", "process", colon, [processSteps(node, scope)]);
    case "lifecycle":
      return as("lifecycle", "lifecycle", colon, [lifecycle(node, scope)]);
    case "channel":
      return as("channel", "channel", colon, [channel(node, scope)]);
    case "benefit":
      return as("benefit", node.kind.text as DeclarationKind, colon, [terms(node, scope) + stop]);
    case "material":
      return as("material", "material", words.comma, [material(node, scope)]);
    case "goal":
      return as("goal", "goal", colon, [goal(node, scope)]);
    case "strategy":
      return as("strategy", "strategy", "", ["", ...strategy(node, offers, scope)]);
    case "tagStrategy":
    case "operatingPoint":
    case "policy":
    case "set":
      throw new Error(`\`${node.is}\` has no words yet`);
    case "notYet":
      throw new Error(`\`${node.construct}\` is refused by the checker`);
  }
}

/** A tag is a test that holds, or a value. */
function tagged(expr: Expr, scope: Scope): Said {
  return isValue(expr) ? value(expr, scope) : told(expr, scope);
}

function eventFields(node: Declaration & { readonly is: "event" }, { events }: Catalogue, scope: Scope): Said {
  const { words } = scope;
  const kept = node.kept ? words.kept(lengthOf(node.kept)) + words.comma : "";
  const own = events.get(node.name.text);
  if (!own || node.fields.length === 0) return kept + words.noFields + words.stop;
  return after(kept, fields(words.eventFields, node.fields, own, scope));
}

function sentenceOf(said: readonly Said[]): string {
  return said.flatMap(linesOf).map(visible).join("\n");
}
