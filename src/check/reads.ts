import type { Checker } from "./checker.js";

/** What tests and values look at, through all tags, stages and facts that they are made of. */
export interface Reads {
  /** Places of fields of the user. */
  readonly profile: ReadonlySet<number>;
  /** Places of kinds of events. */
  readonly events: ReadonlySet<number>;
  /** Whether tags that strategies set are among it. */
  readonly touches: boolean;
}

/** Follows columns, tags and stages from anything that is made of tests and values over the columns of facts. */
export function readsOf(c: Checker, ...parts: readonly unknown[]): Reads {
  const profile = new Set<number>();
  const events = new Set<number>();
  const followed = new Set<string>();
  let touches = false;
  const tags = [...c.catalogue.tags.keys()];
  const lifecycles = [...c.catalogue.lifecycles.keys()];
  const once = (key: string, follow: () => void): void => {
    if (followed.has(key)) return;
    followed.add(key);
    follow();
  };
  /** In a fact `column` names a field of the event, so it leads no further. */
  const inFact = (node: Node): void => {
    if (typeof node["event"] === "number") events.add(node["event"]);
    const ofUser = node["is"] === "profile" || node["is"] === "profileDate";
    if (ofUser && typeof node["field"] === "number") profile.add(node["field"]);
    if (node["is"] === "strategyTag") touches = true;
  };
  const inTest = (node: Node): void => {
    const { column, tag, lifecycle } = node;
    if (typeof column === "number") once(`column ${column}`, () => visit(c.facts.list[column], inFact));
    if (typeof tag === "number") once(`tag ${tag}`, () => visit(c.tag(tags[tag] ?? "", null), inTest));
    if (typeof lifecycle === "number")
      once(`lifecycle ${lifecycle}`, () =>
        visit(
          c.stages(lifecycles[lifecycle] ?? "", null).map(({ test }) => test),
          inTest,
        ),
      );
  };
  visit(parts, inTest);
  return { profile, events, touches };
}

type Node = Readonly<Record<string, unknown>>;

/** Calls back for everything that a value is made of. */
function visit(part: unknown, meet: (node: Node) => void): void {
  if (typeof part !== "object" || part === null) return;
  meet(part as Node);
  for (const value of Object.values(part)) visit(value, meet);
}
