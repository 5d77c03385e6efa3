import { dateText } from "./clock.js";
import { chineseYearOf } from "./new-years.js";

/** The western signs by the last day of each, month and day; what comes after Sagittarius is Capricorn again. */
const western = [
  ["01-19", "capricorn"],
  ["02-18", "aquarius"],
  ["03-20", "pisces"],
  ["04-19", "aries"],
  ["05-20", "taurus"],
  ["06-21", "gemini"],
  ["07-22", "cancer"],
  ["08-22", "leo"],
  ["09-22", "virgo"],
  ["10-23", "libra"],
  ["11-22", "scorpio"],
  ["12-21", "sagittarius"],
  ["12-31", "capricorn"],
] as const;

/** The years 1900, 1912 … are the Rat's. */
const chinese = "rat ox tiger rabbit dragon snake horse goat monkey rooster dog pig".split(" ");

export function westernSign(date: number): string {
  const monthAndDay = dateText(date).slice(-5);
  return western.find(([last]) => monthAndDay <= last)?.[1] ?? "capricorn";
}

/** The sign of the Chinese year; `null` where the list of new years ends. */
export function chineseSign(date: number): string | null {
  const year = chineseYearOf(date);
  return year === null ? null : (chinese[(year - 1900) % 12] ?? null);
}

/** How a sign is shown to people. */
export const signLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aries: "白羊座",
    taurus: "金牛座",
    gemini: "双子座",
    cancer: "巨蟹座",
    leo: "狮子座",
    virgo: "处女座",
    libra: "天秤座",
    scorpio: "天蝎座",
    sagittarius: "射手座",
    capricorn: "摩羯座",
    aquarius: "水瓶座",
    pisces: "双鱼座",
    rat: "鼠",
    ox: "牛",
    tiger: "虎",
    rabbit: "兔",
    dragon: "龙",
    snake: "蛇",
    horse: "马",
    goat: "羊",
    monkey: "猴",
    rooster: "鸡",
    dog: "狗",
    pig: "猪",
  }),
);
