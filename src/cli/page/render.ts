import type { Language } from "../../diagnostic/wording.js";
import { pageWording } from "../wording/page.js";
import { chartFigure } from "./figure.js";
import { escaped, paragraphs } from "./html.js";
import { loadPainter, type Painter } from "./painter.js";
import type { Page, PageTable, Section } from "./page.js";
import { style } from "./style.js";

const tongues: Readonly<Record<Language, string>> = { en: "en", zh: "zh-CN" };

/** Up to so many sections are seen at a glance; more get a list of links. */
const GLANCE = 3;

/**
 * The page as one HTML file that needs nothing else: no script, no network. Throws a `UsageProblem` if it has a chart and the
 * library that draws them is not installed.
 */
export async function renderPage(page: Page, language: Language): Promise<string> {
  const painter = page.sections.some(({ chart }) => chart) ? await loadPainter(language) : null;
  const title = escaped(page.title);
  return `<!doctype html>
<html lang="${tongues[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="generator" content="Touchline">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${paragraphs(page.lead, "lead")}</header>
${contents(page.sections, language)}${page.sections.map((section, at) => part(section, at, painter)).join("")}</main>
</body>
</html>
`;
}

function contents(sections: readonly Section[], language: Language): string {
  if (sections.length <= GLANCE) return "";
  const links = sections.map(({ heading }, at) => `<li><a href="#s${at + 1}">${escaped(heading)}</a></li>\n`);
  return `<nav aria-label="${escaped(pageWording[language].contents)}"><ul>\n${links.join("")}</ul></nav>\n`;
}

function part({ heading, note, chart, table }: Section, at: number, painter: Painter | null): string {
  const id = `s${at + 1}`;
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(heading)}</h2>
${note === undefined ? "" : paragraphs(note, "note")}${chart && painter ? chartFigure(chart, painter, id) : ""}${table ? tableOf(table, id) : ""}</section>
`;
}

/** A table that is wider than the screen is moved sideways by itself, with keys too. */
function tableOf({ columns, rows, total }: PageTable, labelled: string): string {
  const aligned = (column: number): string => (columns[column]?.align === "right" ? ' class="right"' : "");
  const head = columns
    .map(({ name }, column) => (name === "" ? "<td></td>" : `<th scope="col"${aligned(column)}>${escaped(name)}</th>`))
    .join("");
  const body = rows.map((row, at) => {
    const cells = row.map((text, column) =>
      column === 0
        ? `<th scope="row"${aligned(column)}>${escaped(text)}</th>`
        : `<td${aligned(column)}>${escaped(text)}</td>`,
    );
    const last = total === true && at === rows.length - 1;
    return `<tr${last ? ' class="total"' : ""}>${cells.join("")}</tr>\n`;
  });
  return `<div class="table" role="region" tabindex="0" aria-labelledby="${labelled}">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("")}</tbody>
</table>
</div>
`;
}
