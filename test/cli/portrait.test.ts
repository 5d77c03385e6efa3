import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { models, shopFolder, shopOf, until } from "./shop.js";
import { apart, type Expected, openShop, standing } from "./shop-sql.js";

const shop = shopOf(420);
const now = "2026-06-18 20:00:00";

interface Trait extends Omit<Expected, "key"> {
  readonly subject: { readonly is: string; readonly id: string | null };
  readonly compared: string;
  readonly value: string | number | null;
  readonly measure: string;
}

interface Group {
  readonly is: string;
  readonly of?: string;
  readonly stage?: string | null;
  readonly users: number;
  readonly too_small: string | null;
  readonly compared: number;
  readonly traits: readonly Trait[];
}

async function portraitOf(
  cwd: string,
  ...more: string[]
): Promise<{ users: number; groups: Group[]; not_calibrated: string[] }> {
  const args = ["portrait", "--until", until, "--format", "json", "--top", "1000", ...more];
  const { stdout, stderr, code } = await touchline(args, { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout) as { users: number; groups: Group[]; not_calibrated: string[] };
}

const keyOf = ({ subject, compared, value }: Trait): string => `${subject.is} ${subject.id} ${compared} ${value ?? ""}`;

/** Both in the order of their names, as rounded as two ways of adding may differ. */
function comparable(list: readonly (Omit<Expected, "key"> & { key: string })[]): object[] {
  const round = (n: number): number => Number(n.toFixed(9));
  return [...list]
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, group, rest, effect, low, high }) => ({
      key,
      group: { value: round(group.value), users: group.users },
      rest: { value: round(rest.value), users: rest.users },
      interval: [low, effect, high].map(round),
    }));
}

describe("touchline portrait", () => {
  const kinds: readonly { name: string; flags: string[]; member: string; but: string | null }[] = [
    {
      name: "a tier",
      flags: ["--tier", "spend.gold"],
      member: `SELECT id FROM (${standing(now)}) WHERE tier = 'gold'`,
      but: "stage spend",
    },
    {
      name: "a stage",
      flags: ["--stage", "buyer.asleep"],
      member: `SELECT id FROM (${standing(now)}) WHERE stage = 'asleep'`,
      but: "stage buyer",
    },
    {
      name: "whoever passes a test",
      flags: ["--of", "did pay ever and user.visits >= 5"],
      member: "SELECT id FROM users WHERE CAST(visits AS BIGINT) >= 5 AND id IN (SELECT u FROM pays)",
      but: null,
    },
  ];
  for (const { name, flags, member, but } of kinds) {
    it(`tells of ${name} what SQL and the textbooks' formulas tell`, async () => {
      const cwd = shopFolder(shop);
      const found = await portraitOf(cwd, ...flags);
      const sql = await openShop(cwd);
      const expected = await apart(sql, now, member, but);
      const [count] = await sql.rows(`SELECT count(*)::INTEGER n FROM (${member})`);
      sql.close();
      const [group] = found.groups;
      expect([found.groups.length, group?.users]).toEqual([1, count?.["n"]]);
      expect(expected.length).toBeGreaterThan(10);
      expect(comparable((group?.traits ?? []).map((trait) => ({ ...trait, key: keyOf(trait) })))).toEqual(
        comparable(expected),
      );
    });
  }

  it("ranks by the size of the effect, whichever side has more", async () => {
    const { groups } = await portraitOf(shopFolder(shop), "--stage", "buyer.asleep");
    const sizes = (groups[0]?.traits ?? []).map(({ effect }) => Math.abs(effect));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const signs = new Set((groups[0]?.traits ?? []).map(({ effect }) => Math.sign(effect)));
    expect(signs).toEqual(new Set([1, -1]));
  });

  it("portrays, without a group, every stage and tier, and each user once in each lifecycle", async () => {
    const { users, groups } = await portraitOf(shopFolder(shop));
    expect(groups.map(({ of, stage }) => `${of}.${stage}`)).toEqual([
      "buyer.active",
      "buyer.asleep",
      "buyer.new",
      "spend.gold",
      "spend.silver",
      "spend.bronze",
      "spend.null",
    ]);
    for (const id of ["buyer", "spend"]) {
      const own = groups.filter(({ of }) => of === id);
      expect(own.reduce((all, group) => all + group.users, 0)).toBe(users);
      expect(
        own.flatMap(({ traits }) => traits).some(({ subject }) => subject.is === "stage" && subject.id === id),
      ).toBe(false);
    }
  });

  it("says the same of a stage among all as of the stage alone", async () => {
    const cwd = shopFolder(shop);
    const all = await portraitOf(cwd);
    const [alone] = (await portraitOf(cwd, "--stage", "buyer.active")).groups;
    expect(all.groups[0]).toEqual(alone);
  });

  it("never tells personal data, only whether it is known", async () => {
    const cwd = shopFolder(shop);
    const args = [
      "portrait",
      "--until",
      until,
      "--of",
      "did visit in the last 30 days",
      "--top",
      "1000",
      "--page",
      "page.html",
    ];
    const pretty = await touchline(args, { cwd });
    const json = await touchline([...args, "--format", "json"], { cwd });
    const all = pretty.stdout + json.stdout + readFileSync(join(cwd, "page.html"), "utf8");
    expect(all).toContain("phone is known");
    for (const { phone } of shop.people) if (phone !== null && phone.length > 5) expect(all).not.toContain(phone);
  });

  it("does not compare fewer than 30 users with anybody, nor anybody with them", async () => {
    const cwd = shopFolder(shop);
    const asked = async (
      of: string,
    ): Promise<readonly [number | undefined, string | null | undefined, number | undefined]> => {
      const [group] = (await portraitOf(cwd, "--of", of)).groups;
      return [group?.users, group?.too_small, group?.traits.length];
    };
    // `visits` is n % 9 but for every third user; so 18 has 10 + 18 % 9 at least.
    const big = shop.people.filter(({ visits }) => visits >= 18).length;
    expect(big).toBeLessThan(30);
    expect(await asked("user.visits >= 18")).toEqual([big, "group", 0]);
    expect(await asked("user.visits < 18")).toEqual([420 - big, "rest", 0]);
    const { stdout } = await touchline(["portrait", "--until", until, "--of", "user.visits >= 18"], { cwd });
    expect(stdout).toContain("too small to compare: fewer than 30 users");
  });

  for (const lang of ["en", "zh"]) {
    it(`reads well in ${lang}, of one group and in brief`, async () => {
      const cwd = shopFolder(shop);
      for (const [file, flags] of [
        ["tier", ["--tier", "spend.gold"]],
        ["brief", []],
      ] as const) {
        const { stdout, code } = await touchline(["portrait", "--until", until, "--lang", lang, ...flags], { cwd });
        expect(code).toBe(0);
        const text = stdout.replace(/(program|程序)( +)[0-9a-f]{12}/, "$1$2<hash>");
        await expect(text).toMatchFileSnapshot(join(import.meta.dirname, `golden/portrait.${file}.${lang}.txt`));
      }
    });
  }

  it("gives JSON of a stable shape", async () => {
    const args = ["portrait", "--until", until, "--stage", "buyer.active", "--format", "json", "--top", "5"];
    const { stdout } = await touchline(args, { cwd: shopFolder(shop) });
    // The last digits of arithmetic with fractions are no promise.
    const text = stdout
      .replace(/"program": "[0-9a-f]+"/, '"program": "<hash>"')
      .replace(/-?\d+\.\d{9,}/g, (digits) => Number(digits).toFixed(8));
    await expect(text).toMatchFileSnapshot(join(import.meta.dirname, "golden/portrait.json"));
  });

  it("points into the text of --of when that is wrong", async () => {
    const cwd = shopFolder(shopOf(3));
    const wrong = await touchline(["portrait", "--until", until, "--of", "did pya in the last 30 days"], { cwd });
    expect([wrong.code, wrong.stdout]).toEqual([1, ""]);
    expect(wrong.stderr).toContain("--> --of:1:5");
    expect(wrong.stderr).toContain("1 | did pay in the last 30 days\n");
    const json = await touchline(["portrait", "--until", until, "--of", "did pya ever", "--format", "json"], { cwd });
    expect([json.code, json.stderr]).toEqual([1, ""]);
    expect(JSON.parse(json.stdout)).toMatchObject({ diagnostics: [{ file: "--of", code: "unknown-event" }] });
  });

  it("takes one group, and one that there is", async () => {
    const cwd = shopFolder(shopOf(3));
    const asked = async (...more: string[]): Promise<string> => {
      const { code, stderr } = await touchline(["portrait", "--until", until, ...more], { cwd });
      expect(code).toBe(2);
      return stderr;
    };
    expect(await asked("--of", "did pay ever", "--stage", "buyer.new")).toContain("each name a group");
    expect(await asked("--stage", "buyer.nwe")).toContain("Did you mean `buyer.new`?");
    expect(await asked("--tier", "buyer.new")).toContain("no `buyer.new` for `--tier`");
    expect(await asked("--top", "0")).toContain("--top 0");
  });

  it("leaves out, and says so, what was never calibrated", async () => {
    const quantile = models.replace('tier gold "金" when m >= 300 CNY', 'tier gold "金" top 20% by m');
    const cwd = shopFolder(shop, { "models.touch": quantile });
    const { stdout } = await touchline(["portrait", "--until", until], { cwd });
    expect(stdout).toContain(`nobody's place is known yet: spend. Run: touchline calibrate . --until ${until}`);
    expect((await portraitOf(cwd)).not_calibrated).toEqual(["spend"]);
    const refused = await touchline(["portrait", "--until", until, "--tier", "spend.gold"], { cwd });
    expect([refused.code, refused.stdout]).toEqual([2, ""]);
  });
});
