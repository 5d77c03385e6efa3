import { formatInstant } from "../../calendar/instant.js";
import { zone as zoneNamed } from "../../calendar/zone.js";
import type { Decision, Ghost, Refusal } from "../../decide/decision.js";
import { createEnvironment } from "../../evaluate/environment.js";
import { literal } from "../../evaluate/literal.js";
import { compileTest } from "../../evaluate/test.js";
import { compileNum, compileText } from "../../evaluate/value.js";
import type { ExpectedField, ExpectedRefusal, ExpectedTouch, ExpectedValue } from "../../host/scenario/scenario.js";
import type { Program, Tag } from "../../program/program.js";
import { localTime } from "../instant.js";
import type { Outcome, Rehearsed } from "./rehearsal.js";

/** Something that is otherwise than expected. The texts of `expected` and `got` are written as in the file of cases. */
export interface Mismatch {
  /** The strategy whose way tells more; `null` for tags and stages. */
  readonly strategy: string | null;
  /** What differs: of a strategy, of its touch, or of the user. */
  readonly about: About;
  readonly expected: Said;
  readonly got: Said;
}

export type About =
  | { readonly is: "strategy"; readonly id: string }
  | { readonly is: "touch"; readonly id: string; readonly n: number; readonly field: string }
  | { readonly is: "tag" | "stage"; readonly id: string };

/** A text to show as it is, or what became of a strategy. */
export type Said =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "touched" | "ghosts"; readonly n: number }
  | { readonly is: "refused" | "cancelled"; readonly gate: Refusal["gate"] | null; readonly code: string | null }
  | { readonly is: "untouched" | "notDue" };

/** What of a case is otherwise than expected; nothing if it passes. */
export function judge(program: Program, rehearsed: Rehearsed, outcome: Outcome): Mismatch[] {
  const { expect } = rehearsed.scenario;
  const zone = zoneNamed(rehearsed.zone);
  const time = (instant: number): string => localTime(zone, instant);
  return [
    ...touches(expect.decisions, outcome.decisions, "touched", outcome, time),
    ...touches(expect.ghosts, outcome.ghosts, "ghosts", outcome, time),
    ...expect.none.flatMap((id) => untouched(id, outcome)),
    ...expect.refused.flatMap((each) => refused(each, outcome)),
    ...expect.cancelled.flatMap((each) => cancelled(each, outcome)),
    ...expect.tags.flatMap((each) => tagged(each, program, rehearsed, outcome)),
    ...expect.stages.flatMap((each) => staged(each, program, rehearsed)),
  ];
}

type Touch = Decision | Ghost;

/** The touches of each strategy that is named, one after the other, and no more of them. */
function touches(
  expected: readonly ExpectedTouch[],
  all: readonly Touch[],
  is: "touched" | "ghosts",
  outcome: Outcome,
  time: (instant: number) => string,
): Mismatch[] {
  const named = new Set(expected.map(({ strategy }) => strategy));
  return [...named].flatMap((id): Mismatch[] => {
    const wanted = expected.filter(({ strategy }) => strategy === id);
    const found = all.filter(({ strategy }) => strategy === id);
    if (wanted.length !== found.length) {
      const got: Said = found.length === 0 ? became(id, outcome) : { is, n: found.length };
      return [{ strategy: id, about: { is: "strategy", id }, expected: { is, n: wanted.length }, got }];
    }
    return wanted.flatMap(({ fields }, n) => differing(id, n, fields, found[n] as Touch, time));
  });
}

function differing(
  id: string,
  n: number,
  fields: readonly ExpectedField[],
  touch: Touch,
  time: (instant: number) => string,
): Mismatch[] {
  return fields.flatMap((field): Mismatch[] => {
    const name = field.is === "text" ? `text.${field.part}` : field.is;
    const [expected, got] = sides(field, touch, time);
    if (expected === got) return [];
    const about: About = { is: "touch", id, n, field: name };
    return [{ strategy: id, about, expected: { is: "text", text: expected }, got: { is: "text", text: got } }];
  });
}

function sides(field: ExpectedField, touch: Touch, time: (instant: number) => string): [string, string] {
  switch (field.is) {
    case "at":
    case "send_at":
      return [time(field.instant), time(Date.parse(touch[field.is]))];
    case "text": {
      const parts = "material" in touch ? touch.material?.parts : undefined;
      return [field.text, (parts && Object.hasOwn(parts, field.part) ? parts[field.part] : undefined) ?? NOTHING];
    }
    default:
      return [field.text, plain(field.is, touch)];
  }
}

const NOTHING = "none";

function plain(is: Exclude<ExpectedField["is"], "at" | "send_at" | "text">, touch: Touch): string {
  switch (is) {
    case "channel":
    case "step":
      return touch[is];
    case "variant":
      return touch.variant ?? NOTHING;
    case "reason":
      return "reason" in touch ? touch.reason : NOTHING;
    case "benefit": {
      const benefit = "benefit" in touch ? touch.benefit : null;
      return benefit?.referral?.id ?? benefit?.id ?? NOTHING;
    }
    case "material":
      return ("material" in touch ? touch.material?.id : undefined) ?? NOTHING;
    case "sets":
      return "tags" in touch ? [...touch.tags].sort().join(", ") : "";
  }
}

function untouched(id: string, outcome: Outcome): Mismatch[] {
  const { length } = outcome.decisions.filter(({ strategy }) => strategy === id);
  if (length === 0) return [];
  const about: About = { is: "strategy", id };
  return [{ strategy: id, about, expected: { is: "untouched" }, got: { is: "touched", n: length } }];
}

function refused({ strategy: id, gate, code }: ExpectedRefusal, outcome: Outcome): Mismatch[] {
  const got = became(id, outcome);
  const all = outcome.refusals.filter(({ strategy }) => strategy === id);
  const other = all.find((each) => !isSo(each, gate, code));
  if (got.is === "refused" && !other) return [];
  const said: Said = got.is === "refused" && other ? { is: "refused", gate: other.gate, code: other.code } : got;
  return [{ strategy: id, about: { is: "strategy", id }, expected: { is: "refused", gate, code }, got: said }];
}

function cancelled({ strategy: id, gate, code }: ExpectedRefusal, outcome: Outcome): Mismatch[] {
  const all = outcome.cancellations.filter(({ strategy }) => strategy === id);
  const other = all.find((each) => !isSo(each, gate, code));
  if (all.length > 0 && !other) return [];
  const got: Said = other ? { is: "cancelled", gate: other.gate, code: other.code } : became(id, outcome);
  return [{ strategy: id, about: { is: "strategy", id }, expected: { is: "cancelled", gate, code }, got }];
}

function isSo(each: Pick<Refusal, "gate" | "code">, gate: string | null, code: string | null): boolean {
  return (gate === null || each.gate === gate) && (code === null || each.code === code);
}

/** The most that can be said of a strategy: it touched; held back; refused; or did not look. */
function became(id: string, { decisions, ghosts, refusals }: Outcome): Said {
  const own = ({ strategy }: { readonly strategy: string }): boolean => strategy === id;
  const [touched, held] = [decisions.filter(own).length, ghosts.filter(own).length];
  if (touched > 0) return { is: "touched", n: touched };
  if (held > 0) return { is: "ghosts", n: held };
  const refusal = refusals.find(own);
  return refusal ? { is: "refused", gate: refusal.gate, code: refusal.code } : { is: "notDue" };
}

function tagged(expected: ExpectedValue, program: Program, rehearsed: Rehearsed, outcome: Outcome): Mismatch[] {
  const place = program.strategyTags.findIndex(({ id }) => id === expected.id);
  const tag = program.tags.find(({ id }) => id === expected.id);
  const got = place >= 0 || !tag ? String(rehearsed.hasTag(place, outcome)) : tagValue(program, tag, rehearsed);
  return got === expected.value ? [] : [different("tag", expected, got)];
}

function staged(expected: ExpectedValue, program: Program, { frame }: Rehearsed): Mismatch[] {
  const place = program.lifecycles.findIndex(({ id }) => id === expected.id);
  const stage = createEnvironment(program).stage(place)(frame, 0);
  const got = program.lifecycles[place]?.stages[stage]?.id ?? NOTHING;
  return got === expected.value ? [] : [different("stage", expected, got)];
}

function different(is: "tag" | "stage", { id, value }: ExpectedValue, got: string): Mismatch {
  return { strategy: null, about: { is, id }, expected: { is: "text", text: value }, got: { is: "text", text: got } };
}

const UNKNOWN = "unknown";

function tagValue(program: Program, { value }: Tag, { frame, zone }: Rehearsed): string {
  const environment = createEnvironment(program);
  if (value.is === "test") return String(compileTest(value.test, environment)(frame, 0));
  if (value.is === "text") return compileText(value.text, environment)(frame, 0) ?? UNKNOWN;
  const found = compileNum(value.num, environment)(frame, 0);
  if (found === null) return UNKNOWN;
  const { type } = value;
  if (type.is === "enum") return type.members[Number(found.n / found.d)]?.id ?? UNKNOWN;
  if (type.is === "instant") return formatInstant(Number(found.n / found.d));
  return literal(found, type, zoneNamed(zone));
}
