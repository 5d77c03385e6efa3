import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder } from "../host/folder.js";
import { touchline } from "./capture.js";

describe("touchline sample", () => {
  it("writes a shop and the command that plans it", async () => {
    const cwd = folder();
    const { code, stdout } = await touchline(["sample", "shop", "--users", "1000", "--days", "30"], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("a synthetic shop in shop: 1,000 users, 30 days\n")]);
    expect(readdirSync(join(cwd, "shop"))).toEqual(expect.arrayContaining(["data", "data.yaml", "schema.touch"]));
    const next = /next: touchline (plan shop --until \S+)\n$/.exec(stdout)?.[1]?.split(" ") ?? [];
    const plan = await touchline([...next, "--lang", "zh"], { cwd });
    expect([plan.code, plan.stdout]).toEqual([0, expect.stringContaining("  用户  1,000\n")]);
  });

  it("tells a program what it wrote", async () => {
    const size = ["--users", "1000", "--days", "30", "--seed", "7"];
    const { code, stdout } = await touchline(["sample", "shop", ...size, "--format", "json"], { cwd: folder() });
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({
        format_version: 1,
        dir: "shop",
        users: 1000,
        days: 30,
        seed: 7,
        until: "2026-06-18T12:00:00Z",
        rows: expect.objectContaining({ users: expect.any(Number) }),
      }),
    ]);
  });

  it("never writes into a folder that holds something", async () => {
    const cwd = folder({ "shop/mine.txt": "mine" });
    const { code, stderr } = await touchline(["sample", "shop"], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("`shop` already holds files")]);
    expect(readdirSync(join(cwd, "shop"))).toEqual(["mine.txt"]);
  });
});
