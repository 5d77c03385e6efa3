import type { Kind } from "../diagnostic/check/names.js";
import type * as Tree from "../syntax/tree.js";
import type { Span } from "../text/span.js";
import type { Catalogue, Division, Entry, EventEntry, LifecycleEntry, ModelEntry } from "./catalogue.js";
import { choiceOf, fieldsOf, typeOf } from "./declaration/fields.js";
import { keptDates } from "./declaration/kept.js";
import { membership } from "./membership.js";
import type { Report } from "./report.js";
import { money } from "./type.js";

/** Enters every declaration of all files under its name; of two with one name the first counts and the second is reported. */
export function declare(report: Report, files: readonly Tree.File[]): Catalogue {
  const all = files.flatMap((file) => file.declarations);
  const named = <K extends Tree.Declaration["is"]>(is: K): Of<K>[] =>
    all.filter((each): each is Of<K> => each.is === is);
  const start: Span = { file: files[0]?.file ?? "", start: 0, end: 0 };
  const project = only(report, "project", named("project"));
  const userNode = only(report, "user", named("user"));
  const currency = project?.currency ? money(project.currency.text) : null;
  const policy = only(report, "policy", named("policy"));
  const tags = entered(report, "tag", all.filter(isTag));
  const strategyTags = entered(report, "tag", named("tagStrategy"));
  refuseTwins(report, tags, strategyTags);
  const lifecycles = entered(report, ({ is }) => is, all.filter(isDivision));
  const measures = entered(report, "measure", named("measure"));
  refuseClashes(report, [...tags.values(), ...lifecycles.values(), ...measures.values()]);
  const events = entered(report, "event", named("event"));
  const models = modelsOf(report, tags, events);
  return {
    project,
    currency: currency?.is === "money" ? currency : null,
    userNode,
    user: userNode && fieldsOf(report, userNode.fields, "user"),
    events: mapped(
      events,
      (entry): EventEntry => ({
        ...entry,
        fields: fieldsOf(report, entry.node.fields, "event"),
        kept: entry.node.kept && keptDates(entry.node.kept),
      }),
    ),
    tags,
    models,
    strategyTags,
    maps: entered(report, "map", named("map")),
    processes: entered(report, "process", named("process")),
    lifecycles: mapped(
      lifecycles,
      (entry): LifecycleEntry => ({ ...entry, type: choiceOf(report, partsOf(entry.node), partWords[entry.node.is]) }),
    ),
    measures,
    fitted: all.flatMap((each) => (isFitted(each) ? each.name.text : [])),
    channels: entered(report, "channel", named("channel")),
    benefits: entered(report, "benefit", named("benefit")),
    materials: entered(report, "material", named("material")),
    goals: entered(report, "goal", named("goal")),
    metrics: entered(report, "metric", named("metric")),
    lines: entered(report, "line", named("line")),
    expectations: named("expect"),
    costs: only(report, "cost", named("cost")),
    points: entered(report, "point", named("operatingPoint")),
    policy,
    ...membership(report, all),
    start,
  };
}

type TagNode = Tree.TagFact | Tree.TagModel;

function isTag(node: Tree.Declaration): node is TagNode {
  return node.is === "tagFact" || node.is === "tagModel";
}

function isDivision(node: Tree.Declaration): node is Division {
  return node.is === "lifecycle" || node.is === "value" || node.is === "groups";
}

function isFitted(node: Tree.Declaration): node is Tree.Measure | Tree.Value | Tree.Groups {
  return node.is === "measure" || node.is === "value" || node.is === "groups";
}

const partWords = { lifecycle: "stage", value: "tier", groups: "group" } as const;

/** The parts that users are divided into, the one for the rest last. */
function partsOf(node: Division): readonly Tree.Member[] {
  if (node.is === "groups") return node.groups;
  const named = node.is === "value" ? node.tiers : node.stages;
  return [...named, ...(node.otherwise ? [node.otherwise] : [])];
}

/** The scores of a model arrive like events, but are none that users do: an event cannot have its name. */
function modelsOf(
  report: Report,
  tags: ReadonlyMap<string, Entry<TagNode>>,
  events: ReadonlyMap<string, Entry<Tree.Event>>,
): ReadonlyMap<string, ModelEntry> {
  const models = new Map<string, ModelEntry>();
  for (const [name, { place, node }] of tags) {
    if (node.is !== "tagModel") continue;
    const event = events.get(name)?.node;
    if (event) {
      const args = { name, kind: "tagModel", other: "event" } as const;
      report.add("name-clash", node.name.span, args, { related: [event.name.span] });
    }
    models.set(name, { place, node, event: events.size + models.size, type: typeOf(report, node.type) });
  }
  return models;
}

/** Tags with a value, lifecycles, values, groups and measures are all used by their bare names. */
function refuseClashes(report: Report, entries: readonly Entry<TagNode | Division | Tree.Measure>[]): void {
  const first = new Map<string, TagNode | Division | Tree.Measure>();
  for (const { node } of entries) {
    const earlier = first.get(node.name.text);
    if (!earlier) first.set(node.name.text, node);
    else {
      const args = { name: node.name.text, kind: node.is, other: earlier.is };
      report.add("name-clash", node.name.span, args, { related: [earlier.name.span] });
    }
  }
}

/** Tags from facts and tags that strategies set are asked for alike. */
function refuseTwins(
  report: Report,
  tags: ReadonlyMap<string, Entry<TagNode>>,
  strategyTags: ReadonlyMap<string, Entry<Tree.TagStrategy>>,
): void {
  for (const [name, { node }] of strategyTags) {
    const tag = tags.get(name)?.node;
    if (tag) report.add("duplicate-name", node.name.span, { kind: "tag", name }, { related: [tag.name.span] });
  }
}

type Of<K extends Tree.Declaration["is"]> = Extract<Tree.Declaration, { readonly is: K }>;

function only<Node extends Only>(
  report: Report,
  kind: "project" | "user" | "policy" | "cost",
  nodes: readonly Node[],
): Node | null {
  const [first, ...others] = nodes;
  for (const other of others) {
    report.add("duplicate-name", headOf(other), { kind, name: kind }, { related: first ? [headOf(first)] : [] });
  }
  return first ?? null;
}

/** What a project has one of. */
type Only = Tree.Project | Tree.User | Tree.Policy | Tree.Costs;

/** The first word of a declaration, which has four letters, or its name. */
function headOf(node: Only): Span {
  if ("name" in node) return node.name.span;
  return { ...node.span, end: Math.min(node.span.end, node.span.start + 4) };
}

function entered<Node extends { readonly name: Tree.Name }>(
  report: Report,
  kind: Kind | ((node: Node) => Kind),
  nodes: readonly Node[],
): ReadonlyMap<string, Entry<Node>> {
  const entries = new Map<string, Entry<Node>>();
  for (const node of nodes) {
    const name = node.name.text;
    const earlier = entries.get(name);
    if (!earlier) entries.set(name, { place: entries.size, node });
    else {
      const args = { kind: typeof kind === "string" ? kind : kind(node), name };
      report.add("duplicate-name", node.name.span, args, { related: [earlier.node.name.span] });
    }
  }
  return entries;
}

function mapped<A, B>(map: ReadonlyMap<string, A>, change: (entry: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([name, entry]) => [name, change(entry)]));
}
