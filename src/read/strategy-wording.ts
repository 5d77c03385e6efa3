import type { Length, Purpose } from "./told.js";
import type {
  Otherwise,
  ToldCap,
  ToldClock,
  ToldGuard,
  ToldHoldout,
  ToldHours,
  ToldLink,
  ToldReader,
  ToldWhen,
} from "./told-strategy.js";

/** How strategies and sets are said. */
export interface StrategyWording {
  readonly when: (when: ToldWhen) => string;
  /** Whom the strategy reaches, after when. */
  readonly who: (when: string, reader: ToldReader) => string;
  readonly channels: (links: readonly ToldLink[]) => string;
  /** Channels in the order in which the user opens what they bring, once each has so many receipts. */
  readonly preferred: (channels: readonly string[], least: string) => string;
  readonly benefit: (name: string, terms: string, elseNone: boolean) => string;
  readonly noBenefit: string;
  readonly materials: (names: readonly string[]) => string;
  readonly sendBetween: (hours: ToldHours, otherwise: Otherwise, zone: ToldClock["zone"]) => string;
  readonly sendAtBestHour: (between: ToldHours | null, zone: ToldClock["zone"]) => string;
  readonly repeat: (rule: "never" | "always" | Length) => string;
  /** At most so many touches for one value of a field of the triggering event. */
  readonly limit: (n: string, field: string) => string;
  /** `apart`: how far apart touches must be; `null`: on different days. */
  readonly exclusive: (names: readonly string[], apart: Length | null) => string;
  readonly setsTags: (tags: readonly string[]) => string;
  readonly guard: (guard: ToldGuard) => string;
  readonly purpose: (purpose: Purpose) => string;
  readonly operatingPoint: (point: string) => string;
  /** `aim` is finished text. */
  readonly rank: (aim: string | null, priority: string | null) => string;
  readonly holdout: (holdout: ToldHoldout) => string;

  readonly split: (salt: string) => string;
  /** `was`: its earlier shares, the oldest first. */
  readonly variant: (name: string, share: string, was: readonly string[]) => string;
  readonly control: string;
  /** A variant that differs in nothing from what is said of all. */
  readonly asAbove: string;

  readonly setBudget: (amount: string) => string;
  readonly setPoint: (point: string) => string;
  /** The head of what all members of a set have in common. */
  readonly common: string;
  readonly members: string;
}

/** How the rules of a policy are said. */
export interface RuleWording {
  readonly noRules: string;
  /** Before the test that consent is; `null`: any channel, any purpose. */
  readonly consentIf: (channel: string | null, purpose: Purpose | null) => string;
  readonly stopIf: string;
  readonly personalIf: string;
  readonly quiet: (hours: ToldHours, otherwise: Otherwise, zone: ToldClock["zone"]) => string;
  readonly cap: (cap: ToldCap) => string;
  readonly holdoutOfAll: (holdout: ToldHoldout) => string;
  readonly bestHour: (events: readonly string[], least: string) => string;
}
