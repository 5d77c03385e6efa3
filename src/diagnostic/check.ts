import type { Catalogue } from "./wording.js";

/** The arguments of each code that checking names and types can give. */
export interface CheckMessages {
  "empty-project": Record<string, never>;
}

export const checkEn: Catalogue<CheckMessages> = {
  "empty-project": () => ({
    message: "the project declares no strategy",
    fix: "Add a `strategy`, or run `touchline init` to see one.",
  }),
};

export const checkZh: Catalogue<CheckMessages> = {
  "empty-project": () => ({
    message: "项目里没有任何 strategy（策略）",
    fix: "请添加一个 `strategy`，或运行 `touchline init` 查看示例。",
  }),
};
