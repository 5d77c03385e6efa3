import { colour, type Drawn, ink, LETTERS, type Room, shown } from "./drawn.js";
import type { Flow } from "./page.js";

const NODE = 40;

export function flowDrawing({ from, to, links }: Flow, room: Room): Drawn {
  const real = links.filter(({ value }) => value > 0);
  const lefts = [...new Set(real.map((link) => link.from))].sort((a, b) => a - b);
  const rights = [...new Set(real.map((link) => link.to))].sort((a, b) => a - b);
  const plot = Math.max(2, lefts.length, rights.length) * NODE;
  const node = (side: "from" | "to", at: number): object => ({
    name: `${side} ${at}`,
    itemStyle: { color: colour(at), borderWidth: 0 },
    label: {
      position: side === "from" ? "right" : "left",
      formatter: () => shown((side === "from" ? from : to)[at] ?? "", room.name),
    },
  });
  const option = {
    series: [
      {
        type: "sankey",
        silent: true,
        left: 4,
        right: 4,
        top: 8,
        width: room.width - 8,
        height: plot,
        nodeWidth: 14,
        nodeGap: 10,
        draggable: false,
        // Nodes stay in the order they are given in.
        layoutIterations: 0,
        label: { color: ink, fontSize: LETTERS },
        lineStyle: { color: "source", opacity: 0.3, curveness: 0.5 },
        data: [...lefts.map((at) => node("from", at)), ...rights.map((at) => node("to", at))],
        links: real.map((link) => ({ source: `from ${link.from}`, target: `to ${link.to}`, value: link.value })),
      },
    ],
  };
  return { option, width: room.width, height: plot + 16 };
}
