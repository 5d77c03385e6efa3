import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { touchline } from "../cli/capture.js";
import { projectFolder } from "./planned.js";
import { datesOf, type Purchase, query, returns } from "./raw-orders.js";

const folder = fileURLToPath(new URL("../../../shared/data/online_retail", import.meta.url));
const present = existsSync(folder);
if (!present) console.warn(`\nSKIPPED: strategies/retail, because the public data set is not at ${folder}\n`);

const lines = `read_csv('${folder}/online_retail.csv.gz', all_varchar = true)`;
const retail = projectFolder("retail");
const fit = "2011-12-01T00:00:00Z";
const before = "2011-06-01T00:00:00Z";

async function told<T>(...argv: string[]): Promise<T> {
  const { code, stdout, stderr } = await touchline([...argv, "--data", folder, "--format", "json"], { cwd: retail });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

/** Orders of customers as the raw file has them: invoices without cancellations and adjustments. Its clock is London's. */
const orders = `(SELECT InvoiceNo AS invoice, any_value(CustomerID) AS customer, min(InvoiceDate)::TIMESTAMP AS placed,
    round(sum(Quantity::INTEGER * UnitPrice::DECIMAL(18, 4)), 2) AS amount
  FROM ${lines} WHERE CustomerID IS NOT NULL AND left(InvoiceNo, 1) NOT IN ('A', 'C') GROUP BY InvoiceNo)`;

/** At an instant of the London clock: stage, group and tier of every customer, by SQL alone; the numbers are those of calibration.yaml. */
function customersAt(clock: string): string {
  const date = `DATE '${clock.slice(0, 10)}'`;
  return `(SELECT c.customer,
      CASE WHEN last_date < ${date} - 150 THEN 'churned' WHEN last_date < ${date} - 90 THEN 'dormant'
        WHEN orders_ever >= 4 THEN 'mature' WHEN orders_ever >= 2 THEN 'growth' ELSE 'intro' END AS stage,
      CASE WHEN f IS NULL THEN NULL
        WHEN r <= 90 AND f >= 5 AND m >= 1950.20 THEN 'champion' WHEN r <= 90 AND f >= 5 THEN 'loyal'
        WHEN r <= 90 AND m >= 1950.20 THEN 'spender' WHEN r <= 90 THEN 'recent'
        WHEN f >= 5 AND m >= 1950.20 THEN 'at_risk' WHEN f >= 5 THEN 'lapsing'
        WHEN m >= 1950.20 THEN 'win_back' ELSE 'lost' END AS rfm
    FROM (SELECT DISTINCT CustomerID AS customer FROM ${lines} WHERE CustomerID IS NOT NULL) AS c
    LEFT JOIN (SELECT customer, max(placed)::DATE AS last_date, count(*) AS orders_ever FROM ${orders}
      WHERE placed <= TIMESTAMP '${clock}' GROUP BY customer) AS ever USING (customer)
    LEFT JOIN (SELECT customer, ${date} - max(placed)::DATE AS r, count(*) AS f, sum(amount) AS m FROM ${orders}
      WHERE placed <= TIMESTAMP '${clock}' AND placed::DATE > ${date} - 365 GROUP BY customer) AS year USING (customer))`;
}

const london = { [before]: "2011-06-01 01:00:00", [fit]: "2011-12-01 00:00:00" } as const;

/** The parts of the JSON that are compared. */
interface Calibrated {
  readonly fits: readonly {
    id: string;
    sample: number;
    curve: readonly { after: string; silences: number; returned: number }[];
  }[];
  readonly lifecycles: readonly { id: string; stages: readonly { id: string; users: number }[] }[];
  readonly load: { sources: readonly { name: string; records: number; left_out: Record<string, number> }[] };
}

interface Matrix {
  readonly cells: readonly { stage: string; tier: string | null; users: number; users_before: number }[];
  readonly moves: readonly { from: string | null; to: string | null; users: number }[];
}

function fitOf({ fits }: Calibrated, id: string): Calibrated["fits"][number] {
  const fitted = fits.find((one) => one.id === id);
  if (!fitted) throw new Error(`no ${id}`);
  return fitted;
}

/** Counts by two keys as an object of objects, without the zeros. */
function table(rows: readonly (readonly unknown[])[]): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {};
  for (const [row, column, count] of rows)
    if (Number(count) > 0) (found[String(row)] ??= {})[String(column)] = Number(count);
  return found;
}

describe.skipIf(!present)("strategies/retail, over the raw file of the shop", () => {
  let calibrated: Calibrated;
  let matrix: Matrix;

  beforeAll(async () => {
    calibrated = await told("calibrate", "--until", fit, "--diff");
    matrix = await told("matrix", "--lifecycle", "customer", "--value", "rfm", "--since", before, "--until", fit);
  });

  it("leaves out cancellations, adjustments and orders of nobody, and counts them in the load report", async () => {
    const [raw] = await query(`SELECT count(*) FILTER (i LIKE 'C%'), count(*) FILTER (i LIKE 'A%'),
      count(*) FILTER (c IS NULL AND left(i, 1) NOT IN ('A', 'C')), count(*)
      FROM (SELECT InvoiceNo AS i, any_value(CustomerID) AS c FROM ${lines} GROUP BY InvoiceNo)`);
    const [cancellation, adjustment, nobody, records] = (raw as unknown[]).map(Number);
    const report = calibrated.load.sources.find(({ name }) => name === "order");
    expect(report?.left_out).toEqual({ cancellation, adjustment, "no customer": nobody });
    expect(report?.records).toBe(records);
    expect([cancellation, adjustment, nobody, records]).toEqual([3836, 3, 3525, 25900]);
  });

  it("finds the return rates that a loop over the dates finds", async () => {
    const found =
      await query(`SELECT customer, date_diff('day', DATE '1970-01-01', placed::DATE), placed::VARCHAR, 0 FROM ${orders}
      WHERE placed <= TIMESTAMP '${london[fit]}'`);
    const purchases = found.map(
      ([customer, date, clock]): Purchase => ({
        customer: String(customer),
        date: Number(date),
        clock: String(clock),
        cents: 0,
      }),
    );
    const today = Date.parse("2011-12-01") / 86_400_000;
    const dates = [...datesOf(purchases).values()];
    for (const id of ["churn_after", "dormant_after"]) {
      const { curve } = fitOf(calibrated, id);
      expect(curve.length).toBeGreaterThan(5);
      for (const { after, silences, returned } of curve)
        expect({ after, silences, returned }).toEqual({
          after,
          ...returns(dates, Number.parseInt(after, 10), 30, today),
        });
    }
  });

  it("finds the averages and the eight groups that SQL finds", async () => {
    const [row] = await query(`SELECT count(*), sum(r), sum(f), sum(m)::DECIMAL(18, 2)::VARCHAR FROM (
      SELECT DATE '2011-12-01' - max(placed)::DATE AS r, count(*) AS f, sum(amount) AS m FROM ${orders}
      WHERE placed <= TIMESTAMP '${london[fit]}' AND placed::DATE > DATE '2011-12-01' - 365 GROUP BY customer)`);
    const [members, r, f, m] = (row as unknown[]).map(Number);
    // At or better than the average, as whole days, whole orders and whole pence.
    const high = {
      r: Math.floor((r as number) / (members as number)),
      f: Math.ceil((f as number) / (members as number)),
    };
    const pence = Math.ceil(Math.round((m as number) * 100) / (members as number));
    expect([members, high, pence]).toEqual([4280, { r: 90, f: 5 }, 195_020]);
    expect(fitOf(calibrated, "rfm").sample).toBe(members);
    const groups = await query(
      `SELECT rfm, count(*) FROM ${customersAt(london[fit])} WHERE rfm IS NOT NULL GROUP BY rfm`,
    );
    const sizes = calibrated.lifecycles.find(({ id }) => id === "rfm")?.stages.map(({ id, users }) => [id, users]);
    expect(Object.fromEntries(sizes ?? [])).toEqual(Object.fromEntries(groups.map(([tier, n]) => [tier, Number(n)])));
  });

  it.each([before, fit])("has the users of SQL in every cell of lifecycle and value at %s", async (at) => {
    const raw = await query(
      `SELECT stage, coalesce(rfm, ''), count(*) FROM ${customersAt(london[at as keyof typeof london])} GROUP BY ALL`,
    );
    const cells = matrix.cells.map((cell) => [
      cell.stage,
      cell.tier ?? "",
      at === fit ? cell.users : cell.users_before,
    ]);
    expect(table(cells)).toEqual(table(raw));
  });

  it("moves users from tier to tier as SQL does", async () => {
    const raw = await query(`SELECT coalesce(one.rfm, ''), coalesce(two.rfm, ''), count(*)
      FROM ${customersAt(london[before])} AS one JOIN ${customersAt(london[fit])} AS two USING (customer) GROUP BY ALL`);
    expect(table(matrix.moves.map(({ from, to, users }) => [from ?? "", to ?? "", users]))).toEqual(table(raw));
  });
});
