import { dateText, instantText } from "./clock.js";
import { type Candidate, type Course } from "./course.js";
import { keyOf, type Reason, type Touch } from "./entries.js";
import { limitKeyOf } from "./limit-key.js";
import { type GrantedBenefit, granted, type RenderedMaterial } from "./material.js";
import { declared } from "./catalogue.js";
import { decimal, decimalText } from "./rational.js";
import type { SendBy } from "./send-time.js";
import type { Passed } from "./walk.js";

/** What touches and ghosts have in common, as they are written down. */
interface Placed {
  readonly key: string;
  readonly user: string;
  readonly strategy: string;
  readonly set: string | null;
  readonly variant: string | null;
  readonly occurrence: string;
  readonly step: string;
  readonly at: string;
  readonly date: string;
  readonly send_at: string;
  readonly send_date: string;
  readonly send_by: SendBy;
  readonly limit_key: string | null;
  readonly channel: string;
}

export interface ReferenceDecision extends Placed {
  readonly channel_cost: string;
  readonly channel_by: "declared" | "preferred";
  readonly benefit: GrantedBenefit | null;
  readonly material: RenderedMaterial | null;
  readonly tags: readonly string[];
}

export interface ReferenceGhost extends Placed {
  readonly reason: Reason;
  readonly would: readonly string[];
}

export function decisionOf(
  candidate: Candidate,
  passed: Extract<Passed, { is: "touch" }>,
  course: Course,
): ReferenceDecision {
  const { person } = course;
  const { route, given, material } = passed;
  const { cost } = declared(person.catalogue.channels, route.channel);
  return {
    ...placed(candidate, passed, course),
    channel_cost: `${decimalText(decimal(cost?.amount ?? "0"))} ${person.catalogue.project.currency?.text ?? ""}`,
    channel_by: route.preferred ? "preferred" : "declared",
    benefit: given === null ? null : granted(given, candidate.givenAt ?? route.sendAt, person.clock),
    material,
    tags: candidate.member.clauses.sets.map(({ text }) => text),
  };
}

export function ghostOf(
  candidate: Candidate,
  passed: Extract<Passed, { is: "ghost" }>,
  course: Course,
): ReferenceGhost {
  return { ...placed(candidate, passed, course), reason: passed.reason, would: passed.would };
}

function placed(candidate: Candidate, { variant, route }: Passed, { person }: Course): Placed {
  const { member, instant, date, step } = candidate;
  return {
    key: keyOf(member.id, person.id, candidate.key, step),
    user: person.id,
    strategy: member.id,
    set: member.set?.name.text ?? null,
    variant: variant?.name.text ?? null,
    occurrence: candidate.key,
    step: String(step),
    at: instantText(instant),
    date: dateText(date),
    send_at: instantText(route.sendAt),
    send_date: dateText(route.sendDate),
    send_by: route.sendBy,
    limit_key: limitKeyOf(candidate),
    channel: route.channel,
  };
}

/** As later candidates see it. */
export function touchOf(candidate: Candidate, passed: Passed, { person }: Course): Touch {
  const { member, instant, date, step } = candidate;
  const { route, variant } = passed;
  return {
    key: keyOf(member.id, person.id, candidate.key, step),
    strategy: member.id,
    variant: variant?.name.text ?? null,
    walked: (passed.is === "ghost" ? passed.walked : variant)?.name.text ?? null,
    occurrence: candidate.key,
    step,
    at: instant,
    date,
    sendAt: route.sendAt,
    sendDate: route.sendDate,
    channel: route.channel,
    limitKey: limitKeyOf(candidate),
    benefits:
      passed.is === "ghost" || passed.given === null ? [] : [passed.given.own.name.text, passed.given.named.name.text],
    ghost: passed.is === "ghost" ? passed.reason : null,
    made: true,
  };
}
