import type { Catalogue } from "../wording.js";

/** How windows, points in time, sequences and processes are said. */
export interface HistoryMessages {
  "ordinal-form": { readonly written: string; readonly right: string };
  "did-ordinal": { readonly written: string; readonly right: string };
  "ago-form": { readonly written: string; readonly right: string };
  "this-unit": { readonly written: string; readonly right: string | null };
  "within-alone": { readonly written: string; readonly right: string };
  "was-missing": { readonly right: string };
  "was-beside": {
    readonly written: string;
    readonly moment: string;
    readonly kind: "date" | "before" | "after";
  };
  "not-a-moment": { readonly written: string };
  "not-without": { readonly event: string; readonly other: string };
  "count-only": { readonly written: string; readonly right: string };
  "dots-before-of": { readonly written: string; readonly right: string };
  "too-many-steps": { readonly steps: number; readonly limit: number };
  "no-first": { readonly event: string };
  "process-empty": { readonly process: string };
  "process-no": { readonly event: string };
  "first-step": { readonly event: string };
  "then-first": Record<string, never>;
  "then-missing": { readonly event: string };
  "then-twice": Record<string, never>;
  "then-not": { readonly event: string };
}

export const historyEn: Catalogue<HistoryMessages> = {
  "ordinal-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a place in a row is written`,
    fix: `Write \`${right}\`; counting starts with \`1st\`.`,
  }),
  "did-ordinal": ({ written, right }) => ({
    message: `\`did\` asks how often, and not for one event by its number, as in \`${written} …\``,
    fix: `Write \`${right}\`.`,
  }),
  "ago-form": ({ written, right }) => ({
    message: `\`${written}\` is not how a stretch of time in the past is written`,
    fix: `Write both ends with their unit, the nearer one first, and \`ago\`: \`${right}\`.`,
  }),
  "this-unit": ({ written, right }) => ({
    message: `\`${written}\` is not a window`,
    fix: right === null ? "Write `this week`, `this month` or `this year`." : `Write \`${right}\`.`,
  }),
  "within-alone": ({ written, right }) => ({
    message: `\`${written}\` does not say after or before what`,
    fix: `Write \`${right}\`, or name the moment, such as \`${written} after 1st pay\`.`,
  }),
  "was-missing": ({ right }) => ({
    message: "the word `was` is missing between the moment and the window",
    fix: `Write \`${right}\`.`,
  }),
  "was-beside": ({ written, moment, kind }) => ({
    message: `\`was ${written}\` has only one end`,
    fix:
      kind === "date"
        ? "Write both dates, such as `was from 2026-06-01 to 2026-06-18`."
        : kind === "after"
          ? `Write \`since ${moment}\`.`
          : `Say how long before, such as \`within 7 days before ${moment}\`.`,
  }),
  "not-a-moment": ({ written }) => ({
    message: `\`${written}\` is a value, and only an event or a date of the profile can be asked when it was`,
    fix: "Write the event or the field, such as `last pay was …`, `2nd pay within …` or `user.registered_at was …`.",
  }),
  "not-without": ({ event, other }) => ({
    message: "`did not … without …` can be understood in two ways",
    fix: `Write \`not (did ${event} … without ${other})\`, or ask for each apart: \`did not ${event} … and did ${other} …\`.`,
  }),
  "count-only": ({ written, right }) => ({
    message: `\`${written}\` does not fit together: only a count can leave out what repeats`,
    fix: `Write \`${right} …\`.`,
  }),
  "dots-before-of": ({ written, right }) => ({
    message: `before \`of\` stands one name, not \`${written}\``,
    fix: `Write \`${right} of …\`; the event is named after \`of\`.`,
  }),
  "too-many-steps": ({ steps, limit }) => ({
    message: `there are ${steps} steps, and ${limit} are allowed`,
    fix: "Leave out the steps that nobody can skip, or ask for the two halves apart, joined with `and`.",
  }),
  "no-first": ({ event }) => ({
    message: "a sequence cannot start with what did not happen",
    fix: `Start with a step that happened; after it write \`then no ${event}\`.`,
  }),
  "process-empty": ({ process }) => ({
    message: `the process \`${process}\` has no steps`,
    fix: "Name its events in order, joined by `then`: `start_recharge then confirm_recharge`.",
  }),
  "process-no": ({ event }) => ({
    message: "a process says what happens, so a step cannot be missing in it",
    fix: `Write \`then ${event}\`, or leave the step out; who stopped before it is asked with \`reached … but not …\`.`,
  }),
  "first-step": ({ event }) => ({
    message: `nothing stands before the first step \`${event}\` that it could be compared with`,
    fix: "Move `with same …` and `within …` to a later step.",
  }),
  "then-first": () => ({
    message: "`then` joins a step to the one before, and this is the first",
    fix: "Delete this `then`.",
  }),
  "then-missing": ({ event }) => ({
    message: `the step \`${event}\` is not joined to the one before`,
    fix: `Write \`then ${event}\`.`,
  }),
  "then-twice": () => ({
    message: "`then` stands here twice",
    fix: "Delete one of the two.",
  }),
  "then-not": ({ event }) => ({
    message: "a step that must not follow is said with `no`",
    fix: `Write \`then no ${event}\`.`,
  }),
};

export const historyZh: Catalogue<HistoryMessages> = {
  "ordinal-form": ({ written, right }) => ({
    message: `“第几次”不能写成 \`${written}\``,
    fix: `请写 \`${right}\`；从 \`1st\`（第一次）数起。`,
  }),
  "did-ordinal": ({ written, right }) => ({
    message: `\`did\` 问的是做过几次，不能像 \`${written} …\` 这样问第几次`,
    fix: `请写 \`${right}\`。`,
  }),
  "ago-form": ({ written, right }) => ({
    message: `过去的一段时间不能写成 \`${written}\``,
    fix: `两端都要带单位，近的写在前面，最后写 \`ago\`：\`${right}\`。`,
  }),
  "this-unit": ({ written, right }) => ({
    message: `\`${written}\` 不是时间范围`,
    fix:
      right === null ? "请写 `this week`（本周）、`this month`（本月）或 `this year`（今年）。" : `请写 \`${right}\`。`,
  }),
  "within-alone": ({ written, right }) => ({
    message: `\`${written}\` 没有说是在什么之前还是之后`,
    fix: `请写 \`${right}\`，或写明从哪里算起，例如 \`${written} after 1st pay\`。`,
  }),
  "was-missing": ({ right }) => ({
    message: "时间点和时间范围之间少了 `was`",
    fix: `请写 \`${right}\`。`,
  }),
  "was-beside": ({ written, moment, kind }) => ({
    message: `\`was ${written}\` 只说了时间范围的一头`,
    fix:
      kind === "date"
        ? "请写明起止日期，例如 `was from 2026-06-01 to 2026-06-18`。"
        : kind === "after"
          ? `请写 \`since ${moment}\`。`
          : `请写明在它之前多久以内，例如 \`within 7 days before ${moment}\`。`,
  }),
  "not-a-moment": ({ written }) => ({
    message: `\`${written}\` 是一个值；只有事件，或用户字段里的日期，才能问是什么时候`,
    fix: "请写事件或字段，例如 `last pay was …`、`2nd pay within …` 或 `user.registered_at was …`。",
  }),
  "not-without": ({ event, other }) => ({
    message: "`did not … without …` 会有两种理解",
    fix: `请写 \`not (did ${event} … without ${other})\`，或分开写：\`did not ${event} … and did ${other} …\`。`,
  }),
  "count-only": ({ written, right }) => ({
    message: `不能写 \`${written}\`：只有计数才能去重`,
    fix: `请写 \`${right} …\`。`,
  }),
  "dots-before-of": ({ written, right }) => ({
    message: `\`of\` 前面只写一个名称，不写 \`${written}\``,
    fix: `请写 \`${right} of …\`；事件写在 \`of\` 后面。`,
  }),
  "too-many-steps": ({ steps, limit }) => ({
    message: `这里有 ${steps} 个步骤，最多 ${limit} 个`,
    fix: "请去掉人人必经的步骤，或拆成两段，用 `and` 连接。",
  }),
  "no-first": ({ event }) => ({
    message: "一串行为不能以“没有发生”开头",
    fix: `请先写一个发生了的步骤，再写 \`then no ${event}\`。`,
  }),
  "process-empty": ({ process }) => ({
    message: `流程 \`${process}\` 还没有步骤`,
    fix: "请按顺序写出它的事件，用 `then` 连接：`start_recharge then confirm_recharge`。",
  }),
  "process-no": ({ event }) => ({
    message: "流程写的是会发生的事，不能有“没有发生”的步骤",
    fix: `请写 \`then ${event}\`，或去掉这一步；停在它之前的人，用 \`reached … but not …\` 来问。`,
  }),
  "first-step": ({ event }) => ({
    message: `第一步 \`${event}\` 前面没有别的步骤可以对照`,
    fix: "请把 `with same …` 和 `within …` 写到后面的步骤上。",
  }),
  "then-first": () => ({
    message: "`then` 用来接上一步，而这里是第一步",
    fix: "请删掉这个 `then`。",
  }),
  "then-missing": ({ event }) => ({
    message: `步骤 \`${event}\` 没有和上一步接起来`,
    fix: `请写 \`then ${event}\`。`,
  }),
  "then-twice": () => ({
    message: "这里写了两个 `then`",
    fix: "请删掉一个。",
  }),
  "then-not": ({ event }) => ({
    message: "没有发生的步骤用 `no` 来说",
    fix: `请写 \`then no ${event}\`。`,
  }),
};
