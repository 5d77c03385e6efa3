import { parseInstant } from "../calendar/instant.js";
import type { CalibrationMessages } from "../diagnostic/calibration.js";
import type { DataMessages } from "../diagnostic/data.js";
import { type Code, type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import type { Calibration } from "../program/calibration.js";
import type { Found } from "../program/program.js";
import { nearest } from "../text/nearest.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { readYamlText, type YamlPair, type YamlValue } from "../text/yaml.js";
import { parseAmount, parseLength, parseShare } from "./calibration-amount.js";

export interface CalibrationRead {
  /** In the order of the file; empty if anything is wrong. */
  readonly calibrations: readonly Calibration[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads what `touchline calibrate` wrote. What stands under `seen` and `data` is for people, and is not read. Never throws. */
export function readCalibration(source: Source): CalibrationRead {
  const read = readYamlText(source);
  if (read.is === "broken") return failed(diagnostic("data-yaml", read.span, { reason: read.reason }));
  if (read.is === "refused") return failed(diagnostic("data-yaml-feature", read.span, { feature: read.feature }));
  const reader = new CalibrationReader(source);
  const calibrations = reader.calibrations(read.value);
  return { calibrations: reader.problems.length > 0 ? [] : calibrations, diagnostics: reader.problems };
}

function failed(problem: Diagnostic): CalibrationRead {
  return { calibrations: [], diagnostics: [problem] };
}

type Shared = Pick<DataMessages, "data-shape" | "data-unknown-key" | "data-missing-key">;
type Messages = CalibrationMessages & Shared;

type Keys = ReadonlyMap<string, YamlPair>;

const examples = {
  file: "until: 2026-06-18T12:00:00.000Z",
  fits: "fits: { churn_after: { definition: 0123456789abcdef, sample: 1200, period: 28 days } }",
  fit: "{ definition: 0123456789abcdef, sample: 1200, period: 28 days }",
  sample: "sample: 1200",
  period: "period: 28 days",
  share: "share: 33.3%",
  value: "value: { high: { m: 1234.56 CNY }, tiers: { gold: 5000 CNY } }",
  amounts: "{ m: 1234.56 CNY, f: 3 }",
  groups: "groups: { spread: { m: 120.5 CNY }, centres: { early: { m: -0.25 } } }",
  place: "{ m: -0.25 }",
} as const;

const kinds = ["period", "share", "value", "groups"] as const;

/** Millionths have six digits. */
const FINER = 6;

/** Reads part by part; what is wrong is reported and read as if it were empty. */
class CalibrationReader {
  readonly problems: Diagnostic[] = [];

  constructor(readonly source: Source) {}

  calibrations(root: YamlValue): Calibration[] {
    const keys = this.keys(root, this.source.name, ["until", "data", "fits"], ["until", "fits"], examples.file);
    const until = this.instant(keys.get("until"));
    return this.pairs(keys.get("fits")?.value, "fits", examples.fits).map((pair) => this.calibration(pair, until));
  }

  instant(pair: YamlPair | undefined): number {
    if (!pair) return 0;
    const text = textOf(pair.value) ?? "";
    const read = parseInstant(text);
    if (read.is === "instant") return read.ms;
    this.report("calibration-instant", pair.value.span, { text });
    return 0;
  }

  calibration({ key: id, keySpan, value }: YamlPair, until: number): Calibration {
    const keys = this.keys(
      value,
      id,
      ["definition", "sample", ...kinds, "seen"],
      ["definition", "sample"],
      examples.fit,
    );
    const definition = textOf(keys.get("definition")?.value) ?? "";
    const said = kinds.filter((kind) => keys.has(kind));
    if (said.length !== 1 && value.is === "map") this.report("calibration-kind", keySpan, { name: id });
    return { id, definition, until, sample: this.sample(keys.get("sample")), found: this.found(keys) };
  }

  sample(pair: YamlPair | undefined): number {
    if (!pair) return 0;
    const text = textOf(pair.value) ?? "";
    if (/^\d{1,15}$/.test(text)) return Number(text);
    this.report("calibration-amount", pair.value.span, { text, example: examples.sample });
    return 0;
  }

  found(keys: Keys): Found {
    const [period, share, value, groups] = kinds.map((kind) => keys.get(kind));
    if (share) return { is: "share", share: this.amount(share.value, examples.share, parseShare) ?? 0 };
    if (value) return this.value(value.value);
    if (groups) return this.groups(groups.value);
    const length = period && this.amount(period.value, examples.period, parseLength);
    return { is: "period", length: length ?? { unit: "day", n: 1 } };
  }

  value(value: YamlValue): Found {
    const keys = this.keys(value, "value", ["high", "tiers"], [], examples.value);
    const amounts = (key: string): Record<string, number> =>
      Object.fromEntries(this.amounts(keys.get(key)?.value, key, examples.amounts));
    return { is: "value", cuts: amounts("high"), tiers: amounts("tiers") };
  }

  groups(value: YamlValue): Found {
    const keys = this.keys(value, "groups", ["spread", "centres"], ["spread", "centres"], examples.groups);
    const spread = this.amounts(keys.get("spread")?.value, "spread", examples.amounts, FINER);
    const scores = spread.map(([score]) => score);
    const centres = this.pairs(keys.get("centres")?.value, "centres", examples.groups);
    const centroids = centres.map(({ key, keySpan, value: place }) => {
      const coordinates = this.amounts(place, key, examples.place, FINER);
      const even = coordinates.map(([score]) => score).join("\n") === scores.join("\n");
      if (!even) this.report("calibration-uneven", keySpan, { group: key, scores });
      return coordinates.map(([, at]) => at);
    });
    return { is: "groups", spread: spread.map(([, amount]) => amount), centroids };
  }

  /** A map from names to amounts, in the order of the file. */
  amounts(value: YamlValue | undefined, place: string, example: string, finer = 0): [name: string, stored: number][] {
    return this.pairs(value, place, example).map(({ key, value: amount }) => [
      key,
      this.amount(amount, `${place}: ${example}`, (text) => parseAmount(text, finer)) ?? 0,
    ]);
  }

  amount<T>(value: YamlValue, example: string, parse: (text: string) => T | null): T | null {
    const text = textOf(value) ?? "";
    const amount = parse(text);
    if (amount === null) this.report("calibration-amount", value.span, { text, example });
    return amount;
  }

  keys(value: YamlValue, place: string, known: readonly string[], needed: readonly string[], example: string): Keys {
    const keys = new Map<string, YamlPair>();
    if (value.is !== "map") {
      this.report("data-shape", value.span, { place, example });
      return keys;
    }
    for (const pair of value.pairs) {
      if (known.includes(pair.key)) keys.set(pair.key, pair);
      else this.report("data-unknown-key", pair.keySpan, { key: pair.key, known, nearest: nearest(pair.key, known) });
    }
    for (const key of needed) if (!keys.has(key)) this.report("data-missing-key", value.span, { key, place });
    return keys;
  }

  pairs(value: YamlValue | undefined, place: string, example: string): readonly YamlPair[] {
    if (value === undefined) return [];
    if (value.is === "map") return value.pairs;
    this.report("data-shape", value.span, { place, example });
    return [];
  }

  report<C extends Code & keyof Messages>(code: C, span: Span, args: Messages[C]): void {
    this.problems.push(diagnostic<Code>(code, span, args));
  }
}

/** What a scalar says; numbers as they are usually written. `null` for lists, maps and nothing at all. */
function textOf(value: YamlValue | undefined): string | null {
  if (value?.is !== "scalar" || value.value === null) return null;
  const text = String(value.value).trim();
  return text === "" ? null : text;
}
