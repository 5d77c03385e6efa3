import type { Language } from "../wording.js";

/** Things to write that are not one fixed word. */
export type Kind =
  | "name"
  | "number"
  | "text"
  | "date"
  | "clock"
  | "unit"
  | "field"
  | "value"
  | "test"
  | "clause"
  | "window"
  | "moment"
  | "trigger";

/** What could have stood in a place: a kind of thing, or a word or sign as it is written. */
export type Expected = { readonly kind: Kind } | { readonly word: string };

const kinds: { readonly [L in Language]: { readonly [K in Kind]: string } } = {
  en: {
    name: "a name",
    number: "a number",
    text: 'a text in quotes (`"…"`)',
    date: "a date such as `2026-11-10`",
    clock: "a time such as `10:00`",
    unit: "a unit such as `days`",
    field: "a field such as `city: text`",
    value: "a value",
    test: "a test such as `did pay in the last 30 days`",
    clause: "a clause such as `who …`",
    window: "a window such as `in the last 7 days`",
    moment: "a moment such as `1st pay`, `user.registered_at` or `2026-06-18`",
    trigger: "a trigger such as `every day at 10:00`, `pay happens` or `3 days before user.birthday at 09:00`",
  },
  zh: {
    name: "一个名称",
    number: "一个数字",
    text: '引号里的文字（`"…"`）',
    date: "一个日期，例如 `2026-11-10`",
    clock: "一个时间，例如 `10:00`",
    unit: "一个单位，例如 `days`",
    field: "一个字段，例如 `city: text`",
    value: "一个值",
    test: "一个条件，例如 `did pay in the last 30 days`",
    clause: "一个子句，例如 `who …`",
    window: "一个时间范围，例如 `in the last 7 days`",
    moment: "一个时间点，例如 `1st pay`、`user.registered_at` 或 `2026-06-18`",
    trigger: "一个时机，例如 `every day at 10:00`、`pay happens` 或 `3 days before user.birthday at 09:00`",
  },
};

/** The expected things as a list in a sentence. */
export function listed(expected: readonly Expected[], language: Language): string {
  const items = expected.map((each) => ("kind" in each ? kinds[language][each.kind] : `\`${each.word}\``));
  if (language === "zh") return inChinese(items);
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

/** To follow a Chinese character: a blank stands between it and a back-quote. */
function inChinese(items: readonly string[]): string {
  const last = items.at(-1) ?? "";
  const others = items.slice(0, -1).join("、");
  const said = others === "" ? last : `${others}${others.endsWith("`") ? " " : ""}或${apart(last)}`;
  return apart(said);
}

const apart = (text: string): string => (text.startsWith("`") ? ` ${text}` : text);
