import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

// The package as strangers get it: packed, installed in an empty folder, used from the command line and from code.

const root = fileURLToPath(new URL("../../", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "touchline-package-"));
const app = join(home, "app");

function run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd: app, encoding: "utf8" });
}

beforeAll(() => {
  const packed: unknown = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--pack-destination", home], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const [first] = Object.values(packed as Record<string, { filename: string }>);
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "app", private: true, type: "module" }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", join(home, (first as { filename: string }).filename)], {
    cwd: app,
    stdio: "ignore",
  });
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe("the installed package", () => {
  it("makes a project that checks and plans", () => {
    expect(run("npx", "touchline", "init", "first")).toMatchObject({ status: 0 });
    expect(run("npx", "touchline", "check", "first")).toMatchObject({ status: 0 });
    const next = readFileSync(join(app, "first", "README.md"), "utf8").match(/touchline plan .*--until (\S+)/);
    const plan = run("npx", "touchline", "plan", "first", "--until", next?.[1] as string, "--format", "json");
    expect(plan).toMatchObject({ status: 0 });
    expect(JSON.parse(plan.stdout)).toMatchObject({ format_version: 1 });
  });

  it("decides from code, with a bundle and without the parser", () => {
    expect(run("npx", "touchline", "bundle", "first", "-o", "program.json")).toMatchObject({ status: 0 });
    writeFileSync(
      join(app, "embed.mjs"),
      `import { readFileSync } from "node:fs";
       import { loadBundle } from "touchline";
       const program = loadBundle(readFileSync("program.json", "utf8"));
       console.log(JSON.stringify(Object.keys(program.decide({ user: { id: "u" }, events: [], entries: [], since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z" }))));`,
    );
    const embedded = run(process.execPath, "embed.mjs");
    expect(embedded.stderr).toBe("");
    expect(JSON.parse(embedded.stdout)).toEqual(expect.arrayContaining(["decisions", "refusals", "counts"]));
  });

  it("type-checks in a strict project that embeds it", () => {
    writeFileSync(
      join(app, "embed.ts"),
      `import { loadBundle } from "touchline";
       import { compile } from "touchline/compile";
       const { program, diagnostics } = compile([{ name: "a.touch", text: "" }]);
       export const problems: number = diagnostics.length;
       export const none: boolean = program === null;
       export const decide = loadBundle("{}").decide;`,
    );
    const tsc = join(root, "node_modules", ".bin", "tsc");
    const checked = run(tsc, "--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "embed.ts");
    expect(checked.stdout).toBe("");
    expect(checked.status).toBe(0);
  });

  it("passes publint", () => {
    const linted = spawnSync(join(root, "node_modules", ".bin", "publint"), ["--strict"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(linted.stdout + linted.stderr).toContain("All good!");
  });
});
