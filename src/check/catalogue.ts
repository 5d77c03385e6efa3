import type { Field, Type } from "../program/program.js";
import type * as Tree from "../syntax/tree.js";
import type { Span } from "../text/span.js";

/** A field with its place; `field` is `null` when its declaration has an error, which was reported there. */
export interface FieldEntry {
  readonly place: number;
  readonly field: Field | null;
}

/** The fields of the user or of one kind of event. */
export type Fields = ReadonlyMap<string, FieldEntry>;

/** A declaration with its place among those of its kind. */
export interface Entry<Node> {
  readonly place: number;
  readonly node: Node;
}

export interface EventEntry extends Entry<Tree.Event> {
  readonly fields: Fields;
  /** How many whole dates before today its data reaches back; `null`: all of it is there. */
  readonly kept: number | null;
}

/** What divides users into parts: what is said of lifecycles holds for the tiers of a value and for groups as well. */
export type Division = Tree.Lifecycle | Tree.Value | Tree.Groups;

export interface LifecycleEntry extends Entry<Division> {
  /** Its stages as a list of choices. */
  readonly type: Type & { readonly is: "enum" };
}

/** A tag whose scores arrive like events. */
export interface ModelEntry extends Entry<Tree.TagModel> {
  /** The place of its scores among the program's events: after all that users do. */
  readonly event: number;
  /** `null` when its type has an error, which was reported. */
  readonly type: Type | null;
}

/** What `who` asks for, one part after the other; a part with `denied` must not hold. */
export interface WhoPart {
  readonly expr: Tree.Expr;
  readonly denied: boolean;
}

/** A strategy, a member of a set, or a set that is one strategy by itself: with the clauses that it takes from its set. */
export interface StrategyEntry extends Entry<Tree.Strategy> {
  /** The place of its set. */
  readonly set: number | null;
  readonly who: readonly WhoPart[];
}

/** Every name of the project: what a name stands for is looked up here and nowhere else. */
export interface Catalogue {
  readonly project: Tree.Project | null;
  /** The project's currency, if it is one. */
  readonly currency: (Type & { readonly is: "money" }) | null;
  /** `null` without a `user`: then its fields cannot be judged. */
  readonly user: Fields | null;
  readonly userNode: Tree.User | null;
  readonly events: ReadonlyMap<string, EventEntry>;
  readonly tags: ReadonlyMap<string, Entry<Tree.TagFact | Tree.TagModel>>;
  /** Those of the tags that models give. */
  readonly models: ReadonlyMap<string, ModelEntry>;
  readonly strategyTags: ReadonlyMap<string, Entry<Tree.TagStrategy>>;
  readonly maps: ReadonlyMap<string, Entry<Tree.MapTable>>;
  readonly processes: ReadonlyMap<string, Entry<Tree.Process>>;
  readonly lifecycles: ReadonlyMap<string, LifecycleEntry>;
  readonly measures: ReadonlyMap<string, Entry<Tree.Measure>>;
  /** The names of measures, values and groups, in order of declaration. */
  readonly fitted: readonly string[];
  readonly channels: ReadonlyMap<string, Entry<Tree.Channel>>;
  readonly benefits: ReadonlyMap<string, Entry<Tree.Benefit>>;
  readonly materials: ReadonlyMap<string, Entry<Tree.Material>>;
  readonly goals: ReadonlyMap<string, Entry<Tree.Goal>>;
  readonly metrics: ReadonlyMap<string, Entry<Tree.Metric>>;
  readonly lines: ReadonlyMap<string, Entry<Tree.Line>>;
  readonly expectations: readonly Tree.Expectation[];
  readonly costs: Tree.Costs | null;
  readonly points: ReadonlyMap<string, Entry<Tree.OperatingPoint>>;
  readonly policy: Tree.Policy | null;
  readonly sets: ReadonlyMap<string, Entry<Tree.StrategySet>>;
  /** All that can touch a user, in order of declaration; members of sets among them. */
  readonly strategies: ReadonlyMap<string, StrategyEntry>;
  /** Where to say what is missing from the project as a whole. */
  readonly start: Span;
}
