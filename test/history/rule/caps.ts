import { DateTime } from "luxon";
import type { Cap } from "../../../src/program/program.js";
import { dayOf, type History, instantOf, type Rule, sentOf, type TouchItem } from "../log.js";

/** No window of a cap's kind holds more than it allows, wherever it lies. */
export const caps: Rule = (history) =>
  history.program.policy.caps.flatMap((cap) =>
    history.users.flatMap((user) => {
      const counted = sentOf(user).filter(({ channel }) => covers(history, cap, channel));
      const most = Math.max(0, ...windowsOf(history, cap, counted).map((window) => window.length));
      return most > cap.n ? [{ rule: "cap", user: user.id, detail: `${cap.name}: ${most} of ${cap.n}` }] : [];
    }),
  );

function covers({ program }: History, cap: Cap, channel: string): boolean {
  return cap.channels === null || cap.channels.some((place) => program.channels[place]?.id === channel);
}

/** The fullest windows: any window with a touch in it holds no more than one of these. */
function windowsOf(history: History, cap: Cap, touches: readonly TouchItem[]): TouchItem[][] {
  const { window } = cap;
  switch (window.is) {
    case "day":
    case "week":
    case "month":
      return [...grouped(touches, (touch) => periodOf(history, window.is, touch.send_date)).values()];
    case "days":
      return touches.map((first) => {
        const from = dayOf(first.send_date);
        return touches.filter(({ send_date }) => dayOf(send_date) >= from && dayOf(send_date) < from + window.n);
      });
    case "span":
      return touches.map((last) => {
        const to = instantOf(last.send_at);
        return touches.filter(({ send_at }) => instantOf(send_at) <= to && instantOf(send_at) > to - window.ms);
      });
  }
}

/** The first date of the day, week or month that a date lies in. */
export function periodOf({ program }: History, period: "day" | "week" | "month", date: string): string {
  const day = DateTime.fromISO(date, { zone: "utc" });
  if (period === "month") return day.startOf("month").toISODate() ?? "";
  const back = period === "day" ? 0 : (day.weekday - program.project.weekStarts + 7) % 7;
  return day.minus({ days: back }).toISODate() ?? "";
}

export function grouped<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
