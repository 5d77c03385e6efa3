import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams } from "echarts";
import { visible } from "../../text/visible.js";
import {
  beginning,
  colour,
  type Drawn,
  ink,
  LETTERS,
  LINE,
  nameAxis,
  pixelsOf,
  type Room,
  shown,
  widthOf,
} from "./drawn.js";
import type { Heat } from "./page.js";

const ROW = 34;
/** The darkest cell lets through so much of the paper that ink can be read on it. */
const DARKEST = 0.5;
/** A column's name may take so many lines. */
const HEAD_LINES = 3;

export function heatDrawing({ rows, columns, cells }: Heat, room: Room): Drawn {
  const names = rows.map((row) => shown(row, room.name));
  const left = widthOf(names) + 12;
  const texts = cells.flatMap((row) => row.map((cell) => cell?.text ?? ""));
  const column = Math.max(52, widthOf(texts) + 10, Math.floor((room.width - left - 8) / Math.max(1, columns.length)));
  const heads = columns.map((name) => wrapped(visible(name), column - 6));
  const head = Math.max(1, ...heads.map((name) => name.split("\n").length)) * LINE + 8;
  const most = Math.max(0, ...cells.flatMap((row) => row.map((cell) => cell?.value ?? 0)));
  const width = Math.max(room.width, left + column * columns.length + 8);
  const option = {
    grid: { left, width: column * columns.length, top: head, height: rows.length * ROW, outerBoundsMode: "none" },
    xAxis: {
      ...nameAxis(heads),
      position: "top",
      axisLabel: { color: ink, fontSize: LETTERS, lineHeight: LINE, interval: 0 },
    },
    yAxis: { ...nameAxis(names), inverse: true },
    series: [
      {
        type: "custom",
        silent: true,
        encode: { x: 0, y: 1 },
        renderItem: square(cells, most, column),
        data: cells.flatMap((row, y) => row.flatMap((cell, x) => (cell === null ? [] : [[x, y]]))),
      },
    ],
  };
  return { option, width, height: head + rows.length * ROW + 12 };
}

function square(cells: Heat["cells"], most: number, column: number) {
  return (_: CustomSeriesRenderItemParams, api: CustomSeriesRenderItemAPI): object => {
    const [x, y] = [api.value(0) as number, api.value(1) as number];
    const cell = cells[y]?.[x];
    const [cx, cy] = api.coord([x, y]) as [number, number];
    const value = cell?.value ?? 0;
    return {
      type: "group",
      children: [
        {
          type: "rect",
          shape: { x: cx - column / 2 + 1, y: cy - ROW / 2 + 1, width: column - 2, height: ROW - 2 },
          style: { fill: colour(0), opacity: most === 0 ? 0 : (DARKEST * value) / most },
        },
        {
          type: "text",
          style: {
            text: cell?.text ?? "",
            x: cx,
            y: cy,
            fill: ink,
            fontSize: LETTERS,
            fontFamily: "inherit",
            align: "center",
            verticalAlign: "middle",
          },
        },
      ],
    };
  };
}

/** A name over as many lines as it needs, broken at blanks and else where it must be; what is too long is cut. */
function wrapped(name: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of name.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (pixelsOf(longer) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = word;
      while (pixelsOf(line) > width && lines.length < HEAD_LINES) {
        const first = beginning(line, width);
        lines.push(first);
        line = line.slice(first.length);
      }
    }
  }
  lines.push(line);
  const kept = lines.filter((text) => text !== "");
  if (kept.length <= HEAD_LINES) return kept.join("\n");
  const last = shown(`${kept[HEAD_LINES - 1]}……`, width);
  return [...kept.slice(0, HEAD_LINES - 1), last].join("\n");
}
