import { type ShownType, typeEn, typeZh } from "../type-words.js";
import type { Catalogue } from "../wording.js";
import { type Exist, useEn, useZh } from "./exist.js";

/** Phrases over the history: windows, moments, sequences, and what is kept of it. */
export interface HistoryMessages {
  /** A window whose ends are the wrong way round; `write` is it with its ends changed. */
  "reversed-window": { readonly text: string; readonly write: string };
  "moment-type": { readonly text: string; readonly type: ShownType; readonly exist: Exist };
  "moment-name": { readonly text: string; readonly write: string | null };
  /** `of` is a date, `text` what would need its hour. */
  "date-without-hour": { readonly of: string; readonly text: string };
  "without-before": { readonly text: string; readonly other: string };
  /** `asks` tells why all of an event, or more than is kept of it, would be needed. */
  "beyond-retention": {
    readonly text: string;
    readonly event: string;
    readonly kept: number;
    readonly asks: "window" | "beside" | "point";
  };
  "no-same-field": { readonly field: string; readonly first: string; readonly second: string };
  "same-type": {
    readonly field: string;
    readonly first: string;
    readonly firstType: ShownType;
    readonly second: string;
    readonly secondType: ShownType;
  };
  /** `later` are the steps that come after `step`. */
  "step-order": {
    readonly step: string;
    readonly butNot: string;
    readonly process: string;
    readonly later: Exist;
  };
  /** A warning: who is silent may simply be new. */
  "silence-of-the-new": { readonly text: string; readonly event: string; readonly write: string | null };
}

export const historyEn: Catalogue<HistoryMessages> = {
  "reversed-window": ({ text, write }) => ({
    message: `\`${text}\` ends before it begins`,
    fix: `Write \`${write}\`.`,
  }),
  "moment-type": ({ text, type, exist }) => ({
    message: `\`${text}\` is ${typeEn(type)}, and only a date or an instant tells when something was`,
    fix: useEn(exist, "Name an event, such as `1st pay`, or a date, such as `2026-06-18`."),
  }),
  "moment-name": ({ text, write }) => ({
    message: `\`${text}\` does not say when something was`,
    fix:
      write === null
        ? "Name an event (`last pay`, `1st pay`), a date or an instant of the user (`user.registered_at`), or a date (`2026-06-18`)."
        : `Write \`${write}\`.`,
  }),
  "date-without-hour": ({ of, text }) => ({
    message: `\`${of}\` is a date without a time of day, so \`${text}\` cannot be counted from it`,
    fix: "Count in days, weeks, months or years, such as `1 day`.",
  }),
  "without-before": ({ text, other }) => ({
    message: `\`${text}\` ends before its moment, so it is not clear up to when \`${other}\` must not have happened`,
    fix: `Ask for it apart: \`… and did not ${other} in the last 7 days\`.`,
  }),
  "beyond-retention": ({ text, event, kept, asks }) => ({
    message: {
      window: `\`${text}\` looks further back than \`${event}\` is kept: ${kept} days`,
      beside: `\`${text}\` may look back to any day, and \`${event}\` is kept for ${kept} days only`,
      point: `\`${text}\` needs every \`${event}\` there ever was, and it is kept for ${kept} days only`,
    }[asks],
    fix: `Look back at most ${kept} days, such as \`in the last ${kept} days\`; or keep \`${event}\` for longer where it is declared.`,
  }),
  "no-same-field": ({ field, first, second }) => ({
    message: `\`${first}\` and \`${second}\` have no field in common, so nothing of theirs can be the same`,
    fix: `Leave out \`with same ${field}\`, or declare a field such as \`order_id\` in both events.`,
  }),
  "same-type": ({ field, first, firstType, second, secondType }) => ({
    message: `\`${field}\` of \`${first}\` is ${typeEn(firstType)}, but that of \`${second}\` is ${typeEn(secondType)}; they can never be the same`,
    fix: "Name a field that has one type in both events, such as an order number.",
  }),
  "step-order": ({ step, butNot, process, later }) => ({
    message:
      step === butNot
        ? `whoever reached \`${step}\` has reached it, so \`but not ${butNot}\` finds nobody`
        : `in \`${process}\` the step \`${butNot}\` comes before \`${step}\`, so whoever reached \`${step}\` has been there`,
    fix: useEn(later, `\`${step}\` is the last step: leave out \`but not ${butNot}\`.`),
  }),
  "silence-of-the-new": ({ text, event, write }) => ({
    message: `\`${text}\` also holds for people who registered yesterday and could hardly have done \`${event}\` yet`,
    fix:
      write === null
        ? "Ask for an age, such as `user.registered_at was at least 30 days ago`."
        : `Write \`${write}\` if only those are meant who did it before; or ask for an age, such as \`user.registered_at was at least 30 days ago\`.`,
  }),
};

export const historyZh: Catalogue<HistoryMessages> = {
  "reversed-window": ({ text, write }) => ({
    message: `\`${text}\` 的起止写反了`,
    fix: `请写成 \`${write}\`。`,
  }),
  "moment-type": ({ text, type, exist }) => ({
    message: `\`${text}\` 是${typeZh(type)}，只有日期或时刻才能说明是什么时候`,
    fix: useZh(exist, "请写事件（如 `1st pay`）或日期（如 `2026-06-18`）。"),
  }),
  "moment-name": ({ text, write }) => ({
    message: `\`${text}\` 没有说明是什么时候`,
    fix:
      write === null
        ? "请写事件（`last pay`、`1st pay`）、用户的日期字段（`user.registered_at`）或日期（`2026-06-18`）。"
        : `请写成 \`${write}\`。`,
  }),
  "date-without-hour": ({ of, text }) => ({
    message: `\`${of}\` 只有日期，没有几点几分，不能从它算起 \`${text}\``,
    fix: "请用天、周、月或年来算，例如 `1 day`。",
  }),
  "without-before": ({ text, other }) => ({
    message: `\`${text}\` 在那一刻之前就结束了，说不清 \`${other}\` 要到什么时候为止没有发生`,
    fix: `请分开写：\`… and did not ${other} in the last 7 days\`。`,
  }),
  "beyond-retention": ({ text, event, kept, asks }) => ({
    message: {
      window: `\`${event}\` 的数据只保留 ${kept} 天，\`${text}\` 看得更早`,
      beside: `\`${event}\` 的数据只保留 ${kept} 天，而 \`${text}\` 可能要看到任何一天`,
      point: `\`${event}\` 的数据只保留 ${kept} 天，而 \`${text}\` 要有全部记录才算得准`,
    }[asks],
    fix: `请最多往前看 ${kept} 天，例如 \`in the last ${kept} days\`；或在 \`${event}\` 的声明处延长保留时间。`,
  }),
  "no-same-field": ({ field, first, second }) => ({
    message: `\`${first}\` 和 \`${second}\` 没有共同的字段，没有什么可以相同`,
    fix: `请去掉 \`with same ${field}\`，或在两个事件里都声明同一个字段，例如 \`order_id\`。`,
  }),
  "same-type": ({ field, first, firstType, second, secondType }) => ({
    message: `\`${first}\` 的 \`${field}\` 是${typeZh(firstType)}，\`${second}\` 的却是${typeZh(secondType)}，两者不可能相同`,
    fix: "请写两个事件里类型一样的字段，例如订单号。",
  }),
  "step-order": ({ step, butNot, process, later }) => ({
    message:
      step === butNot
        ? `到了 \`${step}\` 就不可能没到 \`${butNot}\`，这样谁也找不到`
        : `在流程 \`${process}\` 里，\`${butNot}\` 排在 \`${step}\` 前面，到了 \`${step}\` 的人都已经过了那一步`,
    fix: useZh(later, `\`${step}\` 已经是最后一步，请去掉 \`but not ${butNot}\`。`),
  }),
  "silence-of-the-new": ({ text, event, write }) => ({
    message: `\`${text}\` 会把昨天刚注册、还没来得及 \`${event}\` 的人也算进去`,
    fix:
      write === null
        ? "请加上注册时长，例如 `user.registered_at was at least 30 days ago`。"
        : `只找以前做过的人，就写 \`${write}\`；或者加上注册时长，例如 \`user.registered_at was at least 30 days ago\`。`,
  }),
};
