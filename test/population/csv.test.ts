import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapping, people, pays, plan, rejections, sourceOf } from "./tiny.js";

const header = "id,user,at,amount,on";
const good = (id: number): string => `${id},ada,2018-07-01T08:00:00Z,1.00,`;

function paysOf(lines: readonly string[], end = "\n"): string {
  return [header, ...lines].join(end) + end;
}

describe("a CSV file", () => {
  it("gives every record as a row when nothing is wrong", async () => {
    const { load } = await plan({ "people.csv": people, "pays.csv": pays });
    expect(load.sources.map(({ name, records, read, used }) => [name, records, read, used])).toEqual([
      ["people", 2, 2, 2],
      ["pays", 2, 2, 2],
      ["profiles", 2, 2, 2],
      ["pay", 2, 2, 2],
    ]);
  });

  it("loses only the line with a field too few, and names it", async () => {
    const lines = [good(1), good(2), "3,ada,2018-07-01T08:00:00Z,1.00", good(4)];
    const files = { "people.csv": people, "pays.csv": paysOf(lines) };
    expect(await rejections(files, "pays")).toEqual({ wrong_field_count: [4] });
    expect(sourceOf((await plan(files)).load, "pay").read).toBe(3);
  });

  it("loses only the line with a quote that is never closed", async () => {
    const lines = [good(1), '2,"ada,2018-07-01T08:00:00Z,1.00,', ...[3, 4, 5, 6].map(good)];
    const files = { "people.csv": people, "pays.csv": paysOf(lines) };
    expect(await rejections(files, "pays")).toEqual({ unclosed_quote: [3] });
    expect(sourceOf((await plan(files)).load, "pay").used).toBe(5);
  });

  it("names the one bad time, missing field and unclosed quote among thousands of good lines", async () => {
    const lines = Array.from({ length: 5000 }, (_, k) => good(k));
    lines[1233] = "1233,ada,yesterday,1.00,";
    lines[2344] = "2344,ada,2018-07-01T08:00:00Z,1.00";
    lines[3455] = '3455,"ada,2018-07-01T08:00:00Z,1.00,';
    const files = { "people.csv": people, "pays.csv": paysOf(lines) };
    expect(await rejections(files, "pays")).toEqual({ wrong_field_count: [2346], unclosed_quote: [3457] });
    expect(await rejections(files, "pay")).toEqual({ invalid_time: [1235] });
    expect(sourceOf((await plan(files)).load, "pay").used).toBe(4997);
  });

  it("keeps a quoted field that holds line ends, delimiters and quotes", async () => {
    const text = 'id,age,city,phone,zone\nada,1,,"a ""b"",\nc\r\nd",\nbo,2,,,\n';
    const files = { "people.csv": text, "pays.csv": pays };
    const { load } = await plan(files);
    expect(sourceOf(load, "people")).toMatchObject({ records: 2, rejectedRecords: 0 });
  });

  it("counts lines from the start of the file, past embedded line ends and blank lines", async () => {
    const text = 'id,age,city,phone,zone\n\nada,1,,"one\ntwo\nthree",\n\nbo,many,,,\n';
    expect(await rejections({ "people.csv": text, "pays.csv": pays }, "profiles")).toEqual({ not_a_number: [7] });
  });

  it("reads alike with Windows line ends, a byte order mark, without a last line end, and zipped", async () => {
    const lines = [good(1), "2,ada,never,1,", good(3)];
    const plain = paysOf(lines);
    for (const text of [plain, paysOf(lines, "\r\n"), `\ufeff${plain}`, plain.trimEnd()]) {
      expect(await rejections({ "people.csv": people, "pays.csv": text }, "pay")).toEqual({ invalid_time: [3] });
    }
    const zipped = mapping.replace("pays.csv", "pays.csv.gz");
    const found = await rejections({ "people.csv": people, "pays.csv.gz": plain }, "pay", { mapping: zipped });
    expect(found).toEqual({ invalid_time: [3] });
  });

  it("rejects a line that is not UTF-8, and no other", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${header}\n${good(1)}\n`),
      Buffer.from([0x32, 0x2c, 0xff, 0xfe, 0x0a]),
      Buffer.from(`${good(3)}\n`),
    ]);
    expect(await rejections({ "people.csv": people, "pays.csv": bytes }, "pays")).toEqual({ not_utf8: [3] });
  });

  it("law: whatever happens to its lines, read + rejected = records, and only broken lines are lost", async () => {
    const corruption = fc.constantFrom(
      (line: string) => line,
      (line: string) => line,
      (line: string) => `${line},more`,
      (line: string) => line.replace(",", ""),
      (line: string) => line.replace(",ada", ',"ada'),
      (line: string) => line.replace(",ada", ',"ada"x'),
      (line: string) => line.replace("2018", "x"),
      (line: string) => line.replace("1.00", "1.001"),
      (line: string) => line.replace("ada", ""),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(corruption, { minLength: 1, maxLength: 30 }), async (corruptions) => {
        const lines = corruptions.map((corrupt, k) => corrupt(good(k)));
        const { load } = await plan({ "people.csv": people, "pays.csv": paysOf(lines) });
        for (const source of load.sources) {
          const rejected = source.rejected.reduce((sum, { count }) => sum + count, 0);
          expect(source.read + rejected).toBe(source.records);
          expect(source.rejectedRecords).toBe(rejected);
        }
        const intact = corruptions.filter((corrupt, k) => corrupt(good(k)) === good(k)).length;
        expect(sourceOf(load, "pays").records).toBe(lines.length);
        expect(sourceOf(load, "pay").used).toBe(intact);
      }),
      { numRuns: 40 },
    );
  });
});
