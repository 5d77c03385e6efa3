import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openAside } from "../../src/host/side-file.js";
import { folder } from "./folder.js";

describe("a file written to the side", () => {
  it("appears whole, and only when it is finished", () => {
    const root = folder();
    const path = join(root, "out.jsonl");
    const file = openAside(path);
    const line = `${"话".repeat(1000)}\n`;
    for (let i = 0; i < 200; i++) file.write(line);
    expect(existsSync(path)).toBe(false);
    file.commit();
    expect(readFileSync(path, "utf8")).toBe(line.repeat(200));
    expect(readdirSync(root)).toEqual(["out.jsonl"]);
  });

  it("leaves the old file as it was when it is forgotten", () => {
    const root = folder({ "out.jsonl": "old" });
    const file = openAside(join(root, "out.jsonl"));
    file.write("new");
    file.discard();
    expect(readFileSync(join(root, "out.jsonl"), "utf8")).toBe("old");
    expect(readdirSync(root)).toEqual(["out.jsonl"]);
  });

  it("replaces what a link points to, not the link", () => {
    const root = folder({ "real.jsonl": "old" });
    symlinkSync(join(root, "real.jsonl"), join(root, "link.jsonl"));
    const file = openAside(join(root, "link.jsonl"));
    file.write("new");
    file.commit();
    expect(readFileSync(join(root, "real.jsonl"), "utf8")).toBe("new");
    expect(readdirSync(root)).toEqual(["link.jsonl", "real.jsonl"]);
  });

  it("writes to a device without replacing it", () => {
    const file = openAside("/dev/null");
    file.write("gone");
    file.commit();
    expect(readFileSync("/dev/null", "utf8")).toBe("");
  });

  it("refuses a folder and a place that does not exist before any work is done", () => {
    const root = folder();
    expect(() => openAside(root)).toThrow(expect.objectContaining({ code: "is-a-folder" }));
    expect(() => openAside(join(root, "none", "out"))).toThrow(expect.objectContaining({ code: "no-parent-folder" }));
  });

  it("reports a full disk and lets nothing half-written stand", { skip: !existsSync("/dev/full") }, () => {
    const file = openAside("/dev/full");
    file.write("x");
    expect(() => file.commit()).toThrow(expect.objectContaining({ code: "unwritable", reason: "ENOSPC" }));
  });
});
