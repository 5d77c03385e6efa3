import pc from "picocolors";
import { TESTS } from "../../host/scenario/files.js";
import type { Field, Program, Type } from "../../program/program.js";
import { folderPrefix } from "../project.js";
import { testWording } from "../wording/test.js";
import type { Pen } from "./pretty.js";

/** Says that there is no case, and how the first one could look: for the project's first strategy, to be completed. */
export function renderNothing(program: Program, { language, colour, dir }: Pen): string {
  const words = testWording[language];
  const paint = pc.createColors(colour);
  const folder = `${folderPrefix(dir)}${TESTS}`;
  const lines = [
    words.nothing(folder),
    words.write(paint.bold(`${folder}/first.yaml`)),
    "",
    ...firstCase(program, words.firstCase),
  ];
  return `${lines.join("\n")}\n`;
}

function firstCase({ user, strategies }: Program, name: string): string[] {
  const needed = user.fields.filter(({ optional }, place) => !optional && place !== user.id);
  const fields = needed.map((field) => `${field.id}: ${example(field)}`).join(", ");
  const refused = strategies[0];
  return [
    "  cases:",
    `    - name: ${name}`,
    "      at: 2026-06-18 10:00",
    ...(needed.length === 0 ? [] : ["      given:", `        user: { ${fields} }`]),
    "      expect:",
    `        none: [${refused?.id ?? ""}]`,
  ];
}

function example({ type }: Field): string {
  if (type.is === "enum") return type.members[0]?.id ?? "";
  return examples[type.is];
}

const examples: { readonly [T in Exclude<Type["is"], "enum">]: string } = {
  text: "…",
  zone: "Asia/Shanghai",
  locale: "zh-CN",
  boolean: "true",
  integer: "1",
  number: "1",
  ratio: "0.5",
  points: "100",
  money: "20",
  date: "1990-08-15",
  lunarDate: "1990-08-15",
  version: "8.2",
  instant: "30 days ago at 12:00",
  span: "1",
  period: "1",
};
