import type { PolicyRule, Variant } from "../../src/syntax/tree.js";
import { assign, type Assignment, treated } from "./assign.js";
import { declared } from "./catalogue.js";
import { capName, capsOf, isFull, isOwn, speaksOf } from "./caps.js";
import { shiftMonths } from "./clock.js";
import { type Candidate, counted, type Course, earliestOf } from "./course.js";
import { isOptedOut, keyOf, type Reason, type Touch } from "./entries.js";
import { bestHour, inOrder } from "./evidence.js";
import { fund, type Given } from "./funds.js";
import { holds } from "./holds.js";
import { limitKeyOf } from "./limit-key.js";
import { compose, type RenderedMaterial } from "./material.js";
import { apart, memberNamed, variantsOf } from "./members.js";
import { type Offer, offerOf, type Step } from "./offer.js";
import { isPersonal } from "./personal.js";
import { type SendBy, sendTime } from "./send-time.js";
import { giveBack, isFree, quotaWants } from "./stock.js";
import { lengthOf } from "./window.js";

/** Which gate says no, and why. */
export interface Refused {
  readonly gate: string;
  readonly code: string;
}

/** How and when a touch goes out. */
export interface Route {
  readonly channel: string;
  readonly preferred: boolean;
  readonly sendAt: number;
  readonly sendDate: number;
  readonly sendBy: SendBy;
}

/** What became of a candidate that no gate refused. */
export type Passed = { readonly variant: Variant | null; readonly route: Route } & (
  | { readonly is: "touch"; readonly given: Given | null; readonly material: RenderedMaterial | null }
  | {
      readonly is: "ghost";
      readonly reason: Reason;
      readonly would: readonly string[];
      readonly walked: Variant | null;
    }
);

/** Leads a candidate through all gates, in their order. */
export function walk(candidate: Candidate, course: Course): Refused | Passed {
  const { variant, ghost } = assigned(candidate, course);
  const own = variant?.none ? treated(candidate.member) : [variant];
  const refusal = targeted(candidate) ?? allowed(candidate, course, variant?.none ? null : stepOf(candidate, variant));
  if (refusal !== null) return refusal;
  if (ghost !== null) return haunt(candidate, course, variant, ghost, own);
  const offer = offerOf(candidate.member, variant, candidate.world.catalogue);
  const route = routeOf(candidate, course, offer, null);
  if ("gate" in route) return route;
  const given = fund(candidate, offer, route.channel, route.sendAt, course);
  if (typeof given === "string") return { gate: "funded", code: given };
  const kept = candidate.step > 1 ? keptBy(candidate, offer) : given;
  const material = compose(candidate, offer, route, kept);
  if (typeof material === "string") {
    giveBack(course.stock, keyOf(candidate.member.id, course.person.id, candidate.key, candidate.step));
    return { gate: "composed", code: material };
  }
  return { is: "touch", variant, route, given: kept, material };
}

/** What a touch has begun, its fallbacks go on with, whatever the user would be assigned by now. */
function assigned({ member, before, world }: Candidate, course: Course): Assignment {
  if (before === null) return assign(member, course.person.id, world.catalogue);
  const variant = variantsOf(member).find((each) => (each?.name.text ?? null) === before.walked);
  return { variant: variant ?? null, ghost: null };
}

/** Ghosts walk what their variant offers; where it offers nothing, what each of the others does. */
function haunt(
  candidate: Candidate,
  course: Course,
  variant: Variant | null,
  reason: Reason,
  walked: readonly (Variant | null)[],
): Refused | Passed {
  const ways = walked.map((each) => {
    const offer = offerOf(candidate.member, each, candidate.world.catalogue);
    const step = offer.steps[candidate.step - 1] ?? null;
    return { each, way: allowed(candidate, course, step) ?? routeOf(candidate, course, offer, reason) };
  });
  const passing = ways.flatMap(({ each, way }) => ("gate" in way ? [] : [{ each, way }]));
  const [first] = passing;
  if (first === undefined) {
    const way = ways[0]?.way;
    return way !== undefined && "gate" in way ? way : { gate: "assigned", code: "control" };
  }
  const would = passing.flatMap(({ each }) => each?.name.text ?? []);
  return { is: "ghost", variant, route: first.way, reason, would, walked: first.each };
}

function stepOf({ member, step, world }: Candidate, variant: Variant | null): Step | null {
  return offerOf(member, variant, world.catalogue).steps[step - 1] ?? null;
}

export function targeted({ member, world }: Candidate): Refused | null {
  const failing = member.who.findIndex((part) => !holds(part, world));
  return failing < 0 ? null : { gate: "targeted", code: `clause_${failing + 1}` };
}

type Rule<Is extends PolicyRule["is"]> = Extract<PolicyRule, { is: Is }>;

function rulesOf<Is extends PolicyRule["is"]>({ world: { catalogue } }: Candidate, is: Is): Rule<Is>[] {
  return (catalogue.policy?.rules ?? []).filter((rule): rule is Rule<Is> => rule.is === is);
}

/** Stop lists, then the choice not to be looked at, then what the user wants to hear over some channel of the step. */
export function allowed(candidate: Candidate, course: Course, step: Step | null): Refused | null {
  const { member, world } = candidate;
  const no = (code: string) => ({ gate: "allowed", code });
  if (rulesOf(candidate, "stopList").some(({ test }) => holds(test, world))) return no("stop_listed");
  const looked = rulesOf(candidate, "personalise").some(({ test }) => !holds(test, world));
  if (looked && isPersonal(member, world.catalogue)) return no("not_personal");
  if (step !== null && !step.channels.some((channel) => isWanted(channel, candidate, course))) return no("opted_out");
  return null;
}

/** No opt-out covers the channel and the purpose, and every consent that the policy asks for is given. */
function isWanted(channel: string, candidate: Candidate, { entries }: Course): boolean {
  const { member, world } = candidate;
  const purpose = member.clauses.purpose?.text ?? "marketing";
  if (isOptedOut(entries.consents, channel, purpose, world.until)) return false;
  return rulesOf(candidate, "consent").every(
    (rule) =>
      (rule.channel !== null && rule.channel.text !== channel) ||
      (rule.purpose !== null && rule.purpose.text !== purpose) ||
      holds(rule.test, world),
  );
}

export function reaches(channel: string, candidate: Candidate, course: Course): boolean {
  const { reach } = declared(candidate.world.catalogue.channels, channel);
  return isWanted(channel, candidate, course) && (reach === null || holds(reach, candidate.world));
}

/** The gates from `reachable` to `fresh`. */
function routeOf(candidate: Candidate, course: Course, offer: Offer, ghost: Reason | null): Refused | Route {
  const step = offer.steps[candidate.step - 1];
  if (step === undefined) throw new Error(`no step ${candidate.step} in ${candidate.member.id}`);
  const { clock } = course.person;
  const { channels, preferred } = inOrder(step, candidate, course);
  const [quiet = null] = rulesOf(candidate, "quiet");
  const best = offer.send?.is === "bestHour" ? bestHour(candidate, course, offer.send.between) : null;
  const time = sendTime(earliestOf(course, candidate), offer.send, quiet, best, clock);
  const touches = counted(course, candidate, ghost);
  const reached = channels.filter((channel) => reaches(channel, candidate, course));
  if (reached.length === 0) return { gate: "reachable", code: "unreachable" };
  if (time === null) return { gate: "timely", code: "quiet" };
  const sending = { sendAt: time.at, sendDate: clock.dateAt(time.at) };
  const lacks = reached.map((channel) => lackOf(channel, sending, touches, candidate, course));
  const place = lacks.indexOf(null);
  const channel = reached[place];
  if (channel === undefined) return { gate: "reachable", code: lacks[0] ?? "unreachable" };
  const route = { channel, preferred, ...sending, sendBy: time.by };
  return exclusive(candidate, course, route, touches) ?? fresh(candidate, route, touches) ?? route;
}

/** What a channel itself lacks: room under its own caps, or its quota. */
function lackOf(
  channel: string,
  sending: { readonly sendAt: number; readonly sendDate: number },
  touches: readonly Touch[],
  { world }: Candidate,
  course: Course,
): string | null {
  const full = capsOf(world).find(
    (cap) => isOwn(cap) && speaksOf(cap, channel) && isFull(cap, touches, sending, world),
  );
  if (full !== undefined) return `capped ${capName(full)}`;
  const gone = quotaWants(channel, sending.sendAt, world.catalogue).find((want) => !isFree(course.stock, want, []));
  return gone?.code ?? null;
}

/** Who is touched by a strategy that this one excludes, on dates too near, loses to it. */
function exclusive(
  { member, step }: Candidate,
  course: Course,
  route: Route,
  touches: readonly Touch[],
): Refused | null {
  if (step > 1) return null;
  const winner = touches.find((touch) => {
    const other = memberNamed(course.members, touch.strategy);
    return other !== undefined && Math.abs(touch.sendDate - route.sendDate) < apart(member, other);
  });
  return winner === undefined ? null : { gate: "exclusive", code: `lost_to ${winner.strategy}` };
}

function fresh(candidate: Candidate, route: Route, touches: readonly Touch[]): Refused | null {
  const { member, world, step } = candidate;
  const no = (code: string) => ({ gate: "fresh", code });
  const own = touches.filter((touch) => touch.strategy === member.id && touch.step === 1);
  if (step === 1 && isRepeated(candidate, own)) return no("capped repeat");
  const { limit } = member.clauses;
  const key = limitKeyOf(candidate);
  const same = key === null ? [] : own.filter(({ limitKey }) => limitKey === key);
  if (step === 1 && limit !== null && same.length >= Number(limit.n.amount)) return no("capped limit");
  const full = capsOf(world).find(
    (cap) => !isOwn(cap) && speaksOf(cap, route.channel) && isFull(cap, touches, route, world),
  );
  return full === undefined ? null : no(`capped ${capName(full)}`);
}

/** Whether `repeat` forbids one more: measured between the dates of the occurrences, from the latest earlier touch. */
function isRepeated({ member, date }: Candidate, own: readonly Touch[]): boolean {
  const { repeat, when } = member.clauses;
  const rule = repeat?.rule ?? (when?.is === "once" ? "never" : "always");
  const last = own.at(-1);
  if (rule === "always" || last === undefined) return false;
  if (rule === "never") return true;
  const length = lengthOf(rule);
  if (length?.is === "days") return date - last.date < length.days;
  if (length?.is === "months") return date < shiftMonths(last.date, length.months);
  throw new Error("`repeat after` takes days, weeks, months or years");
}

/** A fallback gives what the step before it gave. */
function keptBy({ before, world }: Candidate, offer: Offer): Given | null {
  const named = offer.benefit;
  const own = before?.benefits[0];
  if (named === null || own === undefined) return null;
  const benefit = (id: string) => declared(world.catalogue.benefits, id);
  return { named, own: benefit(own), friend: named.friend === null ? null : benefit(named.friend.text) };
}
