import type { Candidate } from "./candidate.js";
import type { LocaleStyle } from "./locale-style.js";

/** Fills a hole of a message, in the style of its language; `null` if it has no value. */
export type Filler = (candidate: Candidate, style: LocaleStyle) => string | null;
