import { describe, expect, it } from "vitest";
import type { Program } from "../../src/program/program.js";
import { noPolicy, plainOffer, plainStrategy } from "../program/plain.js";
import { people, pays, plan, program } from "./tiny.js";

const files = { "people.csv": people, "pays.csv": pays };

/** At most two touches in any three days. Everybody is touched every day at 10:00: ada in her own zone, which is the project's. */
const capped: Program = {
  ...program,
  policy: { ...noPolicy, caps: [{ name: "all in 3 days", channels: null, n: 2, window: { is: "days", n: 3 } }] },
  strategies: [plainStrategy("daily")],
};

const touched = (user: string, date: string) =>
  ({
    kind: "touch",
    user,
    strategy: "daily",
    occurrence: `${date}T10:00`,
    channel: "push",
    at: `${date}T02:00:00Z`,
  }) as const;

describe("the books of a plan", () => {
  it("count who stands at a cap, with what was recorded before", async () => {
    const alone = await plan(files, { program: capped });
    expect(alone.caps).toEqual([{ name: "all in 3 days", n: 2, refused: 0, full: 0, touched: 2 }]);
    const entries = new Map([["ada", [touched("ada", "2018-07-19")]]]);
    const after = await plan(files, { program: capped, options: { entries } });
    expect(after.caps).toEqual([{ name: "all in 3 days", n: 2, refused: 0, full: 1, touched: 2 }]);
  });

  it("count whom a cap refuses, and nobody for a touch that was cancelled", async () => {
    const entries = [touched("ada", "2018-07-18"), touched("ada", "2018-07-19")];
    const refused = await plan(files, { program: capped, options: { entries: new Map([["ada", entries]]) } });
    expect(refused.caps).toEqual([{ name: "all in 3 days", n: 2, refused: 1, full: 1, touched: 2 }]);
    const key = "0".repeat(64);
    const cancelled = [
      ...entries.slice(0, 1),
      { ...touched("ada", "2018-07-19"), key },
      { kind: "cancel" as const, user: "ada", key, at: "2018-07-19T02:10:00Z" },
    ];
    const free = await plan(files, { program: capped, options: { entries: new Map([["ada", cancelled]]) } });
    expect(free.caps).toEqual([{ name: "all in 3 days", n: 2, refused: 0, full: 1, touched: 2 }]);
  });

  it("count touches by the hour of the local clock at which they go out", async () => {
    const { strategies } = await plan(files, { program: capped });
    expect(strategies[0]?.hours.flatMap((n, hour) => (n > 0 ? [[hour, n]] : []))).toEqual([[10, 2]]);
  });

  it("count each user once in the arm of a split, and nobody who did not pass", async () => {
    const split: Program = {
      ...capped,
      strategies: [
        plainStrategy("daily", {
          split: { salt: "s" },
          variants: [
            { id: "sent", label: null, shares: [5000], offer: plainOffer },
            { id: "none", label: null, shares: [5000], offer: null },
          ],
        }),
      ],
    };
    const week = { since: Date.parse("2018-07-13T18:00:00Z") };
    const { experiments, strategies } = await plan(files, { program: split, options: week });
    expect(experiments).toHaveLength(1);
    const { arms, p } = experiments[0] as (typeof experiments)[number];
    expect(arms.map(({ id, share }) => [id, share])).toEqual([
      ["sent", 5000],
      ["none", 5000],
    ]);
    expect(arms.reduce((sum, { users }) => sum + users, 0)).toBe(2);
    expect(p).toBeNull();
    const { decided, ghosts } = strategies[0] as (typeof strategies)[number];
    expect(decided + ghosts).toBeGreaterThan(2);
  });
});
