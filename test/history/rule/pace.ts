import { DateTime } from "luxon";
import {
  type GhostItem,
  ghostsOf,
  cancelsOf,
  type Rule,
  sentOf,
  strategyOf,
  type TouchItem,
  type UserHistory,
} from "../log.js";
import { grouped } from "./caps.js";

/** Touches, and likewise ghosts, of one strategy keep the distance that its `repeat` asks for. */
export const repeats: Rule = (history) =>
  history.users.flatMap((user) =>
    [...grouped(startsOf(user), ({ strategy }) => strategy)].flatMap(([id, touches]) => {
      const { repeat } = strategyOf(history, id);
      if (repeat.is === "always") return [];
      const dates = touches.map(({ date }) => date).sort();
      return dates.slice(1).flatMap((date, at) => {
        const last = dates[at] as string;
        const again = repeat.is === "after" ? nextDate(last, repeat.unit, repeat.n) : null;
        if (again !== null && date >= again) return [];
        return [{ rule: "repeat", user: user.id, detail: `${id}: ${last}, then ${date}` }];
      });
    }),
  );

function nextDate(date: string, unit: "day" | "month", n: number): string {
  const start = DateTime.fromISO(date, { zone: "utc" });
  return (unit === "day" ? start.plus({ days: n }) : start.plus({ months: n })).toISODate() ?? "";
}

/** At most n touches, and likewise ghosts, of a strategy for each value that its limit counts by. */
export const limits: Rule = (history) =>
  history.users.flatMap((user) =>
    [...grouped(startsOf(user), ({ strategy, limit_key }) => JSON.stringify([strategy, limit_key]))].flatMap(
      ([, touches]) => {
        const [{ strategy: id, limit_key }] = touches as [TouchItem];
        const { limit } = strategyOf(history, id);
        if (limit === null || touches.length <= limit.n) return [];
        return [{ rule: "limit", user: user.id, detail: `${id}: ${touches.length} for ${limit_key}` }];
      },
    ),
  );

/** First steps that were not cancelled. A user is a ghost of a strategy or is not, so either all are ghosts or none. */
function startsOf(user: UserHistory): (TouchItem | GhostItem)[] {
  const cancelled = new Set(cancelsOf(user).map(({ key }) => key));
  const ghosts = ghostsOf(user).filter(({ key }) => !cancelled.has(key));
  return [...sentOf(user), ...ghosts].filter(({ step }) => step === "1");
}
