import { type ShownType, typeEn, typeZh } from "../type-words.js";
import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** Named values: tags, maps and signs. */
export interface TagMessages {
  "tag-not-boolean": { readonly tag: string; readonly type: ShownType };
  "tag-length": { readonly tag: string; readonly text: string };
  "map-empty": { readonly map: string };
  "map-mixed": { readonly map: string; readonly text: string; readonly type: ShownType; readonly other: ShownType };
  "map-length": { readonly text: string };
  "map-operand": { readonly map: string; readonly text: string; readonly type: ShownType };
  /** `of` is the choice that the map is used for. */
  "map-key-unknown": { readonly name: string; readonly map: string; readonly of: string; readonly exist: Exist };
  "zodiac-needs-date": { readonly text: string; readonly of: string; readonly type: ShownType };
}

export const tagsEn: Catalogue<TagMessages> = {
  "tag-not-boolean": ({ tag, type }) => ({
    message: `the tag \`${tag}\` is ${typeEn(type)}, and \`has\` asks only for tags that one has or has not`,
    fix: `Compare its value, such as \`${tag} is …\` or \`${tag} is known\`.`,
  }),
  "tag-length": ({ tag, text }) => ({
    message: `\`${text}\` is the same length of time for everybody, so \`${tag}\` would tell nothing about a user`,
    fix: "Write the length where it is compared.",
  }),
  "map-empty": ({ map }) => ({
    message: `the map \`${map}\` has no entry`,
    fix: "Add for example `americano: cold_brew`.",
  }),
  "map-mixed": ({ map, text, type, other }) => ({
    message: `the values of \`${map}\` must be of one kind: \`${text}\` is ${typeEn(type)}, the first is ${typeEn(other)}`,
    fix: "Give all entries words or texts, or amounts of one unit; use two maps for two kinds.",
  }),
  "map-length": ({ text }) => ({
    message: `a map cannot give \`${text}\`: days and months are no amounts`,
    fix: "Write a word, a text, a number or an amount.",
  }),
  "map-operand": ({ map, text, type }) => ({
    message: `\`${map}\` looks up texts and choices, and \`${text}\` is ${typeEn(type)}`,
    fix: `Use it with a text or a choice, such as \`${map} of most frequent of order.drink in the last 30 days\`.`,
  }),
  "map-key-unknown": ({ name, map, of, exist }) => ({
    message: `\`${map}\` is used for \`${of}\`, which can never be \`${name}\``,
    fix: useEn(exist, "Remove the entry, or add the choice where the field is declared."),
  }),
  "zodiac-needs-date": ({ text, of, type }) => ({
    message: `\`${text}\` needs a date, and \`${of}\` is ${typeEn(type)}`,
    fix: "Use a field of type `date`, such as `zodiac of user.birthday`.",
  }),
};

export const tagsZh: Catalogue<TagMessages> = {
  "tag-not-boolean": ({ tag, type }) => ({
    message: `标签 \`${tag}\` 的值是${typeZh(type)}，\`has\` 只能用于“有或没有”的标签`,
    fix: `请直接比较它的值，例如 \`${tag} is …\`、\`${tag} is known\`。`,
  }),
  "tag-length": ({ tag, text }) => ({
    message: `\`${text}\` 对谁都一样，作为标签 \`${tag}\` 说明不了用户`,
    fix: "请把时长写在比较的地方。",
  }),
  "map-empty": ({ map }) => ({
    message: `对照表 \`${map}\` 是空的`,
    fix: "请至少写一项，例如 `americano: cold_brew`。",
  }),
  "map-mixed": ({ map, text, type, other }) => ({
    message: `对照表 \`${map}\` 里的值要是同一类：\`${text}\` 是${typeZh(type)}，第一项却是${typeZh(other)}`,
    fix: "请都写词或文本，或都写同一单位的数量；两类值请用两张表。",
  }),
  "map-length": ({ text }) => ({
    message: `对照表里不能写 \`${text}\`：天和月不是数量`,
    fix: "请写词、文本、数值或金额。",
  }),
  "map-operand": ({ map, text, type }) => ({
    message: `\`${map}\` 只能按文本或选项来查，而 \`${text}\` 是${typeZh(type)}`,
    fix: `请用在文本或选项上，例如 \`${map} of most frequent of order.drink in the last 30 days\`。`,
  }),
  "map-key-unknown": ({ name, map, of, exist }) => ({
    message: `\`${map}\` 用在 \`${of}\` 上，而它不可能是 \`${name}\``,
    fix: useZh(exist, "请去掉这一项，或在字段声明里加上这个选项。"),
  }),
  "zodiac-needs-date": ({ text, of, type }) => ({
    message: `\`${text}\` 要从日期算出，而 \`${of}\` 是${typeZh(type)}`,
    fix: "请用 `date` 类型的字段，例如 `zodiac of user.birthday`。",
  }),
};
