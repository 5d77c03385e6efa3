import type { Hours } from "../../../src/program/program.js";
import {
  instantOf,
  local,
  type Rule,
  strategyOf,
  touchesOf,
  type UserHistory,
  type History,
  type TouchItem,
} from "../log.js";

/** Nothing is to go out in quiet hours, outside its strategy's window, or before its events have settled. */
export const hours: Rule = (history) =>
  history.users.flatMap((user) =>
    touchesOf(user).flatMap((touch) =>
      wrongWith(history, user, touch).map((detail) => ({
        rule: "hours",
        user: user.id,
        detail: `${touch.strategy} ${detail}`,
      })),
    ),
  );

function wrongWith(history: History, user: UserHistory, touch: TouchItem): string[] {
  const sendAt = instantOf(touch.send_at);
  const time = local(sendAt, user.zone);
  const minute = time.hour * 60 + time.minute;
  const { quiet } = history.program.policy;
  const variant = strategyOf(history, touch.strategy).variants.find(({ id }) => id === touch.variant);
  const window = variant?.offer?.send.window ?? null;
  const wrong: string[] = [];
  if (quiet && contains(quiet, minute)) wrong.push(`in quiet hours, at ${time.toISO()}`);
  if (window && !contains(window, minute)) wrong.push(`outside its window, at ${time.toISO()}`);
  if (sendAt < instantOf(touch.at) + history.program.project.settle) wrong.push("before its events settled");
  if (touch.send_date !== time.toISODate()) wrong.push(`with the date ${touch.send_date} at ${time.toISO()}`);
  if (touch.step === "1" && touch.date !== local(instantOf(touch.at), user.zone).toISODate())
    wrong.push(`with the occurrence's date ${touch.date} at ${touch.at}`);
  return wrong;
}

/** Half-open, and over midnight if it ends before it starts. */
function contains({ from, to }: Hours, minute: number): boolean {
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
