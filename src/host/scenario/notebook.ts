import type { DataMessages } from "../../diagnostic/data.js";
import { type Code, type Diagnostic, diagnostic } from "../../diagnostic/diagnostic.js";
import type { ScenarioMessages, ScenarioName } from "../../diagnostic/scenario.js";
import { nearest } from "../../text/nearest.js";
import type { Source } from "../../text/source.js";
import type { Span } from "../../text/span.js";
import type { YamlPair, YamlValue } from "../../text/yaml.js";

/** What is said of a file of cases as it is of `data.yaml`. */
type Shared = Pick<DataMessages, "data-shape" | "data-unknown-key" | "data-missing-key">;
type Told = ScenarioMessages & Shared;

export type Keys = ReadonlyMap<string, YamlPair>;

/** What to write where a form is not understood, to copy from. */
export const examples = {
  file: "cases: [{ name: …, at: 2026-06-18 10:00, expect: { none: [a_strategy] } }]",
  cases: "cases: [{ name: …, at: 2026-06-18 10:00, expect: { none: [a_strategy] } }]",
  case: "{ name: …, at: 2026-06-18 10:00, expect: { none: [a_strategy] } }",
  name: "name: Looked three days running and did not order",
  given: "given: { user: { city: Shanghai }, events: [{ event: pay, at: 3 days ago, amount: 20 }] }",
  user: "user: { city: Shanghai }",
  defaults: "defaults: { pay: { amount: 20 } }",
  events: "events: [{ event: pay, at: 3 days ago, amount: 20 }]",
  event: "{ event: pay, at: 3 days ago, amount: 20 }",
  entries: "entries: [{ kind: opt_out, at: yesterday, channel: sms }]",
  entry: "{ kind: opt_out, at: yesterday, channel: sms }",
  of: "of: { strategy: a_strategy, occurrence: 2026-06-18T10:00 }",
  expect: "expect: { decisions: [{ strategy: a_strategy, channel: push }] }",
  decisions: "decisions: [{ strategy: a_strategy, channel: push }]",
  decision: "{ strategy: a_strategy, channel: push }",
  text: "text: { title: … }",
  sets: "sets: [a_tag]",
  none: "none: [a_strategy]",
  refused: "refused: { a_strategy: { gate: targeted, clause: 2 } }",
  refusal: "{ gate: targeted, clause: 2 }",
  tags: "tags: { a_tag: true }",
  stages: "stages: { a_lifecycle: a_stage }",
  word: "a_strategy",
  value: "20",
} as const;

export type Form = keyof typeof examples;

/** Reads parts of one file, and notes what is wrong; what is wrong is read as if it were empty. */
export class Notebook {
  readonly problems: Diagnostic[] = [];

  /** `behind`: another file whose values are read with this one. */
  constructor(
    readonly source: Source,
    readonly behind: Source | null = null,
  ) {}

  report<C extends Code & keyof Told>(code: C, span: Span, args: Told[C]): void {
    this.problems.push(diagnostic<Code>(code, span, args));
  }

  shape(place: string, form: Form, span: Span): void {
    this.report("data-shape", span, { place, example: examples[form] });
  }

  /** A map with fixed keys. */
  keys(value: YamlValue, place: string, form: Form, known: readonly string[], needed: readonly string[] = []): Keys {
    const keys = new Map<string, YamlPair>();
    for (const pair of this.pairs(value, place, form)) {
      if (known.includes(pair.key)) keys.set(pair.key, pair);
      else this.report("data-unknown-key", pair.keySpan, { key: pair.key, known, nearest: nearest(pair.key, known) });
    }
    if (value.is === "map")
      for (const key of needed) if (!keys.has(key)) this.report("data-missing-key", value.span, { key, place });
    return keys;
  }

  /** A map whose keys are names; absent, it is empty. */
  pairs(value: YamlValue | undefined, place: string, form: Form): readonly YamlPair[] {
    if (value === undefined) return [];
    if (value.is === "map") return value.pairs;
    this.shape(place, form, value.span);
    return [];
  }

  /** A list; absent, it is empty. */
  items(value: YamlValue | undefined, place: string, form: Form): readonly YamlValue[] {
    if (value === undefined) return [];
    if (value.is === "list") return value.items;
    this.shape(place, form, value.span);
    return [];
  }

  /** What a scalar says, as it is written: `8.10` stays so. `null` for lists, maps and nothing at all. */
  text(value: YamlValue): string | null {
    if (value.is !== "scalar" || value.value === null) return null;
    if (typeof value.value === "string") return value.value;
    const { file, start, end } = value.span;
    const { text } = file === this.behind?.name ? this.behind : this.source;
    return text.slice(start, end);
  }

  word(value: YamlValue | undefined, place: string, form: Form): string {
    const text = value ? this.text(value) : "";
    if (text === null || (text === "" && value)) this.shape(place, form, (value as YamlValue).span);
    return text ?? "";
  }

  /** A name that the project declares; one that it does not is told, and `null`. */
  known(kind: ScenarioName, name: string, known: readonly string[], span: Span): string | null {
    if (known.includes(name)) return name;
    this.report("scenario-name", span, { kind, name, known, nearest: nearest(name, known) });
    return null;
  }
}
