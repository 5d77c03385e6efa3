/**
 * The read-back: each declaration of a project as sentences in English or Chinese, made from the tree alone, so that what
 * is read aloud is what will run.
 */
import type { Language } from "../diagnostic/wording.js";
import type { Program } from "../program/program.js";
import { type Member, partsOf, strategiesOf } from "../check/inherited.js";
import type { Declaration, Expr, File, TagStrategy } from "../syntax/tree.js";
import { visible } from "../text/visible.js";
import { type Catalogue, catalogueOf, showable } from "./catalogue.js";
import { groups, measure, modelTag, tiers } from "./model.js";
import { benefit, channel, material } from "./offer.js";
import type { Offers } from "./offering.js";
import { policyRules } from "./policy.js";
import { isValue } from "./role.js";
import { after, ended, linesOf, type Said } from "./said.js";
import { fields, lifecycle, mapTable, project } from "./schema.js";
import type { Scope } from "./scope.js";
import { processSteps } from "./sequence.js";
import { lengthOf } from "./stretch.js";
import { strategySet } from "./set.js";
import { strategy } from "./strategy.js";
import { costs, expectation, goal, line, metric } from "./target.js";
import { condition, told } from "./test.js";
import { value } from "./value.js";
import { triggersOf } from "./when.js";
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
    | "measure"
    | "value"
    | "groups"
    | "channel"
    | "benefit"
    | "material"
    | "goal"
    | "metric"
    | "line"
    | "expect"
    | "cost"
    | "point"
    | "policy"
    | "set"
    | "strategy"
    | "strategy_tag";
  readonly id: string;
  readonly label: string | null;
  /** Lists stand on lines of their own, each item behind its number or dash. */
  readonly sentence: string;
}

/** Tells every declaration, in the files' order. The program must be compiled from just these files. */
export function readBack(files: readonly File[], program: Program, language: Language): Telling[] {
  const declarations = files.flatMap((file) => file.declarations);
  const catalogue = catalogueOf(program, declarations);
  const scope: Scope = { words: wording[language], catalogue, event: null, scores: null, triggers: [], condition };
  const offers = offersOf(declarations);
  const triggers = triggersOfMaterials(declarations, scope);
  return declarations.map((each) => telling(each, offers, triggers, scope));
}

function offersOf(declarations: readonly Declaration[]): Offers {
  const named = <K extends Declaration["is"]>(is: K): Extract<Declaration, { readonly is: K }>[] =>
    declarations.filter((each): each is Extract<Declaration, { readonly is: K }> => each.is === is);
  return {
    benefits: new Map(named("benefit").map((each) => [each.name.text, each])),
    goals: new Map(named("goal").map((each) => [each.name.text, each])),
    channels: new Map(named("material").map(({ name, channel: { text } }) => [name.text, text])),
  };
}

/** The events that start the strategies which use a material: its holes may show their fields. */
function triggersOfMaterials(
  declarations: readonly Declaration[],
  scope: Pick<Scope, "catalogue">,
): ReadonlyMap<string, readonly string[]> {
  const triggers = new Map<string, string[]>();
  for (const { strategy: node } of declarations.flatMap(membersOf)) {
    const variants = node.split?.variants ?? [];
    for (const { text } of [...node.materials, ...variants.flatMap(({ materials }) => materials)])
      triggers.set(text, [...(triggers.get(text) ?? []), ...triggersOf(node.when, scope)]);
  }
  return triggers;
}

function membersOf(node: Declaration): readonly Member[] {
  if (node.is === "set") return strategiesOf(node);
  return node.is === "strategy" ? [alone(node)] : [];
}

function alone(node: Declaration & { readonly is: "strategy" }): Member {
  return { strategy: node, who: partsOf(node.who) };
}

function telling(
  node: Declaration,
  offers: Offers,
  triggers: ReadonlyMap<string, readonly string[]>,
  scope: Scope,
): Telling {
  const { words, catalogue } = scope;
  const as = (kind: Telling["kind"], title: DeclarationKind, lead: string, said: readonly Said[]): Telling => {
    const named = "name" in node ? node.name : node.is === "expect" ? node.role : null;
    if (!named || !("label" in node)) throw new Error("a declaration without a name is told by itself");
    const label = node.label?.text ?? null;
    const id = named.text;
    const name = showable(label) ?? id;
    const [first = "", ...rest] = said;
    const titled = after(words.title(title, name, name === id ? null : id) + lead, first);
    return { kind, id, label, sentence: sentenceOf([titled, ...rest]) };
  };
  const { colon, stop } = words;
  switch (node.is) {
    case "project":
      return as("project", "project", colon, [words.sentences(project(node, scope)) + stop]);
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
    case "tagModel":
      return as("tag", "modelTag", colon, [modelTag(node, scope)]);
    case "measure":
      return as("measure", "measure", colon.trimEnd(), [listed(measure(node, scope))]);
    case "value":
      return as("value", "value", colon.trimEnd(), [listed(tiers(node, scope))]);
    case "groups":
      return as("groups", "groups", colon.trimEnd(), [listed(groups(node, scope))]);
    case "map":
      return as("map", "map", colon, [mapTable(node, scope)]);
    case "process":
      return as("process", "process", colon, [processSteps(node, scope)]);
    case "lifecycle":
      return as("lifecycle", "lifecycle", colon, [lifecycle(node, scope)]);
    case "channel":
      return as("channel", "channel", colon, [channel(node, scope)]);
    case "benefit":
      return as("benefit", node.kind.text as DeclarationKind, colon, [benefit(node, scope)]);
    case "material":
      return as("material", "material", words.comma, [
        material(node, { ...scope, triggers: triggers.get(node.name.text) ?? [] }),
      ]);
    case "goal":
      return as("goal", "goal", colon, [goal(node, scope)]);
    case "metric": {
      const lead = (node.northStar ? words.comma + words.northStar : "") + colon.trimEnd();
      return as("metric", "metric", lead, [listed(metric(node, scope))]);
    }
    case "line":
      return as("line", "line", colon.trimEnd(), [listed(line(node, scope))]);
    case "expect":
      return as("expect", "expect", colon, [expectation(node, scope)]);
    case "cost":
      return { kind: "cost", id: "cost", label: null, sentence: sentenceOf([costs(node, scope)]) };
    case "strategy":
      return as("strategy", "strategy", "", [
        "",
        ...strategy(alone(node), offers, scope).map((said) => ended(said, stop)),
      ]);
    case "set":
      return as("set", "set", "", ["", ...strategySet(node, offers, scope).map((said) => ended(said, stop))]);
    case "tagStrategy":
      return as("strategy_tag", "strategyTag", colon, [strategyTag(node, scope)]);
    case "operatingPoint":
      return as("point", "point", stop, []);
    case "policy":
      return as("policy", "policy", node.rules.length > 0 ? colon.trimEnd() : colon, [policy(node, scope)]);
    case "notYet":
      throw new Error(`\`${node.construct}\` is refused by the checker`);
  }
}

function listed(items: readonly Said[]): Said {
  return { head: "", numbered: false, items };
}

function policy(node: Declaration & { readonly is: "policy" }, scope: Scope): Said {
  const items = policyRules(node, scope);
  return items.length === 0 ? scope.words.noRules + scope.words.stop : { head: "", numbered: false, items };
}

function strategyTag({ valid }: TagStrategy, { words }: Scope): string {
  return words.strategyTag(valid && lengthOf(valid)) + words.stop;
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
