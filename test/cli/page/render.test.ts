import { describe, expect, it } from "vitest";
import { renderPage } from "../../../src/cli/page/render.js";
import type { Chart, Page } from "../../../src/cli/page/page.js";
import { everyChart } from "./every.js";
import { hostile } from "./hostile.js";

/** The tags of a page, each with its attributes' names: what it is made of, whatever its texts say. */
function skeleton(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z]\w*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
    ([, tag, attributes]) =>
      `${tag} ${[...(attributes ?? "").matchAll(/([\w:-]+)="[^"]*"/g)].map(([, name]) => name).join(" ")}`,
  );
}

const svgOf = (html: string): string[] => html.match(/<svg [^]*?<\/svg>/g) ?? [];

const oneChart = (chart: Chart): Page => ({ title: "t", lead: "", sections: [{ heading: "h", chart }] });

describe("a page", () => {
  it("is made of the same elements whatever its texts are", async () => {
    const names = (html: string): string[] =>
      skeleton(html)
        .filter((tag) => !/^\/?(?:p|text|tspan|path|g) ?/.test(tag))
        .sort();
    const plain = names(await renderPage(everyChart("plain"), "en"));
    expect(names(await renderPage(everyChart(...hostile), "en"))).toEqual(plain);
  });

  it("has no script, no handler, and nothing to fetch", async () => {
    const html = await renderPage(everyChart(...hostile), "en");
    expect(html).not.toMatch(/<(?:script|img|iframe|object|embed|b)[\s>]/i);
    expect(skeleton(html).filter((tag) => /\son\w+/.test(tag))).toEqual([]);
    const links = [...html.matchAll(/\s(?:href|src|xlink:href)="([^"]*)"/g)].map(([, to]) => to ?? "");
    expect(links.filter((to) => !to.startsWith("#") && to !== "data:,")).toEqual([]);
    expect(html.replaceAll(/ xmlns(?::xlink)?="[^"]*"/g, "")).not.toMatch(/https?:|url\((?!#)|@import/);
  });

  it("spells out what cannot be seen, and keeps what can", async () => {
    const html = await renderPage({ title: "a\u202eb", lead: "1 < 2 & 'x'", sections: [] }, "en");
    expect(html).toContain("<h1>a&lt;U+202E&gt;b</h1>");
    expect(html).toContain('<p class="lead">1 &lt; 2 &amp; &#39;x&#39;</p>');
    expect(html).not.toContain("\u202e");
  });

  it("says its language, and is the same whenever it is rendered", async () => {
    const page = everyChart("name");
    const [en, zh, again] = [await renderPage(page, "en"), await renderPage(page, "zh"), await renderPage(page, "en")];
    expect(en).toContain('<html lang="en">');
    expect(zh).toContain('<html lang="zh-CN">');
    expect(again).toBe(en);
  });

  it("gives every part of a picture a name of its own", async () => {
    const html = await renderPage(everyChart("name"), "en");
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("draws each chart twice, and names it for who cannot see it", async () => {
    const html = await renderPage(
      oneChart({ is: "funnel", name: "who <paid>", steps: [{ value: 2, text: "two" }] }),
      "en",
    );
    const charts = svgOf(html);
    expect(charts).toHaveLength(2);
    for (const svg of charts) {
      expect(svg).toContain('role="img" aria-label="who &lt;paid&gt;"');
      expect(svg).toContain(">two</text>");
    }
  });

  it("takes colours from the page, so that dark screens and paper have their own", async () => {
    for (const svg of svgOf(await renderPage(everyChart("name"), "en"))) {
      const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour ?? "");
      const fixed = colours.filter(
        (colour) => !colour.startsWith("var(--") && colour !== "none" && colour !== "transparent",
      );
      // What is never seen may have any colour: areas to click on, the shapes of clips, the inside of a straight line.
      const seen = svg
        .replaceAll(/<clipPath[^]*?<\/clipPath>/g, "")
        .replaceAll(/<path[^>]*(?:fill-opacity="0"|fill="none")[^>]*>/g, "")
        .replaceAll(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+"[^>]*>/g, "");
      expect(fixed.filter((colour) => seen.includes(` fill="${colour}"`))).toEqual([]);
    }
  });

  it("draws what there is where there is little or nothing", async () => {
    const format = String;
    const charts: Chart[] = [
      { is: "bars", name: "n", labels: [], series: [{ name: "s", values: [] }], format },
      { is: "bars", name: "n", labels: ["a"], series: [{ name: "s", values: [0] }], format },
      { is: "lines", name: "n", labels: ["a"], series: [{ name: "s", values: [null] }], format },
      { is: "lines", name: "n", labels: ["a"], series: [{ name: "s", values: [0] }], format },
      { is: "ranges", name: "n", rows: [], format },
      { is: "heat", name: "n", rows: ["a"], columns: ["b"], cells: [[{ value: 0, text: "0" }]] },
      { is: "heat", name: "n", rows: ["a"], columns: ["b"], cells: [[null]] },
      { is: "funnel", name: "n", steps: [] },
      { is: "flow", name: "n", from: ["a"], to: ["a"], links: [{ from: 0, to: 0, value: 0 }] },
    ];
    for (const chart of charts) {
      const html = await renderPage(oneChart(chart), "en");
      expect(html).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("marks the row that adds up, and right-aligned numbers", async () => {
    const html = await renderPage(everyChart("n"), "en");
    expect(html).toContain('<tr class="total"><th scope="row">∑ n</th><td class="right">1,234,567</td></tr>');
    expect(html).toContain('<th scope="col" class="right">n n</th>');
  });
});
