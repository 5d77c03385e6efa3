import type { Shown } from "../catalogue.js";
import type { Division } from "../told-model.js";
import type { NameWording } from "../wording.js";
import { quoted } from "./quoted.js";
import { quantityEn } from "./time-en.js";

const withId = ({ text, id }: Shown, shown: string): string =>
  id === null || id === text ? shown : `${shown} (${id})`;
const name = (shown: Shown): string => withId(shown, `“${shown.text}”`);

/** Words that a sentence of ours is made of: a name that is one of them is put in quotation marks. */
const ours = /^(?:a|an|the|and|or|not|is|are|was|of|in|on|to|at|known|unknown|one|any|each|it|no|yes|user|time)$/i;
const harmless = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !ours.test(text);

export const booleanEn = (value: boolean): string => (value ? "true" : "false");

/** What the parts of users are called. */
export const partEn: Readonly<Record<Division, string>> = { lifecycle: "stage", value: "tier", groups: "group" };

/** `a, b and c`. */
export const listedEn = (names: readonly string[], by: "and" | "or"): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${by} ${names.at(-1)}`;

export const namesEn: NameWording = {
  name,
  withId: (shown, id) => (id === null ? shown : `${shown} (${id})`),
  word: (shown) => (harmless(shown.text) ? withId(shown, shown.text) : name(shown)),
  text: (text) => quoted(text, '"', '"'),
  boolean: booleanEn,
  quantity: quantityEn,
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  stop: ".",
  sentences: (list) => list.join(". "),
};
