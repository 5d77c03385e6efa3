import { createHash } from "node:crypto";
import { assign, treated } from "./assign.js";
import { settleOf } from "./catalogue.js";
import { dateFromText, instantFromInput } from "./clock.js";
import { instantGiven, type Row } from "./history.js";
import { type Member, memberNamed, variantsOf } from "./members.js";
import type { Person } from "./person.js";

export type Reason = "global_holdout" | "holdout" | "control";

/** A touch, or the ghost of one. */
export interface Touch {
  readonly key: string;
  readonly strategy: string;
  readonly variant: string | null;
  /** The variant whose offer it follows: for a ghost of one without an offer, the first that would have passed. */
  readonly walked: string | null;
  readonly occurrence: string;
  /** From 1. */
  readonly step: number;
  /** The instant and the local date of its occurrence, and of its sending. */
  readonly at: number;
  readonly date: number;
  readonly sendAt: number;
  readonly sendDate: number;
  readonly channel: string;
  readonly limitKey: string | null;
  /** What counts per user: the benefit that the strategy names, and what became of it. */
  readonly benefits: readonly string[];
  /** `null`: a real one. */
  readonly ghost: Reason | null;
  /** Whether this very fold made it: then it counts at once, else for what comes strictly later. */
  readonly made: boolean;
}

/** From `at` on, a touch or ghost does not count. */
export interface Cancel {
  readonly key: string;
  readonly at: number;
}

/** An opt-out, or the taking back of one; no channel means all of them, no purpose every purpose. */
export interface Consent {
  readonly kind: "opt_out" | "opt_in";
  readonly at: number;
  readonly channel: string | null;
  readonly purpose: string | null;
}

export interface Receipt {
  readonly at: number;
  readonly key: string;
  readonly outcome: "handed_over" | "delivered" | "opened" | "clicked" | "failed";
}

/** A tag that something else than a touch has set. */
export interface TagSet {
  readonly at: number;
  readonly tag: string;
}

/** What happened to the user besides events. */
export interface Entries {
  readonly touches: readonly Touch[];
  readonly cancels: readonly Cancel[];
  readonly consents: readonly Consent[];
  readonly receipts: readonly Receipt[];
  readonly tags: readonly TagSet[];
}

export function readEntries(rows: readonly Row[], person: Person, members: readonly Member[]): Entries {
  const all = rows.map((row) => ({ row, kind: String(row["kind"]), at: instantOf(row["at"]) }));
  const of = (...kinds: string[]) => all.filter(({ kind }) => kinds.includes(kind));
  return {
    touches: of("touch", "ghost").map(({ row }) => readTouch(row, person, members)),
    cancels: of("cancel", "too_late").map(({ row, at }) => ({ at, key: String(row["key"]) })),
    consents: of("opt_out", "opt_in").map(({ row, at, kind }) => ({
      kind: kind === "opt_out" ? "opt_out" : "opt_in",
      at,
      channel: textOf(row["channel"]),
      purpose: textOf(row["purpose"]),
    })),
    receipts: of("receipt").map(({ row, at }) => ({ at, key: String(row["key"]), outcome: outcomeOf(row["outcome"]) })),
    tags: of("tag").map(({ row, at }) => ({ at, tag: String(row["tag"]) })),
  };
}

/** What a touch made by hand leaves out is worked out. */
function readTouch(row: Row, person: Person, members: readonly Member[]): Touch {
  const at = instantOf(row["at"]);
  const sendAt = row["send_at"] === undefined ? at + settleOf(person.catalogue) : instantOf(row["send_at"]);
  const dateOf = (given: unknown, instant: number) =>
    given === undefined ? person.clock.dateAt(instant) : dateFromText(String(given));
  const [strategy, occurrence] = [String(row["strategy"]), String(row["occurrence"])];
  const step = Number(row["step"] ?? "1");
  return {
    key: textOf(row["key"]) ?? keyOf(strategy, person.id, occurrence, step),
    strategy,
    ...variantIn(row, memberNamed(members, strategy), person),
    occurrence,
    step,
    at,
    date: dateOf(row["date"], at),
    sendAt,
    sendDate: dateOf(row["send_date"], sendAt),
    channel: String(row["channel"]),
    limitKey: textOf(row["limit_key"]),
    benefits: benefitsIn(row["benefit"]),
    ghost: row["kind"] === "ghost" ? reasonOf(row["reason"]) : null,
    made: false,
  };
}

/** Where nothing is said, the variant that the split gives. Of a variant that is gone, nothing of today's was walked. */
function variantIn(row: Row, member: Member | undefined, person: Person): Pick<Touch, "variant" | "walked"> {
  if (member === undefined) return { variant: null, walked: null };
  const variant = textOf(row["variant"]) ?? assign(member, person.id, person.catalogue).variant?.name.text ?? null;
  const offers = treated(member).map((each) => each?.name.text ?? null);
  const isHere = variantsOf(member).some((each) => (each?.name.text ?? null) === variant);
  if (offers.includes(variant) || !isHere) return { variant, walked: variant };
  const would: readonly unknown[] = Array.isArray(row["would"]) ? row["would"] : [];
  return { variant, walked: textOf(would[0]) ?? offers[0] ?? null };
}

/** The benefit itself, the lottery that it was drawn from, and the referral that it belongs to. */
function benefitsIn(given: unknown): string[] {
  if (typeof given !== "object" || given === null) return [];
  const row: Row = Object.fromEntries(Object.entries(given));
  const referral =
    typeof row["referral"] === "object" && row["referral"] !== null ? Object.entries(row["referral"]) : [];
  const ids = [row["id"], row["lottery"], new Map<string, unknown>(referral).get("id")];
  return ids.flatMap((id) => textOf(id) ?? []);
}

function reasonOf(given: unknown): Reason {
  if (given === "global_holdout" || given === "holdout" || given === "control") return given;
  throw new TypeError(`no reason for a ghost: ${String(given)}`);
}

function outcomeOf(given: unknown): Receipt["outcome"] {
  const known = (["handed_over", "delivered", "opened", "clicked", "failed"] as const).find((each) => each === given);
  if (known === undefined) throw new TypeError(`nothing that becomes of a send: ${String(given)}`);
  return known;
}

function textOf(given: unknown): string | null {
  return given === undefined || given === null ? null : String(given);
}

function instantOf(given: unknown): number {
  return instantFromInput(instantGiven(given));
}

/** SHA-256, in hex, over strategy, user, occurrence and step, each as UTF-8 after its length in four bytes, the highest first. */
export function keyOf(strategy: string, user: string, occurrence: string, step: number): string {
  const hash = createHash("sha256");
  for (const part of [strategy, user, occurrence, String(step)]) {
    const bytes = Buffer.from(part, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * Whether the user does not want to hear over a channel for a purpose: some opt-out covers both, and no later opt-in takes in all
 * that it covers.
 */
export function isOptedOut(consents: readonly Consent[], channel: string, purpose: string, now: number): boolean {
  const heard = consents.filter(({ at }) => at <= now);
  const includes = (wide: string | null, narrow: string | null) => wide === null || wide === narrow;
  return heard.some(
    (out) =>
      out.kind === "opt_out" &&
      includes(out.channel, channel) &&
      includes(out.purpose, purpose) &&
      !heard.some(
        (back) =>
          back.kind === "opt_in" &&
          back.at > out.at &&
          includes(back.channel, out.channel) &&
          includes(back.purpose, out.purpose),
      ),
  );
}
