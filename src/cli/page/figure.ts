import { barsDrawing } from "./bars.js";
import { type Drawn, narrow, type Room, wide } from "./drawn.js";
import { flowDrawing } from "./flow.js";
import { funnelDrawing } from "./funnel.js";
import { heatDrawing } from "./heat.js";
import { escaped } from "./html.js";
import { linesDrawing } from "./lines.js";
import type { Chart } from "./page.js";
import type { Painter } from "./painter.js";
import { rangesDrawing } from "./ranges.js";

/** A chart twice: once for wide screens and paper, once for narrow ones, whose letters would else be too small. */
export function chartFigure(chart: Chart, paint: Painter, labelled: string): string {
  const picture = (room: Room, className: string): string => {
    const { option, width, height } = drawn(chart, room);
    const svg = paint(option, width, height).replace(
      /^<svg /,
      `<svg role="img" aria-label="${escaped(chart.name)}" style="min-width:${Math.min(width, least(width, room))}px" `,
    );
    return `<div class="${className}">${svg}</div>\n`;
  };
  return `<figure role="region" tabindex="0" aria-labelledby="${labelled}">\n${picture(wide, "wide")}${picture(narrow, "narrow")}</figure>\n`;
}

/** A picture that needs more room than there is keeps its size and is moved sideways; any other shrinks with the page. */
function least(width: number, room: Room): number {
  return width > room.width ? width : 0;
}

function drawn(chart: Chart, room: Room): Drawn {
  switch (chart.is) {
    case "bars":
      return barsDrawing(chart, room);
    case "lines":
      return linesDrawing(chart, room);
    case "ranges":
      return rangesDrawing(chart, room);
    case "heat":
      return heatDrawing(chart, room);
    case "funnel":
      return funnelDrawing(chart, room);
    case "flow":
      return flowDrawing(chart, room);
  }
}
