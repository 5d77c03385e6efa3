import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/index.js";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";

describe("touchline bundle", () => {
  it("writes what `loadBundle` reads, and tells a program which", async () => {
    const cwd = folder();
    await touchline(["init", "mine"], { cwd });
    const { code, stdout } = await touchline(["bundle", "mine", "-o", "p.json", "--format", "json"], { cwd });
    const document: { program: string; strategies: readonly string[] } = JSON.parse(stdout);
    expect([code, document]).toEqual([0, expect.objectContaining({ format_version: 1, file: "p.json" })]);
    const { program } = loadBundle(readFileSync(join(cwd, "p.json"), "utf8"));
    expect(document.strategies).toEqual(program.strategies.map(({ id }) => id));
  });
});
