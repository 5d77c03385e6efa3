import { expect, it } from "vitest";
import { judgedAlike } from "../agree/agreement.js";
import { engineAgreesWithReference } from "../agree/reference-engine.js";
import { sqlAgreesWithHistory } from "../agree/sql-history.js";
import { tilesMakeTheWhole } from "../agree/tiling.js";
import { wholesAgree } from "../agree/whole-agreement.js";
import { rounds } from "./rounds.js";

it("law 1, tiling: what is decided in parts is what is decided at once", async () => {
  const { cases } = await rounds("parts = whole, cuts", 0.05, (seed) => tilesMakeTheWhole(400, seed));
  expect(cases).toBeGreaterThan(0);
});

it("law 2: the engine and the reference agree on every clause, and JSON Logic where it can say it", async () => {
  const { cases } = await rounds("engine = reference, pairs", 0.2, (seed) => judgedAlike({ pairs: 5_000, seed }).pairs);
  expect(cases).toBeGreaterThan(0);
});

it("laws 1, 2 and 4: random projects are decided alike by both, whole, in parts and again", async () => {
  const { cases } = await rounds("whole results, pairs", 0.25, (seed) => wholesAgree({ pairs: 500, seed }).pairs);
  expect(cases).toBeGreaterThan(0);
});

it("law 2: the engine and the reference agree on every decision, gate and code", async () => {
  const { cases } = await rounds("decisions, pairs", 0.1, (seed) => engineAgreesWithReference(200, seed));
  expect(cases).toBeGreaterThan(0);
});

it("law 2: facts by SQL are facts by history", async () => {
  const { cases } = await rounds("SQL = history, users", 0.15, (seed) => sqlAgreesWithHistory(120, seed));
  expect(cases).toBeGreaterThan(0);
});
