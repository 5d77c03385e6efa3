import type { EveryDay, Name, Path, When } from "../syntax/tree.js";
import { membersOf } from "./catalogue.js";
import { clockOf, toldClock } from "./clock.js";
import { dateText, fieldName, happening, point } from "./event.js";
import type { Weekday } from "./fixed.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import type { ToldDay, ToldState, ToldWhen } from "./told-strategy.js";

type Of<K extends When["is"]> = Extract<When, { readonly is: K }>;

/** When a strategy looks at users. */
export function when(node: When | null, scope: Scope): ToldWhen {
  switch (node?.is) {
    case "every": {
      if (node.day.is === "hour") return { is: "hourly", zone: scope.catalogue.zone };
      return { is: "every", day: day(node.day), clock: clockOf(node.at, scope) };
    }
    case "once":
      return { is: "once", date: dateText(node.date), clock: clockOf(node.at, scope) };
    case "dated":
      return dated(node, scope);
    case "happens":
      return { is: "happens", event: happening(node.pattern, scope) };
    case "absence":
      return {
        is: "absence",
        first: happening(node.first, scope),
        then: happening(node.then, scope),
        same: node.same && fieldName(node.then.event.text, node.same.text, scope),
        within: lengthOf(node.within),
      };
    case "afterPoint":
      return { is: "afterPoint", length: lengthOf(node.length), point: point(node.point, scope) };
    case "state":
      return {
        is: "state",
        change: node.change,
        state: toldState(node.state, scope),
        clock: node.at && toldClock(node.at, scope),
      };
    case "stalls":
      return stalls(node, scope);
    case "notYet":
    case undefined:
      throw new Error("a strategy without its time passed the checker");
  }
}

/** The events that start a strategy: `event.x` reads the fields of each. */
export function triggersOf(node: When | null, { catalogue }: Pick<Scope, "catalogue">): string[] {
  switch (node?.is) {
    case "happens":
      return [node.pattern.event.text];
    case "absence":
      return [node.first.event.text];
    case "afterPoint":
      return [node.point.pattern.event.text];
    case "stalls": {
      const steps = catalogue.processes.get(node.process.text) ?? [];
      const place = steps.findIndex(({ id }) => id === node.step.text);
      return steps.slice(place - 1, place).map(({ event }) => event);
    }
    default:
      return [];
  }
}

/** Whether it is the event or the date of one user that a strategy starts from, so that it is known whom it is about. */
export function isOfOneUser(node: When | null): boolean {
  if (node?.is === "dated") return isField(node.date);
  return node?.is !== "every" && node?.is !== "once";
}

function isField({ names }: Path): boolean {
  return names.length > 1;
}

function day(node: Exclude<EveryDay, { readonly is: "hour" }>): ToldDay {
  switch (node.is) {
    case "weekday":
      return { is: "weekday", weekday: node.name.text as Weekday };
    case "dayOfMonth":
      return { is: "dayOfMonth", day: node.day.amount };
    default:
      return { is: node.is as Exclude<ToldDay["is"], "weekday" | "dayOfMonth"> };
  }
}

/** No days before a date are that date. */
function dated({ shift, date, at }: Of<"dated">, scope: Scope): ToldWhen {
  const { words, catalogue } = scope;
  const [first, second] = date.names as readonly [Name, Name?];
  const moved = shift !== null && Number(shift.length.amount) !== 0;
  return {
    is: "dated",
    shift: moved ? { length: lengthOf(shift.length), side: shift.side } : null,
    date: second
      ? words.userField(words.word(catalogue.user.shown(second.text)))
      : words.festival(catalogue.named.festival.shown(first.text), first.text),
    lunar: second !== undefined && catalogue.user.byId.get(second.text)?.type.is === "lunarDate",
    clock: clockOf(at, scope),
  };
}

/** A stage that one may be in, or a tag that one may have. */
export function toldState({ names }: Path, { words, catalogue }: Scope): ToldState {
  const [first, second] = names as readonly [Name, Name?];
  if (!second) return { is: "tag", tag: words.name(catalogue.named.tag.shown(first.text)) };
  const stages = membersOf(catalogue.lifecycles.get(first.text) ?? []);
  return {
    is: "stage",
    of: catalogue.divisions.get(first.text) ?? "lifecycle",
    lifecycle: words.name(catalogue.named.lifecycle.shown(first.text)),
    stage: words.name(stages.shown(second.text)),
  };
}

function stalls({ process, step, length }: Of<"stalls">, { words, catalogue }: Scope): ToldWhen {
  const steps = membersOf(catalogue.processes.get(process.text) ?? []);
  return {
    is: "stalls",
    process: words.name(catalogue.named.process.shown(process.text)),
    step: words.name(steps.shown(step.text)),
    length: lengthOf(length),
  };
}
