import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCalibration } from "../../src/host/calibration-file.js";
import { openDatabase } from "../../src/population/database.js";
import { touchline } from "./capture.js";
import { files, fittedShop, models, pays, until } from "./fitted-shop.js";
import { project } from "./project.js";

const DAY = 86_400_000;
const file = (dir: string): string => join(dir, "calibration.yaml");
const text = (dir: string): string => readFileSync(file(dir), "utf8");

/** One row of figures, by SQL over the raw file: `member` has a row per customer, with `r`, `f` and `m` (in fen). */
async function sql(query: string): Promise<number[]> {
  const db = await openDatabase();
  const dir = fittedShop();
  try {
    const [row = []] = await db.rows(`WITH raw AS (
        SELECT user_id, CAST(replace("at", 'Z', '') AS TIMESTAMP) AS utc, CAST(amount AS DECIMAL(18, 2)) * 100 AS fen
        FROM read_csv('${dir}/pays.csv', all_varchar = true)),
      pay AS (SELECT user_id, utc + INTERVAL 8 HOUR AS local, fen FROM raw WHERE utc <= TIMESTAMP '2026-06-18 12:00:00'),
      member AS (SELECT user_id, DATE '2026-06-18' - max(local)::DATE AS r, count(*) AS f, sum(fen) AS m FROM pay GROUP BY user_id)
      ${query}`);
    return row.map(Number);
  } finally {
    db.close();
  }
}

interface Told {
  readonly fits: readonly {
    readonly id: string;
    readonly sample: number;
    readonly numbers: readonly { name: string; text: string }[];
  }[];
  readonly lifecycles: readonly {
    readonly id: string;
    readonly stages: readonly { id: string; users: number }[];
    readonly moved?: number;
  }[];
  readonly changes?: readonly { name: string; before: string | null; after: string }[];
}

async function calibrated(dir: string, ...more: readonly string[]): Promise<Told> {
  const { code, stdout, stderr } = await touchline(["calibrate", dir, "--until", until, "--format", "json", ...more]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Told;
}

function numbers({ fits }: Told): Record<string, string> {
  return Object.fromEntries(fits.flatMap((fit) => fit.numbers.map((number) => [number.name, number.text])));
}

function sizes({ lifecycles }: Told, id: string): Record<string, number> {
  const stages = lifecycles.find((lifecycle) => lifecycle.id === id)?.stages ?? [];
  return Object.fromEntries(stages.map((stage) => [stage.id, stage.users]));
}

describe("calibrate", () => {
  it("finds what SQL over the raw rows finds", async () => {
    const told = await calibrated(fittedShop());
    const [r = 0, f = 0, m = 0, again = 0, all = 0] = await sql(
      "SELECT floor(sum(r) / count(*)), ceil(sum(f) / count(*)), ceil(sum(m) / count(*)), count(*) FILTER (f >= 3), count(*) FROM member",
    );
    const [gold = 0] = await sql(
      "SELECT min(m) FROM (SELECT m, row_number() OVER (ORDER BY m DESC) AS place, count(*) OVER () AS n FROM member WHERE r <= 28) WHERE place <= ceil(0.2 * n)",
    );
    expect(numbers(told)).toMatchObject({
      quiet_after: "28 days",
      repeaters: `${Math.round((again / all) * 1e6) / 1e4}%`,
      "rfm.r": `≤ ${r} days`,
      "rfm.f": `≥ ${f}`,
      "rfm.m": `≥ ${m / 100} CNY`,
      "spend.gold": `≥ ${gold / 100} CNY`,
    });
    const [champion = 0, big = 0] = await sql(
      `SELECT count(*) FILTER (r <= ${r} AND f >= ${f} AND m >= ${m}), count(*) FILTER (m >= ${m}) FROM member`,
    );
    expect(sizes(told, "rfm")).toEqual({ champion, big: big - champion, common: all - big });
    expect(sizes(told, "habit")).toEqual({ often: 50, rare: 100 });
  });

  it("fits again what reads another number, once that is found", async () => {
    // With `otherwise 60 days` everybody who ever paid would be awake, and spend would be about all of them.
    const told = await calibrated(fittedShop());
    const [awake, all] = await sql("SELECT count(*) FILTER (r <= 28), count(*) FROM member");
    expect(told.fits.find(({ id }) => id === "spend")?.sample).toBe(awake);
    expect(sizes(told, "buyer")).toMatchObject({ awake, asleep: (all ?? 0) - (awake ?? 0), new: 10 });
  });

  it("writes what it reads, the same bytes each time, with what it was found from", async () => {
    const dir = fittedShop();
    await calibrated(dir);
    const first = text(dir);
    expect(readCalibration({ name: "calibration.yaml", text: first }).diagnostics).toEqual([]);
    await calibrated(dir);
    expect(text(dir)).toBe(first);
    const sha = createHash("sha256")
      .update(readFileSync(join(dir, "pays.csv")))
      .digest("hex");
    expect(first).toContain(`pays: ${sha}`);
    expect(first).toMatch(/after: 28 days, silences: \d+, returned: 0, rate: 0%/);
    expect(first).toMatch(/champion: \{ users: \d+, share: [\d.]+% \}/);
    expect(readdirSync(dir).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("counts whole silences for the curve that it shows", async () => {
    const dir = fittedShop();
    await calibrated(dir);
    const today = Math.floor((Date.parse(until) + 8 * 3_600_000) / DAY);
    const curve = [7, 14, 28].map((n) => {
      let [silences, returned] = [0, 0];
      for (const user of new Set(pays.map((pay) => pay.user))) {
        const own = pays.filter((pay) => pay.user === user && pay.at <= Date.parse(until));
        const dates = [...new Set(own.map(({ at }) => Math.floor((at + 8 * 3_600_000) / DAY)))].sort((a, b) => a - b);
        dates.forEach((date, place) => {
          const next = dates[place + 1] ?? Number.POSITIVE_INFINITY;
          if (next - date - 1 < n || date + n + 1 + 14 > today) return;
          silences++;
          if (next < date + n + 1 + 14) returned++;
        });
      }
      return `{ after: ${n} days, silences: ${silences}, returned: ${returned},`;
    });
    for (const row of curve) expect(text(dir)).toContain(row);
  });
});

describe("what calibrate prints", () => {
  it("has a table for each fit, with the curve and the actual shares", async () => {
    const dir = fittedShop();
    const { stdout } = await touchline(["calibrate", dir, "--until", until]);
    for (const line of [
      /^quiet_after {2}沉默周期 {2}28 days$/m,
      /^ {2}28 days {2,}\d+ +0 +0% {2}← the first below 30%$/m,
      /^repeaters {2}复购占比 {2}33\.3333%$/m,
      /^ {2}champion 重要价值 +\d+ +[\d.]+%$/m,
      /^ {2}gold 金 +\d+ +[\d.]+% {2}m ≥ [\d.]+ CNY$/m,
      /^ {2}often 常客 +50 +33\.3% +26$/m,
    ])
      expect(stdout).toMatch(line);
    expect(stdout.trimEnd().endsWith(`next: touchline plan ${dir} --until ${until}`)).toBe(true);
  });

  it("says so where too few tell", async () => {
    const dir = fittedShop({
      "models.touch": models.replace(
        "ever >= 3 among users who did pay ever",
        "ever >= 3 among users who user.phone is known",
      ),
    });
    const { stdout } = await touchline(["calibrate", dir, "--until", until]);
    expect(stdout).toContain("fewer than 100 were seen, which is too few: `otherwise 20%` is taken");
    expect(text(dir)).toContain("how: thin");
    expect((await touchline(["plan", dir, "--until", until])).code).toBe(0);
  });
});

describe("calibrate --diff", () => {
  it("writes nothing, and shows each number as it is and as it would be", async () => {
    const dir = fittedShop();
    const told = await calibrated(dir, "--diff");
    expect(existsSync(file(dir))).toBe(false);
    expect(told.changes?.every(({ before }) => before === null)).toBe(true);
    // Nobody is a champion, or awake for 28 days, before anything is found.
    const moved = Object.fromEntries(told.lifecycles.map((lifecycle) => [lifecycle.id, lifecycle.moved]));
    const [asleep, members] = await sql("SELECT count(*) FILTER (r > 28), count(*) FROM member");
    expect(moved["buyer"]).toBe(asleep);
    expect(moved["habit"]).toBe(members);
  });

  it("counts who would stand elsewhere with the new numbers", async () => {
    const dir = fittedShop();
    await calibrated(dir);
    const now = await calibrated(dir, "--diff");
    expect(now.lifecycles.map(({ moved }) => moved)).toEqual([0, 0, 0, 0]);
    const high = /high: \{ r: (\d+) days, f: (\d+), m: ([\d.]+) CNY \}/.exec(text(dir));
    const [, r = "", f = "", m = ""] = high ?? [];
    writeFileSync(file(dir), text(dir).replace(high?.[0] ?? "", `high: { r: ${r} days, f: ${f}, m: 100 CNY }`));
    const then = await calibrated(dir, "--diff");
    expect(then.changes?.find(({ name }) => name === "rfm.m")).toEqual({
      name: "rfm.m",
      before: "≥ 100 CNY",
      after: `≥ ${m} CNY`,
    });
    const [elsewhere] = await sql(
      `SELECT count(*) FILTER (m >= 10000 AND m < ${Math.round(Number(m) * 100)}) FROM member`,
    );
    expect(then.lifecycles.find(({ id }) => id === "rfm")?.moved).toBe(elsewhere);
    expect(elsewhere).toBeGreaterThan(0);
  });

  it("ends with the command that writes, in the person's language", async () => {
    const dir = fittedShop();
    const { stdout, code } = await touchline(["calibrate", dir, "--until", until, "--diff", "--lang", "zh"]);
    expect(code).toBe(0);
    expect(stdout).toContain("没有写入任何内容。");
    expect(stdout.trimEnd().endsWith(`下一步：touchline calibrate ${dir} --until ${until}`)).toBe(true);
  });
});

describe("a project whose numbers are not found", () => {
  it("can be checked, but neither planned nor explained nor bundled", async () => {
    const dir = fittedShop();
    const out = join(dir, "program.json");
    const check = await touchline(["check", dir]);
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining(`example: touchline calibrate ${dir} `)]);
    const plan = await touchline(["plan", dir, "--until", until]);
    const explain = await touchline(["explain", dir, "--until", until, "--user", "u1", "--strategy", "wake"]);
    expect([explain.code, explain.stdout, explain.stderr]).toEqual([1, "", plan.stderr]);
    const bundle = await touchline(["bundle", dir, "-o", out]);
    expect([plan.code, bundle.code, plan.stdout, existsSync(out)]).toEqual([1, 1, "", false]);
    for (const id of ["quiet_after", "repeaters", "rfm", "spend", "habit"])
      expect(plan.stderr).toContain(`\`${id}\` was never fitted`);
    expect(plan.stderr).toContain(`touchline calibrate ${dir} --until ${until}`);
  });

  it("is planned and bundled once they are, and told when they are due again", async () => {
    const dir = fittedShop();
    await calibrated(dir);
    const soon = await touchline(["plan", dir, "--until", "2026-07-18T11:59:59Z"]);
    const late = await touchline(["plan", dir, "--until", "2026-07-18T12:00:00.001Z"]);
    const json = await touchline(["plan", dir, "--until", "2026-07-19T12:00:00Z", "--format", "json"]);
    expect([soon.code, late.code, json.code]).toEqual([0, 0, 0]);
    expect(soon.stderr).not.toContain("calibration-old");
    expect(late.stderr).toContain("warning[calibration-old]: `quiet_after`");
    expect(late.stderr).not.toContain("`rfm`");
    expect(JSON.parse(json.stdout).format_version).toBe(1);
    expect((await touchline(["bundle", dir, "-o", join(dir, "program.json")])).code).toBe(0);
  });

  it("is one whose definition was changed since, but not one whose label was", async () => {
    const dir = fittedShop();
    await calibrated(dir);
    writeFileSync(join(dir, "models.touch"), models.replace("沉默周期", "安静期"));
    expect((await touchline(["plan", dir, "--until", until])).code).toBe(0);
    writeFileSync(join(dir, "models.touch"), models.replace("< 30%", "< 20%"));
    const { code, stdout } = await touchline(["plan", dir, "--until", until, "--format", "json"]);
    const problems = (JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string }[] }).diagnostics;
    expect(code).toBe(1);
    expect(problems.map((problem) => problem.code)).toContain("calibration-void");
  });
});

describe("a calibration file", () => {
  it("that is broken stops every command but the one that writes it anew", async () => {
    const dir = fittedShop({ "calibration.yaml": "until: never\nfits: {}\n" });
    for (const command of [
      ["check", dir],
      ["plan", dir, "--until", until],
      ["bundle", dir, "-o", join(dir, "p.json")],
    ]) {
      const { code, stdout, stderr } = await touchline(command);
      expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining("calibration.yaml:1:8")]);
    }
    const diff = await touchline(["calibrate", dir, "--until", until, "--diff"]);
    expect([diff.code, diff.stderr]).toEqual([1, expect.stringContaining("calibration.yaml:1:8")]);
    await calibrated(dir);
    expect((await touchline(["check", dir])).code).toBe(0);
  });

  it("is left as it was when a fit fails", async () => {
    const dir = fittedShop({ "calibration.yaml": "until: 2026-06-18T12:00:00Z\nfits: {}\n" });
    const before = text(dir);
    const { code, stderr } = await touchline(["calibrate", dir, "--until", "2020-01-01T00:00:00Z"]);
    expect([code, text(dir)]).toEqual([1, before]);
    expect(stderr).toContain("fit-nobody");
    expect(readdirSync(dir).sort()).toEqual([...Object.keys(files), "calibration.yaml"].sort());
  });

  it("is left as it was when somebody stops the run", async () => {
    const dir = fittedShop({ "calibration.yaml": "until: 2026-06-18T12:00:00Z\nfits: {}\n" });
    const before = text(dir);
    const stopped = new AbortController();
    setTimeout(() => stopped.abort(), 50);
    const { code, stderr } = await touchline(["calibrate", dir, "--until", until], { interrupted: stopped.signal });
    expect([code, text(dir)]).toEqual([130, before]);
    expect(stderr).not.toBe("");
    expect(readdirSync(dir).sort()).toEqual([...Object.keys(files), "calibration.yaml"].sort());
  });

  it("that can't be written shows before the work", async () => {
    const dir = fittedShop();
    mkdirSync(file(dir));
    const { code, stderr } = await touchline(["calibrate", dir, "--until", until]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("calibration.yaml")]);
    rmSync(file(dir), { recursive: true });
  });
});

describe("calibrate, called wrongly or for nothing", () => {
  it("says that a project fits nothing", async () => {
    const dir = project();
    const { code, stdout } = await touchline(["calibrate", dir, "--until", until]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("nothing in this project is fitted")]);
    expect(existsSync(file(dir))).toBe(false);
  });

  it.each([
    ["without --until", [], 2],
    ["with a time without a zone", ["--until", "2026-06-18"], 2],
    ["with a folder of data that is not there", ["--until", until, "--data", "nowhere"], 2],
  ])("%s ends with 2", async (_, more, code) => {
    const dir = fittedShop();
    expect((await touchline(["calibrate", dir, ...more], { cwd: dir })).code).toBe(code);
    expect(existsSync(file(dir))).toBe(false);
  });

  it("reads data from elsewhere", async () => {
    const dir = fittedShop();
    const elsewhere = fittedShop();
    rmSync(join(dir, "pays.csv"));
    const { stdout } = await touchline(["calibrate", dir, "--until", until, "--data", elsewhere]);
    expect(stdout.trimEnd().endsWith(`touchline plan ${dir} --until ${until} --data ${elsewhere}`)).toBe(true);
  });
});
