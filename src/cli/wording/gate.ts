import type { Language } from "../../diagnostic/wording.js";
import type { GateId } from "../../gate/gates.js";
import type { CodeAbout, PlainCode } from "../../gate/refusal-code.js";

/** What gates and their refusals are called. */
export interface GateWording {
  /** The gate in a word or two; its id, which JSON uses, is shown where people filter by it. */
  readonly gates: Readonly<Record<GateId, string>>;
  readonly codes: Readonly<Record<PlainCode, string>>;
  /** The codes that are followed by what they are about. */
  readonly about: Readonly<Record<CodeAbout, (name: string) => string>>;
  /** What `capped` is followed by where it is no cap of the policy. */
  readonly own: Readonly<Record<"repeat" | "limit", string>>;
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
    stop_listed: "the user is on the stop list",
    not_personal: "the user is not to get personal messages",
    opted_out: "the user has opted out of every channel, or has not agreed to any",
    control: "every variant of the split sends nothing",
    unreachable: "no channel of the strategy reaches the user",
    quiet: "no allowed time to send: outside the send window, or in quiet hours",
    too_long: "the text is over 64 KiB",
    unfilled: "a hole in the text has no value to fill it",
    followed: "what was waited for has happened meanwhile",
    left: "the user is no longer in that state",
  },
  about: {
    capped: (name) => `the cap \`${name}\` is full`,
    quota: (name) => `the quota of \`${name}\` is used up`,
    lost_to: (name) => `\`${name}\` touches the user then, and the two exclude each other`,
    out_of_stock: (name) => `no \`${name}\` is left`,
    per_user: (name) => `the user already has as many \`${name}\` as one user may get`,
    over_budget: (name) => `the budget of \`${name}\` is used up`,
    too_long: (name) => `the \`${name}\` is longer than the channel allows`,
  },
  own: {
    repeat: "touched by this strategy too recently (`repeat`)",
    limit: "touched about the same thing often enough (`limit`)",
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
    stop_listed: "用户在停发名单上",
    not_personal: "用户不接受个性化消息",
    opted_out: "策略的所有渠道，用户都已退订或未授权",
    control: "分流里没有一组会发送",
    unreachable: "没有渠道能触达该用户",
    quiet: "找不到可以发送的时间：不在发送时段内，或正值免打扰",
    too_long: "文案超过 64 KiB",
    unfilled: "文案里有占位没有值可填",
    followed: "等待期间，事情已经发生",
    left: "用户已不在那个状态",
  },
  about: {
    capped: (name) => `频次上限 \`${name}\` 已满`,
    quota: (name) => `渠道 \`${name}\` 的配额已用完`,
    lost_to: (name) => `与 \`${name}\` 互斥，让给了它`,
    out_of_stock: (name) => `权益 \`${name}\` 已发完`,
    per_user: (name) => `该用户领取 \`${name}\` 已达每人上限`,
    over_budget: (name) => `\`${name}\` 的预算已用完`,
    too_long: (name) => `\`${name}\` 超过渠道的字数上限`,
  },
  own: {
    repeat: "这条策略最近已触达过（`repeat`）",
    limit: "这条策略已为同一件事触达够了（`limit`）",
  },
  clause: (n) => `第 ${n} 条`,
};

export const gateWording: Readonly<Record<Language, GateWording>> = { en, zh };

/** What a refusal code means; a code of another version of Touchline, which has no words, is shown as it is. */
export function codeText(words: GateWording, code: string): string {
  const clause = clauseNumber(code);
  if (clause !== null) return words.clause(clause);
  if (Object.hasOwn(words.codes, code)) return words.codes[code as PlainCode];
  const blank = code.indexOf(" ");
  const [head, name] = [code.slice(0, Math.max(0, blank)), code.slice(blank + 1)];
  if (!Object.hasOwn(words.about, head)) return code;
  if (head === "capped" && Object.hasOwn(words.own, name)) return words.own[name as keyof GateWording["own"]];
  return words.about[head as CodeAbout](name);
}

/** The `n` of `clause_<n>`, or `null` for other codes. */
export function clauseNumber(code: string): number | null {
  const found = /^clause_(\d+)$/.exec(code);
  return found ? Number(found[1]) : null;
}
