import type { Language, Wording } from "../../diagnostic/wording.js";
import { plural } from "../number.js";

export interface ImportWording {
  readonly written: (dir: string, files: readonly string[]) => string;
  readonly everybody: string;
  /** Several files have no place on a terminal. */
  readonly needsOut: (files: number) => Wording;
  readonly outIsForTrees: Wording;
  readonly more: (problems: number) => string;
}

const en: ImportWording = {
  written: (dir, files) => `${dir}: ${plural(files.length, "file", "files")} (${files.join(", ")})`,
  everybody: "// The rule holds for everybody: leave `who` out.",
  needsOut: (files) => ({
    message: `the document holds ${files} files, which cannot all be printed as one`,
    fix: "Name a new or empty folder for them: `--out my-shop`.",
  }),
  outIsForTrees: {
    message: "`--out` is for `--from tree`",
    fix: "Leave it out: a `who` clause is printed, to be put into a strategy.",
  },
  more: (problems) => `… and ${plural(problems, "more problem", "more problems")}`,
};

const zh: ImportWording = {
  written: (dir, files) => `${dir}：${files.length} 个文件（${files.join("、")}）`,
  everybody: "// 这条规则对所有人成立：不用写 `who`。",
  needsOut: (files) => ({
    message: `文档里有 ${files} 个文件，不能印成一份`,
    fix: "请指定一个新的或空的文件夹：`--out my-shop`。",
  }),
  outIsForTrees: {
    message: "`--out` 只用于 `--from tree`",
    fix: "请去掉它：`who` 会直接打印出来，放进策略即可。",
  },
  more: (problems) => `……另有 ${problems} 处问题`,
};

export const importWording: Readonly<Record<Language, ImportWording>> = { en, zh };
