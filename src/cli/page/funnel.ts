import { type Drawn, ink, LETTERS, type Room, shown } from "./drawn.js";
import type { Funnel } from "./page.js";

const STEP = 40;

export function funnelDrawing({ steps }: Funnel, room: Room): Drawn {
  const height = steps.length * STEP;
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const option = {
    series: [
      {
        type: "funnel",
        silent: true,
        sort: "none",
        left: 8,
        top: 4,
        width: room.width - 16,
        height,
        gap: 3,
        min: 0,
        max: most,
        minSize: "0%",
        maxSize: "100%",
        labelLine: { show: false },
        label: {
          show: true,
          position: "inside",
          color: ink,
          fontSize: LETTERS,
          formatter: (item: { readonly dataIndex: number }) => textOf(steps, item.dataIndex, room),
        },
        itemStyle: { color: "var(--tint)", borderWidth: 0 },
        data: steps.map(({ value }, at) => ({ name: String(at), value })),
      },
    ],
  };
  return { option, width: room.width, height: height + 8 };
}

/** The words of a step stand across it, and beyond where it is thin. */
function textOf(steps: Funnel["steps"], at: number, room: Room): string {
  return shown(steps[at]?.text ?? "", room.width - 8);
}
