import type { Test, When } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { readsOf } from "../reads.js";
import { meant } from "../report.js";
import { shownOf } from "../type.js";
import { constant } from "../value.js";
import { minuteOf } from "./clock.js";

type StateClause = Extract<Tree.When, { readonly is: "state" }>;

/** `user enters buyer.dormant at 09:00`, `user leaves headphone_fan`. */
export function stateChange(c: Checker, when: StateClause): When | null {
  const minute = when.at && minuteOf(c, when.at);
  const state = fixedState(c, when.state);
  if (!state || (when.at && minute === null)) return null;
  const events = [...readsOf(c, state).events].sort((a, b) => a - b);
  return { is: "state", change: when.change, state, minute, reads: events };
}

/** A state of which one can tell when somebody came to be in it. */
export function fixedState(c: Checker, path: Tree.Path): Test | null {
  const state = stateOf(c, path);
  return state && areFixed(c, readsOf(c, state).profile, path) ? state : null;
}

/** A stage of a lifecycle, or a tag that one has or has not. */
function stateOf(c: Checker, path: Tree.Path): Test | null {
  const [first, second] = path.names as readonly [Tree.Name, Tree.Name?];
  const lifecycle = c.catalogue.lifecycles.get(first.text);
  const text = c.phrases.textOf(path.span);
  if (lifecycle && second && path.names.length === 2) {
    const members = lifecycle.type.members.map(({ id }) => id);
    const place = members.indexOf(second.text);
    if (place < 0) {
      const { exist, suggestion } = meant(second, members);
      const args = { name: second.text, lifecycle: first.text, exist };
      return c.report.add("unknown-stage", second.span, args, { suggestion });
    }
    const { of, stages } = c.division(first.text, first);
    if (of?.test === null || stages.some(({ test }) => !test)) return null;
    const left = { is: "stage", lifecycle: lifecycle.place } as const;
    const said = c.phrases.said(path.span);
    return { is: "compare", op: "=", left, right: constant(place), type: lifecycle.type, said };
  }
  const tag = second ? undefined : c.catalogue.tags.get(first.text);
  if (!tag) return notAState(c, path, text);
  const meaning = c.tag(first.text, first);
  if (meaning?.is === "value") {
    return c.report.add("tag-not-boolean", path.span, { tag: first.text, type: shownOf(meaning.value) });
  }
  return meaning?.checked.test ? { is: "tag", tag: tag.place, said: c.phrases.said(path.span) } : null;
}

function notAState(c: Checker, path: Tree.Path, text: string): null {
  const { tags, lifecycles, strategyTags } = c.catalogue;
  const states = [
    ...[...lifecycles].flatMap(([name, { type }]) => type.members.map(({ id }) => `${name}.${id}`)),
    ...tags.keys(),
  ];
  const why = strategyTags.has(text) ? "touch" : lifecycles.has(text) ? "stage" : "none";
  const { exist, suggestion } = meant({ text, span: path.span }, states);
  return c.report.add(
    "unknown-state",
    path.span,
    { text, why, exist },
    { suggestion: why === "none" ? suggestion : null },
  );
}

/** What was true yesterday can be told from events and from what never changes; the rest of a profile has no yesterday. */
function areFixed(c: Checker, profile: ReadonlySet<number>, path: Tree.Path): boolean {
  const fields = [...(c.catalogue.user?.values() ?? [])];
  const changing = fields.flatMap(({ place, field }) => (field && profile.has(place) && !field.fixed ? field.id : []));
  for (const name of changing) {
    const declared = c.catalogue.userNode?.fields.find((each) => each.name.text === name);
    const write = `${declared ? c.phrases.textOf(declared.span) : name} fixed`;
    const args = { state: c.phrases.textOf(path.span), field: name, write };
    c.report.add("state-not-fixed", path.span, args, { related: declared ? [declared.name.span] : [] });
  }
  return changing.length === 0;
}
