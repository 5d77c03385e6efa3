import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCases } from "../../src/cli/test/run.js";
import { compile, type Diagnostic, type Language, renderPretty } from "../../src/compile.js";
import { scenarioEn } from "../../src/diagnostic/scenario.js";
import { nothingCommon, readScenarios } from "../../src/host/scenario/file.js";

/** As the cases of strategy files: a file of cases, then what is said of it in both languages. */
const folder = new URL("./scenario/", import.meta.url);
const rule = "─".repeat(32);
const names = readdirSync(folder).sort();

const project = `project shop "商城" { time zone Asia/Shanghai  currency CNY }
user { id: text  phone: text? }
event pay "支付" { amount: CNY }
tag fact 付过款 = did pay ever
lifecycle buyer "买家" {
  stage growth "成长" when did pay ever
  otherwise intro "导入"
}
channel push "推送" { cost 0 CNY }
material hello for push { zh-CN title "好久不见" }
strategy wake "唤醒" {
  when every day at 10:00
  who has 付过款 and did not pay for 7 days
  repeat always  channel push  benefit none  material hello
}
strategy eve "对谁都一样" { when every day at 11:00  repeat always  channel push  benefit none  material hello }
`;

function run(name: string): { readonly codes: readonly string[]; readonly full: string } {
  const { program, diagnostics: unsound } = compile([{ name: "shop.touch", text: project }]);
  if (!program) throw new Error(unsound.map(({ code }) => code).join(", "));
  const text = readFileSync(new URL(name, folder), "utf8").split(`${rule} `)[0] as string;
  const source = { name: "tests/shop.yaml", text };
  const { scenarios, diagnostics: unread } = readScenarios(source, program, nothingCommon);
  const files = [{ name: source.name, scenarios }];
  const diagnostics: readonly Diagnostic[] =
    unread.length > 0 ? unread : runCases(program, { files, sources: [source] }).diagnostics;
  const said = (language: Language): string =>
    `${rule} ${language}\n${renderPretty(diagnostics, [source], language, { colour: false })}`;
  return { codes: diagnostics.map(({ code }) => code), full: `${text}${said("en")}${said("zh")}` };
}

const codeOf = (name: string): string => name.split(".")[0] as string;

describe("what is wrong with a case is said so that its author can mend it", () => {
  it.each(names)("%s", async (name) => {
    const { codes, full } = run(name);
    expect(codes).toEqual([codeOf(name)]);
    await expect(full).toMatchFileSnapshot(new URL(name, folder).pathname);
  });

  it("every code has a case, save that which only a huge file can give", () => {
    const shown = new Set(names.map(codeOf));
    const codes = Object.keys(scenarioEn).filter((code) => code !== "scenario-too-large");
    expect(codes.filter((code) => !shown.has(code))).toEqual([]);
  });
});
