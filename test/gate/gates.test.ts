import { describe, expect, it } from "vitest";
import type { Candidate } from "../../src/gate/candidate.js";
import { createDue } from "../../src/gate/due.js";
import { createGates, createReleaseGates, gateIds } from "../../src/gate/gates.js";
import { targeted } from "../../src/gate/targeted.js";
import type { StateWhen } from "../../src/program/program.js";
import { candidateOf, is, offer, programWith, push, sms, sourcesOf, step, strategy, variant } from "./world.js";

describe("the gates", () => {
  it("stand in the order of the list, without that which makes the candidates", () => {
    const ids = createGates(sourcesOf(programWith())).map(({ id }) => id);
    expect(["due", ...ids]).toEqual(gateIds);
  });

  it("ask nothing of those whom `who` does not want", () => {
    const untouched = new Proxy({} as Candidate, {
      get: (_, property) => {
        if (property !== "strategy" && property !== "frame" && property !== "row") throw new Error(String(property));
        return property === "frame" ? { columns: [], rows: 0 } : 0;
      },
    });
    expect(targeted([() => 10])(untouched)).toBe("clause_11");
    expect(targeted([() => -1])(untouched)).toBeNull();
  });
});

describe("a release", () => {
  const chained = programWith({
    strategies: [strategy({ variants: [variant({ offer: offer({ steps: [step()] }) })] })],
  });

  function release(flags: ("push_on" | "phone")[], chosen: number, out?: number): readonly (string | null)[] {
    const entries = out === undefined ? [] : [{ kind: "opt_out" as const, at: 0, channel: out, purpose: null }];
    const candidate = { ...candidateOf(chained, { flags, entries }), chosen };
    return createReleaseGates(sourcesOf(chained)).map(({ gate }) => gate(candidate));
  }

  it("asks who, what is allowed, and whether the touch's own channel still reaches", () => {
    expect(release(["push_on", "phone"], 0)).toEqual([null, null, null]);
    // The other channel would still reach, but the touch goes over this one.
    expect(release(["phone"], 0)).toEqual([null, null, "unreachable"]);
    expect(release(["push_on", "phone"], 0, push)).toEqual([null, null, "unreachable"]);
    expect(release(["push_on", "phone"], 1, push)).toEqual([null, null, null]);
    expect(release(["push_on"], 1, sms)).toEqual([null, null, "unreachable"]);
  });

  it("does not reach over a channel that the offer no longer has", () => {
    expect(release(["push_on", "phone"], -1)).toEqual([null, null, "unreachable"]);
  });
});

describe("due", () => {
  /** Two rows: before, and now. */
  function asked(change: StateWhen["change"], before: number, now: number) {
    const when: StateWhen = { is: "state", change, state: is("buyer"), minute: null, reads: [] };
    const program = programWith({ strategies: [strategy({ when })] });
    const column = program.facts.findIndex((fact) => fact.is === "profile" && fact.field === 7);
    const columns = program.facts.map((_, place) => Float64Array.of(...(place === column ? [before, now] : [0, 0])));
    const candidate = { ...candidateOf(program), frame: { columns, rows: 2 }, before: 0, row: 1 };
    const due = createDue(sourcesOf(program));
    return [due.isDue(candidate), due.stays(candidate)];
  }

  it("is who was otherwise before, in the right direction", () => {
    expect([asked("enters", 0, 1), asked("enters", 1, 1), asked("enters", 0, 0), asked("enters", 1, 0)]).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect([asked("leaves", 1, 0), asked("leaves", 0, 0), asked("leaves", 1, 1), asked("leaves", 0, 1)]).toEqual([
      [true, true],
      [false, true],
      [false, false],
      [false, false],
    ]);
  });

  it("is everything that the agenda names of strategies that start otherwise", () => {
    const program = programWith();
    const due = createDue(sourcesOf(program));
    expect([due.isDue(candidateOf(program)), due.stays(candidateOf(program))]).toEqual([true, true]);
  });
});
