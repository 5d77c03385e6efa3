import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.js";
import { newEngine } from "../conformance/engine.js";
import { decide } from "../reference/decide.js";
import { program } from "./programs.js";
import { situationOf } from "./situations.js";

/** Situations that each random program meets. */
const SITUATIONS = 8;

/** More for a nightly run: `AGREE_PAIRS=1000000`, and `AGREE_SEED` to run the same again. */
const pairs = Number(process.env["AGREE_PAIRS"] ?? 2_000);
const seed = process.env["AGREE_SEED"] === undefined ? undefined : Number(process.env["AGREE_SEED"]);

it("law 2: the engine and the reference agree on every decision, gate and code", { timeout: 24 * 3_600_000 }, () => {
  const situations = program.chain((one) =>
    fc.record({
      program: fc.constant(one),
      situations: fc.array(situationOf(one), { minLength: SITUATIONS, maxLength: SITUATIONS }),
    }),
  );
  const property = fc.property(situations, (each) => {
    const { file, diagnostics } = parse({ name: "case.touch", text: each.program.text });
    expect(
      diagnostics.map(({ code, span }) => `${code} at ${each.program.text.slice(span.start - 200, span.end + 20)}`),
    ).toEqual([]);
    const engine = newEngine(each.program.text);
    for (const situation of each.situations) {
      const { decisions, refused } = engine.decide(situation);
      const told = decisions.map(({ strategy, occurrence, send_at, channel, benefit, material }) => ({
        strategy,
        occurrence,
        send_at,
        channel,
        benefit,
        material,
      }));
      expect({ decisions: told, refused }).toEqual(decide(file.declarations, situation));
    }
  });
  fc.assert(property, { numRuns: Math.ceil(pairs / SITUATIONS), ...(seed === undefined ? {} : { seed }) });
});
