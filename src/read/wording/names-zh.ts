import type { Shown } from "../catalogue.js";
import type { Division } from "../told-model.js";
import type { NameWording } from "../wording.js";
import { zh } from "./chinese.js";
import { quoted } from "./quoted.js";
import { quantityZh } from "./time-zh.js";

const withId = ({ id }: Shown, shown: string): string => (id === null ? shown : `${shown}（${id}）`);
const name = (shown: Shown): string => withId(shown, `「${shown.text}」`);

/** A name with one of our own connecting words in it, or with anything but letters, is put in quotation marks. */
const harmless = (text: string): boolean =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !/[且或是不]|等于|超过|低于|包含|未知|已知/u.test(text);

export const booleanZh = (value: boolean): string => (value ? "“是”" : "“否”");

/** What the parts of users are called. */
export const partZh: Readonly<Record<Division, string>> = { lifecycle: "阶段", value: "分层", groups: "人群" };

/** `甲、乙或丙`. */
export const choiceZh = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : zh`${names.slice(0, -1).join("、")}或${names.at(-1) ?? ""}`;

/** `甲、乙和丙`. */
export const listedZh = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : zh`${names.slice(0, -1).join("、")}和${names.at(-1) ?? ""}`;

export const namesZh: NameWording = {
  name,
  withId: (shown, id) => (id === null ? shown : `${shown}（${id}）`),
  word: (shown) => (harmless(shown.text) ? withId(shown, shown.text) : name(shown)),
  text: (text) => quoted(text, "“", "”"),
  boolean: booleanZh,
  quantity: quantityZh,
  colon: "：",
  comma: "，",
  semicolon: "；",
  stop: "。",
  sentences: (list) => list.join("。"),
};
