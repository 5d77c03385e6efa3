import type { Catalogue } from "./wording.js";

/** Why a bundle can't be loaded. */
export interface BundleMessages {
  "not-json": Record<string, never>;
  "not-a-bundle": Record<string, never>;
  /** `version` as the file gives it. */
  "other-version": { readonly version: string };
  "hash-differs": Record<string, never>;
}

export const bundleEn: Catalogue<BundleMessages> = {
  "not-json": () => ({
    message: "the bundle is not complete JSON; it was probably cut off on its way",
    fix: "Write it anew with `touchline bundle -o program.json`, and pass on the whole text.",
  }),
  "not-a-bundle": () => ({
    message: "this is not a Touchline bundle",
    fix: "Give what `touchline bundle -o program.json` writes, as text or as parsed JSON.",
  }),
  "other-version": ({ version }) => ({
    message: `the bundle has format version \`${version}\`, and this Touchline reads version \`1\``,
    fix: "Write it anew with the `touchline bundle` of the version that loads it.",
  }),
  "hash-differs": () => ({
    message: "the bundle's program is not the one that its hash was taken of: somebody changed it, or it was damaged",
    fix: "Change the strategy files instead, and write the bundle anew with `touchline bundle`.",
  }),
};

export const bundleZh: Catalogue<BundleMessages> = {
  "not-json": () => ({
    message: "这个 bundle 不是完整的 JSON，可能在传输中被截断了",
    fix: "请用 `touchline bundle -o program.json` 重新生成，并传入完整的文本。",
  }),
  "not-a-bundle": () => ({
    message: "这不是 Touchline 的 bundle",
    fix: "请传入 `touchline bundle -o program.json` 生成的内容，文本或解析后的 JSON 均可。",
  }),
  "other-version": ({ version }) => ({
    message: `这个 bundle 的格式版本是 \`${version}\`，当前的 Touchline 只支持版本 \`1\``,
    fix: "请用与加载方同一版本的 `touchline bundle` 重新生成。",
  }),
  "hash-differs": () => ({
    message: "bundle 里的程序与它的哈希不符：内容被改动过，或已损坏",
    fix: "请改动策略文件，然后用 `touchline bundle` 重新生成。",
  }),
};
