import {
  colour,
  type Drawn,
  distinct,
  ink,
  LETTERS,
  legendOf,
  nameAxis,
  numberAxis,
  type Room,
  shown,
  widthOf,
} from "./drawn.js";
import type { Bars } from "./page.js";

const BAR = 18;

export function barsDrawing({ labels, series, stacked = false, format }: Bars, room: Room): Drawn {
  const names = labels.map((label) => shown(label, room.name));
  const keys = distinct(series.map(({ name }) => shown(name, room.name)));
  const legend = legendOf(keys, room.width);
  const left = widthOf(names) + 12;
  const beside = stacked ? 1 : series.length;
  const plot = labels.length * (BAR * beside + 12);
  // Behind the longest bar stands its number.
  const right = stacked
    ? 24
    : widthOf(series.flatMap(({ values }) => values.map((n) => (n === null ? "" : format(n))))) + 12;
  const option = {
    grid: { left, right, top: legend.height + 4, height: plot, outerBoundsMode: "none" },
    legend: legend.option,
    yAxis: { ...nameAxis(names), inverse: true },
    xAxis: numberAxis(format, room.width < 500),
    series: series.map(({ values }, at) => ({
      type: "bar",
      name: keys[at],
      silent: true,
      barWidth: BAR,
      barGap: "10%",
      ...(stacked ? { stack: "all" } : {}),
      itemStyle: { color: colour(at) },
      label: stacked
        ? { show: false }
        : { show: true, position: "right", color: ink, fontSize: LETTERS, formatter: textOf(format) },
      data: values.map((n) => n ?? "-"),
    })),
  };
  return { option, width: room.width, height: legend.height + plot + 32 };
}

function textOf(format: (n: number) => string): (item: { readonly value: unknown }) => string {
  return ({ value }) => (typeof value === "number" ? format(value) : "");
}
