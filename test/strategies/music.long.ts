import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { touchline } from "../cli/capture.js";
import { projectFolder } from "./planned.js";
import { datesOf, type Purchase, query, returns } from "./raw-orders.js";

const folder = fileURLToPath(new URL("../../../shared/data/cdnow", import.meta.url));
const present = existsSync(folder);
if (!present) console.warn(`\nSKIPPED: strategies/music, because the public data set is not at ${folder}\n`);

const music = projectFolder("music");
const until = "1998-07-01T00:00:00Z";
/** The local date of the fit in New York, where it is still June. */
const today = Date.parse("1998-06-30") / 86_400_000;

/** The raw file as the database's own reader sees it: columns side by side, one or more blanks between them. */
const buys = `(SELECT trim(customer) AS customer, strptime(bought, '%Y%m%d')::DATE AS bought, discs::INTEGER AS discs,
    round(amount::DOUBLE * 100)::BIGINT AS cents
  FROM (SELECT regexp_extract(line, '^\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+([\\d.]+)', ['customer', 'bought', 'discs', 'amount']) AS part,
      unnest(part) FROM read_csv('${folder}/CDNOW_master.txt.gz', columns = {'line': 'VARCHAR'}, delim = '\\0', header = false, skip = 1)))`;

interface Told {
  readonly fits: readonly {
    id: string;
    sample: number;
    curve: readonly { after: string; silences: number; returned: number }[];
  }[];
  readonly lifecycles: readonly { id: string; stages: readonly { id: string; users: number }[] }[];
  readonly users: number;
  readonly metrics: readonly {
    id: string;
    values: readonly { exact: string | null }[];
    segments: readonly (readonly { exact: string | null; users: number }[])[];
  }[];
  readonly segments: readonly { id: string; users: number }[];
}

async function told(...argv: string[]): Promise<Told> {
  const rest = ["--until", until, "--data", folder, "--format", "json"];
  const { code, stdout, stderr } = await touchline([...argv, ...rest], { cwd: music });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Told;
}

const numbers = (row: readonly unknown[] | undefined): number[] => (row ?? []).map(Number);

/** A value that is told as a whole number or a fraction. */
function valueOf(exact: string | null | undefined): number {
  const [n, d = "1"] = (exact ?? "").split("/");
  return Number(n) / Number(d);
}

describe.skipIf(!present)("strategies/music, over the raw file of the shop", () => {
  let calibrated: Told;
  let metrics: Told;
  let purchases: readonly Purchase[];

  beforeAll(async () => {
    calibrated = await told("calibrate", "--diff");
    metrics = await told("metrics", "--by", "cohort");
    const rows = await query(`SELECT customer, date_diff('day', DATE '1970-01-01', bought), cents FROM ${buys}`);
    purchases = rows.map(([customer, date, cents]) => ({
      customer: String(customer),
      date: Number(date),
      clock: "",
      cents: Number(cents),
    }));
  });

  const sizes = (id: string): object =>
    Object.fromEntries(
      calibrated.lifecycles.find((each) => each.id === id)?.stages.map((stage) => [stage.id, stage.users]) ?? [],
    );
  const value = (id: string): number => valueOf(metrics.metrics.find((each) => each.id === id)?.values.at(-1)?.exact);

  it("has the customers and purchases that the data set is known by", () => {
    // Fader and Hardie: 23,570 customers, 69,659 transactions.
    expect(purchases.length).toBe(69_659);
    expect(calibrated.users).toBe(23_570);
  });

  it("finds the return rates that a loop over the dates finds: below 5 % after 180 days", () => {
    const dates = [...datesOf(purchases).values()];
    const { curve } = calibrated.fits.find(({ id }) => id === "churn_after") as Told["fits"][number];
    expect(curve.length).toBe(8);
    for (const { after, ...counts } of curve)
      expect({ after, ...counts }).toEqual({ after, ...returns(dates, Number.parseInt(after, 10), 30, today) });
    const first = curve.find(({ silences, returned }) => returned < 0.05 * silences);
    expect(first?.after).toBe("180 days");
  });

  it("has as many repeat buyers, and users in every status, as SQL", async () => {
    const rows = await query(`SELECT status, count(*) FROM (
      SELECT CASE WHEN max(bought) < DATE '1998-06-30' - 180 THEN 'lost' WHEN count(*) = 1 THEN 'fresh'
        WHEN count(*) FILTER (bought > DATE '1998-06-30' - 180) >= 3 THEN 'loyal' ELSE 'active' END AS status
      FROM ${buys} GROUP BY customer) GROUP BY status`);
    const counted = Object.fromEntries(rows.map(([status, n]) => [status, Number(n)]));
    // Whoever bought once has been away for too long to be new.
    expect(sizes("status")).toEqual({ fresh: 0, ...counted });
    const [repeaters] = numbers(
      (await query(`SELECT count(*) FROM (SELECT customer FROM ${buys} GROUP BY customer HAVING count(*) >= 2)`))[0],
    );
    expect(repeaters).toBe(11_662);
  });

  it("divides frequency and unit price at their averages as SQL does", async () => {
    const rows =
      await query(`WITH own AS (SELECT customer, count(*) AS f, sum(cents) AS cents FROM ${buys} GROUP BY customer),
      cuts AS (SELECT ceil(avg(f)) AS f, ceil(avg(cents / f)) AS cents FROM own)
      SELECT CASE WHEN own.f >= cuts.f AND own.cents >= cuts.cents * own.f THEN 'star' WHEN own.f >= cuts.f THEN 'regular'
        WHEN own.cents >= cuts.cents * own.f THEN 'treat' ELSE 'casual' END AS tier, count(*) FROM own, cuts GROUP BY tier`);
    expect(sizes("frequency_price")).toEqual(Object.fromEntries(rows.map(([tier, n]) => [tier, Number(n)])));
  });

  it("measures what SQL measures: revenue, buyers, the value of a purchase, and what a customer has spent", async () => {
    const [revenue = 0, orders = 0, buyers] = numbers(
      (
        await query(
          `SELECT sum(cents), count(*), count(DISTINCT customer) FROM ${buys} WHERE bought > DATE '1998-06-30' - 30`,
        )
      )[0],
    );
    const [spent = 0] = numbers((await query(`SELECT sum(cents) FROM ${buys}`))[0]);
    expect(value("buyers")).toBe(buyers);
    expect(value("revenue")).toBeCloseTo(revenue / 100, 6);
    expect(value("basket")).toBeCloseTo(revenue / 100 / orders, 6);
    expect(value("spent")).toBeCloseTo(spent / 100 / 23_570, 6);
  });

  it("follows cohorts of the month of the first purchase, as a loop over the purchases does", () => {
    const cohorts = new Map<string, { users: number; again: number }>();
    for (const own of purchasesOf(purchases)) {
      const [first = 0, second] = own;
      const month = new Date(first * 86_400_000).toISOString().slice(0, 7);
      const cohort = cohorts.get(month) ?? { users: 0, again: 0 };
      cohort.users++;
      // Within 90 days after the first: to the end of the ninetieth day, and later than it in the file.
      if (second !== undefined && second <= first + 90) cohort.again++;
      cohorts.set(month, cohort);
    }
    expect(metrics.segments.map(({ id }) => id)).toEqual([...cohorts.keys()].sort());
    const rates = metrics.metrics.find(({ id }) => id === "repeat_rate")?.segments ?? [];
    metrics.segments.forEach(({ id, users }, place) => {
      const cohort = cohorts.get(id);
      expect(users).toBe(cohort?.users);
      expect(valueOf(rates[place]?.at(-1)?.exact)).toBeCloseTo((cohort?.again ?? 0) / (cohort?.users ?? 1), 9);
    });
  });
});

/** The dates of each customer's purchases, twins too, in order. */
function purchasesOf(purchases: readonly Purchase[]): Iterable<readonly number[]> {
  const dates = new Map<string, number[]>();
  for (const { customer, date } of purchases) dates.set(customer, [...(dates.get(customer) ?? []), date]);
  return [...dates.values()].map((own) => own.sort((a, b) => a - b));
}
