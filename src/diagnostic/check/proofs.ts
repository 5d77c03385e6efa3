import type { Catalogue } from "../wording.js";

/** What can be shown of a project without any data: errors where something can never happen, warnings where it is idle. */
export interface ProofMessages {
  /** One phrase that can hold for nobody, or several that cannot hold together. */
  "dead-who": { readonly phrases: readonly string[] };
}

export const proofsEn: Catalogue<ProofMessages> = {
  "dead-who": ({ phrases }) => ({
    message:
      phrases.length > 1
        ? `nobody can be reached: ${listEn(phrases)} never hold together`
        : `nobody can be reached: ${listEn(phrases)} never holds`,
    fix:
      phrases.length > 1
        ? "Change or remove one of them; if either will do, join them with `or`."
        : "Change or remove it.",
  }),
};

export const proofsZh: Catalogue<ProofMessages> = {
  "dead-who": ({ phrases }) => ({
    message:
      phrases.length > 1
        ? `谁也触达不到：${listZh(phrases)} 不可能同时成立`
        : `谁也触达不到：${listZh(phrases)} 不可能成立`,
    fix: phrases.length > 1 ? "请修改或去掉其中一个；满足其一即可的，请用 `or` 连接。" : "请修改或去掉它。",
  }),
};

function listEn(phrases: readonly string[]): string {
  const quoted = phrases.map((text) => `\`${text}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

function listZh(phrases: readonly string[]): string {
  const quoted = phrases.map((text) => `\`${text}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join("、")} 和 ${last}`;
}
