import { describe, expect, it } from "vitest";
import { compileFolder, planned, projectFolder } from "./planned.js";
import { holdPlanToSql, sixWeeks, until } from "./shop-held.js";
import { saidInSql } from "./shop-sql.js";
import { unruled } from "./unruled.js";

describe("the plan of strategies/shop over six weeks, each strategy by itself", () => {
  holdPlanToSql(sixWeeks);

  it("touches somebody with every strategy", async () => {
    const folder = projectFolder("shop");
    const { decisions, ghosts } = await planned(folder, unruled(compileFolder(folder)), sixWeeks, until);
    const touching = new Set([...decisions, ...ghosts].map(({ strategy }) => strategy));
    expect([...touching].sort()).toEqual(Object.keys(saidInSql).sort());
  });
});
