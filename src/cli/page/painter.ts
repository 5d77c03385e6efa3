import type * as echarts from "echarts/core";
import type { Language } from "../../diagnostic/wording.js";
import { UsageProblem } from "../report.js";
import { pageWording } from "../wording/page.js";

/** Draws a chart of the library as an SVG picture. */
export type Painter = (option: echarts.EChartsCoreOption, width: number, height: number) => string;

/** Loads the library that draws charts. Throws a `UsageProblem` if it is not installed. */
export async function loadPainter(language: Language): Promise<Painter> {
  const { init, use } = await load(language);
  const [charts, components, renderers] = await Promise.all([
    import("echarts/charts"),
    import("echarts/components"),
    import("echarts/renderers"),
  ]);
  use([charts.BarChart, charts.LineChart, charts.CustomChart, charts.FunnelChart, charts.SankeyChart]);
  use([components.GridComponent, components.LegendComponent, components.MarkLineComponent, renderers.SVGRenderer]);
  let drawn = 0;
  return (option, width, height) => {
    const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
    try {
      chart.setOption({ animation: false, textStyle: { fontFamily: "inherit", color: "var(--ink)" }, ...option });
      return still(chart.renderToSVGString(), `p${++drawn}`);
    } finally {
      chart.dispose();
    }
  };
}

async function load(language: Language): Promise<typeof echarts> {
  try {
    return await import("echarts/core");
  } catch {
    throw new UsageProblem(pageWording[language].noCharts);
  }
}

/** The picture without what serves pointing at it; what its parts name each other by is told apart by `prefix`. */
function still(svg: string, prefix: string): string {
  return svg
    .replace(/<style[^>]*>[^]*?<\/style>/g, "")
    .replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "")
    .replace(/( id="|\(#)zr\d+/g, `$1${prefix}`);
}
