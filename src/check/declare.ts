import type { Kind } from "../diagnostic/check/names.js";
import type * as Tree from "../syntax/tree.js";
import type { Span } from "../text/span.js";
import type { Catalogue, Entry, EventEntry, LifecycleEntry } from "./catalogue.js";
import { choiceOf, fieldsOf } from "./declaration/fields.js";
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
  const tags = entered(report, "tag", named("tagFact"));
  const strategyTags = entered(report, "tag", named("tagStrategy"));
  refuseTwins(report, tags, strategyTags);
  const lifecycles = entered(report, "lifecycle", named("lifecycle"));
  refuseClashes(report, tags, lifecycles);
  return {
    project,
    currency: currency?.is === "money" ? currency : null,
    userNode,
    user: userNode && fieldsOf(report, userNode.fields, "user"),
    events: mapped(
      entered(report, "event", named("event")),
      (entry): EventEntry => ({
        ...entry,
        fields: fieldsOf(report, entry.node.fields, "event"),
        kept: entry.node.kept && keptDates(entry.node.kept),
      }),
    ),
    tags,
    strategyTags,
    maps: entered(report, "map", named("map")),
    processes: entered(report, "process", named("process")),
    lifecycles: mapped(
      lifecycles,
      (entry): LifecycleEntry => ({
        ...entry,
        type: choiceOf(
          report,
          [...entry.node.stages, ...(entry.node.otherwise ? [entry.node.otherwise] : [])],
          "stage",
        ),
      }),
    ),
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

/** A tag with a value and a lifecycle are both used by their bare names. */
function refuseClashes(
  report: Report,
  tags: ReadonlyMap<string, Entry<Tree.TagFact>>,
  lifecycles: ReadonlyMap<string, Entry<Tree.Lifecycle>>,
): void {
  for (const [name, { node }] of lifecycles) {
    const tag = tags.get(name)?.node;
    if (tag) report.add("name-clash", node.name.span, { name }, { related: [tag.name.span] });
  }
}

/** Tags from facts and tags that strategies set are asked for alike. */
function refuseTwins(
  report: Report,
  tags: ReadonlyMap<string, Entry<Tree.TagFact>>,
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
  kind: Kind,
  nodes: readonly Node[],
): ReadonlyMap<string, Entry<Node>> {
  const entries = new Map<string, Entry<Node>>();
  for (const node of nodes) {
    const name = node.name.text;
    const earlier = entries.get(name);
    if (!earlier) entries.set(name, { place: entries.size, node });
    else report.add("duplicate-name", node.name.span, { kind, name }, { related: [earlier.node.name.span] });
  }
  return entries;
}

function mapped<A, B>(map: ReadonlyMap<string, A>, change: (entry: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([name, entry]) => [name, change(entry)]));
}
