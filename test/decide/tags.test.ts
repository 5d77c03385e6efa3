import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/index.js";
import type { StrategyTag } from "../../src/program/program.js";
import { at, days, plainly, program, told, touchesOf, withTag } from "./scene.js";
import { strategy } from "./shop.js";

const daily = (minute: number) => ({ is: "every", day: { is: "day" }, minute }) as const;

/** `mark` sets the tag at 10:00; the others ask for it, before and after in the order of that instant, and at noon. */
function scene(valid: StrategyTag["valid"]) {
  const tag = withTag(valid);
  const mark = strategy("mark", {
    when: { is: "once", date: Date.UTC(2026, 10, 10) / 86_400_000, minute: 600 },
    variants: plainly(),
    sets: [0],
    priority: 60,
  });
  const asks = [
    strategy("early", { when: daily(600), who: [tag.has], variants: plainly(), priority: 90 }),
    strategy("late", { when: daily(600), who: [tag.has], variants: plainly() }),
    strategy("noon", { when: daily(720), who: [tag.has], variants: plainly() }),
  ];
  return { loaded: program([mark, ...asks], tag.program), alone: program(asks, tag.program) };
}

describe("a strategy tag", () => {
  it("holds for what comes after the touch that sets it, also at the same instant, to the end of its last local day", () => {
    const { loaded } = scene({ unit: "day", n: 1 });
    expect(told(loaded.decide(days(10, 12)))).toEqual([
      "mark 10T02:00 1",
      "late 10T02:00 1",
      "noon 10T04:00 1",
      "early 11T02:00 1",
      "late 11T02:00 1",
      "noon 11T04:00 1",
    ]);
  });

  it("holds exactly so long as hours say, and for ever if nothing is said", () => {
    expect(told(scene({ unit: "ms", n: 7_200_000 }).loaded.decide(days(10, 11)))).toEqual([
      "mark 10T02:00 1",
      "late 10T02:00 1",
    ]);
    expect(told(scene({ unit: "ms", n: 7_200_001 }).loaded.decide(days(10, 11)))).toHaveLength(3);
    expect(told(scene(null).loaded.decide(days(10, 20)))).toHaveLength(1 + 2 + 10 * 3);
  });

  it("is remembered from entries: touches, unless they were cancelled, and what set it otherwise", () => {
    const { loaded, alone } = scene({ unit: "day", n: 1 });
    const first = loaded.decide(days(10, 10, { until: at("10 11:00"), strategies: ["mark"] }));
    const rest = days(10, 10, { since: at("10 11:00") });
    expect(told(loaded.decide({ ...rest, entries: touchesOf(first) }))).toEqual(["noon 10T04:00 1"]);
    const gone: Entry = { kind: "cancel", at: at("10 11:59"), key: first.decisions[0]?.key ?? "" };
    expect(told(loaded.decide({ ...rest, entries: [...touchesOf(first), gone] }))).toEqual([]);
    const told12 = (clock: string) =>
      told(alone.decide({ ...rest, entries: [{ kind: "tag", at: at(clock), tag: "seen" }] }));
    expect([told12("10 11:59"), told12("10 12:00"), told12("08 23:59")]).toEqual([["noon 10T04:00 1"], [], []]);
  });
});
