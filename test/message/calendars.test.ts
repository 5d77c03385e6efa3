import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Language, renderPretty } from "../../src/compile.js";
import { calendarFileEn } from "../../src/diagnostic/calendar.js";
import { readCalendar } from "../../src/host/calendar-file.js";

/** As the cases of strategy files: a calendar's text, then what is said of it in both languages. The file is called `shop.yaml`. */
const folder = new URL("./calendar/", import.meta.url);
const rule = "─".repeat(32);
const names = readdirSync(folder).sort();

function run(name: string): { readonly codes: readonly string[]; readonly full: string } {
  const text = readFileSync(new URL(name, folder), "utf8").split(`${rule} `)[0] as string;
  const source = { name: "calendars/shop.yaml", text };
  const { diagnostics } = readCalendar(source);
  const said = (language: Language): string =>
    `${rule} ${language}\n${renderPretty(diagnostics, [source], language, { colour: false })}`;
  return { codes: diagnostics.map(({ code }) => code), full: `${text}${said("en")}${said("zh")}` };
}

const codeOf = (name: string): string => name.split(".")[0] as string;

describe("what is wrong with a calendar is said so that its author can mend it", () => {
  it.each(names)("%s", async (name) => {
    const { codes, full } = run(name);
    expect(codes).toEqual([codeOf(name)]);
    await expect(full).toMatchFileSnapshot(new URL(name, folder).pathname);
  });

  it("every code has a case, save that which only a huge file can give", () => {
    const shown = new Set(names.map(codeOf));
    const codes = Object.keys(calendarFileEn).filter((code) => code !== "calendar-too-large");
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });
});
