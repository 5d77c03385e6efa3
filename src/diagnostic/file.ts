import type { Catalogue } from "./wording.js";

/** The arguments of each code that reading a strategy file from disk can give. */
export interface FileMessages {
  /** `limit` in bytes. */
  "file-too-large": { limit: number };
  "not-utf8": { file: string };
  "no-strategy-files": { folder: string };
}

export const fileEn: Catalogue<FileMessages> = {
  "file-too-large": ({ limit }) => ({
    message: `this file is larger than ${limit / 1024} KiB, the limit for one file`,
    fix: "Split it into several `.touch` files; all files of a folder form one project.",
  }),
  "not-utf8": ({ file }) => ({
    message: `\`${file}\` is not UTF-8 text`,
    fix: "Save the file as UTF-8 in your editor (it may have been saved as GBK or UTF-16).",
  }),
  "no-strategy-files": ({ folder }) => ({
    message: `there is no \`.touch\` file in \`${folder}\``,
    fix: "Name the folder that holds your strategy files, or run `touchline init` there to start a project.",
  }),
};

export const fileZh: Catalogue<FileMessages> = {
  "file-too-large": ({ limit }) => ({
    message: `这个文件超过了 ${limit / 1024} KiB，单个文件最多这么大`,
    fix: "请拆成几个 `.touch` 文件；同一文件夹里的所有文件合起来是一个项目。",
  }),
  "not-utf8": ({ file }) => ({
    message: `\`${file}\` 不是 UTF-8 文本`,
    fix: "请在编辑器里把文件另存为 UTF-8 编码（它可能存成了 GBK 或 UTF-16）。",
  }),
  "no-strategy-files": ({ folder }) => ({
    message: `\`${folder}\` 里没有 \`.touch\` 文件`,
    fix: "请指定存放策略文件的文件夹，或在那里运行 `touchline init` 新建一个项目。",
  }),
};
