import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { measuredShop, rawShop } from "./population.js";
import { shopOf, until } from "./shop.js";

// The same figures from the rows alone stand in test/population; here the commands are held to the raw files once more, and to what
// they print.

const shop = shopOf(240);
const commands = {
  metrics: ["metrics", "--until", until, "--since", "2026-05-20T00:00:00+08:00", "--every", "week", "--by", "source"],
  cohorts: ["metrics", "--until", until, "--by", "cohort"],
  funnel: ["funnel", "returning", "--until", until, "--by", "buyer"],
  coverage: ["coverage", "--until", until, "--since", "2026-06-10T00:00:00+08:00"],
} as const;

async function said(cwd: string, ...argv: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await touchline(argv, { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.replace(/(程序|program) {2,}[0-9a-f]{12}/, "$1  <hash>");
}

async function json(cwd: string, ...argv: readonly string[]) {
  return JSON.parse(await said(cwd, ...argv, "--format", "json"));
}

describe.each(Object.entries(commands))("what `%s` prints", (name, argv) => {
  it.each(["en", "zh"])("is as it was read and approved, in %s", async (lang) => {
    const text = await said(measuredShop(shop), ...argv, "--lang", lang);
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `golden/${name}.${lang}.txt`));
  });

  it("has the same shape as JSON, always", async () => {
    const found = await json(measuredShop(shop), ...argv);
    const text = JSON.stringify({ ...found, program: "<hash>" }, null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot(join(import.meta.dirname, `golden/${name}.json`));
  });

  it.each(["en", "zh"])("is a page that needs nothing else, in %s", async (lang) => {
    const cwd = measuredShop(shop);
    const text = await said(cwd, ...argv, "--page", "out.html", "--lang", lang);
    expect(text).toContain("out.html");
    const page = readFileSync(join(cwd, "out.html"), "utf8");
    expect(page).toContain(lang === "en" ? '<html lang="en">' : '<html lang="zh-CN">');
    expect(page).not.toMatch(/<script|(?:src|href)="(?!#|data:)/);
    expect(page).toContain("<svg");
    expect(page).not.toMatch(/NaN|undefined|\[object/);
  });

  it("leaves no half page behind when the data is missing", async () => {
    const cwd = measuredShop(shop);
    const { code } = await touchline([...argv, "--data", "nowhere", "--page", "out.html"], { cwd });
    expect(code).toBe(2);
    expect(existsSync(join(cwd, "out.html"))).toBe(false);
    expect(readdirSync(cwd).filter((file) => file.endsWith(".part"))).toEqual([]);
  });
});

describe("touchline metrics", () => {
  it("finds what SQL finds over the raw files", async () => {
    const cwd = measuredShop(shop);
    const { metrics, users, lines, expectations } = await json(cwd, ...commands.metrics);
    const now = "TIMESTAMP '2026-06-18 20:00:00'";
    const recent = `t <= ${now} AND t::DATE > DATE '2026-06-18' - 30`;
    const row = await rawShop(
      cwd,
      `SELECT
      (SELECT count(DISTINCT u) FROM pays WHERE t <= ${now})::DOUBLE / (SELECT count(*) FROM users) payers,
      (SELECT sum(amount) FROM pays WHERE ${recent})::DOUBLE sales,
      (SELECT sum(amount) FROM pays WHERE ${recent} AND amount >= 100)::DOUBLE gold,
      (SELECT count(DISTINCT u) FROM visits WHERE ${recent})::DOUBLE mau,
      (SELECT median(v::DATE - p::DATE) FROM (SELECT u, max(t) p FROM pays WHERE t <= ${now} GROUP BY u)
        JOIN (SELECT u, min(t) v FROM visits WHERE t <= ${now} GROUP BY u) USING (u) WHERE v > p)::DOUBLE back`,
    );
    const last = (id: string) => metrics.find((each: { id: string }) => each.id === id)?.values.at(-1)?.value;
    expect(last("payers")).toBeCloseTo(row["payers"] ?? Number.NaN, 6);
    expect(last("sales")).toBe(row["sales"]);
    expect(last("gold_sales")).toBe(row["gold"]);
    expect(last("mau")).toBe(row["mau"]);
    expect(last("back")).toBe(row["back"]);
    expect(users).toBe(shop.people.length);
    const [line] = lines;
    expect(line.parts[0].value + line.in_no_line.value).toBe(line.value);
    expect(expectations[0].values.at(-1).users).toBe(new Set(shop.pays.map(({ user }) => user)).size);
  });

  it("lines its columns up, also in Chinese", async () => {
    const text = await said(measuredShop(shop), ...commands.cohorts, "--lang", "zh");
    const lines = text.split("\n");
    const first = lines.findIndex((line) => line.startsWith("按首次行为的月份"));
    const table = lines.slice(first + 1, first + 6);
    expect(new Set(table.map((line) => stringWidth(line))).size).toBe(1);
  });

  it.each([
    [["--metric", "sale"], "sales"],
    [["--by", "source", "--cohort", "pay"], "--by source"],
    [["--cohort", "pays"], "pay"],
    [["--every", "week"], "--since"],
  ])("says what is wrong with %j", async (more, named) => {
    const { code, stderr } = await touchline(["metrics", "--until", until, ...more], { cwd: measuredShop(shop) });
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    const zh = await touchline(["metrics", "--until", until, ...more, "--lang", "zh"], { cwd: measuredShop(shop) });
    expect(zh.stderr).toMatch(/错误：.*\n改法：/);
  });
});

describe("touchline funnel", () => {
  it("counts what SQL counts over the raw files, and its stages make up everybody", async () => {
    const cwd = measuredShop(shop);
    const { steps, segments, users } = await json(cwd, ...commands.funnel);
    const inTime = (t: string): string =>
      `${t} <= TIMESTAMP '2026-06-18 20:00:00' AND ${t}::DATE > DATE '2026-06-18' - 30`;
    const row = await rawShop(
      cwd,
      `WITH
      first AS (SELECT u, t FROM pays WHERE ${inTime("t")}),
      second AS (SELECT DISTINCT v.u, v.t FROM visits v JOIN first ON first.u = v.u
        AND v.t > first.t AND v.t::DATE <= first.t::DATE + 6 AND ${inTime("v.t")}),
      third AS (SELECT DISTINCT w.u FROM visits w JOIN second ON second.u = w.u
        AND w.t > second.t AND w.t::DATE <= second.t::DATE + 3 AND ${inTime("w.t")})
      SELECT (SELECT count(DISTINCT u) FROM first)::DOUBLE a, (SELECT count(DISTINCT u) FROM second)::DOUBLE b,
        (SELECT count(*) FROM third)::DOUBLE c`,
    );
    expect(steps.map((step: { users: number }) => step.users)).toEqual([row["a"], row["b"], row["c"]]);
    expect(segments.reduce((sum: number, each: { users: number }) => sum + each.users, 0)).toBe(users);
    for (const place of [0, 1, 2])
      expect(
        segments.reduce(
          (sum: number, each: { steps: { users: number }[] }) => sum + (each.steps[place]?.users ?? 0),
          0,
        ),
      ).toBe(steps[place].users);
  });

  it.each([
    [["returnin"], "returning"],
    [["returning", "--by", "buyers"], "buyer"],
    [["returning", "--days", "0"], "--days"],
  ])("says what is wrong with %j", async (argv, named) => {
    for (const lang of ["en", "zh"]) {
      const { code, stderr } = await touchline(["funnel", ...argv, "--until", until, "--lang", lang], {
        cwd: measuredShop(shop),
      });
      expect(code).toBe(2);
      expect(stderr).toContain(named);
    }
  });
});

describe("touchline coverage", () => {
  it("counts everybody once, and once in every table", async () => {
    const cwd = measuredShop(shop);
    const {
      fates,
      matrices,
      users,
      strategies,
      without_strategy: empty,
      pairs,
    } = await json(cwd, ...commands.coverage);
    const sum = (list: readonly { users: number }[]): number => list.reduce((total, each) => total + each.users, 0);
    expect(sum(fates)).toBe(users);
    for (const { cells } of matrices) expect(sum(cells.flat())).toBe(users);
    expect(empty).toMatchObject({ operating_points: ["counter"], goals: expect.arrayContaining(["again"]) });
    // `recall` wants who paid, but not in the last 20 days before some day of the interval.
    const row = await rawShop(
      cwd,
      `SELECT count(DISTINCT u)::DOUBLE n FROM (SELECT DISTINCT u FROM pays) q
      JOIN (SELECT unnest(generate_series(TIMESTAMP '2026-06-10 11:00:00', TIMESTAMP '2026-06-18 11:00:00', INTERVAL 1 DAY)) d) ON
        EXISTS (SELECT 1 FROM pays p WHERE p.u = q.u AND p.t <= d)
        AND NOT EXISTS (SELECT 1 FROM pays p WHERE p.u = q.u AND p.t <= d AND p.t::DATE >= d::DATE - 20)`,
    );
    const recall = strategies.find(({ id }: { id: string }) => id === "recall");
    expect(recall.targeted).toBe(row["n"]);
    expect(pairs.every((pair: { users: number; smaller: number }) => pair.users <= pair.smaller)).toBe(true);
  });
});
