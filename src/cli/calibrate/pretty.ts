import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import { amountText as exactText, lengthText } from "../../host/calibration-amount.js";
import { type Fitting, LEAST_SAMPLE } from "../../population/fit.js";
import type { Fit, Found } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import { visible } from "../../text/visible.js";
import { amountText } from "../amount.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import { loadLines } from "../plan/load.js";
import { table } from "../table.js";
import { type CalibrateWording, calibrateWording } from "../wording/calibrate.js";
import { loadWording } from "../wording/load.js";
import { centreText, cutText, rateText } from "./numbers.js";
import type { CalibrateView } from "./view.js";

/** What was found, for people: a table per fit. */
export function renderFittings(view: CalibrateView, language: Language, colour: boolean): string[] {
  const words = calibrateWording[language];
  const paint = pc.createColors(colour);
  const headed = ([head = "", ...rest]: readonly string[]): string[] => [paint.bold(head), ...rest];
  const { load, fittings } = view.calibrated;
  const blocks = [
    headed(headLines(view, words)),
    ...(load ? [headed(loadLines(load, loadWording[language], language))] : []),
    ...fittings.map((fitting) => headed(fittingLines(view, fitting, language))),
  ];
  return blocks.map((lines) => lines.join("\n"));
}

function headLines({ calibrated, until, zone }: CalibrateView, words: CalibrateWording): string[] {
  const { id, label } = calibrated.program.project;
  const rows = [
    [words.until, `${localTime(zone, until)} ${words.zone(zone.name)}`],
    [words.users, grouped(calibrated.users)],
  ];
  return [words.title(visible(label ?? id)), ...table(rows, ["left", "left"], "  ")];
}

function fittingLines(view: CalibrateView, fitting: Fitting, language: Language): string[] {
  const words = calibrateWording[language];
  const { fit, calibration, seen } = fitting;
  const named = [fit.id, fit.label ?? ""].map(visible).join("  ").trimEnd();
  const { found } = calibration;
  if (seen.is === "period" && fit.is === "period" && found.is === "period")
    return [`${named}  ${lengthText(found.length)}`, ...curveLines(fit, seen, found, words)];
  if (seen.is === "share" && fit.is === "share" && found.is === "share") {
    const share = exactText(found.share, { is: "ratio" });
    const why = seen.how === "thin" ? [`  ${words.how.thin(LEAST_SAMPLE, share)}`] : [];
    return [`${named}  ${share}`, `  ${words.shareOf(seen.users, seen.among)}`, ...why];
  }
  if (seen.is === "value" && fit.is === "value" && found.is === "value")
    return [
      `${named}  ${words.about(seen.members)}  ${words.kinds[fit.split ?? "none"]}`,
      ...scoreLines(fit, seen, found, words, language),
      ...tierLines(view, fit, seen.members, found, words),
    ];
  if (seen.is === "groups" && fit.is === "groups" && found.is === "groups")
    return [
      `${named}  ${words.about(seen.members)}  ${words.kinds.groups}`,
      ...groupLines(view, fit, seen.members, found, words),
    ];
  return [named];
}

type FitOf<K extends Fit["is"]> = Extract<Fit, { readonly is: K }>;
type FoundOf<K extends Found["is"]> = Extract<Found, { readonly is: K }>;
type SeenOf<K extends Fitting["seen"]["is"]> = Extract<Fitting["seen"], { readonly is: K }>;

function curveLines(
  fit: FitOf<"period">,
  { curve, how }: SeenOf<"period">,
  { length }: FoundOf<"period">,
  words: CalibrateWording,
): string[] {
  const chosen = how === "found" ? lengthText(length) : null;
  const rows = curve.map(({ after, silences, returned }) => [
    lengthText(after),
    grouped(silences),
    grouped(returned),
    rateText(returned, silences),
    lengthText(after) === chosen ? words.below(exactText(fit.below, { is: "ratio" })) : "",
  ]);
  const head = [words.after, words.silences, words.returned, words.rate, ""];
  const lines = table([head, ...rows], ["left", "right", "right", "right", "left"], "  ");
  return how === "found" ? lines : [...lines, `  ${words.how[how](LEAST_SAMPLE, lengthText(fit.otherwise))}`];
}

function scoreLines(
  fit: FitOf<"value">,
  { totals, members }: SeenOf<"value">,
  { cuts }: FoundOf<"value">,
  words: CalibrateWording,
  language: Language,
): string[] {
  const rows = fit.scores.map((score, at) => [
    [score.id, score.label ?? ""].map(visible).join(" ").trimEnd(),
    amountText({ n: totals[at] ?? 0n, d: BigInt(members) * BigInt(storedPer(score.type)) }, score.type, language),
    Object.hasOwn(cuts, score.id) ? cutText(score, cuts[score.id] ?? 0) : "",
  ]);
  const head = [words.score, words.average, fit.split === null ? "" : words.high];
  return table([head, ...rows], ["left", "right", "right"], "  ");
}

function tierLines(
  view: CalibrateView,
  fit: FitOf<"value">,
  members: number,
  { tiers }: FoundOf<"value">,
  words: CalibrateWording,
): string[] {
  const rows = stageRows(view, fit.lifecycle, members).map((row, stage) => {
    const quantile = fit.quantiles.find((one) => one.stage === stage);
    const score = quantile && fit.scores[quantile.score];
    const tier = view.calibrated.program.lifecycles[fit.lifecycle]?.stages[stage]?.id ?? "";
    return [...row, score ? `${score.id} ${cutText(score, tiers[tier] ?? 0)}` : ""];
  });
  const head = [words.tier, words.users, words.share, fit.quantiles.length === 0 ? "" : words.from];
  return ["", ...table([head, ...rows], ["left", "right", "right", "left"], "  ")];
}

function groupLines(
  view: CalibrateView,
  fit: FitOf<"groups">,
  members: number,
  found: FoundOf<"groups">,
  words: CalibrateWording,
): string[] {
  const rows = stageRows(view, fit.lifecycle, members).map((row, group) => [
    ...row,
    ...fit.scores.map((score, at) => centreText(found, score, group, at)),
  ]);
  const head = [words.group, words.users, words.share, ...fit.scores.map(({ id, label }) => visible(label ?? id))];
  return table([head, ...rows], ["left", "right", "right", ...fit.scores.map((): "right" => "right")], "  ");
}

/** Each stage with how many users are in it. */
function stageRows({ calibrated, sizes }: CalibrateView, lifecycle: number, members: number): string[][] {
  const stages = calibrated.program.lifecycles[lifecycle]?.stages ?? [];
  return stages.map(({ id, label }, stage) => {
    const users = sizes[lifecycle]?.[stage] ?? 0;
    return [[id, label ?? ""].map(visible).join(" ").trimEnd(), grouped(users), percent(users, members)];
  });
}
