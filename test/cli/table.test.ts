import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { grouped, percent, plural } from "../../src/cli/number.js";
import { progress } from "../../src/cli/progress.js";
import { commandLine } from "../../src/cli/shell.js";
import { table } from "../../src/cli/table.js";

describe("a table", () => {
  it("lines up its columns by cells, Chinese or not", () => {
    const rows = [
      ["阶段", "用户", "strategy"],
      ["流失 churned", "1,204", "唤醒"],
      ["new", "7", "x"],
    ];
    const lines = table(rows, ["left", "right", "left"], "  ");
    const ends = lines.map(
      (line, at) => stringWidth(line.slice(0, line.indexOf(rows[at]?.[1] ?? ""))) + stringWidth(rows[at]?.[1] ?? ""),
    );
    expect(new Set(ends).size).toBe(1);
    const starts = lines.map((line, at) => stringWidth(line.slice(0, line.lastIndexOf(rows[at]?.[2] ?? ""))));
    expect(new Set(starts).size).toBe(1);
    for (const line of lines) expect(line).toBe(line.trimEnd());
  });

  it("does not widen a column for a text that has nothing behind it", () => {
    const rows = [
      ["a heading that is long", "", ""],
      ["a", "1", "x"],
    ];
    expect(table(rows, ["left", "left", "left"])).toEqual(["a heading that is long", "a  1  x"]);
    expect(table(rows, ["right", "left", "left"])[1]).toBe(`${" ".repeat(21)}a  1  x`);
  });

  it("cuts one column where lines would be too long, but leaves 24 cells of it", () => {
    const row = ["n", "连看三天耳机".repeat(6), "1"];
    const widthAt = (width: number): number =>
      stringWidth(table([row], ["left", "left", "right"], "  ", { width, column: 1 })[0] ?? "");
    expect([widthAt(60), widthAt(10)]).toEqual([60, 2 + 1 + 2 + 24 + 2 + 1]);
    expect(table([row], ["left", "left", "right"], "", { width: null, column: 1 })[0]).not.toContain("…");
  });

  it("takes rows that are short", () => {
    expect(table([["a"], ["bb", "1"]], ["left", "right"])).toEqual(["a", "bb  1"]);
  });
});

describe("numbers", () => {
  it("are grouped by thousands", () => {
    expect([0, 999, 1000, 1234567, -1234567].map(grouped)).toEqual(["0", "999", "1,000", "1,234,567", "-1,234,567"]);
    expect(grouped("12345.6789")).toBe("12,345.6789");
    expect(grouped(10n ** 15n)).toBe("1,000,000,000,000,000");
  });

  it("never show a share as nothing, or as everything, when it is not", () => {
    expect(percent(0, 0)).toBe("0%");
    expect(percent(1, 3)).toBe("33.3%");
    expect(percent(1, 1_000_000)).toBe("<0.1%");
    expect(percent(999_999, 1_000_000)).toBe(">99.9%");
    expect(percent(5, 5)).toBe("100%");
  });

  it("take the noun that fits", () => {
    expect([plural(1, "strategy", "strategies"), plural(0, "strategy", "strategies")]).toEqual([
      "1 strategy",
      "0 strategies",
    ]);
  });
});

describe("a command to copy", () => {
  it("is quoted where a shell would misread it", () => {
    expect(commandLine("touchline", "check", "my shop", "it's", "双十一")).toBe(
      `touchline check 'my shop' 'it'\\''s' '双十一'`,
    );
    expect(commandLine("touchline", "plan", ".", "--until", "2026-06-18T12:00:00Z")).toBe(
      "touchline plan . --until 2026-06-18T12:00:00Z",
    );
  });
});

/** A progress line over a clock that the test sets, with all that it wrote. */
const watch = (isTerminal: boolean) => {
  const written: string[] = [];
  const clock = { now: 0 };
  const output = { write: (text: string) => written.push(text), isTerminal, columns: 20 };
  return { written, clock, bar: progress(output, () => clock.now) };
};

describe("progress", () => {
  it("is silent for a second on a terminal, then keeps to one line of its width and takes it away", () => {
    const { written, clock, bar } = watch(true);
    bar.update("early");
    expect(written).toEqual([]);
    clock.now = 1000;
    bar.update("读取事件读取事件读取事件");
    bar.update("too soon");
    expect(written).toEqual(["\r\u001b[K读取事件读取事件读…"]);
    bar.end();
    bar.end();
    expect(written.slice(1)).toEqual(["\r\u001b[K"]);
  });

  it("elsewhere is a plain line every few seconds", () => {
    const { written, clock, bar } = watch(false);
    for (clock.now = 0; clock.now <= 12_000; clock.now += 100) bar.update(`at ${clock.now}`);
    bar.end();
    expect(written).toEqual(["at 5000\n", "at 10000\n"]);
  });
});
