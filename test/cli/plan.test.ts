import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { mapping, pays, project, strategies, until, users } from "./project.js";

// By hand, at 10:00 on 18 June 2026 in Shanghai: `a` paid 150 CNY 17 days ago, `b` 99.50 CNY 16 days ago (too little), and
// `c` paid yesterday (too recently). So `a` alone is wanted, and push reaches everybody.

const gate = (name: string, passed: number, refused: object): object => ({ gate: name, passed, refused });

/** A mapping that lets half of the rows be rejected. */
const lenient = `max rejected: 50%\n${mapping}`;

const planOf = (files: Readonly<Record<string, string | Uint8Array | null>>, ...more: string[]) =>
  touchline(["plan", "--until", until, ...more], { cwd: project(files) });

describe("touchline plan", () => {
  it("shows interval, data, funnel with reasons and places, costs and the next command", async () => {
    const { code, stdout, stderr } = await touchline(["plan", "--until", until], { cwd: project() });
    expect(stdout.replace(/program {3}[0-9a-f]{12}\n/, "")).toBe(
      [
        "Plan for 商城 (dry run: nothing is sent)",
        "  interval  after 2026-06-17 12:00 up to 2026-06-18 12:00, Asia/Shanghai",
        "  users     3",
        "  ",
        "Data: 2 files, 6 records, all used",
        "",
        "wake  唤醒",
        "  due       3",
        "  targeted  1  -1  clause 2  did not pay for 7 days                            strategies.touch:10",
        "               -1  clause 3  sum of pay.amount in the last 90 days >= 100 CNY  strategies.touch:11",
        "  touches   1",
        "  push 1; benefits worth 20 CNY, which cost us 20 CNY if all are used",
        "",
        "Touches by the hour they go out, users' local time",
        `  10:00  1  ${"█".repeat(40)}`,
        "",
        "Benefits",
        "         given   worth  cost to us  at worst",
        "  off20      1  20 CNY      20 CNY  no limit  满减",
        "",
        "A dry run without `--entries` does not know earlier touches and opt-outs: repeats and caps count only what this run does.",
        `next, for example: touchline explain . --user a --strategy wake --until ${until}`,
        "",
      ].join("\n"),
    );
    expect([code, stderr]).toEqual([0, ""]);
  });

  it("has a stage × strategy table whose columns line up, in Chinese too", async () => {
    const lifecycle = `lifecycle buyer "买家" {
  stage gone "流失" when did not pay for 16 days
  stage regular "老客" when sum of pay.amount ever >= 200 CNY
  otherwise other "其他"
}\n`;
    const second = strategies
      .slice(strategies.indexOf("strategy wake"))
      .replace('wake "唤醒"', "everyone")
      .replace(/ {2}who[^]*?CNY\n/, "");
    const cwd = project({ "more.touch": lifecycle + second });
    for (const lang of ["en", "zh"]) {
      const { stdout } = await touchline(["plan", "--until", until, "--lang", lang], { cwd });
      const lines = stdout.split("\n");
      const at = lines.findIndex((line) => line.includes("买家"));
      const rows = lines.slice(at + 1, at + 5);
      expect(rows.map((row) => row.trim().split(/ +/).slice(-4))).toEqual([
        ["流失", "老客", "其他", lang === "en" ? "all" : "合计"],
        ["1", "1", "1", "3"],
        ["1", "1", "1", "3"],
        ["1", "-", "-", "1"],
      ]);
      expect(new Set(rows.map((row) => stringWidth(row))).size).toBe(1);
      expect(stdout).toContain(lang === "en" ? "Summary" : "汇总");
    }
  });

  it("gives the same as JSON with a stable shape", async () => {
    const { code, stdout } = await touchline(["plan", "--until", until, "--format", "json"], { cwd: project() });
    const plan = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(Object.keys(plan)).toEqual([
      "format_version",
      "project",
      "program",
      "since",
      "until",
      "users",
      "load",
      "strategies",
      "lifecycles",
      "caps",
      "benefits",
      "experiments",
      "entries",
      "out",
      "timings",
    ]);
    expect(plan).toMatchObject({
      format_version: 1,
      project: "shop",
      since: "2026-06-17T04:00:00.000Z",
      until: "2026-06-18T04:00:00.000Z",
      users: 3,
      out: null,
    });
    expect(plan.program).toMatch(/^[0-9a-f]{64}$/);
    const later = ["allowed", "assigned", "reachable", "timely", "exclusive", "fresh", "funded", "composed"];
    expect(plan.strategies).toEqual([
      {
        id: "wake",
        label: "唤醒",
        funnel: [
          gate("due", 3, {}),
          gate("targeted", 1, { clause_2: 1, clause_3: 1 }),
          ...later.map((name) => gate(name, 1, {})),
        ],
        touches: 1,
        ghosts: 0,
        cancelled: 0,
        channels: { push: 1, sms: 0 },
        hours: Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 1 : 0)),
        channel_cost: "0 CNY",
        benefit_cost: "20 CNY",
        own_cost: "20 CNY",
        points: 0,
      },
    ]);
    expect(plan.load.max_rejected).toBe(0.01);
    expect(Object.keys(plan.load.sources[0])).toEqual([
      "kind",
      "name",
      "records",
      "read",
      "rejected_records",
      "rejected",
      "left_out",
      "duplicates",
      "not_yet_visible",
      "without_profile",
      "used",
    ]);
  });

  it("writes decisions as lines, each with all that a sender needs", async () => {
    const cwd = project();
    const { code, stdout } = await touchline(["plan", "--until", until, "--out", "d.jsonl"], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining("1 touch written to d.jsonl\n")]);
    const lines = readFileSync(join(cwd, "d.jsonl"), "utf8").split("\n");
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      kind: "touch",
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      user: "a",
      strategy: "wake",
      set: null,
      variant: null,
      occurrence: "2026-06-18T10:00",
      step: "1",
      at: "2026-06-18T02:00:00.000Z",
      date: "2026-06-18",
      send_at: "2026-06-18T02:00:00.000Z",
      send_date: "2026-06-18",
      send_by: "settled",
      limit_key: null,
      channel: "push",
      channel_cost: "0 CNY",
      channel_by: "declared",
      benefit: {
        id: "off20",
        kind: "coupon",
        cost: "20 CNY",
        expires_at: "2026-06-25T16:00:00.000Z",
        lottery: null,
        referral: null,
      },
      material: { id: "hello", locale: "zh-CN", template: null, parts: { title: "Anna，好久不见" } },
      tags: [],
      program: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(readdirSync(cwd).filter((name) => name.startsWith(".") || name.endsWith(".part"))).toEqual([]);
  });

  it("keeps to the strategies and users that are asked for", async () => {
    const cwd = project();
    const argv = ["plan", "--until", until, "--format", "json", "--user", "b", "--user", "a", "--strategy", "wake"];
    const { stdout } = await touchline(argv, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ users: 2, strategies: [{ id: "wake", touches: 1 }] });
  });

  it("covers the interval after --since", async () => {
    const argv = ["plan", "--since", "2026-06-15T12:00:00+08:00", "--until", until, "--format", "json"];
    const { stdout } = await touchline(argv, { cwd: project() });
    const [wake] = JSON.parse(stdout).strategies;
    // Three mornings for three users; `a` is touched on the first and then held back by `repeat after 30 days`.
    expect(wake.funnel[0]).toMatchObject({ gate: "due", passed: 9 });
    expect(wake.funnel[7]).toMatchObject({ gate: "fresh", refused: { "capped repeat": 2 } });
    expect(wake.touches).toBe(1);
  });

  it("reads the files of the mapping in another folder with --data", async () => {
    const data = project({ "schema.touch": null, "strategies.touch": null, "data.yaml": null });
    const cwd = project({ "users.csv": null, "pays.csv": null });
    const { code, stdout } = await touchline(["plan", "--until", until, "--data", data], { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining(`--data ${data}\n`)]);
    const missing = await touchline(["plan", "--until", until, "--data", "none"], { cwd });
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("no folder `none`")]);
  });

  it("refuses a strategy that the project does not have with 2", async () => {
    const near = await touchline(["plan", "--until", until, "--strategy", "woke"], { cwd: project() });
    expect([near.code, near.stderr]).toEqual([2, expect.stringContaining("Did you mean `wake`?")]);
    const far = await touchline(["plan", "--until", until, "--strategy", "双十一"], { cwd: project() });
    expect(far.stderr).toContain("Use one of: `wake`.");
  });

  it("says so when nothing falls due", async () => {
    const argv = ["plan", "--until", "2026-06-18T09:00:00+08:00", "--since", "2026-06-18T08:00:00+08:00"];
    const { code, stdout } = await touchline(argv, { cwd: project() });
    expect([code, stdout]).toEqual([0, expect.stringContaining("nothing falls due in the interval")]);
  });
});

describe("bad data ends with 1 and is named by file, line and reason", () => {
  it.each<[string, Readonly<Record<string, string | Uint8Array | null>>, string, string]>([
    ["no mapping", { "data.yaml": null }, "data-no-mapping", "touchline init"],
    ["a missing file", { "pays.csv": null }, "data-file-missing", "`pays.csv`"],
    [
      "a missing column",
      { "data.yaml": mapping.replace("user_id", "usr_id") },
      "data-column-missing",
      "Did you mean `user_id`?",
    ],
    ["a field without a column", { "users.csv": users.replace("city", "town") }, "data-field-missing", "`city`"],
    [
      "a truncated Parquet",
      { "data.yaml": mapping.replace("pays.csv", "p.parquet"), "p.parquet": "PAR1" },
      "data-file-broken",
      "p.parquet",
    ],
    ["a mapping that is not YAML", { "data.yaml": "files: [" }, "data-yaml", "data.yaml"],
    ["a mapping that is not UTF-8", { "data.yaml": Buffer.from([0xc1, 0xac]) }, "not-utf8", "UTF-8"],
    [
      "60 % rejected rows",
      { "pays.csv": pays + Array.from({ length: 6 }, (_, at) => `x${at},a,never,1.00,phone\n`).join("") },
      "data-too-many-rejected",
      "line 5",
    ],
  ])("%s", async (_, files, diagnostic, says) => {
    const { code, stdout, stderr } = await planOf(files);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`error[${diagnostic}]`);
    expect(stderr).toContain(says);
    expect(stderr).toContain("fix: ");
    const json = await planOf(files, "--format", "json");
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ format_version: 1, diagnostics: [{ code: diagnostic }] });
  });

  it.each([
    [
      "one bad time",
      pays.replace("2026-06-02T10:00:00+08:00", "last tuesday"),
      "not a date and time  line 3 at `last tuesday`",
    ],
    ["one missing field", pays.replace(",camera", ""), "not as many fields as the first line names  line 3"],
    ["one unclosed quote", pays.replace("p2,b", 'p2,"b'), "a quote that is never closed  line 3"],
  ])("%s loses its own line and nothing else", async (_, rows, says) => {
    const { code, stdout } = await planOf({ "pays.csv": rows, "data.yaml": lenient });
    expect([code, stdout]).toEqual([0, expect.stringContaining(says)]);
    const { load } = JSON.parse((await planOf({ "pays.csv": rows, "data.yaml": lenient }, "--format", "json")).stdout);
    const used = load.sources.find(({ kind }: { kind: string }) => kind === "event").used;
    expect(used).toBe(2);
  });

  it("never shows personal data in examples", async () => {
    const secret = "13800000001";
    const rows = users.replace(secret, `${secret}\u0007`).replace("beijing", "nowhere");
    const { stdout, stderr } = await planOf({ "users.csv": rows, "data.yaml": lenient });
    expect(stdout + stderr).not.toContain(secret);
  });

  it("an unknown user is told with those next to it", async () => {
    const { code, stderr } = await planOf({}, "--user", "bb");
    expect([code, stderr]).toEqual([1, expect.stringContaining("error[data-unknown-user]")]);
    expect(stderr).toContain("`b`");
  });
});

describe("an --out that cannot be written ends with 2, before any work", () => {
  it("for a folder, a missing folder, and a place behind a file", async () => {
    const cwd = project();
    for (const [out, says] of [
      [".", "it is a folder"],
      ["none/d.jsonl", "its folder does not exist"],
      ["users.csv/d.jsonl", "cannot be written"],
    ] as const) {
      const { code, stdout, stderr } = await touchline(["plan", "--until", until, "--out", out], { cwd });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(says);
    }
    const bundle = await touchline(["bundle", "-o", "none/p.json"], { cwd });
    expect([bundle.code, bundle.stderr]).toEqual([2, expect.stringContaining("its folder does not exist")]);
  });

  it("and leaves an old file as it was when the data turns out to be bad", async () => {
    const cwd = project({ "d.jsonl": "old", "pays.csv": null });
    const { code } = await touchline(["plan", "--until", until, "--out", "d.jsonl"], { cwd });
    expect([code, readFileSync(join(cwd, "d.jsonl"), "utf8")]).toEqual([1, "old"]);
    expect(readdirSync(cwd).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("bundle", () => {
  it("writes a file that loads and decides", async () => {
    const cwd = project();
    const { code, stdout } = await touchline(["bundle", "-o", "程序.json"], { cwd });
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^程序\.json: 1 strategy, program [0-9a-f]{12}\nnext, .*loadBundle/),
    ]);
    const { loadBundle } = await import("../../src/index.js");
    const loaded = loadBundle(readFileSync(join(cwd, "程序.json"), "utf8"));
    expect(loaded.program.strategies.map(({ id }) => id)).toEqual(["wake"]);
    expect(existsSync(join(cwd, ".程序.json.part"))).toBe(false);
  });
});
