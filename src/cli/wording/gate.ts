import type { Language } from "../../diagnostic/wording.js";
import type { GateId } from "../../gate/gates.js";

/** What gates and their refusals are called. */
export interface GateWording {
  /** The gate in a word or two; its id, which JSON uses, is shown where people filter by it. */
  readonly gates: Readonly<Record<GateId, string>>;
  /** The codes of refusals other than `clause_<n>`. */
  readonly codes: Readonly<Record<string, string>>;
  readonly clause: (n: number) => string;
}

const en: GateWording = {
  gates: {
    due: "due",
    targeted: "targeted",
    allowed: "allowed",
    assigned: "assigned",
    reachable: "reachable",
    timely: "timely",
    exclusive: "exclusive",
    fresh: "fresh",
    funded: "funded",
    composed: "composed",
  },
  codes: {
    opted_out: "opted out of every channel of the strategy",
    unreachable: "no channel of the strategy reaches the user",
    "capped repeat": "touched by this strategy too recently (`repeat`)",
    too_long: "the rendered text is over 64 KiB",
  },
  clause: (n) => `clause ${n}`,
};

const zh: GateWording = {
  gates: {
    due: "到点",
    targeted: "符合人群",
    allowed: "允许触达",
    assigned: "分组",
    reachable: "渠道可达",
    timely: "时段合适",
    exclusive: "不冲突",
    fresh: "未超频次",
    funded: "权益有余",
    composed: "素材生成",
  },
  codes: {
    opted_out: "用户已退订这条策略的所有渠道",
    unreachable: "没有渠道能触达该用户",
    "capped repeat": "这条策略最近已触达过（`repeat`）",
    too_long: "渲染后的文案超过 64 KiB",
  },
  clause: (n) => `第 ${n} 条`,
};

export const gateWording: Readonly<Record<Language, GateWording>> = { en, zh };

/** What a refusal code means; a code without words is shown as it is. */
export function codeText(words: GateWording, code: string): string {
  const clause = clauseNumber(code);
  if (clause !== null) return words.clause(clause);
  return Object.hasOwn(words.codes, code) ? (words.codes[code] ?? code) : code;
}

/** The `n` of `clause_<n>`, or `null` for other codes. */
export function clauseNumber(code: string): number | null {
  const found = /^clause_(\d+)$/.exec(code);
  return found ? Number(found[1]) : null;
}
