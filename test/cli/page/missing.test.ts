import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { touchline } from "../capture.js";
import { shopFolder, shopOf, until } from "../shop.js";

vi.mock("echarts/core", () => {
  throw new Error("Cannot find package 'echarts'");
});

it("without the library for charts, a page is refused before the work, and all else goes on", async () => {
  const cwd = shopFolder(shopOf(40));
  const args = ["matrix", "--until", until];
  const refused = await touchline([...args, "--page", "page.html"], { cwd });
  expect([refused.code, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toContain("the package `echarts` is not installed");
  expect(refused.stderr).toContain("npm install echarts");
  expect((await touchline([...args, "--page", "page.html", "--lang", "zh"], { cwd })).stderr).toContain(
    "没有安装 `echarts`",
  );
  expect(existsSync(join(cwd, "page.html"))).toBe(false);
  expect((await touchline(args, { cwd })).code).toBe(0);
});
