import { describe, expect, it } from "vitest";
import { violations } from "./checker.js";
import { cancelsOf, ghostsOf, touchesOf } from "./log.js";
import { simulate } from "./simulation.js";

describe("a town's history", () => {
  const history = simulate({ seed: 1, users: 60, days: 24 });

  it("breaks no rule that was written for it", () => {
    expect(violations(history)).toEqual([]);
  });

  it("has touches, ghosts, cancellations, fallbacks and every strategy but the one whose cap is zero", () => {
    const touches = history.users.flatMap(touchesOf);
    expect(touches.length).toBeGreaterThan(400);
    expect(history.users.flatMap(ghostsOf).length).toBeGreaterThan(50);
    expect(history.users.flatMap(cancelsOf).length).toBeGreaterThan(20);
    expect(touches.filter(({ step }) => step === "2").length).toBeGreaterThan(10);
    const seen = new Set(touches.map(({ strategy }) => strategy));
    expect([...seen].sort()).toEqual(["carts", "dusk", "evening", "morning", "night", "noon", "trial", "welcome"]);
  });
});
