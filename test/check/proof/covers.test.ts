import { describe, expect, it } from "vitest";
import type { Test } from "../../../src/program/program.js";
import { coverageOf } from "../../../src/check/proof/covers.js";
import { users } from "../../../src/check/proof/user-ground.js";
import { programWorld } from "../../../src/check/proof/world.js";
import { programOf } from "../shop.js";

/** Whether tests, each written as a `who` of its own over one program, take everybody. */
function covered(parts: readonly string[], of: string | null = null) {
  const program = programOf([...parts, ...(of === null ? [] : [of])].map((part) => `(${part})`).join(" or "));
  const [whole] = program.strategies[0]?.who ?? [];
  const tests = whole?.is === "or" ? whole.parts : whole ? [whole] : [];
  const about: Test | null = of === null ? null : (tests.at(-1) ?? null);
  return coverageOf(users(programWorld(program)), about, tests.slice(0, parts.length));
}

describe("stages without `otherwise`", () => {
  it("take everybody where one always holds", () => {
    expect(covered(["did pay ever", "did not pay ever"]).is).toBe("covered");
    expect(covered(["count of pay ever >= 2", "count of pay ever is 1", "count of pay ever is 0"]).is).toBe("covered");
    expect(covered(["did pay in the last 7 days", "did not pay in the last 6 days"]).is).toBe("covered");
  });

  it("leave a gap, and name who falls into it", () => {
    const found = covered(["count of pay ever >= 3", "count of pay ever is 1", "count of pay ever is 0"]);
    expect(found).toEqual({ is: "gap", example: ["count of pay ever is 2"] });
    expect(covered(["user.visits > 7", "user.visits < 7"])).toEqual({ is: "gap", example: ["user.visits is 7"] });
  });

  it("need to take only those whom they are about", () => {
    expect(covered(["count of pay ever >= 2", "count of pay ever is 1"], "did pay ever").is).toBe("covered");
    expect(covered(["count of pay ever >= 2", "count of pay ever is 1"]).is).toBe("gap");
  });
});
