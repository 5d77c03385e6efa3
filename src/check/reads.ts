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

/**
 * Follows columns, tags and stages from anything that is made of tests and values over the columns of facts. What is still to be
 * followed waits in a list: a chain of tags may be longer than any stack.
 */
export function readsOf(c: Checker, ...parts: readonly unknown[]): Reads {
  const profile = new Set<number>();
  const events = new Set<number>();
  let touches = false;
  const columns = new Set<number>();
  const tags = new Set<number>();
  const lifecycles = new Set<number>();
  const pending: unknown[] = [parts];
  const follow = (place: unknown, known: Set<number>, made: (place: number) => unknown): void => {
    if (typeof place !== "number" || known.has(place)) return;
    known.add(place);
    pending.push(made(place));
  };
  const names = { tags: [...c.catalogue.tags.keys()], lifecycles: [...c.catalogue.lifecycles.keys()] };
  while (pending.length > 0) {
    visit(pending.pop(), (node) => {
      follow(node["tag"], tags, (place) => c.tag(names.tags[place] ?? "", null));
      follow(node["lifecycle"], lifecycles, (place) => {
        const { of, stages } = c.division(names.lifecycles[place] ?? "", null);
        return [of?.test, ...stages.map(({ test }) => test)];
      });
      if (typeof node["column"] === "number") columns.add(node["column"]);
    });
  }
  for (const column of columns) {
    // In a fact `column` names a field of the event, so it leads no further.
    visit(c.facts.list[column], (node) => {
      if (typeof node["event"] === "number") events.add(node["event"]);
      const ofUser = node["is"] === "profile" || node["is"] === "profileDate";
      if (ofUser && typeof node["field"] === "number") profile.add(node["field"]);
      if (node["is"] === "strategyTag") touches = true;
    });
  }
  return { profile, events, touches };
}

type Node = Readonly<Record<string, unknown>>;

/** Calls back for everything that a value is made of. */
function visit(part: unknown, meet: (node: Node) => void): void {
  if (typeof part !== "object" || part === null) return;
  meet(part as Node);
  for (const value of Object.values(part)) visit(value, meet);
}
