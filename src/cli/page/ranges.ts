import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import { colour, type Drawn, nameAxis, numberAxis, type Room, shown, widthOf } from "./drawn.js";
import type { Ranges } from "./page.js";

const ROW = 26;
/** Half of the height of the ends of an interval. */
const END = 5;

export function rangesDrawing({ rows, format }: Ranges, room: Room): Drawn {
  const names = rows.map(({ name }) => shown(name, room.name));
  const plot = rows.length * ROW;
  const option = {
    grid: { left: widthOf(names) + 12, right: 24, top: 4, height: plot, outerBoundsMode: "none" },
    yAxis: {
      ...nameAxis(names),
      inverse: true,
      axisLine: { onZero: true, lineStyle: { color: "var(--soft)" } },
      ...outside,
    },
    xAxis: numberAxis(format, room.width < 500),
    series: [
      {
        type: "custom",
        silent: true,
        encode: { x: [0, 1, 2], y: 3 },
        renderItem: interval,
        data: rows.map(({ low, value, high }, at) => [low, value, high, at]),
      },
    ],
  };
  return { option, width: room.width, height: plot + 36 };
}

/** Names stand on the left of the picture, wherever 0 is. */
const outside = { position: "left" };

function interval(_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI): object {
  const row = api.value(3);
  const at = (dimension: number): number => api.coord([api.value(dimension), row])[0] as number;
  const y = api.coord([api.value(1), row])[1] as number;
  const [low, high] = [at(0), at(2)];
  const line = (x1: number, y1: number, x2: number, y2: number): object => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style: { stroke: colour(0), lineWidth: 2 },
  });
  return {
    type: "group",
    children: [
      line(low, y, high, y),
      line(low, y - END, low, y + END),
      line(high, y - END, high, y + END),
      { type: "circle", shape: { cx: at(1), cy: y, r: 5 }, style: { fill: colour(0) } },
    ],
  };
}
