import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { models, shopFolder, shopOf, since, until } from "./shop.js";
import { openShop, standing } from "./shop-sql.js";

const shop = shopOf(420);

interface Cell {
  readonly stage: string | null;
  readonly tier: string | null;
  readonly users: number;
  readonly share: number;
  readonly users_before: number | null;
}

interface Document {
  readonly users: number;
  readonly cells: readonly Cell[];
  readonly jumps: Readonly<Record<string, number>> | null;
  readonly moves:
    | readonly { readonly from: string | null; readonly to: string | null; readonly users: number }[]
    | null;
  readonly targets: readonly { readonly entered: object | null }[];
}

async function matrixOf(cwd: string, ...more: string[]): Promise<Document> {
  const { stdout, stderr, code } = await touchline(["matrix", "--until", until, "--format", "json", ...more], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as Document;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

describe("touchline matrix", () => {
  it("counts what SQL counts over the raw files, in every cell at both instants and in every move", async () => {
    const cwd = shopFolder(shop);
    const found = await matrixOf(cwd, "--since", since);
    const sql = await openShop(cwd);
    const [now, before] = [standing("2026-06-18 20:00:00"), standing("2026-05-18 20:00:00")];
    const cells = await sql.rows(`SELECT stage, tier, count(*)::INTEGER users FROM (${now}) GROUP BY ALL`);
    const earlier = await sql.rows(`SELECT stage, tier, count(*)::INTEGER users FROM (${before}) GROUP BY ALL`);
    const moves = await sql.rows(
      `SELECT b.tier "from", n.tier "to", count(*)::INTEGER users FROM (${before}) b JOIN (${now}) n USING (id) GROUP BY ALL`,
    );
    sql.close();
    const key = ({ stage, tier }: { stage?: unknown; tier?: unknown }): string => `${String(stage)} ${String(tier)}`;
    const counts = (list: readonly Readonly<Record<string, unknown>>[]) =>
      Object.fromEntries(list.map((row) => [key(row), row["users"]]));
    const full = (of: (cell: Cell) => number | null) =>
      Object.fromEntries(found.cells.filter((cell) => of(cell) !== 0).map((cell) => [key(cell), of(cell)]));
    expect(full(({ users }) => users)).toEqual(counts(cells));
    expect(full((cell) => cell.users_before)).toEqual(counts(earlier));
    const byName = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    const plain = (list: readonly Readonly<Record<string, unknown>>[]) =>
      list.map(({ from, to, users }) => ({ from, to, users })).sort(byName);
    expect(plain((found.moves ?? []).filter(({ users }) => users > 0))).toEqual(plain(moves));
    // The data shows every way to move, so that the sums below say something.
    expect(Object.values(found.jumps ?? {}).every((n) => n > 0)).toBe(true);
  });

  it("counts each user once: cells, moves and jumps add up to all users", async () => {
    const found = await matrixOf(shopFolder(shop), "--since", since);
    expect(found.users).toBe(420);
    expect(sum(found.cells.map(({ users }) => users))).toBe(420);
    expect(sum(found.cells.map((cell) => cell.users_before ?? Number.NaN))).toBe(420);
    expect(sum((found.moves ?? []).map(({ users }) => users))).toBe(420);
    expect(sum(Object.values(found.jumps ?? {}))).toBe(420);
    expect(sum(found.cells.map(({ share }) => share))).toBeCloseTo(1, 12);
  });

  it("is the same at one instant as the later half of two", async () => {
    const cwd = shopFolder(shop);
    const [one, two] = [await matrixOf(cwd), await matrixOf(cwd, "--since", since)];
    expect(one.cells.map(({ users }) => users)).toEqual(two.cells.map(({ users }) => users));
    expect([one.moves, one.jumps, one.cells[0]?.users_before, one.targets[0]?.entered]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  for (const lang of ["en", "zh"]) {
    it(`reads well in ${lang}`, async () => {
      const args = ["matrix", "--until", until, "--since", since, "--lang", lang];
      const { stdout, code } = await touchline(args, { cwd: shopFolder(shop) });
      expect(code).toBe(0);
      const text = stdout.replace(/(program|程序)( +)[0-9a-f]{12}/, "$1$2<hash>");
      await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `golden/matrix.${lang}.txt`));
      const lines = stdout.split("\n");
      const table = lines.slice(lines.findIndex((line) => line.includes("活跃"))).slice(0, 4);
      expect(new Set(table.map((line) => stringWidth(line)))).toHaveLength(1);
    });
  }

  it("gives JSON of a stable shape", async () => {
    const args = ["matrix", "--until", until, "--since", since, "--format", "json"];
    const { stdout } = await touchline(args, { cwd: shopFolder(shop) });
    const text = stdout.replace(/"program": "[0-9a-f]+"/, '"program": "<hash>"');
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "golden/matrix.json"));
  });

  it("writes a page in one step, and leaves nothing behind when it cannot", async () => {
    const cwd = shopFolder(shop);
    const { stdout } = await touchline(["matrix", "--until", until, "--page", "matrix.html"], { cwd });
    expect(stdout).toContain("page written to matrix.html");
    const page = readFileSync(join(cwd, "matrix.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain("<h1>Matrix of 商城</h1>");
    const failed = await touchline(["matrix", "--until", until, "--page", "none/matrix.html"], { cwd });
    expect([failed.code, failed.stdout]).toEqual([2, ""]);
    expect(failed.stderr).toContain("its folder does not exist");
    const broken = await touchline(["matrix", "--until", until, "--page", "matrix.html", "--data", "none"], { cwd });
    expect(broken.code).toBe(2);
    expect(readFileSync(join(cwd, "matrix.html"), "utf8")).toBe(page);
    expect(readdirSync(cwd).filter((file) => file.endsWith(".part"))).toEqual([]);
    expect(existsSync(join(cwd, "none"))).toBe(false);
  });

  it("names what there is when it is asked for what there is not", async () => {
    const cwd = shopFolder(shopOf(3));
    const asked = async (...more: string[]): Promise<string> => {
      const { code, stderr } = await touchline(["matrix", "--until", until, ...more], { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await asked("--lifecycle", "buyr")).toContain("Did you mean `buyer`?");
    expect(await asked("--value", "rfm")).toContain("Use one of: `spend`.");
    expect(await asked("--lifecycle", "spend")).toContain("no lifecycle `spend`");
    expect(await asked("--since", until)).toContain("the interval is empty");
  });

  it("has the stages of a lifecycle for rows, though groups are declared before it", async () => {
    const groups =
      'groups habit of users who did pay ever { score f = count of pay ever group often group rare salt "h" }';
    const cwd = shopFolder(shopOf(3), { "models.touch": `${groups}\n${models}` });
    const { stdout, code } = await touchline(["matrix", "--until", until], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("(buyer)")]);
  });

  it("does not take tiers whose cuts were never found for empty ones", async () => {
    const quantile = models.replace('tier gold "金" when m >= 300 CNY', 'tier gold "金" top 20% by m');
    const cwd = shopFolder(shopOf(3), { "models.touch": quantile });
    const { code, stderr } = await touchline(["matrix", "--until", until], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("`spend` was never fitted");
    expect(stderr).toContain(`touchline calibrate . --until ${until}`);
  });

  it("counts the tiers that a calibration found: the best fifth is a fifth", async () => {
    const quantile = models.replace('tier gold "金" when m >= 300 CNY', 'tier gold "金" top 20% by m');
    const cwd = shopFolder(shop, { "models.touch": quantile });
    const calibrated = await touchline(["calibrate", "--until", until], { cwd });
    expect(calibrated.code).toBe(0);
    const { cells } = await matrixOf(cwd);
    const members = cells.filter(({ tier }) => tier !== null);
    const gold = sum(members.filter(({ tier }) => tier === "gold").map(({ users }) => users));
    const all = sum(members.map(({ users }) => users));
    // Ties share the better tier, so that it may hold a few more.
    expect(gold).toBeGreaterThanOrEqual(Math.ceil(all / 5));
    expect(gold).toBeLessThan(all / 3);
  });
});
