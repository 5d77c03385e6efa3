import { describe, expect, it } from "vitest";
import { createUserRecord, type UserFate } from "../../src/population/coverage-fate.js";

type Happening = (record: ReturnType<typeof createUserRecord>) => void;

function fateOf(...happened: readonly Happening[]): UserFate {
  const record = createUserRecord();
  for (const each of happened) each(record);
  return record.fate(null);
}

const lost: Happening = (record) => record.refused(0, "exclusive", "lost_to other");
const capped: Happening = (record) => record.refused(1, "fresh", "capped all per week");
const held: Happening = (record) => record.ghost(0);
const touched: Happening = (record) => record.decided(0, "key");
const withdrawn: Happening = (record) => record.cancelled("key");

describe("the fate of a user", () => {
  it("is by whatever stood in the way most often, and of equals by the first in the order of the gates", () => {
    expect(fateOf(lost, capped, capped)).toBe("capped");
    expect(fateOf(capped, lost)).toBe("lost");
    expect(fateOf(capped, held)).toBe("held_back");
  });

  it("counts a channel's own cap as a cap, and its quota as out of reach", () => {
    expect(fateOf((record) => record.refused(0, "reachable", "capped push per day"))).toBe("capped");
    expect(fateOf((record) => record.refused(0, "reachable", "quota sms"))).toBe("out_of_reach");
  });

  it("is untouched by those who never wanted the user", () => {
    const other: Happening = (record) => record.refused(0, "targeted", "clause_1");
    expect(fateOf(other, other)).toBe("never_targeted");
    expect(fateOf(other, other, capped)).toBe("capped");
  });

  it("is touched by one touch that goes out, and cancelled without", () => {
    expect(fateOf(capped, capped, touched)).toBe("touched");
    expect(fateOf(touched, withdrawn)).toBe("cancelled");
    // Of an earlier run: nothing that this one did.
    expect(fateOf(withdrawn)).toBe("never_targeted");
  });

  it("is closed, whatever was done before, for whom nobody can touch at the end", () => {
    const record = createUserRecord();
    touched(record);
    expect(record.fate("no_consent")).toBe("no_consent");
    expect([...record.touched]).toEqual([0]);
    record.clear();
    expect(record.fate(null)).toBe("never_targeted");
    expect(record.touched.size).toBe(0);
  });
});
