import { civilOf, formatDate } from "../calendar/civil.js";
import { formatLunar, type LunarDate } from "../calendar/lunar.js";
import { lunarWords } from "./lunar-words.js";

/**
 * How a language writes numbers, money and dates. By hand: what `Intl` prints depends on the machine, and the same decision must have
 * the same bytes everywhere.
 *
 *            20.5 yuan   minus 1,234.5 dollars   a number   percent   date            instant
 *   zh       ¥20.50      -US$1,234.50            1,234.5    30%       2026年11月7日    2026年11月7日 20:14
 *   en       CN¥20.50    -$1,234.50              1,234.5    30%       Nov 7, 2026     Nov 7, 2026, 20:14
 *   ja       CN¥20.50    -$1,234.50              1,234.5    30%       2026年11月7日    2026年11月7日 20:14
 *   de       20,50 CN¥   -1.234,50 $             1.234,5    30 %      07.11.2026      07.11.2026, 20:14
 *   fr       20,50 CN¥   -1 234,50 $US           1 234,5    30 %      07/11/2026      07/11/2026 20:14
 *   others   20.50 CNY   -1234.50 USD            1234.5     30%       2026-11-07      2026-11-07 20:14
 *
 * The blanks of German and French, and that before a currency, are no-break spaces (U+00A0). Lunar dates: `农历1990年八月十五` in
 * Chinese, else `1990-08-15`.
 */
export interface LocaleStyle {
  /** Between groups of three digits, and before decimals. */
  readonly group: string;
  readonly point: string;
  readonly percent: string;
  /** What currencies are written with; one without a sign has its code. */
  readonly signs: ReadonlyMap<string, string>;
  /** Whether the sign stands behind the figure. */
  readonly signLast: boolean;
  readonly yes: string;
  readonly no: string;
  date(date: number): string;
  lunar(date: LunarDate): string;
  /** Between the date and the clock of an instant. */
  readonly beforeClock: string;
}

/** Keeps a figure and what belongs to it on one line. */
export const NO_BREAK = "\u00a0";

const english: LocaleStyle = {
  group: ",",
  point: ".",
  percent: "%",
  signs: signs("CNY CN¥", "JPY ¥", "USD $", "EUR €", "GBP £", "HKD HK$", "TWD NT$", "KRW ₩", "INR ₹"),
  signLast: false,
  yes: "yes",
  no: "no",
  date(date) {
    const { year, month, day } = civilOf(date);
    return `${months[month - 1] as string} ${day}, ${year}`;
  },
  lunar: formatLunar,
  beforeClock: ", ",
};

const japanese: LocaleStyle = { ...english, yes: "はい", no: "いいえ", date: writtenDate, beforeClock: " " };

const chinese: LocaleStyle = {
  ...japanese,
  signs: signs("CNY ¥", "JPY JP¥", "USD US$", "EUR €", "GBP £", "HKD HK$", "TWD NT$", "KRW ₩", "INR ₹"),
  yes: "是",
  no: "否",
  lunar: lunarWords,
};

const german: LocaleStyle = {
  ...english,
  group: ".",
  point: ",",
  percent: `${NO_BREAK}%`,
  signLast: true,
  yes: "ja",
  no: "nein",
  date: (date) => dayFirst(date, "."),
};

const french: LocaleStyle = {
  ...german,
  group: NO_BREAK,
  signs: signs("CNY CN¥", "JPY ¥", "USD $US", "EUR €", "GBP £GB", "HKD $HK", "TWD TWD", "KRW ₩", "INR ₹"),
  yes: "oui",
  no: "non",
  date: (date) => dayFirst(date, "/"),
  beforeClock: " ",
};

/** For every other language: what is written alike in most of the world. */
const neutral: LocaleStyle = {
  ...english,
  group: "",
  signs: new Map(),
  signLast: true,
  yes: "true",
  no: "false",
  date: formatDate,
  beforeClock: " ",
};

const styles: ReadonlyMap<string, LocaleStyle> = new Map([
  ["zh", chinese],
  ["en", english],
  ["ja", japanese],
  ["de", german],
  ["fr", french],
]);

/** The style of a locale's language, such as `zh-Hant-TW`. */
export function styleOf(locale: string): LocaleStyle {
  return styles.get(languageOf(locale)) ?? neutral;
}

/** `zh` of `zh-Hant-TW`. */
export function languageOf(locale: string): string {
  return (locale.split(/[-_]/)[0] as string).toLowerCase();
}

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function signs(...pairs: readonly string[]): ReadonlyMap<string, string> {
  return new Map(pairs.map((pair) => pair.split(" ") as [string, string]));
}

/** `2026年11月7日`. */
function writtenDate(date: number): string {
  const { year, month, day } = civilOf(date);
  return `${year}年${month}月${day}日`;
}

/** `07.11.2026`. */
function dayFirst(date: number, separator: string): string {
  return formatDate(date).split("-").toReversed().join(separator);
}
