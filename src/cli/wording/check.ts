import type { Language } from "../../diagnostic/wording.js";
import { plural } from "../number.js";

/** What a project holds, in numbers. */
export interface Counts {
  readonly files: number;
  readonly strategies: number;
  readonly events: number;
  readonly channels: number;
  readonly materials: number;
}

export interface CheckWording {
  readonly clean: (counts: Counts) => string;
  readonly found: (errors: number, warnings: number) => string;
  /** Before the command that tells more of the first thing that was proved. */
  readonly more: string;
  readonly again: string;
  readonly next: string;
  /** Over an example of a user. */
  readonly example: (strategy: string) => string;
  readonly profile: string;
  readonly history: string;
  readonly nothing: string;
  /** When the strategy looks. */
  readonly looked: (until: string) => string;
  readonly noExample: (strategy: string) => string;
}

const en: CheckWording = {
  clean: ({ files, strategies, events, channels, materials }) =>
    [
      plural(strategies, "strategy", "strategies"),
      plural(events, "event", "events"),
      plural(channels, "channel", "channels"),
      plural(materials, "material", "materials"),
    ].join(", ") + ` in ${plural(files, "file", "files")}: no problems`,
  found: (errors, warnings) =>
    [errors > 0 ? plural(errors, "error", "errors") : "", warnings > 0 ? plural(warnings, "warning", "warnings") : ""]
      .filter((part) => part !== "")
      .join(", "),
  more: "to understand it: ",
  again: "then check again: ",
  next: "next, for example: ",
  example: (strategy) => `an example of a user whom \`${strategy}\` wants, confirmed by the evaluator:`,
  profile: "profile",
  history: "history",
  nothing: "nothing",
  looked: (until) => `decided up to ${until}`,
  noExample: (strategy) =>
    `no example could be built for \`${strategy}\`. That does not mean that there is nobody: nothing was shown either way.`,
};

const zh: CheckWording = {
  clean: ({ files, strategies, events, channels, materials }) =>
    `${files} 个文件，${strategies} 条策略、${events} 种事件、${channels} 个渠道、${materials} 份素材：没有问题`,
  found: (errors, warnings) =>
    [errors > 0 ? `${errors} 处错误` : "", warnings > 0 ? `${warnings} 处警告` : ""]
      .filter((part) => part !== "")
      .join("，"),
  more: "想弄明白，看这里：",
  again: "改好后再检查一次：",
  next: "下一步，例如：",
  example: (strategy) => `\`${strategy}\` 要找的人举例如下（已由判断引擎确认）：`,
  profile: "资料",
  history: "行为",
  nothing: "无",
  looked: (until) => `判断到 ${until} 为止`,
  noExample: (strategy) => `没能为 \`${strategy}\` 构造出例子。这并不说明没有这样的人：两边都没有证明。`,
};

export const checkWording: Readonly<Record<Language, CheckWording>> = { en, zh };
