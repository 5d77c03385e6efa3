import type { Language, Wording } from "../../diagnostic/wording.js";

/** What every page says besides what it is about. */
export interface PageWording {
  /** Names the list of links to the sections. */
  readonly contents: string;
  /** The library that draws charts is not installed. */
  readonly noCharts: Wording;
  readonly written: (file: string) => string;
}

const en: PageWording = {
  contents: "On this page",
  noCharts: {
    message: "the page cannot be drawn: the package `echarts` is not installed",
    fix: "Run `npm install echarts`, or leave out `--page`.",
  },
  written: (file) => `page written to ${file}`,
};

const zh: PageWording = {
  contents: "本页内容",
  noCharts: {
    message: "无法绘制页面：没有安装 `echarts`",
    fix: "请运行 `npm install echarts`，或去掉 `--page`。",
  },
  written: (file) => `页面已写入 ${file}`,
};

export const pageWording: Readonly<Record<Language, PageWording>> = { en, zh };
