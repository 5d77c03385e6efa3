import { formatInstant } from "../../calendar/instant.js";
import { lengthText } from "../../host/calibration-amount.js";
import type { Fitting } from "../../population/fit.js";
import { changedNumbers } from "./diff.js";
import { numbersOf } from "./numbers.js";
import type { CalibrateView } from "./view.js";
import { loadDocument } from "../plan/load-document.js";

/** What `calibrate` found, for programs. `format_version` grows when a reader of the old form would misread the new one. */
export function calibrateDocument(view: CalibrateView, written: string | null): Readonly<Record<string, unknown>> {
  const { calibrated, until, diff, sizes } = view;
  const { program, users, load, fittings } = calibrated;
  return {
    format_version: 1,
    until: formatInstant(until),
    users,
    written,
    fits: fittings.map((fitting) => fittingDocument(view, fitting)),
    lifecycles: program.lifecycles.map(({ id, stages }, lifecycle) => ({
      id,
      stages: stages.map((stage, place) => ({ id: stage.id, users: sizes[lifecycle]?.[place] ?? 0 })),
      ...(diff && { moved: diff.moved[lifecycle] ?? 0 }),
    })),
    ...(diff && { changes: changedNumbers(view, diff) }),
    load: load && loadDocument(load),
  };
}

function fittingDocument({ calibrated }: CalibrateView, { fit, calibration, seen }: Fitting): unknown {
  const { definition, sample, found } = calibration;
  const numbers = numbersOf(calibrated.program, fit, found);
  return { id: fit.id, is: fit.is, definition, sample, numbers, ...seenDocument(seen) };
}

function seenDocument(seen: Fitting["seen"]): Readonly<Record<string, unknown>> {
  switch (seen.is) {
    case "period":
      return {
        how: seen.how,
        curve: seen.curve.map(({ after, ...counts }) => ({ after: lengthText(after), ...counts })),
      };
    case "share":
      return { how: seen.how, users: seen.users, among: seen.among };
    case "value":
    case "groups":
      return { members: seen.members };
  }
}
