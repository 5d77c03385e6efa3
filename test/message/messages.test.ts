import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type Calendar,
  codes,
  compile,
  type Diagnostic,
  type Language,
  type Program,
  renderPretty,
  type Source,
} from "../../src/compile.js";
import { calendarFileEn } from "../../src/diagnostic/calendar.js";
import { calibrationEn } from "../../src/diagnostic/calibration.js";
import { dataEn } from "../../src/diagnostic/data.js";
import { fileEn } from "../../src/diagnostic/file.js";
import { scenarioEn } from "../../src/diagnostic/scenario.js";

/**
 * One file per message: `<code>.txt`, or `<code>.<which>.txt` where a code says different things. Each holds a source and
 * what is said of it in both languages; `⟨x×100⟩` in a source stands for a hundred times `x`, and what
 * follows `// running` is the project that is running. After changing a wording, read the change that `vitest run test/message -u` makes.
 */
const folder = new URL("./case/", import.meta.url);
const schema: Source = { name: "schema.touch", text: readFileSync(new URL("./schema.touch", import.meta.url), "utf8") };
/** Calendars of the project's own, for cases that name them. */
const calendars: readonly Calendar[] = [
  {
    id: "festive",
    label: "节日",
    days: null,
    festivals: [{ id: "opening", label: "开业", from: 0, until: 0, dates: [0] }],
  },
  { id: "quiet", label: null, days: { from: 0, until: 0, holidays: [], workdays: [] }, festivals: [] },
];
const rule = "─".repeat(32);
const names = readdirSync(folder).sort();

interface Case {
  readonly source: string;
  /** What is compiled of it. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly full: string;
  /** What would be said of another text in its place. */
  compiled(text: string): readonly Diagnostic[];
}

function run(name: string): Case {
  const source = readFileSync(new URL(name, folder), "utf8").split(`${rule} `)[0] as string;
  const whole = source.replace(/⟨(.+?)×(\d+)⟩/g, (_, part: string, times: string) => part.repeat(Number(times)));
  const [text, before] = whole.split("// running\n") as [string, string?];
  const all = (own: string): Source[] => [
    { name: "case.touch", text: own },
    ...(source.startsWith("// alone") ? [] : [schema]),
  ];
  const compiled = (own: string): readonly Diagnostic[] =>
    compile(all(own), { calendars, ...runningOf(before) }).diagnostics;
  const [sources, diagnostics] = [all(text), compiled(text)];
  const said = (language: Language): string =>
    `${rule} ${language}\n${renderPretty(diagnostics, sources, language, { colour: false })}`;
  return { source, text, diagnostics, full: `${source}${said("en")}${said("zh")}`, compiled };
}

/** The program that is running, of a case that says what it was after `// running`. */
function runningOf(text: string | undefined): { running?: Program } {
  if (text === undefined) return {};
  const { program } = compile([{ name: "case.touch", text }, schema]);
  return program ? { running: program } : {};
}

const codeOf = (name: string): string => name.split(".")[0] as string;

describe("what is wrong is said so that its author can mend it", () => {
  it("the project of the cases is sound by itself", () => {
    const { diagnostics } = compile([schema]);
    expect(diagnostics.map(({ code }) => code)).toEqual(["empty-project"]);
  });

  it.each(names)("%s", async (name) => {
    const { diagnostics, full } = run(name);
    expect(diagnostics.map(({ code }) => code as string)).toContain(codeOf(name));
    await expect(full).toMatchFileSnapshot(new URL(name, folder).pathname);
  });

  it("every code has a case, save those that only reading files and data from a disk can give", () => {
    const read = [fileEn, dataEn, calendarFileEn, calibrationEn, scenarioEn].flatMap((catalogue) =>
      Object.keys(catalogue),
    );
    const elsewhere = read.filter((code) => code !== "file-too-large");
    const shown = new Set(names.map(codeOf));
    expect(codes.filter((code) => !shown.has(code) && !elsewhere.includes(code))).toEqual([]);
  });

  it("every message of a case is about one fault: nothing follows from it a second time", () => {
    const several = names.filter((name) => run(name).diagnostics.length > 1);
    expect(several).toEqual([]);
  });

  it("an edit that a message offers takes the message away", () => {
    const kept = names.filter((name) => {
      const { text, diagnostics, compiled } = run(name);
      return diagnostics.some(({ code, suggestion }) => {
        if (suggestion?.span.file !== "case.touch") return false;
        const mended = text.slice(0, suggestion.span.start) + suggestion.text + text.slice(suggestion.span.end);
        return compiled(mended).some((each) => each.code === code && each.span.start === suggestion.span.start);
      });
    });
    expect(kept).toEqual([]);
  });

  it("weak.txt lists codes that exist", () => {
    const listed = readFileSync(new URL("./weak.txt", import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split(":")[0] as string);
    expect(listed.filter((code) => !(codes as readonly string[]).includes(code))).toEqual([]);
  });
});
