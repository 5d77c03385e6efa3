import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { canonicalJson } from "../program/canonical.js";
import type { Checker } from "./checker.js";

/**
 * A hash of what tests and values mean, whatever they are called to people and wherever they stand: facts are spelled out, events
 * and fields go by their names, and whatever tag or lifecycle is among it is spelled out as well.
 */
export function definitionKey(c: Checker, meaning: unknown): string {
  const speller = new Speller(c);
  const own = speller.spell(meaning, null);
  const text = canonicalJson({ own, needs: speller.needs() });
  return bytesToHex(sha256(new TextEncoder().encode(text))).slice(0, 16);
}

type Node = Readonly<Record<string, unknown>>;

/** What is shown to people only. */
const shown: ReadonlySet<string> = new Set(["said", "label"]);

/** What is still to be spelled waits in a list: a chain of tags may be longer than any stack. */
class Speller {
  readonly #c: Checker;
  readonly #pending = new Map<string, () => unknown>();

  constructor(c: Checker) {
    this.#c = c;
  }

  /** `event`: whose fields columns are, in a `where`; elsewhere they are facts. */
  spell(part: unknown, event: number | null): unknown {
    if (Array.isArray(part)) return part.map((each) => this.spell(each, event));
    if (typeof part !== "object" || part === null) return part;
    const node = part as Node;
    return this.#named(node, event) ?? this.#members(node, event);
  }

  /** All that was named, by its kind and name. */
  needs(): Readonly<Record<string, unknown>> {
    const spelled = new Map<string, unknown>();
    for (const [name, make] of this.#pending) spelled.set(name, this.spell(make(), null));
    return Object.fromEntries(spelled);
  }

  #named(node: Node, event: number | null): unknown {
    const { is, column, tag, lifecycle, map } = node;
    if (is === "column" && typeof column === "number") {
      if (event !== null) return { ...node, column: this.#field(event, column) };
      return { ...node, column: this.spell(this.#c.facts.list[column], null) };
    }
    if (is === "tag" && typeof tag === "number") return { is, tag: this.#tag(tag) };
    if (is === "stage" && typeof lifecycle === "number") return { is, lifecycle: this.#division(lifecycle) };
    if (is === "lookup" && typeof map === "number") {
      const rows = this.#c.map([...this.#c.catalogue.maps.keys()][map] ?? "")?.rows;
      return { is, map: this.spell(rows, null), key: this.spell(node["key"], event) };
    }
    return null;
  }

  #members(node: Node, event: number | null): Node {
    const own = eventOf(node);
    const inside = own ?? event;
    const members = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (shown.has(key)) return [];
      if (key === "event" && typeof value === "number") return [[key, this.#event(value)]];
      if (key === "field" && typeof value === "number")
        return [[key, this.#field(ofUser(node) ? null : inside, value)]];
      return [[key, this.spell(value, key === "where" ? inside : own !== null && key === "same" ? own : event)]];
    });
    return Object.fromEntries(members);
  }

  #event(place: number): string {
    const { events, models } = this.#c.catalogue;
    return [...events.keys(), ...models.keys()][place] ?? "";
  }

  #field(event: number | null, place: number): string {
    const { events, user } = this.#c.catalogue;
    const fields = event === null ? user : ([...events.values()][event]?.fields ?? null);
    return [...(fields?.keys() ?? [])][place] ?? String(place);
  }

  #tag(place: number): string {
    const name = [...this.#c.catalogue.tags.keys()][place] ?? "";
    return this.#needed(`tag ${name}`, () => this.#c.tag(name, null));
  }

  #division(place: number): string {
    const name = [...this.#c.catalogue.lifecycles.keys()][place] ?? "";
    return this.#needed(`lifecycle ${name}`, () => {
      const { of, stages } = this.#c.division(name, null);
      return { of: of?.test ?? null, stages: stages.map(({ test }) => test) };
    });
  }

  #needed(name: string, make: () => unknown): string {
    if (!this.#pending.has(name)) this.#pending.set(name, make);
    return name;
  }
}

/** The event that a fact, a point or a step is about. */
function eventOf({ event, point }: Node): number | null {
  if (typeof event === "number") return event;
  return typeof point === "object" && point !== null ? eventOf(point as Node) : null;
}

function ofUser({ is }: Node): boolean {
  return is === "profile" || is === "profileDate";
}
