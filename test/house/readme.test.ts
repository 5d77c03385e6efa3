import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { blocksOf, commandsOf, matches } from "./readme.js";

// What the README shows is run: its commands, in order and in a fresh folder, and its code.

const root = fileURLToPath(new URL("../../", import.meta.url));
const main = join(root, "dist/src/cli/main.js");
const blocks = blocksOf(readFileSync(join(root, "README.md"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "touchline-readme-"));
cpSync(join(root, "strategies"), join(folder, "strategies"), { recursive: true });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the README", () => {
  const shown = blocks.filter(({ language }) => language === "console").flatMap(commandsOf);

  it("shows commands", () => expect(shown.length).toBeGreaterThan(3));

  it.each(shown)("prints what it says: $command", ({ command, output }) => {
    const [npx, touchline, ...args] = command.split(" ");
    expect([npx, touchline]).toEqual(["npx", "touchline"]);
    const run = spawnSync(process.execPath, [main, ...args, "--lang", "en"], { cwd: folder, encoding: "utf8" });
    expect(run.status, run.stderr).toBe(0);
    if (!matches(output, run.stdout.trimEnd().split("\n"))) expect(run.stdout).toBe(output.join("\n"));
  });

  it("has code that prints what it says", () => {
    const code = blocks.find(({ language, text }) => language === "js" && text.includes("loadBundle"));
    const claimed = blocks.find(({ language }) => language === "text");
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(
      join(folder, "package.json"),
      JSON.stringify({ name: "touchline", type: "module", exports: exports() }),
    );
    writeFileSync(join(folder, "embed.mjs"), code?.text as string);
    const printed = execFileSync(process.execPath, ["embed.mjs"], { cwd: folder, encoding: "utf8" });
    expect(printed.trim()).toBe(claimed?.text);
  });
});

/** The package's own entries, under absolute paths of the build: a package may import itself by name. */
function exports(): Record<string, string> {
  symlinkSync(join(root, "dist"), join(folder, "dist"));
  return { ".": "./dist/src/index.js", "./compile": "./dist/src/compile.js" };
}
