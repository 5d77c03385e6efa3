import type { Language } from "../../diagnostic/wording.js";
import { plural } from "../number.js";

/** How many files there are, how many get another layout, and how many stay because they cannot be read. */
export interface FmtCounts {
  readonly files: number;
  readonly changed: number;
  readonly unread: number;
}

export interface FmtWording {
  readonly formatted: (counts: FmtCounts) => string;
  readonly checked: (counts: FmtCounts) => string;
  readonly next: string;
}

const files = (n: number): string => plural(n, "file", "files");

const en: FmtWording = {
  formatted: ({ changed, ...rest }) =>
    `${changed === 0 ? "nothing to change" : `${files(changed)} changed`}${restEn(changed, rest)}`,
  checked: ({ changed, ...rest }) =>
    `${changed === 0 ? "nothing to change" : `${files(changed)} would change`}${restEn(changed, rest)}`,
  next: "to change them: ",
};

function restEn(changed: number, { files: all, unread }: Omit<FmtCounts, "changed">): string {
  const same = all - changed - unread;
  const parts = [
    ...(same > 0 ? [`${files(same)} already in shape`] : []),
    ...(unread > 0
      ? [`${files(unread)} left as ${unread === 1 ? "it is" : "they are"} until the errors are mended`]
      : []),
  ];
  return parts.map((part) => `, ${part}`).join("");
}

const zh: FmtWording = {
  formatted: ({ changed, ...rest }) =>
    `${changed === 0 ? "没有要改的" : `改了 ${changed} 个文件`}${restZh(changed, rest)}`,
  checked: ({ changed, ...rest }) =>
    `${changed === 0 ? "没有要改的" : `有 ${changed} 个文件要改`}${restZh(changed, rest)}`,
  next: "要改的话，运行：",
};

function restZh(changed: number, { files: all, unread }: Omit<FmtCounts, "changed">): string {
  const same = all - changed - unread;
  const parts = [
    ...(same > 0 ? [`${same} 个文件本来就是标准格式`] : []),
    ...(unread > 0 ? [`${unread} 个文件有错误，先不动，改好再来`] : []),
  ];
  return parts.map((part) => `，${part}`).join("");
}

export const fmtWording: Readonly<Record<Language, FmtWording>> = { en, zh };
