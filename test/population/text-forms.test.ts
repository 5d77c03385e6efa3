import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseLunar } from "../../src/calendar/lunar.js";
import { convert } from "../../src/population/conversion.js";
import { type Database, openDatabase } from "../../src/population/database.js";
import { Parameters, quoted } from "../../src/population/sql.js";
import type { Type } from "../../src/program/program.js";
import { parseVersion } from "../../src/text/version.js";

let db: Database;
beforeAll(async () => {
  db = await openDatabase();
});
afterAll(() => db.close());

interface Read {
  readonly text: string;
  readonly stored: number | null;
  /** The first reason that applies to what is not stored; `null` if it is stored, or empty. */
  readonly reason: string | null;
}

/** What a column of texts becomes. */
async function read(type: Type["is"], texts: readonly string[]): Promise<Read[]> {
  await db.run("CREATE OR REPLACE TABLE given (place INTEGER, text VARCHAR)");
  for (let at = 0; at < texts.length; at += 5000) {
    const part = texts.slice(at, at + 5000);
    await db.run(`INSERT INTO given VALUES ${part.map((text, k) => `(${at + k}, '${text}')`).join(", ")}`);
  }
  const conversion = convert({ name: "text", type: "VARCHAR" }, { is: type } as Type, new Parameters());
  if (!conversion) throw new Error("texts can be read");
  const { stored, empty, checks } = conversion;
  const reasons = checks.map(({ reason, when }) => `WHEN ${when} THEN '${reason}'`).join(" ");
  const rows = await db.rows(
    `SELECT text, stored, CASE WHEN stored IS NOT NULL OR ${empty} THEN NULL ${reasons} END
     FROM (SELECT *, ${stored} AS stored FROM given) ORDER BY place`,
  );
  return rows.map(([text, value, reason]) => ({
    text: String(text),
    stored: value === null || value === undefined ? null : Number(value),
    reason: reason === null || reason === undefined ? null : String(reason),
  }));
}

describe("lunar dates of a file", () => {
  it("are read as the door reads them: every day of every month of every year, and the days that there are not", async () => {
    const days = ["01", "15", "29", "30"];
    const months = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));
    const years = Array.from({ length: 203 }, (_, place) => 1899 + place);
    const texts = years.flatMap((year) =>
      months.flatMap((month) => days.flatMap((day) => [`${year}-${month}-${day}`, `${year}-${month}-${day} leap`])),
    );
    const found = await read("lunarDate", texts);
    const wrong = found.filter(({ text, stored }) => {
      const parsed = parseLunar(text);
      return stored !== (parsed.is === "lunar" ? parsed.stored : null);
    });
    expect(wrong).toEqual([]);
    expect(found.filter(({ stored }) => stored !== null).length).toBeGreaterThan(7000);
  });

  it("tell what is no date from a day that the calendar does not have", async () => {
    const found = await read("lunarDate", ["1990-08-15", " 1990-05-15 leap ", "1990-08-15 leap", "1990-8-15", "x", ""]);
    expect(found.map(({ stored, reason }) => stored ?? reason)).toEqual([
      199_008_015,
      199_005_115,
      "no_such_lunar_date",
      "not_a_lunar_date",
      "not_a_lunar_date",
      null,
    ]);
  });
});

describe("versions of a file", () => {
  it("are read as the door reads them", async () => {
    const texts = [
      "8.2",
      "8.2.0",
      "0.0.1",
      "08.10",
      "99999.99999.99999",
      "8",
      "8.",
      "8.2.0.1",
      "v8.2",
      "100000.0",
      "8.2-rc",
      "8,2",
    ];
    const found = await read("version", texts);
    expect(found.map(({ stored }) => stored)).toEqual(texts.map((text) => parseVersion(text)));
    expect(found.map(({ reason }) => reason)).toEqual(
      texts.map((text) => (parseVersion(text) === null ? "not_a_version" : null)),
    );
  });

  it("are not taken from numbers, of which 8.10 and 8.1 would be the same", () => {
    for (const type of ["DOUBLE", "DECIMAL(4,2)", "INTEGER"])
      expect(convert({ name: quoted("v"), type }, { is: "version" }, new Parameters())).toBeNull();
  });
});
