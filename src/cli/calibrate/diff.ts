import type { Language } from "../../diagnostic/wording.js";
import type { Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { grouped, percent } from "../number.js";
import { table } from "../table.js";
import { calibrateWording } from "../wording/calibrate.js";
import { numbersOf } from "./numbers.js";
import { type CalibrateView, type Diff, fitNamed } from "./view.js";

/** A number as it is and as it would be; `null` where it is not fitted. */
export interface ChangedNumber {
  readonly name: string;
  readonly before: string | null;
  readonly after: string;
}

/** All numbers, in order of declaration. */
export function changedNumbers({ calibrated }: CalibrateView, { before }: Diff): ChangedNumber[] {
  return calibrated.fittings.flatMap(({ fit, calibration }) => {
    const old = fitted(before, fit.id);
    return numbersOf(calibrated.program, fit, calibration.found).map(({ name, text }) => ({
      name,
      before: old.get(name) ?? null,
      after: text,
    }));
  });
}

function fitted(program: Program, id: string): ReadonlyMap<string, string> {
  const fit = fitNamed(program, id);
  const numbers = fit?.fitted ? numbersOf(program, fit, fit.fitted.found) : [];
  return new Map(numbers.map(({ name, text }) => [name, text]));
}

/** What would change, for people. */
export function renderDiff(view: CalibrateView, diff: Diff, language: Language): string[] {
  const words = calibrateWording[language];
  const numbers = changedNumbers(view, diff).map(({ name, before, after }) => [
    visible(name),
    before ?? words.unfitted,
    before === after ? words.same : after,
  ]);
  const moved = view.calibrated.program.lifecycles.map(({ id, label }, lifecycle) => {
    const users = diff.moved[lifecycle] ?? 0;
    const name = [id, label ?? ""].map(visible).join(" ").trimEnd();
    return [name, grouped(users), percent(users, view.calibrated.users)];
  });
  const blocks = [table([[words.number, words.now, words.new_], ...numbers], ["left", "left", "left"])];
  if (moved.length > 0) blocks.push(table([["", words.moved, words.movedOf], ...moved], ["left", "right", "right"]));
  return blocks.map((lines) => lines.join("\n"));
}
