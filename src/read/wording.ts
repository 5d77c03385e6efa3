import type { Sign } from "../calendar/sign.js";
import type { ShownType } from "../diagnostic/type-words.js";
import type { Aggregate, Arithmetic } from "../syntax/tree.js";
import type { Shown } from "./catalogue.js";
import type { Weekday } from "./fixed.js";
import type { ModelWording } from "./model-wording.js";
import type { RuleWording, StrategyWording } from "./strategy-wording.js";
import type { TargetWording } from "./target-wording.js";
import type {
  Ago,
  BenefitPart,
  FallbackKind,
  Junction,
  Length,
  Mark,
  Often,
  Operator,
  Sort,
  Stretch,
  ToldReach,
  ToldStep,
  Unit,
} from "./told.js";
import type { Division } from "./told-model.js";
import type { ToldStock, ToldValue } from "./told-strategy.js";

/**
 * How each construct is said in one language. Every function is given its parts as finished text. What is said of two
 * different parts must differ: people check meaning by it.
 */
export interface ReadWording
  extends NameWording,
    ValueWording,
    TestWording,
    SchemaWording,
    OfferWording,
    StrategyWording,
    TargetWording,
    ModelWording,
    RuleWording {}

export interface NameWording {
  /** The name of something declared, in quotation marks. */
  readonly name: (shown: Shown) => string;
  /** A name with its id, if that is another text. */
  readonly withId: (name: string, id: string | null) => string;
  /** The name of a field or of a choice: bare where it cannot be taken for our own words. */
  readonly word: (shown: Shown) => string;
  readonly text: (text: string) => string;
  readonly boolean: (value: boolean) => string;
  readonly quantity: (amount: string, unit: string | null) => string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly stop: string;
  /** Sentences without their ends, one after the other. */
  readonly sentences: (list: readonly string[]) => string;
}

export interface ValueWording {
  readonly userField: (field: string) => string;
  /** A field of the event that started the strategy. */
  readonly triggerField: (field: string) => string;
  /** The stage, tier or group in which the user is. */
  readonly stageOf: (lifecycle: string, is: Division) => string;
  readonly benefitPart: (part: BenefitPart) => string;
  /** A tag that is a value. */
  readonly tag: (name: string) => string;
  readonly event: (name: string, where: string | null) => string;
  /** A festival of the project's calendar. */
  readonly festival: (shown: Shown, id: string) => string;
  readonly point: (nth: number | "last", event: string) => string;
  readonly aggregate: (
    fn: Aggregate["fn"],
    event: string,
    field: string | null,
    stretch: Stretch,
    sort: Sort,
  ) => string;
  readonly timeSince: (moment: string) => string;
  readonly fieldOf: (field: string, point: string) => string;
  /** What a map gives for a value. */
  readonly mapped: (map: string, value: string) => string;
  readonly zodiac: (calendar: "western" | "chinese", date: string) => string;
  readonly sign: (sign: Sign) => string;
  /** `compound`: the value is a calculation, so that the remark must hold for all of it. */
  readonly ifUnknown: (value: string, fallback: string, kind: FallbackKind, compound: boolean) => string;
  readonly arithmetic: (left: string, op: Arithmetic["op"], right: string) => string;
  readonly bracket: (text: string) => string;
}

export interface TestWording {
  readonly compare: (left: string, op: Operator, right: string, sort: Sort) => string;
  readonly counted: (event: string, stretch: Stretch, op: Operator, count: string) => string;
  readonly flag: (value: string, negated: boolean, flag: boolean) => string;
  readonly stage: (lifecycle: string, is: Division, negated: boolean, stages: readonly string[]) => string;
  readonly oneOf: (value: string, negated: boolean, list: readonly string[]) => string;
  readonly known: (value: string, negated: boolean) => string;
  readonly between: (value: string, low: string, high: string, sort: Sort) => string;
  readonly contains: (value: string, part: string) => string;
  readonly has: (tag: string, negated: boolean) => string;
  readonly did: (event: string, often: Often, stretch: Stretch, negated: boolean) => string;
  readonly streak: (event: string, days: number, ending: "today" | "yesterday", negated: boolean) => string;
  /** `text` did happen, and the other event not from the window's start to now. */
  readonly without: (text: string, event: string) => string;
  readonly sequence: (stretch: Stretch, first: string, steps: readonly ToldStep[]) => string;
  readonly reached: (reach: ToldReach) => string;
  readonly wasAgo: (moment: string, bound: Ago, length: Length) => string;
  readonly wasIn: (moment: string, stretch: Stretch) => string;
  /** There is such an event, whenever it was. */
  readonly happenedAtAll: (point: string, negated: boolean) => string;
  /** A date or an instant is not in the future. */
  readonly hasPassed: (moment: string) => string;
  readonly not: (test: string) => string;
  /** How many cells of joined tests still read well on one line. */
  readonly line: number;
  readonly joined: (parts: readonly string[], by: Junction) => string;
  /** The head of a list of tests. */
  readonly listed: (by: Junction, negated: boolean) => string;
}

export type DeclarationKind =
  | "project"
  | "event"
  | "tag"
  | "modelTag"
  | "strategyTag"
  | "measure"
  | "value"
  | "groups"
  | "map"
  | "process"
  | "lifecycle"
  | BenefitKind
  | "channel"
  | "material"
  | "goal"
  | "metric"
  | "line"
  | "expect"
  | "point"
  | "policy"
  | "set"
  | "strategy";

export type BenefitKind =
  | "coupon"
  | "free_order"
  | "points"
  | "gift"
  | "privilege"
  | "check_in"
  | "lottery"
  | "referral";

export interface SchemaWording {
  /** `id` is `null` where it is the name already. */
  readonly title: (kind: DeclarationKind, name: string, id: string | null) => string;
  /** `ownZones`: users have zones of their own, and the project's holds where that is unknown. */
  readonly project: (
    zone: string,
    ownZones: boolean,
    currency: string,
    weekStarts: Weekday,
    settle: Length | null,
  ) => string;
  readonly calendar: (id: string) => string;
  readonly locales: (locales: readonly string[]) => string;
  readonly userFields: string;
  /** After the title. */
  readonly eventFields: string;
  readonly noFields: string;
  readonly field: (name: string, id: string | null, type: string, marks: readonly Mark[]) => string;
  readonly type: (type: ShownType) => string;
  readonly choices: (members: readonly string[]) => string;
  readonly lifecycleHead: string;
  readonly mapHead: string;
  readonly mapRow: (key: string, value: string) => string;
  readonly processHead: string;
  /** A step after the first of a process. */
  readonly step: (step: ToldStep) => string;
  /** A step that goes by a name of its own. */
  readonly called: (step: string, name: string) => string;
  /** Older events may be missing. */
  readonly kept: (length: Length) => string;
  readonly otherwise: string;
  /** How long a tag that a strategy sets holds. */
  readonly strategyTag: (valid: Length | null) => string;
}

export interface OfferWording {
  readonly reachAll: string;
  readonly reachIf: string;
  readonly cost: (amount: string) => string;
  /** What all users together get over a channel. */
  readonly quota: (n: string, per: Unit) => string;
  readonly characters: (part: string, n: string) => string;
  /** `over`: what an order must reach; `valid`: how long it lasts; `null` where that is not said. */
  readonly terms: (value: ToldValue, over: string | null, valid: Length | null) => string;
  readonly stock: (stock: ToldStock) => string;
  readonly materialFor: (channel: string) => string;
  readonly materialLine: (locale: string, part: string, text: string) => string;
  /** A template of the provider, before what fills it. */
  readonly template: (id: string) => string;
  readonly parameter: (name: string, value: string) => string;
  /** Who gets the texts of the first locale: users of any other language, or all if no language is recorded. */
  readonly fallbackLocale: (locale: string, recorded: boolean) => string;
}
