import type { Span } from "../text/span.js";
import type { YamlFeature } from "../text/yaml.js";

/** What may be wrong in a calendar file, by code, with what its wording needs to know. */
export interface CalendarProblems {
  /** `reason` is the YAML parser's. */
  "data-yaml": { reason: string };
  "data-yaml-feature": { feature: YamlFeature };
  /** `example` is YAML to copy. */
  "data-shape": { place: string; example: string };
  "data-unknown-key": { key: string; known: readonly string[]; nearest: string | null };
  "data-missing-key": { key: string; place: string };
  /** The calendar's id is not the name of its file. */
  "calendar-id": { id: string; file: string };
  "calendar-festival-name": { name: string };
  "calendar-date": { text: string };
  /** Dates as text, the first not later than the last; or, of a horizon, the other way round. */
  "calendar-reversed": { from: string; until: string };
  "calendar-outside": { date: string; from: string; until: string };
  "calendar-twice": { date: string };
  "calendar-makeup-weekday": { date: string };
  "calendar-festival-rule": { festival: string };
  "calendar-term": { term: string; known: readonly string[]; nearest: string | null };
}

/** One thing that is wrong in a calendar file, with its exact place. */
export type CalendarProblem = {
  [C in keyof CalendarProblems]: { readonly code: C; readonly span: Span; readonly args: CalendarProblems[C] };
}[keyof CalendarProblems];
