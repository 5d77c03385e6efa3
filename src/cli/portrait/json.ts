import { formatInstant } from "../../calendar/instant.js";
import type { GroupPortrait, Measured, Trait } from "../../population/portrait.js";
import type { Program, Type } from "../../program/program.js";
import { choiceText, describedOf } from "./trait.js";
import type { PortraitView } from "./view.js";
import { loadDocument } from "../plan/load-document.js";

/** Portraits for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function portraitDocument(view: PortraitView): object {
  const { program, portrait, unfitted } = view;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    at: formatInstant(view.until),
    users: portrait.users,
    groups: portrait.groups.map((group) => ({
      ...groupDocument(group, view),
      users: group.users,
      share: portrait.users === 0 ? null : group.users / portrait.users,
      too_small: group.few,
      compared: group.compared,
      too_few: group.tooFew,
      apart: group.traits.length,
      traits: group.traits.slice(0, view.top).map((trait) => traitDocument(trait, program)),
    })),
    not_calibrated: unfitted.map(({ id }) => id),
    load: loadDocument(portrait.load),
  };
}

function groupDocument({ group }: GroupPortrait, { program, who }: PortraitView): object {
  if (group.is === "tag") return { is: "who", who };
  const lifecycle = program.lifecycles[group.lifecycle];
  const stage = group.stage === null ? null : lifecycle?.stages[group.stage];
  return { is: lifecycle?.is, of: lifecycle?.id, stage: stage?.id ?? null, label: stage?.label ?? null };
}

function traitDocument({ subject, what, group, rest, effect }: Trait, program: Program): object {
  const of = subject.is === "field" || subject.is === "tag" ? describedOf(subject, program).type : null;
  return {
    subject: subjectDocument(subject, program),
    compared: what.is,
    value: what.is === "choice" ? choiceDocument(what.choice, subject, program, of) : null,
    unit: what.is === "number" ? unitOf(of) : "share",
    group: measuredDocument(group, what, of),
    rest: measuredDocument(rest, what, of),
    measure: what.is === "number" ? "hedges_g" : "cohens_h",
    effect: effect.size,
    low: effect.low,
    high: effect.high,
  };
}

function subjectDocument(subject: Trait["subject"], { user, tags, lifecycles, events }: Program): object {
  switch (subject.is) {
    case "field":
      return { is: "field", id: user.fields[subject.field]?.id };
    case "tag":
      return { is: "tag", id: tags[subject.tag]?.id };
    case "stage":
      return { is: "stage", id: lifecycles[subject.lifecycle]?.id };
    case "did":
      return { is: "event", id: events[subject.event]?.id };
    case "hour":
      return { is: "hour", id: null };
  }
}

function choiceDocument(
  choice: number | string,
  subject: Trait["subject"],
  { lifecycles }: Program,
  type: Type | null,
): number | string | null {
  if (subject.is === "hour") return choice;
  if (subject.is === "stage") return lifecycles[subject.lifecycle]?.stages[Number(choice)]?.id ?? null;
  if (type?.is === "enum") return type.members[Number(choice)]?.id ?? null;
  return type ? choiceText(choice, type) : choice;
}

/** What a mean is counted in. */
function unitOf(type: Type | null): string {
  if (type?.is === "money") return type.currency;
  if (type?.is === "date" || type?.is === "instant") return "days ago";
  if (type?.is === "period") return "days";
  return type?.is === "span" ? "milliseconds" : "number";
}

function measuredDocument({ value, users }: Measured, what: Trait["what"], type: Type | null): object {
  const per = what.is === "number" && type?.is === "money" ? type.minor : 1;
  return { value: value / per, users };
}
