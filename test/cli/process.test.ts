import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { builtMain, requireBuild } from "./built.js";
import { touchline } from "./capture.js";
import { pays, project, until } from "./project.js";

beforeAll(requireBuild);

const argv = ["plan", "--until", until, "--out", "d.jsonl"];

/** Enough rows that a run is still reading when the signal comes. */
const manyPays =
  pays + Array.from({ length: 60_000 }, (_, at) => `x${at},a,2026-05-01T10:00:00+08:00,1.00,phone\n`).join("");

const partOf = (cwd: string): string | undefined => readdirSync(cwd).find((name) => name.endsWith(".part"));

/** Starts a plan and waits until its file is being written aside. */
async function startPlan(cwd: string): Promise<{ child: ChildProcess; ended: Promise<[number | null, string]> }> {
  const child = spawn(process.execPath, [builtMain, ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<[number | null, string]>((resolve) => child.on("close", (code) => resolve([code, said])));
  while (partOf(cwd) === undefined && child.exitCode === null) await pause(5);
  expect(child.exitCode).toBe(null);
  return { child, ended };
}

describe("an interrupted run leaves no half file", () => {
  it("Ctrl-C: what stood there before still does, a line says so, and it ends with 130", async () => {
    const cwd = project({ "pays.csv": manyPays, "d.jsonl": "old" });
    const { child, ended } = await startPlan(cwd);
    child.kill("SIGINT");
    const [code, said] = await ended;
    expect(said).toBe("stopped; `d.jsonl` was not written\n");
    expect(code).toBe(130);
    expect(readFileSync(join(cwd, "d.jsonl"), "utf8")).toBe("old");
    expect(partOf(cwd)).toBe(undefined);
  });

  it("kill -9: the file is not there, and the next run is not disturbed", async () => {
    const cwd = project({ "pays.csv": manyPays });
    const { child, ended } = await startPlan(cwd);
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(join(cwd, "d.jsonl"))).toBe(false);
    const next = spawnSync(process.execPath, [builtMain, ...argv, "--user", "a"], { cwd, encoding: "utf8" });
    expect([next.status, next.stderr]).toEqual([0, expect.not.stringContaining("error")]);
    expect(readFileSync(join(cwd, "d.jsonl"), "utf8")).toMatch(/^\{.*\}\n$/);
  });

  it("a run that is stopped before it starts says so in Chinese too", async () => {
    const stopped = AbortSignal.abort();
    const { code, stdout, stderr } = await touchline([...argv, "--lang", "zh"], {
      cwd: project(),
      interrupted: stopped,
    });
    expect([code, stdout, stderr]).toEqual([130, "", "已中止，没有写出 `d.jsonl`\n"]);
  });
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, [builtMain, ...args], {
    cwd: project(),
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
  });

/** Whether Node, which logs every module that it resolves, came across the database's. */
const loadsDatabase = (...args: string[]): boolean => {
  const { stderr, status } = spawnSync(process.execPath, [builtMain, ...args], {
    cwd: project(),
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_DEBUG: "esm,module" },
  });
  expect(status).toBe(0);
  return /duckdb/i.test(stderr);
};

describe("the built command", () => {
  it("gives exit codes to the shell", () => {
    expect(run("check").status).toBe(0);
    expect(run("check", "none").status).toBe(2);
    expect(run("plan", "--until", "tomorrow").status).toBe(2);
    expect(run("plan", "--until", until, "--user", "nobody").status).toBe(1);
  });

  it("stops quietly when nobody reads on", () => {
    const { stdout, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${builtMain}" --help | head -n 1`], {
      encoding: "utf8",
      env: { ...process.env, LC_ALL: "C" },
    });
    expect([stdout, stderr]).toEqual(["Usage: touchline [options] <command>\n", ""]);
  });

  it("loads the database for plan only, so that help and check start at once", () => {
    expect(loadsDatabase("plan", "--until", until)).toBe(true);
    for (const args of [["--help"], ["check"], ["bundle", "-o", "p.json"]]) expect(loadsDatabase(...args)).toBe(false);
  });
});
