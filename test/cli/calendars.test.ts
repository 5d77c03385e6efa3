import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { project, schema, strategies } from "./project.js";

const dated = {
  "schema.touch": schema.replace("currency CNY", "currency CNY  calendar shop"),
  "strategies.touch": strategies.replace("every day at 10:00", "1 day before opening at 10:00"),
};

describe("a project's own calendar", () => {
  it("is read from calendars/<name>.yaml by whatever reads the project, and not counted among its strategy files", async () => {
    const cwd = project({ ...dated, "calendars/shop.yaml": "id: shop\nfestivals: { opening: { solar: 6-18 } }\n" });
    const { stdout, code } = await touchline(["check"], { cwd });
    expect([stdout.split("\n")[0], code]).toEqual([
      "1 strategy, 1 event, 2 channels, 2 materials in 2 files: no problems",
      0,
    ]);
    const read = await touchline(["export", "--to", "types"], { cwd });
    expect(read.code).toBe(0);
  });

  it("is asked for by name where it is missing", async () => {
    const { stdout, code } = await touchline(["check"], { cwd: project(dated) });
    expect(stdout).toContain("there is no calendar called `shop`");
    expect(stdout).toContain("calendars/shop.yaml");
    expect(code).toBe(1);
  });

  it("is blamed alone where it is wrong, in its own lines", async () => {
    const cwd = project({ ...dated, "calendars/shop.yaml": "id: shop\nfestivals: { opening: { solar: 6-31 } }\n" });
    const { stdout, code } = await touchline(["check"], { cwd });
    expect(stdout).toContain("--> calendars/shop.yaml:2:");
    expect(stdout).not.toContain("strategies.touch");
    expect(code).toBe(1);
  });
});
