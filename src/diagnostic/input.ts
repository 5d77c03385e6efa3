import { type ShownType, typeEn, typeZh } from "./type-words.js";
import type { Catalogue } from "./wording.js";

/**
 * What can be wrong with the input of a decision. `path` says where, such as `events[3].amount`;
 * `got` is the value as given, or `null` where it is personal data or too long to show.
 */
export interface InputMessages {
  "not-an-object": { readonly path: string };
  "not-a-list": { readonly path: string };
  /** A line of a file of entries. */
  "not-an-entry": { readonly path: string };
  "missing-value": { readonly path: string; readonly type: ShownType };
  "empty-id": { readonly path: string };
  "broken-text": { readonly path: string };
  /** `example` is a value that would do, as JavaScript. */
  "wrong-value": {
    readonly path: string;
    readonly type: ShownType;
    readonly got: string | null;
    readonly example: string;
  };
  "instant-without-zone": { readonly path: string; readonly got: string | null };
  "unknown-zone": { readonly path: string; readonly got: string | null };
  /** What is written as a lunar date, and is none: beyond 1900–2100, in a month that its year lacks, or on its day 30. */
  "no-such-lunar-date": {
    readonly path: string;
    readonly got: string | null;
    readonly why: "out of range" | "no such month" | "no such day";
  };
  /** `nearest` is what may have been meant; `known` what there is. */
  "not-a-choice": {
    readonly path: string;
    readonly got: string | null;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  /** `digits` after the point are kept. */
  "too-fine-value": { readonly path: string; readonly digits: number; readonly got: string | null };
  "too-large-value": { readonly path: string; readonly got: string | null };
  /** `path` is the event and its field, such as `pay.amount`. */
  "too-large-total": { readonly path: string };
  "received-too-early": { readonly path: string };
  "empty-interval": { readonly since: string; readonly until: string };
  "not-grants": { readonly path: string };
  /** A strategy depends on a date of which its calendar, or the lunar calendar (`calendar` is `null`), does not know. */
  "beyond-horizon": {
    readonly strategy: string;
    readonly asked: "days" | "festival" | "lunar";
    readonly calendar: string | null;
    readonly festival: string | null;
    readonly on: string;
    readonly first: string;
    readonly last: string;
  };
}

const SHOWN = 12;

function listEn(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return `${shown.join(", ")}${names.length > SHOWN ? ", …" : ""}`;
}

function listZh(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return `${shown.join("、")}${names.length > SHOWN ? "……" : ""}`;
}

const valueEn = (got: string | null): string => (got === null ? "its value" : `\`${got}\``);
const valueZh = (got: string | null): string => (got === null ? "所给的值" : `\`${got}\``);

type LunarWhy = InputMessages["no-such-lunar-date"]["why"];

const lunarEn: { readonly [W in LunarWhy]: string } = {
  "out of range": "lies beyond the lunar years 1900 to 2100",
  "no such month": "lies in a leap month that its year does not have",
  "no such day": "is day 30 of a month of 29 days",
};

const lunarZh: { readonly [W in LunarWhy]: string } = {
  "out of range": "不在农历 1900 至 2100 年之内",
  "no such month": "所在的闰月当年没有",
  "no such day": "是三十日，而那个月只有 29 天",
};

type Horizon = InputMessages["beyond-horizon"];

function knowsEn(asked: Horizon["asked"], calendar: string | null, festival: string | null): string {
  if (asked === "lunar") return "the lunar calendar is known";
  return asked === "days" ? `the calendar \`${calendar}\` knows workdays` : `\`${calendar}\` knows \`${festival}\``;
}

function knowsZh(asked: Horizon["asked"], calendar: string | null, festival: string | null): string {
  if (asked === "lunar") return "农历数据";
  return asked === "days" ? `日历 \`${calendar}\` 的工作日` : `日历 \`${calendar}\` 里的 \`${festival}\` `;
}

export const inputEn: Catalogue<InputMessages> = {
  "not-an-object": ({ path }) => ({
    message: `\`${path}\` is not an object`,
    fix: `Give \`${path}\` as a plain object: names and values.`,
  }),
  "not-an-entry": ({ path }) => ({
    message: `\`${path}\` is no entry of a user`,
    fix: 'Write one JSON object a line, with `user`, `kind` and `at`: `{"user":"u42","kind":"opt_out","at":"2026-06-18T09:00:00Z"}`.',
  }),
  "not-a-list": ({ path }) => ({
    message: `\`${path}\` is not a list`,
    fix: `Give \`${path}\` as an array; an empty one if there is nothing.`,
  }),
  "missing-value": ({ path, type }) => ({
    message: `\`${path}\` is missing`,
    fix: `Give ${typeEn(type)}, or mark the field as optional with \`?\` in the schema.`,
  }),
  "empty-id": ({ path }) => ({
    message: `\`${path}\` is missing or empty`,
    fix: "Give an id of at least one character, as text.",
  }),
  "broken-text": ({ path }) => ({
    message: `\`${path}\` is broken text: half of a character is missing in it`,
    fix: "Give well-formed Unicode; the text was probably cut in the middle of a character.",
  }),
  "wrong-value": ({ path, type, got, example }) => ({
    message: `\`${path}\` must be ${typeEn(type)}; ${valueEn(got)} is not`,
    fix: `Give it like this: ${example}.`,
  }),
  "instant-without-zone": ({ path, got }) => ({
    message: `\`${path}\` does not say in which time zone it is: ${valueEn(got)}`,
    fix: 'Add `Z` or an offset, as in "2026-11-10T20:00:00+08:00".',
  }),
  "unknown-zone": ({ path, got }) => ({
    message: `\`${path}\` must be a time zone; ${valueEn(got)} is none`,
    fix: 'Give its IANA name, such as "Asia/Shanghai".',
  }),
  "no-such-lunar-date": ({ path, got, why }) => ({
    message: `\`${path}\` is no day of the lunar calendar: ${valueEn(got)} ${lunarEn[why]}`,
    fix: 'Look it up in a lunar calendar; a day of a leap month is written "1990-05-15 leap".',
  }),
  "not-a-choice": ({ path, got, nearest, known }) => ({
    message:
      got === null
        ? `\`${path}\` has a value that the project does not declare`
        : `\`${path}\` is \`${got}\`, which the project does not declare`,
    fix: `${nearest === null ? "" : `Did you mean \`${nearest}\`? `}${known.length === 0 ? "The project declares none." : `Use one of: ${listEn(known)}.`}`,
  }),
  "too-fine-value": ({ path, digits, got }) => ({
    message: `\`${path}\` is finer than ${digits} digits after the point: ${valueEn(got)}`,
    fix: `Round it before you pass it on, to ${digits} digits after the point.`,
  }),
  "too-large-value": ({ path, got }) => ({
    message: `\`${path}\` is too large to be exact: ${valueEn(got)}`,
    fix: "Give a value within ±9,007,199,254,740,991 of its smallest unit.",
  }),
  "too-large-total": ({ path }) => ({
    message: `the total of \`${path}\` over the events is too large to be exact`,
    fix: "Look for absurd amounts in the events, or use a shorter window in the strategy.",
  }),
  "received-too-early": ({ path }) => ({
    message: `\`${path}\` was received more than 5 minutes before it happened`,
    fix: "Check both clocks and `occurred_at`; leave out `received_at` if it is not known.",
  }),
  "empty-interval": ({ since, until }) => ({
    message: `\`since\` (${since}) is not before \`until\` (${until})`,
    fix: "Give an interval: all that falls due after `since`, up to and including `until`, is decided.",
  }),
  "not-grants": ({ path }) => ({
    message: `\`${path}\` can give out nothing: it lacks \`has\`, \`reserve\` or \`release\``,
    fix: "Pass what `createGrants(program)` returns, the same for all calls that share a stock, or leave it out.",
  }),
  "beyond-horizon": ({ strategy, asked, calendar, festival, on, first, last }) => ({
    message: `strategy \`${strategy}\` depends on ${on}, and ${knowsEn(asked, calendar, festival)} only from ${first} to ${last}`,
    fix:
      asked === "lunar"
        ? "Choose an interval within these dates, or leave the strategy out."
        : `Choose an interval within these dates, leave the strategy out, or give the project a \`calendars/${calendar}.yaml\` whose \`horizon\` reaches further.`,
  }),
};

export const inputZh: Catalogue<InputMessages> = {
  "not-an-object": ({ path }) => ({
    message: `\`${path}\` 不是对象`,
    fix: `请以普通对象（名称和值）的形式提供 \`${path}\`。`,
  }),
  "not-an-entry": ({ path }) => ({
    message: `\`${path}\` 不是一条用户记录`,
    fix: '请每行写一个 JSON 对象，带上 `user`、`kind` 和 `at`：`{"user":"u42","kind":"opt_out","at":"2026-06-18T09:00:00Z"}`。',
  }),
  "not-a-list": ({ path }) => ({
    message: `\`${path}\` 不是列表`,
    fix: `请以数组的形式提供 \`${path}\`；没有内容就给空数组。`,
  }),
  "missing-value": ({ path, type }) => ({
    message: `缺少 \`${path}\``,
    fix: `请提供${typeZh(type)}；如果允许缺失，请在 schema 里给该字段的类型加上 \`?\`。`,
  }),
  "empty-id": ({ path }) => ({
    message: `\`${path}\` 缺失或为空`,
    fix: "请提供至少一个字符的文本作为 id。",
  }),
  "broken-text": ({ path }) => ({
    message: `\`${path}\` 的文本已损坏：其中有半个字符`,
    fix: "请提供完整的 Unicode 文本；它可能在某个字符中间被截断了。",
  }),
  "wrong-value": ({ path, type, got, example }) => ({
    message: `\`${path}\` 应为${typeZh(type)}，${valueZh(got)}不符合`,
    fix: `请这样写：${example}。`,
  }),
  "instant-without-zone": ({ path, got }) => ({
    message: `\`${path}\` 没有说明是哪个时区的时间：${valueZh(got)}`,
    fix: '请加上 `Z` 或时差，例如 "2026-11-10T20:00:00+08:00"。',
  }),
  "unknown-zone": ({ path, got }) => ({
    message: `\`${path}\` 应为时区，${valueZh(got)}不是`,
    fix: '请填写 IANA 时区名，例如 "Asia/Shanghai"。',
  }),
  "no-such-lunar-date": ({ path, got, why }) => ({
    message: `农历里没有 \`${path}\` 的这一天：${valueZh(got)}${lunarZh[why]}`,
    fix: '请查农历核对；闰月里的日子要写成 "1990-05-15 leap"。',
  }),
  "not-a-choice": ({ path, got, nearest, known }) => ({
    message: got === null ? `\`${path}\` 的值没有在项目里声明` : `\`${path}\` 的值是 \`${got}\`，项目里没有声明`,
    fix: `${nearest === null ? "" : `是不是想写 \`${nearest}\`？`}${known.length === 0 ? "项目里一个也没有声明。" : `可用的有：${listZh(known)}。`}`,
  }),
  "too-fine-value": ({ path, digits, got }) => ({
    message: `\`${path}\` 的小数超过 ${digits} 位：${valueZh(got)}`,
    fix: `请先取到小数点后 ${digits} 位再传入。`,
  }),
  "too-large-value": ({ path, got }) => ({
    message: `\`${path}\` 太大，无法精确表示：${valueZh(got)}`,
    fix: "以最小单位计，值应在 ±9,007,199,254,740,991 以内。",
  }),
  "too-large-total": ({ path }) => ({
    message: `各事件的 \`${path}\` 合计太大，无法精确表示`,
    fix: "请检查事件里是否有异常大的数值，或在策略里改用更短的时间窗口。",
  }),
  "received-too-early": ({ path }) => ({
    message: `\`${path}\` 的接收时间比发生时间早了 5 分钟以上`,
    fix: "请检查两边的时钟和 `occurred_at`；不清楚接收时间时，可以不填 `received_at`。",
  }),
  "empty-interval": ({ since, until }) => ({
    message: `\`since\`（${since}）不早于 \`until\`（${until}）`,
    fix: "请给出一个时间段：晚于 `since`、不晚于 `until` 的都会参与决策。",
  }),
  "not-grants": ({ path }) => ({
    message: `\`${path}\` 无法发放额度：缺少 \`has\`、\`reserve\` 或 \`release\``,
    fix: "请传入 `createGrants(program)` 的返回值，共用库存的多次调用要传同一个；不需要就不传。",
  }),
  "beyond-horizon": ({ strategy, asked, calendar, festival, on, first, last }) => ({
    message: `策略 \`${strategy}\` 需要用到 ${on}，而${knowsZh(asked, calendar, festival)}只覆盖 ${first} 至 ${last}`,
    fix:
      asked === "lunar"
        ? "请把时间区间放在这个范围之内，或者不要带上这个策略。"
        : `请把时间区间放在这个范围之内，或者不要带上这个策略；也可以在项目里放一份 \`horizon\` 更长的 \`calendars/${calendar}.yaml\`。`,
  }),
};
