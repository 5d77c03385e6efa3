// Asks libraries when lunar months begin and on which day solar terms fall, and prints `answers.ts`. They are no dependencies of ours: run
// it where they are installed, after `npm i lunar-typescript@1.8.6 solarlunar@3.1.0`.
import { createRequire } from "node:module";
import { cwd } from "node:process";

const load = createRequire(`${cwd()}/`);
const { Lunar, LunarYear, Solar } = load("lunar-typescript");
const loaded = load("solarlunar");
const solarlunar = loaded.default ?? loaded;

const DAY = 86_400_000;
const dateOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;

/** Per library: the leap month of a lunar year, the civil date of a lunar one, and the day of the n-th term (from 0) of a civil year. */
const libraries = {
  lunarTypescript: {
    version: "lunar-typescript 1.8.6",
    leap: (year) => LunarYear.fromYear(year).getLeapMonth(),
    date(year, month, leap) {
      const solar = Lunar.fromYmd(year, leap ? -month : month, 1).getSolar();
      return dateOf(solar.getYear(), solar.getMonth(), solar.getDay());
    },
    term(year, place) {
      // The table of a lunar year runs from one winter's terms, in letters, to the next one's.
      const terms = Object.values(Solar.fromYmd(year, 7, 1).getLunar().getJieQiTable());
      return terms.filter((each) => each.getYear() === year)[place].getDay();
    },
  },
  solarlunar: {
    version: "solarlunar 3.1.0",
    leap: (year) => solarlunar.leapMonth(year),
    date(year, month, leap) {
      const { cYear, cMonth, cDay } = solarlunar.lunar2solar(year, month, 1, leap);
      return dateOf(cYear, cMonth, cDay);
    },
    term: (year, place) => solarlunar.getTerm(year, place + 1),
  },
};

/** Four digits of base 32 per year: its leap month, and above it a bit per month, 1 for 30 days. The last month is measured by the next year. */
function monthsOf({ leap, date }) {
  let digits = "";
  for (let year = 1901; year <= 2099; year++) {
    const leapMonth = leap(year);
    const starts = [];
    for (let month = 1; month <= 12; month++) {
      starts.push(date(year, month, false));
      if (month === leapMonth) starts.push(date(year, month, true));
    }
    starts.push(date(year + 1, 1, false));
    const bits = starts.slice(1).map((start, place) => (start - starts[place] === 30 ? 16 << place : 0));
    digits += bits.reduce((sum, bit) => sum + bit, leapMonth).toString(32).padStart(4, "0");
  }
  return digits;
}

/** Per term a digit for each year: days after the 3rd of the month, or, of a month's second term, after the 18th. */
function termsOf({ term }) {
  return Array.from({ length: 24 }, (_, place) => {
    const days = Array.from({ length: 199 }, (__, year) => term(1901 + year, place) - (place % 2 === 0 ? 3 : 18));
    return days.join("");
  });
}

const quote = (text, width = 110) =>
  (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).map((part) => `"${part}"`).join(" +\n    ");

console.log("/** What libraries answer, as `record/libraries.mjs` printed it: see there for what the digits mean. */");
console.log("export const answers = {");
for (const [name, library] of Object.entries(libraries)) {
  console.log(`  ${name}: {\n    version: "${library.version}",\n    newYear1901: ${library.date(1901, 1, false)},`);
  console.log(`    months:\n    ${quote(monthsOf(library))},\n    terms: [`);
  for (const days of termsOf(library)) console.log(`    ${quote(days, 200)},`);
  console.log("    ],\n  },");
}
console.log("} as const;");
