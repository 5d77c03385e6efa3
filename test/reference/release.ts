import { isIn } from "./due-changes.js";
import { isSilent, isStalled } from "./due-events.js";
import { type Due, everything } from "./due.js";
import { type Candidate, type Course, worldOf } from "./course.js";
import type { Touch } from "./entries.js";
import type { Happened } from "./history.js";
import { type Member, variantsOf } from "./members.js";
import { offerOf, type Step } from "./offer.js";
import { allowed, reaches, type Refused, targeted } from "./walk.js";

/**
 * Looks at a touch once more when its instant of sending has come: by what is visible then, but with days and lengths of time as of
 * its occurrence, and as if it did not exist itself. Says what has changed; `null` if nothing stands in its way.
 */
export function changed(touch: Touch, member: Member, course: Course): Refused | null {
  const candidate = again(touch, member, course);
  const step = stepOfTouch(touch, member, course);
  const refusal = targeted(candidate) ?? allowed(candidate, course, step);
  if (refusal !== null) return refusal;
  if (!reaches(touch.channel, candidate, course)) return { gate: "reachable", code: "unreachable" };
  return lasting(candidate);
}

/** The step that a touch is of; `null` where the strategy no longer has it. */
export function stepOfTouch(touch: Touch, member: Member, { person }: Course, step = touch.step): Step | null {
  const variant = variantsOf(member).find((each) => (each?.name.text ?? null) === touch.walked);
  if (variant === undefined || variant?.none) return null;
  return offerOf(member, variant, person.catalogue).steps[step - 1] ?? null;
}

function again(touch: Touch, member: Member, course: Course): Candidate {
  const due = dueAgain(touch, member, course, touch.at, touch.date);
  return {
    ...due,
    step: touch.step,
    before: null,
    givenAt: null,
    aside: touch.key,
    world: worldOf(course, touch.at, touch.sendAt, due, touch.key),
  };
}

/** The occurrence of an earlier touch, at another instant; all that is visible counts. */
export function dueAgain(touch: Touch, member: Member, course: Course, instant: number, date: number): Due {
  return {
    member,
    instant,
    date,
    key: touch.occurrence,
    trigger: triggerOf(touch, member, course),
    counts: everything,
  };
}

/** The event that started an occurrence, which is named by its id. */
function triggerOf({ occurrence }: Touch, member: Member, { person }: Course): Happened | null {
  const kind = triggeringEvent(member, person.catalogue.processes);
  return person.events.find(({ event, id }) => event === kind && id === occurrence) ?? null;
}

function triggeringEvent({ clauses: { when } }: Member, processes: Course["person"]["catalogue"]["processes"]) {
  switch (when?.is) {
    case "happens":
      return when.pattern.event.text;
    case "absence":
      return when.first.event.text;
    case "afterPoint":
      return when.point.pattern.event.text;
    case "stalls": {
      const process = processes.get(when.process.text);
      const steps = process === undefined ? [] : [process.first, ...process.steps];
      const place = steps.findIndex(({ alias, pattern }) => (alias ?? pattern.event).text === when.step.text);
      return steps[place - 1]?.pattern.event.text ?? null;
    }
    default:
      return null;
  }
}

/** Whether the silence, or the state, that started it has lasted; says what has changed. */
export function lasting({ member, trigger, world }: Candidate): Refused | null {
  const { when } = member.clauses;
  const no = (code: string) => ({ gate: "due", code });
  switch (when?.is) {
    case "state":
      return isIn(when, world) === (when.change === "enters") ? null : no("left");
    case "absence":
      return trigger === null || isSilent(when, trigger, world) ? null : no("followed");
    case "stalls":
      return trigger === null || isStalled(when, trigger, world) ? null : no("followed");
    default:
      return null;
  }
}
