import { describe, expect, it } from "vitest";
import { themes } from "../conformance/cases.js";
import { plant, PLANTED, sourceOf, withBug } from "./plant.js";
import { planted } from "./planted.js";

// That each of them is caught is shown in `planted.long.ts`; here, that none of them has come loose from the source.

describe("planted bugs", () => {
  it("are many, and each has a name of its own", () => {
    const names = planted.map(({ what }) => what);
    expect(new Set(names).size).toBe(names.length);
    expect(planted.filter(({ by }) => by === "cases").length).toBeGreaterThanOrEqual(20);
  });

  it.each(planted)("have one place in the source: $what", (bug) => {
    const source = sourceOf(bug);
    expect(withBug(bug, source)).not.toBe(source);
  });

  it("name themes that there are", () => {
    const known = [null, ...themes().map(({ theme }) => theme)];
    for (const { theme } of planted) expect(known).toContain(theme);
  });

  it("that fit no place, or several, are refused", () => {
    const bug = { what: "x", by: "cases", file: "src/x.ts", from: "a", to: "b", theme: null } as const;
    expect(() => withBug(bug, "none")).toThrow("found 0 times in src/x.ts");
    expect(() => withBug(bug, "banana")).toThrow("found 3 times in src/x.ts");
  });

  it("are planted only where the environment asks for one", () => {
    expect(process.env[PLANTED]).toBeUndefined();
    expect(plant()).toEqual([]);
  });
});
