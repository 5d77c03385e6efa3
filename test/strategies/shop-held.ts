import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compileFolder, type Planned, planned, projectFolder, refusedAt } from "./planned.js";
import { type Fate, openRawShop, type RawShop, saidInSql, tally } from "./shop-sql.js";
import { unruled } from "./unruled.js";

const folder = projectFolder("shop");

/** 20:00 of the 18th of June in Shanghai; the day before; and the start of the interval that the README of the shop gives. */
export const until = "2026-06-18T12:00:00Z";
export const oneDay = "2026-06-17T12:00:00Z";
export const sixWeeks = "2026-05-04T12:00:00Z";

/** The strategies that limit their touches per field of the event, all of them to one. */
const limited = new Set(["unpaid", "password_stall"]);

const isTouch = ({ outcome }: Fate): boolean => !/^clause_|^unreachable$|^capped/.test(outcome);

/** Refuses, in order of time, what comes too soon after the same user's last touch, or is about the same thing. */
function withRepeats(strategy: string, fates: readonly Fate[]): Fate[] {
  const { repeat } = saidInSql[strategy] as { repeat: number };
  const last = new Map<string, number>();
  const told = new Set<string>();
  return [...fates]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.occurrence < b.occurrence ? -1 : 1))
    .map((fate) => {
      if (!isTouch(fate)) return fate;
      const day = Date.parse(fate.at.slice(0, 10)) / 86_400_000;
      const before = last.get(fate.user);
      if (before !== undefined && day - before < repeat) return { ...fate, outcome: "capped repeat" };
      const subject = `${fate.user} ${fate.subject}`;
      if (limited.has(strategy) && told.has(subject)) return { ...fate, outcome: "capped limit" };
      told.add(subject);
      last.set(fate.user, day);
      return fate;
    });
}

const lines = (fates: readonly Pick<Fate, "user" | "occurrence" | "outcome">[]): string[] =>
  fates.map(({ user, occurrence, outcome }) => `${user} ${occurrence} ${outcome}`).sort();

/** Holds the plan of an interval that ends at `until`, each strategy by itself, to the SQL over the raw files. */
export function holdPlanToSql(since: string): void {
  const program = unruled(compileFolder(folder));
  let raw: RawShop;
  let plan: Planned;
  /** Users whose touch was taken back within the ten minutes before it went out: the SQL does not look twice. */
  let disturbed: ReadonlySet<string>;
  const fates = new Map<string, Fate[]>();
  const fatesOf = (strategy: string): Fate[] =>
    (fates.get(strategy) ?? []).filter(({ user }) => !disturbed.has(`${strategy} ${user}`));

  beforeAll(async () => {
    raw = await openRawShop(join(folder, "data"));
    plan = await planned(folder, program, since, until);
    disturbed = new Set(plan.cancellations.map(({ strategy, user }) => `${strategy} ${user}`));
    for (const strategy of Object.keys(saidInSql))
      fates.set(strategy, withRepeats(strategy, await raw.fates(strategy, since, until)));
  }, 240_000);
  afterAll(() => raw.close());

  it("holds the strategies that the SQL over the raw files says again", () => {
    expect(program.strategies.map(({ id }) => id).sort()).toEqual(Object.keys(saidInSql).sort());
  });

  it("takes hardly any touch back", () => {
    expect(disturbed.size).toBeLessThan(plan.decisions.length / 50);
  });

  it.each(Object.keys(saidInSql))("%s touches whom the raw files say, over the channel they say", (strategy) => {
    const decided = [...plan.decisions, ...plan.ghosts]
      .filter((one) => one.strategy === strategy && !disturbed.has(`${strategy} ${one.user}`))
      .map(({ user, occurrence, channel }) => ({ user, occurrence, outcome: channel }));
    expect(lines(decided)).toEqual(lines(fatesOf(strategy).filter(isTouch)));
  });

  it.each(Object.keys(saidInSql))("%s refuses as many at each gate as the raw files say", (strategy) => {
    const found = plan.result.strategies.find(({ id }) => id === strategy);
    if (!found) throw new Error(`no ${strategy} in the plan`);
    const counts = tally((fates.get(strategy) ?? []).filter((fate) => !isTouch(fate)));
    const refused = ["targeted", "reachable", "fresh"].flatMap((gate) => Object.entries(refusedAt(found, gate)));
    const isCertain = ([code]: readonly [string, number]): boolean =>
      disturbed.size === 0 || /^clause_|^unreachable$/.test(code);
    expect(Object.fromEntries(refused.filter(isCertain))).toEqual(
      Object.fromEntries(Object.entries(counts).filter(isCertain)),
    );
  });

  it("tells apart who is touched and who is not", () => {
    const outcomes = new Set([...fates.values()].flatMap((list) => list.map(isTouch)));
    expect(outcomes).toEqual(new Set([true, false]));
  });
}
