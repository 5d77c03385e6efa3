import type { Page } from "../../../src/cli/page/page.js";

const whole = (n: number): string => String(n);
const share = (n: number): string => `${Number((100 * n).toFixed(1))}%`;

/** A page with one of every chart, whose names are all `name` with a number behind it. */
export function everyChart(name: string): Page {
  const names = (n: number): string[] => Array.from({ length: n }, (_, at) => `${name} ${at + 1}`);
  const table = {
    columns: [
      { name, align: "left" as const },
      { name: `n ${name}`, align: "right" as const },
    ],
    rows: [
      [name, "1"],
      [`∑ ${name}`, "1,234,567"],
    ],
    total: true,
  };
  const heat = names(6).map((_, row) =>
    names(9).map((__, column) => ({ value: row * column, text: share((row * column) / 40) })),
  );
  return {
    title: name,
    lead: `${name}\n${name}`,
    sections: [
      {
        heading: `bars ${name}`,
        note: name,
        table,
        chart: {
          is: "bars",
          name,
          labels: names(5),
          series: [{ name, values: [3, null, 5, 0, 12_345] }],
          format: whole,
        },
      },
      {
        heading: `bars beside each other ${name}`,
        chart: {
          is: "bars",
          name,
          labels: names(3),
          series: [
            { name, values: [0.3, 0.2, 0.5] },
            { name, values: [0.1, 0.9, 1] },
          ],
          format: share,
        },
      },
      {
        heading: `stacked ${name}`,
        chart: {
          is: "bars",
          name,
          labels: names(3),
          series: names(4).map((own) => ({ name: own, values: [1, 2, 3] })),
          stacked: true,
          format: whole,
        },
      },
      {
        heading: `lines ${name}`,
        chart: {
          is: "lines",
          name,
          labels: Array.from({ length: 30 }, (_, at) => `2026-05-${String(at + 1).padStart(2, "0")}`),
          series: names(3).map((own, line) => ({
            name: own,
            values: Array.from({ length: 30 }, (_, at) => (at % 11 === 5 ? null : (at * (line + 1)) / 100)),
          })),
          levels: [{ name, value: 1 }],
          format: share,
        },
      },
      {
        heading: `ranges ${name}`,
        chart: {
          is: "ranges",
          name,
          rows: [
            { name, low: 0.2, value: 0.4, high: 0.6 },
            { name, low: -0.5, value: -0.4, high: -0.3 },
          ],
          format: whole,
        },
      },
      { heading: `heat ${name}`, chart: { is: "heat", name, rows: names(6), columns: names(9), cells: heat } },
      {
        heading: `funnel ${name}`,
        chart: { is: "funnel", name, steps: [100, 70, 3, 0].map((value) => ({ value, text: `${name} ${value}` })) },
      },
      {
        heading: `flow ${name}`,
        chart: {
          is: "flow",
          name,
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
