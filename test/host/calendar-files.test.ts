import { describe, expect, it } from "vitest";
import { readCalendarFiles } from "../../src/host/calendar-files.js";
import { MAX_FILE_BYTES } from "../../src/host/strategy-files.js";
import { folder } from "./folder.js";

const codesOf = (root: string): string[] => readCalendarFiles(root).diagnostics.map(({ code }) => code);

describe("the calendars of a project", () => {
  it("are the YAML files of its folder `calendars`, sorted; other files and hidden ones are left alone", () => {
    const root = folder({
      "calendars/shop.yaml": "id: shop\nfestivals: { opening: { label: 周年庆, solar: 6-18 } }\n",
      "calendars/abroad.yml": "id: abroad\n",
      "calendars/notes.md": "no",
      "calendars/.draft.yaml": "no",
      "data.yaml": "no",
    });
    const { calendars, sources, diagnostics } = readCalendarFiles(root);
    expect(diagnostics).toEqual([]);
    expect(calendars.map(({ id }) => id)).toEqual(["abroad", "shop"]);
    expect(sources.map(({ name }) => name)).toEqual(["calendars/abroad.yml", "calendars/shop.yaml"]);
    expect(calendars[1]?.festivals[0]?.label).toBe("周年庆");
  });

  it("may be none", () => {
    expect(readCalendarFiles(folder({ "a.touch": "" }))).toEqual({ calendars: [], sources: [], diagnostics: [] });
    expect(readCalendarFiles(folder({ calendars: "a file" })).calendars).toEqual([]);
  });

  it("are refused by file where they are wrong, too large or no text", () => {
    expect(codesOf(folder({ "calendars/shop.yaml": "id: other\n" }))).toEqual(["calendar-id"]);
    expect(codesOf(folder({ "calendars/shop.yaml": "#".repeat(MAX_FILE_BYTES + 1) }))).toEqual(["calendar-too-large"]);
    expect(codesOf(folder({ "calendars/shop.yaml": new Uint8Array([0xff, 0xfe, 0x41]) }))).toEqual(["not-utf8"]);
  });
});
