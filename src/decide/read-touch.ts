import { parseDate } from "../calendar/civil.js";
import type { Zone } from "../calendar/zone.js";
import { type Assignment, createAssignments } from "../gate/assigned.js";
import type { GhostReason } from "../gate/ghost.js";
import type { StandingTouch } from "../gate/standing.js";
import type { Program, Strategy } from "../program/program.js";
import { decisionKey } from "./key.js";
import { readChoice } from "./read-choice.js";
import { isRecord, own, type Plain, readId } from "./read-object.js";
import { type Place, pathOf, readInstant, shownValue } from "./read-value.js";

/** Whose entries they are. */
export interface EntryOwner {
  readonly user: string;
  readonly zone: Zone;
}

/** Reads a touch or a ghost; what a hand-made one does not say is worked out. */
export type TouchReader = (
  entry: Plain,
  kind: "touch" | "ghost",
  at: number,
  owner: EntryOwner,
  place: Place,
) => StandingTouch | null;

const reasons: readonly GhostReason[] = ["global_holdout", "holdout", "control"];

/**
 * A touch of a strategy, a variant or a channel that the program no longer has still counts under caps of all channels; such places
 * are −1.
 */
export function createTouchReader(program: Program): TouchReader {
  const strategies = new Map(program.strategies.map(({ id }, place) => [id, place]));
  const channels = new Map(program.channels.map(({ id }, place) => [id, place]));
  const benefits = new Map(program.benefits.map(({ id }, place) => [id, place]));
  const assignments = createAssignments(program);

  function readTouch(
    entry: Plain,
    kind: "touch" | "ghost",
    at: number,
    { user, zone }: EntryOwner,
    place: Place,
  ): StandingTouch | null {
    const id = readId(entry, "strategy", place);
    const occurrence = readId(entry, "occurrence", place);
    const channel = readId(entry, "channel", place);
    const step = readStep(entry, place);
    const reason = kind === "ghost" ? readReason(entry, place) : null;
    const date = readDate(entry, "date", place);
    const [sentAt, sentOn] = [readSendAt(entry, place), readDate(entry, "send_date", place)];
    if (id === null || occurrence === null || channel === null || step === null || reason === undefined) return null;
    if (Number.isNaN(at) || Number.isNaN(sentAt)) return null;
    const strategy = strategies.get(id) ?? -1;
    const sendAt = sentAt ?? at + program.project.settle;
    const variants = variantsOf(entry, program.strategies[strategy], assignments[strategy], user);
    return {
      kind: "touch",
      ghost: reason,
      at,
      key: textOf(entry, "key") ?? decisionKey(id, user, occurrence, `${step}`),
      strategy,
      ...variants,
      step: step - 1,
      occurrence,
      date: date ?? zone.dateAt(at),
      sendAt,
      sendDate: sentOn ?? zone.dateAt(sendAt),
      channel: channels.get(channel) ?? -1,
      limitKey: textOf(entry, "limit_key"),
      benefits: kind === "touch" ? benefitsOf(entry) : [],
    };
  }

  /** What the strategy names comes first, then what was drawn from it, or the giver's part. */
  function benefitsOf(entry: Plain): readonly number[] {
    const benefit = own(entry, "benefit");
    if (!isRecord(benefit)) return [];
    const referral = own(benefit, "referral");
    const named = textOf(benefit, "lottery") ?? (isRecord(referral) ? textOf(referral, "id") : null);
    return [named, textOf(benefit, "id")].flatMap((id) => (id === null ? [] : (benefits.get(id) ?? [])));
  }

  return readTouch;
}

/**
 * Where nothing is said, the user is in the variant that the split gives. What went by a variant that the strategy no longer has is
 * past: it walked none of today's.
 */
function variantsOf(
  entry: Plain,
  strategy: Strategy | undefined,
  assignment: Assignment | undefined,
  user: string,
): Pick<StandingTouch, "variant" | "walked"> {
  if (!strategy || !assignment) return { variant: -1, walked: -1 };
  const placeOf = (id: unknown): number => strategy.variants.findIndex((variant) => variant.id === id);
  const said = textOf(entry, "variant");
  const variant = said === null ? assignment.variantOf(user) : placeOf(said);
  if (variant < 0 || strategy.variants[variant]?.offer) return { variant, walked: variant };
  const would = own(entry, "would");
  if (Array.isArray(would) && would.length > 0) return { variant, walked: placeOf(would[0]) };
  return { variant, walked: strategy.variants.findIndex(({ offer }) => offer !== null) };
}

/** Texts that are only compared with texts need no other check. */
function textOf(entry: Plain, name: string): string | null {
  const value = own(entry, name);
  return typeof value === "string" && value !== "" ? value : null;
}

/** From 1; `null` if it was reported. */
function readStep(entry: Plain, place: Place): number | null {
  const value = own(entry, "step") ?? "1";
  if (typeof value === "string" && /^[1-9]\d?$/.test(value)) return Number(value);
  const path = pathOf(place, "step");
  place.report("wrong-value", path, { path, type: "text", got: shownValue(value, false), example: '"1"' });
  return null;
}

function readReason(entry: Plain, place: Place): GhostReason | undefined {
  const reason = readChoice(entry, "reason", reasons, place);
  if (reason !== null) return reason;
  const path = pathOf(place, "reason");
  place.report("empty-id", path, { path });
  return undefined;
}

/** `null` if it is absent or was reported. */
function readDate(entry: Plain, name: string, place: Place): number | null {
  const value = own(entry, name) ?? null;
  if (value === null) return null;
  const date = typeof value === "string" ? parseDate(value) : null;
  const path = pathOf(place, name);
  if (date === null)
    place.report("wrong-value", path, { path, type: "date", got: shownValue(value, false), example: '"2026-11-10"' });
  return date;
}

/** `null` if it is absent, `NaN` if it was reported. */
function readSendAt(entry: Plain, place: Place): number | null {
  const value = own(entry, "send_at") ?? null;
  return value === null ? null : readInstant(value, place, "send_at");
}
