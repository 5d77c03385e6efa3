import type { Page } from "../../../src/cli/page/page.js";

const whole = (n: number): string => String(n);
const share = (n: number): string => `${Number((100 * n).toFixed(1))}%`;

/** A page with one of every chart, named by some names again and again, with a number behind each that must be told from others. */
export function everyChart(...of: readonly [string, ...string[]]): Page {
  let used = 0;
  const next = (): string => of[used++ % of.length] ?? "";
  const names = (n: number): string[] => Array.from({ length: n }, (_, at) => `${next()} ${at + 1}`);
  const table = {
    columns: [
      { name: next(), align: "left" as const },
      { name: `n ${next()}`, align: "right" as const },
    ],
    rows: [
      [next(), "1"],
      [`∑ ${next()}`, "1,234,567"],
    ],
    total: true,
  };
  const heat = names(6).map((_, row) =>
    names(9).map((__, column) => ({ value: row * column, text: share((row * column) / 40) })),
  );
  return {
    title: next(),
    lead: `${next()}\n${next()}`,
    sections: [
      {
        heading: `bars ${next()}`,
        note: next(),
        table,
        chart: {
          is: "bars",
          name: next(),
          labels: names(5),
          series: [{ name: next(), values: [3, null, 5, 0, 12_345] }],
          format: whole,
        },
      },
      {
        heading: `bars beside each other ${next()}`,
        chart: {
          is: "bars",
          name: next(),
          labels: names(3),
          series: [
            { name: next(), values: [0.3, 0.2, 0.5] },
            { name: next(), values: [0.1, 0.9, 1] },
          ],
          format: share,
        },
      },
      {
        heading: `stacked ${next()}`,
        chart: {
          is: "bars",
          name: next(),
          labels: names(3),
          series: names(4).map((own) => ({ name: own, values: [1, 2, 3] })),
          stacked: true,
          format: whole,
        },
      },
      {
        heading: `lines ${next()}`,
        chart: {
          is: "lines",
          name: next(),
          labels: Array.from({ length: 12 }, (_, at) => `2026-05-${String(at + 1).padStart(2, "0")}`),
          series: names(3).map((own, line) => ({
            name: own,
            values: Array.from({ length: 12 }, (_, at) => (at % 7 === 5 ? null : (at * (line + 1)) / 100)),
          })),
          levels: [{ name: next(), value: 1 }],
          format: share,
        },
      },
      {
        heading: `ranges ${next()}`,
        chart: {
          is: "ranges",
          name: next(),
          rows: [
            { name: next(), low: 0.2, value: 0.4, high: 0.6 },
            { name: next(), low: -0.5, value: -0.4, high: -0.3 },
          ],
          format: whole,
        },
      },
      {
        heading: `heat ${next()}`,
        chart: { is: "heat", name: next(), rows: names(6), columns: names(9), cells: heat },
      },
      {
        heading: `funnel ${next()}`,
        chart: {
          is: "funnel",
          name: next(),
          steps: [100, 70, 3, 0].map((value) => ({ value, text: `${next()} ${value}` })),
        },
      },
      {
        heading: `flow ${next()}`,
        chart: {
          is: "flow",
          name: next(),
          from: names(3),
          to: names(3),
          links: [
            { from: 0, to: 0, value: 50 },
            { from: 0, to: 1, value: 10 },
            { from: 1, to: 2, value: 20 },
            { from: 2, to: 0, value: 0 },
          ],
        },
      },
    ],
  };
}
