import type { Declaration, Expr, Strategy } from "../../src/syntax/tree.js";
import { type Catalogue, catalogueOf, declared, fieldOfType, settleOf } from "./catalogue.js";
import { Clock, instantFromInput, instantText, shiftMonths } from "./clock.js";
import { type Consent, optedOut, readEntries, type TouchMade } from "./entries.js";
import { type Fields, type Happened, readEvents, readFields, type Row, visibleAt } from "./history.js";
import { holds } from "./holds.js";
import { type GrantedBenefit, grant, type RenderedMaterial, render } from "./material.js";
import { type Due, dueIn } from "./schedule.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

/** One user and an interval `(since, until]`, in the plain JSON of the embedding interface. */
export interface Question {
  readonly user: Row;
  readonly events: readonly Row[];
  readonly entries: readonly Row[];
  readonly since: string | number;
  readonly until: string | number;
}

export interface ReferenceDecision {
  readonly strategy: string;
  readonly occurrence: string;
  readonly send_at: string;
  readonly channel: string;
  readonly benefit: GrantedBenefit | null;
  readonly material: RenderedMaterial | null;
}

export interface ReferenceRefusal {
  readonly strategy: string;
  readonly occurrence: string;
  readonly gate: string;
  readonly code: string;
}

export interface Answer {
  readonly decisions: readonly ReferenceDecision[];
  readonly refused: readonly ReferenceRefusal[];
}

/** One user of a project: all that is known of them, whenever it is asked. */
export interface Person {
  readonly catalogue: Catalogue;
  readonly profile: Fields;
  readonly clock: Clock;
  readonly events: readonly Happened[];
}

export function personOf(catalogue: Catalogue, given: Pick<Question, "user" | "events">): Person {
  const profile = readFields(given.user, catalogue.user.fields);
  const clock = Clock.of(zoneOf(catalogue, profile));
  return { catalogue, profile, clock, events: readEvents(given.events, catalogue) };
}

/** What an expression may look at when it is judged at `now`. */
export function worldAt(person: Person, now: number): World {
  const { catalogue, profile, clock } = person;
  const events = visibleAt(person.events, now, settleOf(catalogue));
  return { catalogue, profile, clock, now, today: clock.dateAt(now), events, row: null };
}

/** What the declarations of a project decide for one user: a fold over what comes due, in total order. */
export function decide(declarations: readonly Declaration[], question: Question): Answer {
  const catalogue = catalogueOf(declarations);
  const person = personOf(catalogue, question);
  const { touches, consents } = readEntries(question.entries);
  const made: TouchMade[] = [...touches];
  const decisions: ReferenceDecision[] = [];
  const refused: ReferenceRefusal[] = [];
  const [since, until] = [instantFromInput(question.since), instantFromInput(question.until)];
  for (const each of dueIn(catalogue.strategies, since, until, person.clock)) {
    const now = each.instant;
    const world = worldAt(person, now);
    const outcome = walk(each, world, consents, made);
    const strategy = each.strategy.name.text;
    if ("gate" in outcome) {
      refused.push({ strategy, occurrence: each.key, ...outcome });
      continue;
    }
    decisions.push(decisionOf(each, world, outcome.channel, now + settleOf(catalogue)));
    made.push({ strategy, at: now, date: each.date });
  }
  return { decisions, refused };
}

/** The user's zone where it is known, else the project's. */
function zoneOf(catalogue: Catalogue, profile: Fields): string {
  const field = fieldOfType(catalogue.user.fields, "time zone");
  const own = field === undefined ? null : profile.get(field.name.text);
  if (own?.is === "text") return own.text;
  const zone = catalogue.project.zone;
  if (zone === null) throw new Error("the project has no time zone");
  return zone.text;
}

/** One candidate through all gates: the channel it takes, or the first gate that refuses it. */
function walk(
  due: Due,
  world: World,
  consents: readonly Consent[],
  made: readonly TouchMade[],
): { channel: string } | { gate: string; code: string } {
  const failing = partsOf(due.strategy.who).findIndex((part) => !holds(part, world));
  if (failing >= 0) return { gate: "targeted", code: `clause_${failing + 1}` };
  const chain = due.strategy.channels.map((name) => name.text);
  const unwanted = optedOut(consents, world.now);
  const wanted = unwanted.all ? [] : chain.filter((channel) => !unwanted.channels.has(channel));
  if (wanted.length === 0) return { gate: "allowed", code: "opted_out" };
  const channel = wanted.find((name) => reaches(name, world));
  if (channel === undefined) return { gate: "reachable", code: "unreachable" };
  if (!isFresh(due, world, made)) return { gate: "fresh", code: "capped repeat" };
  return { channel };
}

/** The parts that `who` joins with `and` at its top. No `who`: everybody. */
export function partsOf(who: Expr | null): readonly Expr[] {
  if (who === null) return [];
  return who.is === "and" ? who.parts : [who];
}

function reaches(channel: string, world: World): boolean {
  const { reach } = declared(world.catalogue.channels, channel);
  return reach === null || holds(reach, world);
}

/** Whether `repeat` allows one more touch: measured between the dates of the occurrences, from the latest earlier touch. */
function isFresh(due: Due, world: World, made: readonly TouchMade[]): boolean {
  const rule = ruleOf(due.strategy);
  if (rule === "always") return true;
  const earlier = made.filter((touch) => touch.strategy === due.strategy.name.text && touch.at < world.now);
  if (earlier.length === 0) return true;
  if (rule === "never") return false;
  const last = Math.max(...earlier.map((touch) => touch.date));
  const length = lengthOf(rule);
  switch (length?.is) {
    case "days":
      return due.date - last >= length.days;
    case "months":
      return due.date >= shiftMonths(last, length.months);
    default:
      throw new Error("`repeat after` takes days, weeks, months or years");
  }
}

/** Once in all is what `once` means where `repeat` is not written. */
function ruleOf(strategy: Strategy): Exclude<Strategy["repeat"], null>["rule"] {
  if (strategy.repeat !== null) return strategy.repeat.rule;
  if (strategy.when?.is === "once") return "never";
  throw new Error(`no \`repeat\` in ${strategy.name.text}`);
}

function decisionOf(due: Due, world: World, channel: string, sendAt: number): ReferenceDecision {
  const { strategy } = due;
  const { catalogue, clock } = world;
  const benefit = strategy.benefit?.is === "named" ? declared(catalogue.benefits, strategy.benefit.name.text) : null;
  const material = strategy.materials
    .map((name) => declared(catalogue.materials, name.text))
    .find((each) => each.channel.text === channel);
  const granted = benefit === null ? null : grant(benefit, sendAt, clock);
  return {
    strategy: strategy.name.text,
    occurrence: due.key,
    send_at: instantText(sendAt),
    channel,
    benefit: granted,
    material: material === undefined ? null : render(material, world, benefit),
  };
}
