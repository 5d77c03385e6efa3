import { dateOf } from "./civil.js";

/** The years whose solar terms are known. */
export const FIRST_TERM_YEAR = 1901;
export const LAST_TERM_YEAR = 2100;

/**
 * By term: its month, the earliest day on which it falls, and how many days later it falls in each year from 1901 to 2100: two years
 * in a hexadecimal digit, the odd year in its lower two bits.
 *
 * A term is the day on China’s clock (Peking’s own noon until 1928) on which the sun reaches a multiple of 15 degrees, as GB/T 33661-2017
 * has it. The test works them out anew, and lists where two libraries differ.
 */
const terms = {
  /** 小寒 */
  lesser_cold: [
    1,
    4,
    "aeaeaeaaaaaaaaaaaaaaaaaa9a9a9a9a9a9a9a9a9a5a5a5a5a5a5a5a5a595959595959595955555555555555555545454545",
  ],
  /** 大寒 */
  great_cold: [
    1,
    19,
    "aaaaaa9a9a9a9a9a9a9a9a5a5a5a5a5a5a5a5a59595959595959595955555555555555555545454545454545454505050505",
  ],
  /** 立春 */
  spring_begins: [
    2,
    3,
    "9a9a9a5a5a5a5a5a5a5a5a595959595959595959555555555555555555454545454545454505050505050505050404040404",
  ],
  /** 雨水 */
  rain_water: [
    2,
    18,
    "5a5a5a5a5a595959595959595959555555555555555555454545454545454505050505050505050504040404040404040000",
  ],
  /** 惊蛰 */
  insects_awaken: [
    3,
    4,
    "abababaaaaaaaaaaaaaaaaa6a6a6a6a6a6a6a6a6a69696969696969696565656565656565655555555555555555151515155",
  ],
  /** 春分 */
  spring_equinox: [
    3,
    19,
    "abababababaaaaaaaaaaaaaaaaa6a6a6a6a6a6a6a6a696969696969696965656565656565655555555555555555151515155",
  ],
  /** 清明 */
  qingming: [
    4,
    4,
    "9696965656565656565656555555555555555151515151515151514141414141414141010101010101010100000000000004",
  ],
  /** 谷雨 */
  grain_rain: [
    4,
    19,
    "a6a6a6a6a6969696969696965656565656565656555555555555555551515151515151514141414141414141010101010105",
  ],
  /** 立夏 */
  summer_begins: [
    5,
    4,
    "abababaaaaaaaaaaaaaaa6a6a6a6a6a6a6a69696969696969696565656565656565555555555555555515151515151515155",
  ],
  /** 小满 */
  grain_buds: [
    5,
    20,
    "a6a6a6a696969696969696965656565656565655555555555555555151515151515151414141414141410101010101010105",
  ],
  /** 芒种 */
  grain_in_ear: [
    6,
    4,
    "ebabababababababaaaaaaaaaaaaaaaaa6a6a6a6a6a6a6a69696969696969656565656565656555555555555555551515155",
  ],
  /** 夏至 */
  summer_solstice: [
    6,
    20,
    "aaaaaaaaaaaaa6a6a6a6a6a6a6a6a69696969696969656565656565656555555555555555151515151515151514141414145",
  ],
  /** 小暑 */
  lesser_heat: [
    7,
    6,
    "a6a6a6a6a6a6a696969696969696565656565656565555555555555555515151515151515141414141414141010101010105",
  ],
  /** 大暑 */
  great_heat: [
    7,
    22,
    "9696969696965656565656565655555555555555515151515151515141414141414141410101010101010100000000000004",
  ],
  /** 立秋 */
  autumn_begins: [
    8,
    6,
    "abababaaaaaaaaaaaaaaaaa6a6a6a6a6a6a6a696969696969696565656565656565555555555555555515151515151515145",
  ],
  /** 处暑 */
  heat_ends: [
    8,
    22,
    "a6a6a6a6a6a6a696969696969696565656565656565655555555555555515151515151515141414141414141410101010105",
  ],
  /** 白露 */
  white_dew: [
    9,
    6,
    "ababababababaaaaaaaaaaaaaaaaa6a6a6a6a6a6a6a696969696969696965656565656565655555555555555555151515155",
  ],
  /** 秋分 */
  autumn_equinox: [
    9,
    22,
    "a6a6a69696969696969696565656565656565555555555555555515151515151515151414141414141410101010101010105",
  ],
  /** 寒露 */
  cold_dew: [
    10,
    7,
    "aaaaaaa6a6a6a6a6a6a6a6969696969696969656565656565656565555555555555555515151515151515141414141414145",
  ],
  /** 霜降 */
  frost_descends: [
    10,
    22,
    "aaaaaaaaaaaaa6a6a6a6a6a6a6a6a69696969696969696565656565656565655555555555555555151515151515151514145",
  ],
  /** 立冬 */
  winter_begins: [
    11,
    6,
    "aaaaaaaaaaaaa6a6a6a6a6a6a6a6a69696969696969696565656565656565655555555555555555151515151515151514145",
  ],
  /** 小雪 */
  lesser_snow: [
    11,
    21,
    "aaaaa6a6a6a6a6a6a6a6a6969696969696969696565656565656565655555555555555555151515151515151514141414145",
  ],
  /** 大雪 */
  great_snow: [
    12,
    6,
    "a6a6a6a696969696969696969656565656565656565555555555555555555151515151515151514141414141414141010105",
  ],
  /** 冬至 */
  winter_solstice: [
    12,
    21,
    "9696969656565656565656565655555555555555555151515151515151514141414141414141410101010101010101000004",
  ],
} as const;

export type SolarTerm = keyof typeof terms;

/** The 24 terms in the order of the civil year. */
export const solarTerms = Object.keys(terms) as readonly SolarTerm[];

export function isSolarTerm(name: string): name is SolarTerm {
  return Object.hasOwn(terms, name);
}

/** The date of a term in a civil year; `null` before 1901 and after 2100. */
export function dateOfTerm(term: SolarTerm, year: number): number | null {
  if (year < FIRST_TERM_YEAR || year > LAST_TERM_YEAR) return null;
  const [month, first, digits] = terms[term];
  const place = year - FIRST_TERM_YEAR;
  const pair = Number.parseInt(digits.charAt(place >> 1), 16);
  return dateOf(year, month, first + ((pair >> (place % 2 === 0 ? 0 : 2)) & 3));
}
