import type { Language } from "../../diagnostic/wording.js";
import { plural } from "../number.js";

export interface BundleWording {
  readonly written: (file: string, strategies: number, hash: string) => string;
  readonly next: string;
}

const en: BundleWording = {
  written: (file, strategies, hash) =>
    `${file}: ${plural(strategies, "strategy", "strategies")}, program ${hash.slice(0, 12)}`,
  next: "next, in the service that decides: ",
};

const zh: BundleWording = {
  written: (file, strategies, hash) => `${file}：${strategies} 条策略，程序指纹 ${hash.slice(0, 12)}`,
  next: "下一步，在做决策的服务里：",
};

export const bundleWording: Readonly<Record<Language, BundleWording>> = { en, zh };
