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
  soft,
  widthOf,
} from "./drawn.js";
import type { Lines } from "./page.js";

const PLOT = 240;
/** Lines are told apart by these too, for who sees no colours. */
const symbols = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"] as const;
const dashes = ["solid", "dashed", "dotted"] as const;

export function linesDrawing({ labels, series, levels = [], format }: Lines, room: Room): Drawn {
  const keys = distinct(series.map(({ name }) => shown(name, room.name)));
  const legend = legendOf(keys, room.width);
  const all = [
    ...series.flatMap(({ values }) => values.filter((n) => n !== null)),
    ...levels.map(({ value }) => value),
  ];
  const left = widthOf(all.map(format)) + 20;
  const option = {
    grid: { left, right: 24, top: legend.height + 20, height: PLOT, outerBoundsMode: "none" },
    legend: legend.option,
    xAxis: { ...nameAxis(labels.map((label) => shown(label, room.name))), boundaryGap: labels.length === 1, ...seldom },
    yAxis: {
      ...numberAxis(format, false),
      max: Math.max(0, ...all) === 0 ? 1 : topOf(levels.map(({ value }) => value)),
    },
    series: series.map(({ values }, at) => ({
      type: "line",
      name: keys[at],
      silent: true,
      symbol: symbols[at % symbols.length],
      symbolSize: 7,
      lineStyle: { color: colour(at), width: 2, type: dashes[Math.floor(at / 2) % dashes.length] },
      itemStyle: { color: colour(at) },
      data: values.map((n) => n ?? "-"),
      ...(at === 0 && levels.length > 0 ? { markLine: marks(levels, format, room) } : {}),
    })),
  };
  return { option, width: room.width, height: legend.height + PLOT + 52 };
}

/** Names of instants that would run into each other are left out; the table has them all. */
const seldom = { axisLabel: { color: ink, fontSize: LETTERS, hideOverlap: true, interval: "auto" } };

/** A level above all values is still to be seen. */
function topOf(levels: readonly number[]): ((seen: { readonly max: number }) => number | null) | null {
  if (levels.length === 0) return null;
  const highest = Math.max(...levels);
  return ({ max }) => (highest > max ? highest * 1.05 : null);
}

function marks(levels: NonNullable<Lines["levels"]>, format: (n: number) => string, room: Room): object {
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: soft, type: "dashed", width: 1 },
    label: { position: "insideStartTop", color: soft, fontSize: LETTERS },
    data: levels.map(({ name, value }) => ({
      yAxis: value,
      label: { formatter: () => `${shown(name, room.name)} ${format(value)}` },
    })),
  };
}
