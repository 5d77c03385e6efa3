import type { Catalogue } from "../wording.js";

/**
 * Why no event starts what is judged: it is asked at any time (a tag, a stage, a reach, a policy), the strategy starts on a
 * schedule, on a date, or when a state changes; or it stands in the very pattern that the event must pass.
 */
export type NoTrigger = "anytime" | "schedule" | "date" | "state" | "pattern";

/** What reads the event that starts a strategy. */
export interface TriggerMessages {
  "event-needs-trigger": { readonly text: string; readonly field: string; readonly why: NoTrigger };
  "event-fields-differ": { readonly text: string; readonly first: string; readonly second: string };
}

const useHistoryEn =
  "Use a field of the user (`user.…`) or of their history (`amount of last pay`), or start the strategy from an event: `when pay happens`.";

export const triggerEn: Catalogue<TriggerMessages> = {
  "event-needs-trigger": ({ text, field, why }) => ({
    message: {
      anytime: `\`${text}\` is a field of the event that starts a strategy, but this is asked of users at any time, without an event`,
      schedule: `\`${text}\` is a field of the event that starts a strategy, but this strategy starts on a schedule, without an event`,
      date: `\`${text}\` is a field of the event that starts a strategy, but this strategy starts on a date, without an event`,
      state: `\`${text}\` is a field of the event that starts a strategy, but this strategy starts when a state changes, which no single event does`,
      pattern: `\`${text}\` is a field of the event that starts the strategy, and this condition says which event that is`,
    }[why],
    fix: {
      anytime: "Write this condition in the `who` of a strategy that an event starts, such as `when pay happens`.",
      schedule: useHistoryEn,
      date: useHistoryEn,
      state: useHistoryEn,
      pattern: `Write \`${field}\`: here a name by itself is a field of the event.`,
    }[why],
  }),
  "event-fields-differ": ({ text, first, second }) => ({
    message: `this material goes out after \`${first}\` and after \`${second}\`, and \`${text}\` is not the same kind of value in both`,
    fix: `Declare the field alike in \`${first}\` and \`${second}\`, or write a material for each.`,
  }),
};

const useHistoryZh =
  "请改用用户字段（`user.…`）或历史数据（如 `amount of last pay`），或让策略由事件触发，例如 `when pay happens`。";

export const triggerZh: Catalogue<TriggerMessages> = {
  "event-needs-trigger": ({ text, field, why }) => ({
    message: {
      anytime: `\`${text}\` 取自触发策略的那次事件，而这里的条件随时都会判断，没有触发事件`,
      schedule: `\`${text}\` 取自触发策略的那次事件，而这个策略是定时执行的，没有触发事件`,
      date: `\`${text}\` 取自触发策略的那次事件，而这个策略按日期执行，没有触发事件`,
      state: `\`${text}\` 取自触发策略的那次事件，而这个策略在状态变化时执行，不对应某一次事件`,
      pattern: `\`${text}\` 取自触发策略的那次事件，而这里正是在说明由哪个事件触发`,
    }[why],
    fix: {
      anytime: "请把这个条件写进由事件触发的策略的 `who` 里，例如 `when pay happens`。",
      schedule: useHistoryZh,
      date: useHistoryZh,
      state: useHistoryZh,
      pattern: `请直接写 \`${field}\`：在这里，单独的名字就是事件的字段。`,
    }[why],
  }),
  "event-fields-differ": ({ text, first, second }) => ({
    message: `这个素材既用于 \`${first}\` 之后，也用于 \`${second}\` 之后，而 \`${text}\` 在两个事件里不是同一种值`,
    fix: `请让 \`${first}\` 和 \`${second}\` 里的这个字段一致，或给两者各写一个素材。`,
  }),
};
