import { formatDate, parseDate, weekday } from "../calendar/civil.js";
import { datesOfRule, type FestivalRule, RULES_FROM, RULES_UNTIL } from "../calendar/festival-rule.js";
import { isSolarTerm, solarTerms } from "../calendar/solar-term.js";
import type { CalendarFileMessages } from "../diagnostic/calendar.js";
import type { DataMessages } from "../diagnostic/data.js";
import { type Code, type Diagnostic, diagnostic } from "../diagnostic/diagnostic.js";
import type { Calendar, Festival } from "../program/program.js";
import { nearest } from "../text/nearest.js";
import type { Source } from "../text/source.js";
import type { Span } from "../text/span.js";
import { readYamlText, type YamlPair, type YamlValue } from "../text/yaml.js";
import { parseLunarRule, parseSolarRule, parseWeekdayRule, ruleExamples } from "./festival-rule-text.js";

export interface CalendarRead {
  /** `null` if anything is wrong. */
  readonly calendar: Calendar | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a calendar file; its name, without folder and ending, must be the calendar's id. Never throws. */
export function readCalendar(source: Source): CalendarRead {
  const read = readYamlText(source);
  if (read.is === "broken") return failed(diagnostic("data-yaml", read.span, { reason: read.reason }));
  if (read.is === "refused") return failed(diagnostic("data-yaml-feature", read.span, { feature: read.feature }));
  const reader = new CalendarReader(source);
  const calendar = reader.calendar(read.value);
  return { calendar: reader.problems.length > 0 ? null : calendar, diagnostics: reader.problems };
}

function failed(problem: Diagnostic): CalendarRead {
  return { calendar: null, diagnostics: [problem] };
}

/** What is said of a calendar file as it is of `data.yaml`. */
type Shared = Pick<DataMessages, "data-shape" | "data-unknown-key" | "data-missing-key">;
type Messages = CalendarFileMessages & Shared;

/** The first and the last date of which a list speaks. */
interface Horizon {
  readonly from: number;
  readonly until: number;
}

interface PlacedDate {
  readonly date: number;
  readonly span: Span;
}

type Keys = ReadonlyMap<string, YamlPair>;

const examples = {
  file: "id: china",
  label: "label: 中国大陆",
  horizon: "horizon: { from: 2026-01-01, until: 2026-12-31 }",
  dates: "[2026-10-01 to 2026-10-07, 2026-12-31]",
  festivals: "festivals: { mid_autumn: { label: 中秋节, lunar: 8-15 } }",
  festival: "{ label: 中秋节, lunar: 8-15 }",
} as const;

const kinds = ["lunar", "solar", "term", "weekday", "dates"] as const;

/** Reads part by part; what is wrong is reported and read as if it were empty. */
class CalendarReader {
  readonly problems: Diagnostic[] = [];

  constructor(readonly source: Source) {}

  calendar(root: YamlValue): Calendar {
    const known = ["id", "label", "horizon", "holidays", "makeup_workdays", "festivals"];
    const keys = this.keys(root, this.source.name, known, ["id"], examples.file);
    const horizon = this.horizon(keys.get("horizon"));
    return {
      id: this.id(keys.get("id")),
      label: this.label(keys.get("label")),
      days: this.days(keys, horizon, root),
      festivals: this.pairs(keys.get("festivals")).map((pair) => this.festival(pair, horizon)),
    };
  }

  id(pair: YamlPair | undefined): string {
    if (!pair) return "";
    const id = textOf(pair.value) ?? "";
    const file = (this.source.name.split("/").at(-1) ?? "").replace(/\.ya?ml$/, "");
    if (id !== file) this.report("calendar-id", pair.value.span, { id, file });
    return id;
  }

  label(pair: YamlPair | undefined): string | null {
    if (!pair) return null;
    const text = textOf(pair.value);
    if (text === null) this.shape("label", examples.label, pair.value.span);
    return text;
  }

  horizon(pair: YamlPair | undefined): Horizon | null {
    if (!pair) return null;
    const keys = this.keys(pair.value, "horizon", ["from", "until"], ["from", "until"], examples.horizon);
    const [from, until] = [this.date(keys.get("from")?.value), this.date(keys.get("until")?.value)];
    if (from === null || until === null) return null;
    if (from > until) this.reversed(from, until, pair.value.span);
    return { from, until };
  }

  days(keys: Keys, horizon: Horizon | null, root: YamlValue): Calendar["days"] {
    const [free, worked] = [keys.get("holidays"), keys.get("makeup_workdays")];
    if (!free && !worked) return null;
    if (!keys.has("horizon")) this.missing("horizon", this.source.name, root.span);
    if (!horizon) return null;
    const [holidays, workdays] = [this.dates(free?.value, "holidays"), this.dates(worked?.value, "makeup_workdays")];
    for (const { date, span } of workdays)
      if (weekday(date) < 6) this.report("calendar-makeup-weekday", span, { date: formatDate(date) });
    this.each([...holidays, ...workdays], horizon);
    return { ...horizon, holidays: ascending(holidays), workdays: ascending(workdays) };
  }

  festival({ key, keySpan, value }: YamlPair, horizon: Horizon | null): Festival {
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) this.report("calendar-festival-name", keySpan, { name: key });
    const keys = this.keys(value, key, ["label", ...kinds], [], examples.festival);
    const label = this.label(keys.get("label"));
    const said = kinds.filter((kind) => keys.has(kind));
    if (said.length !== 1 && value.is === "map") this.report("calendar-festival-rule", keySpan, { festival: key });
    const listed = keys.get("dates");
    if (listed) return { id: key, label, ...this.listed(listed, horizon) };
    const rule = this.rule(keys);
    return { id: key, label, from: RULES_FROM, until: RULES_UNTIL, dates: rule ? datesOfRule(rule) : [] };
  }

  /** Dates that no rule gives are known as far as the file's horizon. */
  listed({ keySpan, value }: YamlPair, horizon: Horizon | null): Horizon & Pick<Festival, "dates"> {
    const dates = this.dates(value, "dates");
    if (horizon) this.each(dates, horizon);
    else this.missing("horizon", this.source.name, keySpan);
    return { from: 0, until: 0, ...horizon, dates: ascending(dates) };
  }

  rule(keys: Keys): FestivalRule | null {
    return (
      this.ruleOf(keys, "lunar", parseLunarRule) ??
      this.ruleOf(keys, "solar", parseSolarRule) ??
      this.ruleOf(keys, "weekday", parseWeekdayRule) ??
      this.term(keys.get("term"))
    );
  }

  ruleOf(
    keys: Keys,
    kind: keyof typeof ruleExamples,
    parse: (text: string) => FestivalRule | null,
  ): FestivalRule | null {
    const pair = keys.get(kind);
    if (!pair) return null;
    const rule = parse(textOf(pair.value) ?? "");
    if (rule === null) this.shape(kind, ruleExamples[kind], pair.value.span);
    return rule;
  }

  term(pair: YamlPair | undefined): FestivalRule | null {
    if (!pair) return null;
    const term = textOf(pair.value) ?? "";
    if (isSolarTerm(term)) return { is: "term", term };
    this.report("calendar-term", pair.value.span, { term, known: solarTerms, nearest: nearest(term, solarTerms) });
    return null;
  }

  /** A list of dates and of stretches of dates. */
  dates(value: YamlValue | undefined, place: string): PlacedDate[] {
    if (value === undefined) return [];
    if (value.is === "list") return value.items.flatMap((item) => this.stretch(item));
    this.shape(place, `${place}: ${examples.dates}`, value.span);
    return [];
  }

  /** `2026-10-01`, or `2026-10-01 to 2026-10-07`. */
  stretch(value: YamlValue): PlacedDate[] {
    const ends = (textOf(value) ?? "").split(" to ");
    const [from, until = from] = ends.map(parseDate);
    if (from === undefined || from === null || until === null || until === undefined || ends.length > 2) {
      this.notDate(value);
      return [];
    }
    if (from > until) this.reversed(from, until, value.span);
    return Array.from({ length: Math.min(400, Math.max(0, until - from + 1)) }, (_, day) => {
      return { date: from + day, span: value.span };
    });
  }

  date(value: YamlValue | undefined): number | null {
    if (!value) return null;
    const date = parseDate(textOf(value) ?? "");
    if (date === null) this.notDate(value);
    return date;
  }

  notDate(value: YamlValue): void {
    this.report("calendar-date", value.span, { text: textOf(value) ?? "" });
  }

  reversed(from: number, until: number, span: Span): void {
    this.report("calendar-reversed", span, { from: formatDate(from), until: formatDate(until) });
  }

  /** Each date lies in the horizon, and stands there once. */
  each(dates: readonly PlacedDate[], { from, until }: Horizon): void {
    const seen = new Set<number>();
    for (const { date, span } of dates) {
      const text = formatDate(date);
      if (date < from || date > until)
        this.report("calendar-outside", span, { date: text, from: formatDate(from), until: formatDate(until) });
      else if (seen.has(date)) this.report("calendar-twice", span, { date: text });
      seen.add(date);
    }
  }

  keys(value: YamlValue, place: string, known: readonly string[], needed: readonly string[], example: string): Keys {
    const keys = new Map<string, YamlPair>();
    if (value.is !== "map") {
      this.shape(place, example, value.span);
      return keys;
    }
    for (const pair of value.pairs) {
      if (known.includes(pair.key)) keys.set(pair.key, pair);
      else this.report("data-unknown-key", pair.keySpan, { key: pair.key, known, nearest: nearest(pair.key, known) });
    }
    for (const key of needed) if (!keys.has(key)) this.missing(key, place, value.span);
    return keys;
  }

  pairs(pair: YamlPair | undefined): readonly YamlPair[] {
    if (!pair) return [];
    if (pair.value.is === "map") return pair.value.pairs;
    this.shape("festivals", examples.festivals, pair.value.span);
    return [];
  }

  missing(key: string, place: string, span: Span): void {
    this.report("data-missing-key", span, { key, place });
  }

  shape(place: string, example: string, span: Span): void {
    this.report("data-shape", span, { place, example });
  }

  report<C extends Code & keyof Messages>(code: C, span: Span, args: Messages[C]): void {
    this.problems.push(diagnostic<Code>(code, span, args));
  }
}

/** What a scalar says; numbers and truths as they are usually written. `null` for lists, maps and nothing at all. */
function textOf(value: YamlValue): string | null {
  if (value.is !== "scalar" || value.value === null) return null;
  const text = String(value.value).trim();
  return text === "" ? null : text;
}

function ascending(dates: readonly PlacedDate[]): number[] {
  return dates.map(({ date }) => date).sort((left, right) => left - right);
}
