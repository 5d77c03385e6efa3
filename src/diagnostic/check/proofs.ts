import type { Catalogue } from "../wording.js";

/** What can be shown of a project without any data: errors where something can never happen, warnings where it is idle. */
export interface ProofMessages {
  /** One phrase that can hold for nobody, or several that cannot hold together. */
  "dead-who": { readonly phrases: readonly string[] };
  /** Whether anybody can be in a `who` was not found out: there is too much to look through. */
  "who-unproved": {};
  /** A part of a `who` that holds for whomever `because` holds; for everybody, if that is empty. */
  "idle-part": { readonly text: string; readonly because: readonly string[] };
  /** `before` are the stages that take all who would be in it; none: its own test never holds. */
  "shadowed-stage": { readonly stage: string; readonly lifecycle: string; readonly before: readonly string[] };
  "empty-variant": { readonly variant: string };
  /** No channel of an offer reaches anybody of whom `phrases` hold. */
  "unreached-offer": { readonly channels: readonly string[]; readonly phrases: readonly string[] };
  /** `at`: the clock time of a schedule; `null`: whenever an event starts it. */
  "never-sent": { readonly at: string | null; readonly by: "window" | "quiet" | "both" };
  /** `after` names the benefit, or is the goal as written. */
  "late-step": { readonly text: string; readonly of: "benefit" | "goal"; readonly after: string };
  "quantity-over-budget": { readonly benefit: string; readonly quantity: number; readonly affordable: number };
  "budget-left-over": { readonly benefit: string; readonly quantity: number; readonly affordable: number };
  /** `others` is how many other strategies set the tag; they all ask for it as well. */
  "own-tag": { readonly tag: string; readonly others: number };
  "beaten-priority": {
    readonly strategy: string;
    readonly priority: number;
    readonly other: string;
    readonly otherPriority: number;
  };
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
  "who-unproved": () => ({
    message: "whether anybody can be in this `who` was not checked: it has too many combinations to look through",
    fix: "Nothing has to change; `touchline plan` counts who is in it. Fewer `or` in one `who` make it easier to check, and to read.",
  }),
  "idle-part": ({ text, because }) => ({
    message:
      because.length === 0
        ? `\`${text}\` holds for everybody, so it adds nothing`
        : `\`${text}\` adds nothing: it holds for all of whom ${listEn(because)} ${because.length === 1 ? "holds" : "hold"}`,
    fix: "Remove it, or say what it was to leave out.",
  }),
  "shadowed-stage": ({ stage, lifecycle, before }) => ({
    message:
      before.length === 0
        ? `nobody can be in \`${lifecycle}.${stage}\`: its test never holds`
        : `nobody can be in \`${lifecycle}.${stage}\`: ${listEn(before)} ${before.length === 1 ? "takes" : "take"} all of them first`,
    fix:
      before.length === 0
        ? "Change its test, or remove it."
        : "Put it before them, or narrow their tests: the first that holds counts.",
  }),
  "empty-variant": ({ variant }) => ({
    message: `nobody is ever assigned to the variant \`${variant}\`: it never had a share`,
    fix: "Give it a share above 0%, or remove it.",
  }),
  "unreached-offer": ({ channels, phrases }) => ({
    message: `no channel reaches anybody here: of whom ${listEn(phrases)} ${phrases.length === 1 ? "holds" : "hold"}, nobody can be reached over ${orEn(channels)}`,
    fix: "Name a channel that reaches them, or change the `who`.",
  }),
  "never-sent": ({ at, by }) => ({
    message: `nothing is ever sent: ${at === null ? "whatever starts it, it" : `what starts at ${at}`} ${neverEn[by]}`,
    fix: "Start at an hour at which both the send window and the quiet hours let touches out, or change these.",
  }),
  "late-step": ({ text, of, after }) => ({
    message:
      of === "benefit"
        ? `after \`${text}\` the benefit \`${after}\`, which is given with the first touch, has expired`
        : `after \`${text}\` the time of \`${after}\` is over, so this touch can no longer help to reach it`,
    fix:
      of === "benefit"
        ? "Wait for less long, or make the benefit valid for longer."
        : "Wait for less long, or give the goal more time.",
  }),
  "quantity-over-budget": ({ benefit, quantity, affordable }) => ({
    message: `\`${benefit}\` has a quantity of ${quantity}, but its budget pays for ${affordable} only`,
    fix: `Write \`quantity ${affordable}\`, or raise the budget.`,
  }),
  "budget-left-over": ({ benefit, quantity, affordable }) => ({
    message: `the budget of \`${benefit}\` can never be used up: it pays for ${affordable}, and there are ${quantity}`,
    fix: `Lower the budget, or write \`quantity ${affordable}\`.`,
  }),
  "own-tag": ({ tag, others }) => ({
    message:
      others === 0
        ? `nobody can get \`${tag}\`: only this strategy sets it, and it asks for users who have it already`
        : `nobody can get \`${tag}\`: all strategies that set it ask for users who have it already`,
    fix: `Set \`${tag}\` in a strategy that does not ask for it, or leave it out of the \`who\`.`,
  }),
  "beaten-priority": ({ strategy, priority, other, otherPriority }) => ({
    message: `\`${other}\` (priority ${otherPriority}) starts earlier on each day and excludes \`${strategy}\`, so the higher priority ${priority} never counts against it`,
    fix: `Start \`${strategy}\` at the same time or before, or give it the lower priority.`,
  }),
};

const neverEn = {
  window: "is outside of the send window, which skips what is not inside",
  quiet: "falls into the quiet hours, which skip what they meet",
  both: "is let out by the send window and the quiet hours at no time within 3 days",
} as const;

export const proofsZh: Catalogue<ProofMessages> = {
  "dead-who": ({ phrases }) => ({
    message:
      phrases.length > 1
        ? `谁也触达不到：${listZh(phrases)} 不可能同时成立`
        : `谁也触达不到：${listZh(phrases)} 不可能成立`,
    fix: phrases.length > 1 ? "请修改或去掉其中一个；满足其一即可的，请用 `or` 连接。" : "请修改或去掉它。",
  }),
  "who-unproved": () => ({
    message: "没有检查是否有人可能符合这个 `who`：组合太多，看不完",
    fix: "不改也可以，`touchline plan` 会数出有多少人符合。一个 `who` 里少用几个 `or`，更容易检查，也更好读。",
  }),
  "idle-part": ({ text, because }) => ({
    message:
      because.length === 0
        ? `\`${text}\` 对所有人都成立，写了等于没写`
        : `\`${text}\` 写了等于没写：只要 ${listZh(because)} 成立，它就一定成立`,
    fix: "请去掉它，或写明本来想排除谁。",
  }),
  "shadowed-stage": ({ stage, lifecycle, before }) => ({
    message:
      before.length === 0
        ? `谁也进不了 \`${lifecycle}.${stage}\`：它的条件不可能成立`
        : `谁也进不了 \`${lifecycle}.${stage}\`：这些人都先进了 ${listZh(before)}`,
    fix:
      before.length === 0 ? "请修改它的条件，或去掉它。" : "请把它移到前面，或收紧前面的条件：从上往下，先符合的算数。",
  }),
  "empty-variant": ({ variant }) => ({
    message: `没有人会分到实验组 \`${variant}\`：它从来没有过份额`,
    fix: "请给它大于 0% 的份额，或去掉它。",
  }),
  "unreached-offer": ({ channels, phrases }) => ({
    message: `没有一个渠道触达得到人：${listZh(phrases)} 成立的人，${listZh(channels)} 都触达不到`,
    fix: "请换成触达得到他们的渠道，或修改 `who`。",
  }),
  "never-sent": ({ at, by }) => ({
    message: `永远发不出去：${at === null ? "不论何时开始，" : `${at} 开始的触达`}${neverZh[by]}`,
    fix: "请改到发送时段和免打扰时段都放行的时间，或修改这两个时段。",
  }),
  "late-step": ({ text, of, after }) => ({
    message:
      of === "benefit"
        ? `等过 \`${text}\` 之后，随首次触达发出的权益 \`${after}\` 已经过期`
        : `等过 \`${text}\` 之后，\`${after}\` 的期限已过，这次触达帮不上忙`,
    fix: of === "benefit" ? "请缩短等待时间，或延长权益的有效期。" : "请缩短等待时间，或放宽目标的期限。",
  }),
  "quantity-over-budget": ({ benefit, quantity, affordable }) => ({
    message: `\`${benefit}\` 的数量是 ${quantity}，而预算只够发 ${affordable} 份`,
    fix: `请写成 \`quantity ${affordable}\`，或提高预算。`,
  }),
  "budget-left-over": ({ benefit, quantity, affordable }) => ({
    message: `\`${benefit}\` 的预算永远用不完：够发 ${affordable} 份，而一共只有 ${quantity} 份`,
    fix: `请调低预算，或写成 \`quantity ${affordable}\`。`,
  }),
  "own-tag": ({ tag, others }) => ({
    message:
      others === 0
        ? `没有人能得到 \`${tag}\`：只有这个策略打这个标签，而它只找已经有这个标签的人`
        : `没有人能得到 \`${tag}\`：打这个标签的策略都只找已经有它的人`,
    fix: `请在一个不要求 \`${tag}\` 的策略里打这个标签，或从 \`who\` 里去掉它。`,
  }),
  "beaten-priority": ({ strategy, priority, other, otherPriority }) => ({
    message: `与 \`${strategy}\` 互斥的 \`${other}\`（优先级 ${otherPriority}）每天都更早开始，\`${strategy}\` 更高的优先级 ${priority} 从来用不上`,
    fix: `请让 \`${strategy}\` 同时或更早开始，或把它的优先级调得更低。`,
  }),
};

const neverZh = {
  window: "不在发送时段内，而发送时段规定跳过",
  quiet: "落在免打扰时段内，而免打扰规定跳过",
  both: "三天之内都没有发送时段和免打扰时段同时放行的时间",
} as const;

function listEn(phrases: readonly string[]): string {
  const quoted = phrases.map((text) => `\`${text}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

function orEn(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" or ");
}

function listZh(phrases: readonly string[]): string {
  const quoted = phrases.map((text) => `\`${text}\``);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join("、")} 和 ${last}`;
}
