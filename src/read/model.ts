import type * as Tree from "../syntax/tree.js";
import { membersOf, showable } from "./catalogue.js";
import { happening } from "./event.js";
import { after, ended, type Said } from "./said.js";
import { typeText } from "./schema.js";
import type { Scope, ScoreNames } from "./scope.js";
import { isExact, lengthOf } from "./stretch.js";
import { told } from "./test.js";
import { value } from "./value.js";

/** A score that a model gives, and how long it holds. */
export function modelTag({ name, type, from, valid }: Tree.TagModel, { words, catalogue }: Scope): string {
  const score = catalogue.events.get(name.text)?.byId.get("value");
  const said = {
    type: typeText(type, score, words),
    model: words.text(from.text),
    valid: lengthOf(valid),
    days: !isExact(valid),
  };
  return words.modelTag(said) + words.stop;
}

/** What is measured, and what holds until it is found: a line each. */
export function measure({ of, otherwise, refresh }: Tree.Measure, scope: Scope): Said[] {
  const { words } = scope;
  const quantity = ({ amount, unit }: Tree.Quantity): string => words.quantity(amount, unit);
  const said = [
    ...measured(of, scope),
    ...(otherwise ? [words.untilFound(quantity(otherwise))] : []),
    ...refreshed(refresh, scope),
  ];
  return said.map((each) => ended(each, words.stop));
}

function measured(of: Tree.MeasureOf, scope: Scope): Said[] {
  const { words } = scope;
  if (of.is === "share") {
    const share = after(words.shareOf, told(of.who, scope));
    return of.among ? [share, after(words.amongUsers, told(of.among, scope))] : [share];
  }
  const period = {
    candidates: of.candidates.map(lengthOf),
    event: happening(of.pattern, scope),
    observed: lengthOf(of.observed),
    below: words.quantity(of.below.amount, of.below.unit),
  };
  return [words.measuredPeriod(period)];
}

function refreshed(refresh: Tree.Quantity | null, { words }: Scope): string[] {
  return refresh ? [words.refresh(lengthOf(refresh))] : [];
}

/** Whom a value is about, by what they are scored, and its tiers in the order in which they are tried. */
export function tiers(node: Tree.Value, outer: Scope): Said[] {
  const { words } = outer;
  const scope = { ...outer, scores: scoresOf(node.scores, outer) };
  const lead = leads(node.name, scope);
  const items = node.tiers.map(({ name, rule }) => after(lead(name), tier(rule, scope)));
  const last = node.otherwise ? [lead(node.otherwise.name) + words.otherMembers] : [];
  return [
    ...scored(node, scope),
    ...(node.split ? [words.splitAt(node.split.text as "average" | "median") + words.stop] : []),
    { head: words.tiersHead, numbered: true, items: [...items, ...last] },
    ...refreshed(node.refresh, scope).map((each) => each + words.stop),
  ];
}

function tier(rule: Tree.Tier["rule"], scope: Scope): Said {
  if (rule.is === "when") return told(rule.test, scope);
  const { amount, unit } = rule.share;
  return scope.words.tierShare({
    is: rule.is,
    share: scope.words.quantity(amount, unit),
    by: scoreName(rule.by, scope),
  });
}

/** Whom groups are about, by what they are put together, and what they are called. */
export function groups(node: Tree.Groups, outer: Scope): Said[] {
  const { words } = outer;
  const scope = { ...outer, scores: scoresOf(node.scores, outer) };
  const parts = membersOf(outer.catalogue.lifecycles.get(node.name.text) ?? []);
  const names = node.groups.map(({ name }) => words.name(parts.shown(name.text)));
  const [first] = node.scores;
  const said = [
    words.groupsCalled(names, first ? scoreName(first.name, scope) : ""),
    ...(node.salt ? [words.groupsFrom(words.text(node.salt.text))] : []),
    ...refreshed(node.refresh, scope),
  ];
  return [...scored(node, scope), ...said.map((each) => each + words.stop)];
}

function scored({ of, scores }: Tree.Value | Tree.Groups, scope: Scope): Said[] {
  const { words } = scope;
  const members = of ? [after(words.membersHead, told(of, scope))] : [];
  const list = scores.map(({ name, value: node, better }) => {
    const text = value(node, { ...scope, scores: null });
    return words.score({ name: scoreName(name, scope), value: text, days: countsTime(node), better });
  });
  return [...members, ...list].map((each) => ended(each, words.stop));
}

function countsTime(expr: Tree.Expr): boolean {
  return expr.is === "timeSince" || (expr.is === "ifUnknown" && countsTime(expr.operand));
}

function scoresOf(scores: readonly Tree.Score[], { words }: Scope): ScoreNames {
  const named = membersOf(scores.map(({ name, label }) => ({ id: name.text, label: showable(label?.text ?? null) })));
  return new Map(
    scores.map(({ name: { text }, value: of }) => {
      const shown = named.shown(text);
      const own = words.withId(words.name({ ...shown, id: null }), shown.text === text ? null : text);
      return [text, { name: own, value: of }];
    }),
  );
}

function scoreName({ text }: Tree.Name, { scores }: Scope): string {
  return scores?.get(text)?.name ?? text;
}

/** A part by its name and id. */
function leads(division: Tree.Name, { words, catalogue }: Scope): (name: Tree.Name) => string {
  const parts = membersOf(catalogue.lifecycles.get(division.text) ?? []);
  return ({ text }) => {
    const shown = parts.shown(text);
    return words.withId(words.name({ ...shown, id: null }), shown.text === text ? null : text) + words.colon;
  };
}
