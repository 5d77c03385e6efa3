import { type Clock, dateText } from "./clock.js";
import type { LunarDate } from "./lunar.js";
import { type Rational, times, whole } from "./rational.js";

/** How a language writes what stands in messages. */
interface Style {
  readonly group: string;
  readonly point: string;
  /** Before `%`. */
  readonly beforePercent: string;
  /** Signs of currencies; one that is not here is written with its code, behind. */
  readonly signs: Readonly<Record<string, string>>;
  readonly signLast: boolean;
  readonly date: (year: string, month: number, day: number) => string;
  readonly beforeClock: string;
}

const noBreak = "\u00a0";
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (n: number) => String(n).padStart(2, "0");
const shared = { EUR: "€", GBP: "£", HKD: "HK$", TWD: "NT$", KRW: "₩", INR: "₹" };

const english: Style = {
  group: ",",
  point: ".",
  beforePercent: "",
  signs: { ...shared, CNY: "CN¥", JPY: "¥", USD: "$" },
  signLast: false,
  date: (year, month, day) => `${months[month - 1]} ${day}, ${year}`,
  beforeClock: ", ",
};
const german: Style = {
  ...english,
  group: ".",
  point: ",",
  beforePercent: noBreak,
  signLast: true,
  date: (year, month, day) => `${two(day)}.${two(month)}.${year}`,
};
const han = (year: string, month: number, day: number) => `${Number(year)}年${month}月${day}日`;

const styles: Readonly<Record<string, Style>> = {
  en: english,
  ja: { ...english, date: han, beforeClock: " " },
  zh: {
    ...english,
    signs: { ...shared, CNY: "¥", JPY: "JP¥", USD: "US$" },
    date: han,
    beforeClock: " ",
  },
  de: german,
  fr: {
    ...german,
    group: noBreak,
    signs: { EUR: "€", KRW: "₩", INR: "₹", CNY: "CN¥", JPY: "¥", USD: "$US", GBP: "£GB", HKD: "$HK" },
    date: (year, month, day) => `${two(day)}/${two(month)}/${year}`,
    beforeClock: " ",
  },
};

/** What is written alike in most of the world. */
const plain: Style = {
  ...english,
  group: "",
  signs: {},
  signLast: true,
  date: (year, month, day) => `${year}-${two(month)}-${two(day)}`,
  beforeClock: " ",
};

/** `zh` of `zh-Hant-TW`. */
export function languageOf(locale: string): string {
  return (locale.split(/[-_]/)[0] ?? "").toLowerCase();
}

function styleOf(locale: string): Style {
  const language = languageOf(locale);
  return Object.hasOwn(styles, language) ? (styles[language] ?? plain) : plain;
}

/** At most two digits after the point, without zeros at the end. */
export function numberText(value: Rational, locale: string): string {
  return figure(value, 2, styleOf(locale), false);
}

export function percentText(value: Rational, locale: string): string {
  return `${numberText(times(value, whole(100)), locale)}${styleOf(locale).beforePercent}%`;
}

/** All digits of the currency after the point, or none where there is nothing. */
export function moneyText(amount: Rational, currency: string, digits: number, locale: string): string {
  const style = styleOf(locale);
  const sign = style.signs[currency];
  const text = figure(amount, digits, style, true);
  if (sign === undefined || style.signLast) return `${text}${noBreak}${sign ?? currency}`;
  return text.startsWith("-") ? `-${sign}${text.slice(1)}` : `${sign}${text}`;
}

/** Rounded to so many digits, halves away from zero. */
function figure(value: Rational, digits: number, { group, point }: Style, all: boolean): string {
  const scale = 10n ** BigInt(digits);
  const size = value.top < 0n ? -value.top : value.top;
  const units = (size * scale * 2n + value.bottom) / (value.bottom * 2n);
  const head = String(units / scale).replace(/\B(?=(\d{3})+$)/g, group);
  const rest = String(units % scale).padStart(digits, "0");
  const tail = all ? (units % scale === 0n ? "" : rest) : rest.replace(/0+$/, "");
  const sign = value.top < 0n && units > 0n ? "-" : "";
  return `${sign}${head}${digits === 0 || tail === "" ? "" : `${point}${tail}`}`;
}

export function dateWords(date: number, locale: string): string {
  const [year = "", month = "", day = ""] = dateText(date).split("-");
  return styleOf(locale).date(year, Number(month), Number(day));
}

/** What the clock shows, to the minute. */
export function instantWords(instant: number, clock: Clock, locale: string): string {
  const minute = clock.minuteAt(instant);
  const shown = Math.floor((instant + clock.offsetAt(instant)) / 86_400_000);
  return `${dateWords(shown, locale)}${styleOf(locale).beforeClock}${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

const lunarMonths = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];
const lunarDigits = ["十", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** `农历1987年闰六月初三` in Chinese, `1987-06-03 leap` elsewhere. */
export function lunarWords({ year, month, leap, day }: LunarDate, locale: string): string {
  if (languageOf(locale) !== "zh") return `${year}-${two(month)}-${two(day)}${leap ? " leap" : ""}`;
  const tens = new Map([
    [10, "初十"],
    [20, "二十"],
    [30, "三十"],
  ]);
  const words = tens.get(day) ?? `${["初", "十", "廿"][Math.floor(day / 10)]}${lunarDigits[day % 10]}`;
  return `农历${year}年${leap ? "闰" : ""}${lunarMonths[month - 1]}月${words}`;
}
