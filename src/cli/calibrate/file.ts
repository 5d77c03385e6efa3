import { Document, isPair, isScalar, visit } from "yaml";
import { formatInstant } from "../../calendar/instant.js";
import { literal } from "../../evaluate/literal.js";
import { amountText, lengthText } from "../../host/calibration-amount.js";
import type { Fitting } from "../../population/fit.js";
import type { Fit, Found, Program } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import { rateText } from "./numbers.js";
import type { CalibrateView } from "./view.js";

/** Millionths have six digits. */
const FINER = 6;

const HEADING = ` Numbers about the population, found by \`touchline calibrate\` and used by the strategies: review them like code.
 What stands under \`seen\` and \`data\` is for people, and is not read back.`;

/** What lies in `calibration.yaml`: every number with what it was found from. `data`: the fingerprint of each file. */
export function calibrationText(view: CalibrateView, data: Readonly<Record<string, string>>): string {
  const { calibrated, until } = view;
  const fits = calibrated.fittings.map((fitting): [string, unknown] => [fitting.fit.id, entryOf(view, fitting)]);
  const document = new Document({ until: formatInstant(until), data, fits: new Map(fits) });
  document.commentBefore = HEADING;
  visit(document, {
    Map: (_, node, path) => {
      // What belongs together stands in one line: a row of a curve, the amounts of one kind. Fingerprints are too long for that.
      const parent = path.at(-1);
      const named = isPair(parent) && isScalar(parent.key) ? parent.key.value : null;
      node.flow = named !== "data" && node.items.every(({ value }) => isScalar(value));
    },
  });
  return document.toString({ lineWidth: 0 });
}

function entryOf(view: CalibrateView, fitting: Fitting): unknown {
  const { calibration, fit } = fitting;
  const { definition, sample, found } = calibration;
  const { program } = view.calibrated;
  return { definition, sample, ...foundOf(program, fit, found), seen: seenOf(view, fitting) };
}

function foundOf(program: Program, fit: Fit, found: Found): Readonly<Record<string, unknown>> {
  switch (found.is) {
    case "period":
      return { period: lengthText(found.length) };
    case "share":
      return { share: amountText(found.share, { is: "ratio" }) };
    case "value":
      return fit.is === "value" ? { value: valueOf(program, fit, found) } : {};
    case "groups":
      return fit.is === "groups" ? { groups: groupsOf(program, fit, found) } : {};
  }
}

type FoundOf<K extends Found["is"]> = Extract<Found, { readonly is: K }>;
type FitOf<K extends Fit["is"]> = Extract<Fit, { readonly is: K }>;

function valueOf(program: Program, fit: FitOf<"value">, { cuts, tiers }: FoundOf<"value">): unknown {
  const high = fit.scores.flatMap(({ id, type }): [string, unknown][] =>
    Object.hasOwn(cuts, id) ? [[id, plain(amountText(cuts[id] ?? 0, type))]] : [],
  );
  const shares = fit.quantiles.map(({ stage, score }): [string, unknown] => {
    const tier = program.lifecycles[fit.lifecycle]?.stages[stage]?.id ?? "";
    return [tier, plain(amountText(tiers[tier] ?? 0, fit.scores[score]?.type ?? { is: "integer" }))];
  });
  const parts: [string, unknown][] = [];
  if (high.length > 0) parts.push(["high", new Map(high)]);
  if (shares.length > 0) parts.push(["tiers", new Map(shares)]);
  return new Map(parts);
}

function groupsOf(program: Program, fit: FitOf<"groups">, { spread, centroids }: FoundOf<"groups">): unknown {
  const amounts = fit.scores.map(({ id, type }, at) => [id, plain(amountText(spread[at] ?? 0, type, FINER))] as const);
  const centres = centroids.map((centroid, place): [string, unknown] => [
    program.lifecycles[fit.lifecycle]?.stages[place]?.id ?? "",
    new Map(fit.scores.map(({ id }, at) => [id, plain(amountText(centroid[at] ?? 0, { is: "integer" }, FINER))])),
  ]);
  return { spread: new Map(amounts), centres: new Map(centres) };
}

function seenOf(view: CalibrateView, { fit, seen }: Fitting): unknown {
  switch (seen.is) {
    case "period": {
      const curve = seen.curve.map(({ after, silences, returned }) => {
        return { after: lengthText(after), silences, returned, rate: rateText(returned, silences) };
      });
      return { how: seen.how, curve };
    }
    case "share":
      return { how: seen.how, users: seen.users, among: seen.among };
    case "value":
    case "groups":
      return {
        averages: averagesOf(view, fit, seen.totals, seen.members),
        [seen.is === "value" ? "tiers" : "groups"]: sharesOf(view, fit, seen.members),
      };
  }
}

function averagesOf(view: CalibrateView, fit: Fit, totals: readonly bigint[], members: number): unknown {
  const scores = "scores" in fit ? fit.scores : [];
  return new Map(scores.map(({ id, type }, at) => [id, plain(averageText(view, totals[at] ?? 0n, members, type))]));
}

/** An average as people read it, cut after six digits. */
function averageText(view: CalibrateView, total: bigint, members: number, type: Parameters<typeof literal>[1]): string {
  return literal({ n: total, d: BigInt(members) * BigInt(storedPer(type)) }, type, view.zone);
}

function sharesOf({ calibrated, sizes }: CalibrateView, fit: Fit, members: number): unknown {
  const place = "lifecycle" in fit ? fit.lifecycle : -1;
  const stages = calibrated.program.lifecycles[place]?.stages ?? [];
  return new Map(
    stages.map(({ id }, stage) => {
      const users = sizes[place]?.[stage] ?? 0;
      return [id, { users, share: rateText(users, members) }];
    }),
  );
}

/** An amount without a unit as a number of YAML, if it is read back as it stands; else as a text, in quotes. */
function plain(text: string): string | number {
  return String(Number(text)) === text ? Number(text) : text;
}
