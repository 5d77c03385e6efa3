import { formatInstant } from "../../calendar/instant.js";
import type { StepCount } from "../../population/process-funnel.js";
import type { Process } from "../../program/program.js";
import { roundedNumber } from "../amount.js";
import { breaksOf, type FunnelView, type Gap } from "./view.js";
import { loadDocument } from "../plan/load-document.js";

/** A funnel for machines. `format_version` grows when a reader of the old form would misread the new one. */
export function funnelDocument(view: FunnelView): object {
  const { program, process, result, until, days } = view;
  return {
    format_version: 1,
    project: program.project.id,
    program: view.hash,
    process: process.id,
    label: process.label,
    until: formatInstant(until),
    days,
    users: result.users,
    ...stepsDocument(process, result.steps),
    by: divisionDocument(view),
    segments: result.segments.map(({ segment: { is, id, label, users }, steps }) => ({
      is,
      id,
      label,
      users,
      ...stepsDocument(process, steps),
    })),
    load: loadDocument(result.load),
  };
}

function stepsDocument({ steps: named }: Process, steps: readonly StepCount[]): object {
  const found = breaksOf(steps);
  const first = steps[0]?.users ?? 0;
  return {
    steps: steps.map(({ users, toNext }, place) => {
      const before = steps[place - 1]?.users ?? 0;
      const next = steps[place + 1];
      return {
        id: named[place]?.id ?? "",
        label: named[place]?.label ?? null,
        users,
        of_step_before: before === 0 ? null : ratio(users, before),
        of_first: place === 0 || first === 0 ? null : ratio(users, first),
        lost: next ? users - next.users : null,
        /** The median, in milliseconds. */
        to_next: toNext && roundedNumber(toNext, 1),
      };
    }),
    most_lost: found && gapDocument(named, found.most),
    lowest_rate: found && gapDocument(named, found.lowest),
  };
}

function gapDocument(steps: Process["steps"], { from, of, lost }: Gap): object {
  return { from: steps[from]?.id ?? "", to: steps[from + 1]?.id ?? "", lost, of, rate: ratio(of - lost, of) };
}

/** A share as a part of 1. */
function ratio(part: number, whole: number): number {
  return roundedNumber({ n: BigInt(part), d: BigInt(whole) }, 6);
}

function divisionDocument({ by, program }: FunnelView): object | null {
  if (by === null) return null;
  if (by === "source") return { is: "source", id: program.user.fields[program.user.source ?? -1]?.id ?? "" };
  const lifecycle = program.lifecycles[by.lifecycle];
  return { is: lifecycle?.is ?? "lifecycle", id: lifecycle?.id ?? "" };
}
