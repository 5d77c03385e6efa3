import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Language, renderPretty } from "../../src/compile.js";
import { calibrationEn } from "../../src/diagnostic/calibration.js";
import { readCalibration } from "../../src/host/calibration-file.js";
import { touchline } from "../cli/capture.js";
import { files, fittedShop, models, until } from "../cli/fitted-shop.js";

/** As the cases of strategy files: a calibration's text, then what is said of it in both languages. */
const folder = new URL("./calibration/", import.meta.url);
const rule = "─".repeat(32);
const names = readdirSync(folder).sort();

function run(name: string): { readonly codes: readonly string[]; readonly full: string } {
  const text = readFileSync(new URL(name, folder), "utf8").split(`${rule} `)[0] as string;
  const source = { name: "calibration.yaml", text };
  const { diagnostics } = readCalibration(source);
  const said = (language: Language): string =>
    `${rule} ${language}\n${renderPretty(diagnostics, [source], language, { colour: false })}`;
  return { codes: diagnostics.map(({ code }) => code), full: `${text}${said("en")}${said("zh")}` };
}

const codeOf = (name: string): string => name.split(".")[0] as string;

describe("what is wrong with a calibration file is said so that it can be mended", () => {
  it.each(names)("%s", async (name) => {
    const { codes, full } = run(name);
    expect(codes).toEqual([codeOf(name)]);
    await expect(full).toMatchFileSnapshot(new URL(name, folder).pathname);
  });
});

/** The last words of a command in a project, in both languages. */
async function told(changes: Readonly<Record<string, string>>, argv: readonly string[]): Promise<string> {
  const cwd = fittedShop(changes);
  const said: string[] = [];
  for (const language of ["en", "zh"]) {
    const { stderr } = await touchline([...argv, "--lang", language], { cwd });
    said.push(`${rule} ${language}\n${stderr}`);
  }
  return said.join("");
}

const calibration = (definition: string): string => `until: 2026-04-01T00:00:00Z
fits: { quiet_after: { definition: ${definition}, sample: 150, period: 28 days } }
`;
const measure = models.slice(0, models.indexOf("measure repeaters"));
const habit = models.slice(models.indexOf("groups habit"), models.indexOf("lifecycle"));
const alone = (text: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...files,
  "models.touch": text,
  ...more,
});
const definition = async (): Promise<string> => {
  const cwd = fittedShop(alone(measure));
  const { stdout } = await touchline(["calibrate", "--until", until, "--format", "json"], { cwd });
  return String(JSON.parse(stdout).fits[0].definition);
};

describe("what is wrong with what is fitted is said where it is declared", () => {
  const plan = ["plan", "--until", until];
  const calibrate = ["calibrate", "--until", until];
  it.each<[code: string, changes: () => Promise<Record<string, string>>, argv: readonly string[]]>([
    ["calibration-missing", async () => alone(measure), plan],
    ["calibration-void", async () => alone(measure, { "calibration.yaml": calibration("0123456789abcdef") }), plan],
    ["calibration-old", async () => alone(measure, { "calibration.yaml": calibration(await definition()) }), plan],
    ["fit-nobody", async () => alone(habit), ["calibrate", "--until", "2020-01-01T00:00:00Z"]],
    ["fit-groups", async () => alone(habit.replace("pay ever\n", "pay ever * 0\n")), calibrate],
  ])("%s", async (code, changes, argv) => {
    const said = await told(await changes(), argv);
    expect(said).toContain(`[${code}]`);
    await expect(said).toMatchFileSnapshot(new URL(`./fitted/${code}.txt`, import.meta.url).pathname);
  });

  it("every code has a case, save those that a huge file or an unusual test gives", () => {
    const shown = new Set([...names.map(codeOf), ...readdirSync(new URL("./fitted/", import.meta.url)).map(codeOf)]);
    const codes = Object.keys(calibrationEn).filter((code) => !["calibration-too-large", "fit-where"].includes(code));
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });
});
