import { createHash } from "node:crypto";
import {
  cancelsOf,
  ghostsOf,
  instantOf,
  type History,
  type Rule,
  strategyOf,
  touchesOf,
  type UserHistory,
} from "../log.js";

/** Each decision has the key of what it is about, no two have one key, and each is cancelled at most once, when it is to be sent. */
export const identity: Rule = (history) =>
  history.users.flatMap((user) => {
    const placed = [...touchesOf(user), ...ghostsOf(user)];
    const keys = new Set<string>();
    const wrong: string[] = [];
    for (const { key, strategy, occurrence, step } of placed) {
      if (keys.has(key)) wrong.push(`${strategy} ${occurrence} ${step} again`);
      keys.add(key);
      if (key !== keyOf([strategy, user.id, occurrence, step])) wrong.push(`${strategy} ${occurrence} has another key`);
    }
    const cancelled = new Set<string>();
    for (const { key, at } of cancelsOf(user)) {
      const about = placed.find((one) => one.key === key);
      if (cancelled.has(key) || !about || instantOf(about.send_at) !== instantOf(at)) wrong.push(`cancelled ${key}`);
      cancelled.add(key);
    }
    return wrong.map((detail) => ({ rule: "identity", user: user.id, detail }));
  });

function keyOf(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) {
    const bytes = Buffer.from(part, "utf8");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  }
  return hash.digest("hex");
}

/** First steps are decided in the total order: instant, priority from high to low, strategy id, occurrence key. */
export const order: Rule = (history) =>
  history.users.flatMap((user) =>
    [touchesOf(user), ghostsOf(user)].flatMap((list) => {
      const starts = list.filter(({ step }) => step === "1");
      return starts.slice(1).flatMap((next, at) => {
        const last = starts[at] as (typeof starts)[number];
        const inOrder = compare(rankOf(history, last), rankOf(history, next)) <= 0;
        return inOrder
          ? []
          : [{ rule: "order", user: user.id, detail: `${next.strategy} ${next.at} after ${last.strategy} ${last.at}` }];
      });
    }),
  );

type Rank = readonly [instant: number, priority: number, ids: Buffer];

function rankOf(
  history: History,
  one: ReturnType<typeof touchesOf>[number] | ReturnType<typeof ghostsOf>[number],
): Rank {
  const { priority } = strategyOf(history, one.strategy);
  return [instantOf(one.at), -priority, Buffer.from(`${one.strategy}\u0000${one.occurrence}`, "utf8")];
}

function compare(left: Rank, right: Rank): number {
  return left[0] - right[0] || left[1] - right[1] || Buffer.compare(left[2], right[2]);
}

/** Ghosts take nothing and set nothing: they have neither benefit nor tags, and a user is never touched and a ghost at once. */
export const ghosts: Rule = (history) =>
  history.users.flatMap((user: UserHistory) =>
    ghostsOf(user).flatMap((ghost) =>
      "benefit" in ghost || "tags" in ghost ? [{ rule: "ghost", user: user.id, detail: ghost.key }] : [],
    ),
  );
