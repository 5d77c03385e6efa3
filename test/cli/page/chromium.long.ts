import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPage } from "../../../src/cli/page/render.js";
import { visible } from "../../../src/text/visible.js";
import { folder } from "../../host/folder.js";
import { touchline } from "../capture.js";
import { shopFolder, shopOf, since, until } from "../shop.js";
import { everyChart } from "./every.js";
import { hostile, long } from "./hostile.js";

/** Pages as people see them: opened in a browser, on a wide screen and a narrow one, in both languages. */

const program = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const present = existsSync(program);
if (!present) {
  console.warn(
    `\nSKIPPED: pages are not looked at, because there is no chromium at ${program}; set CHROMIUM to its path\n`,
  );
}

interface Seen {
  /** How many pixels the page is wider than the screen. */
  readonly over: number;
  readonly text: string;
  readonly title: string;
  readonly lang: string;
  /** Texts of pictures that reach beyond their picture, by more than a pixel. */
  readonly cut: readonly string[];
  /** Visible pictures. */
  readonly pictures: number;
  readonly smallest: number;
  /** What went wrong, was asked for from elsewhere, or popped up. */
  readonly noise: readonly string[];
}

describe.skipIf(!present)("a page in chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
  });

  async function look(file: string, width: number): Promise<Seen> {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: width < 500 ? "dark" : "light",
    });
    const noise: string[] = [];
    page.on("console", (message) => noise.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
    page.on("dialog", (dialog) => noise.push(`dialog: ${dialog.message()}`));
    page.on("request", (request) => {
      if (request.url() !== `file://${file}` && !request.url().startsWith("data:"))
        noise.push(`request: ${request.url()}`);
    });
    await page.goto(`file://${file}`);
    // Written as text, since it runs in the page, whose types are not ours.
    const seen = (await page.evaluate(`(() => {
      const root = document.documentElement;
      const shown = [...document.querySelectorAll("svg")].filter((svg) => svg.getClientRects().length > 0);
      const reaches = (svg, text) => {
        const [a, b] = [svg.getBoundingClientRect(), text.getBoundingClientRect()];
        return b.left < a.left - 1 || b.right > a.right + 1 || b.top < a.top - 1 || b.bottom > a.bottom + 1;
      };
      const texts = shown.flatMap((svg) => [...svg.querySelectorAll("text")].map((text) => ({ svg, text })));
      return {
        over: root.scrollWidth - root.clientWidth,
        text: document.body.innerText + " " + texts.map(({ text }) => text.textContent).join(" "),
        title: document.title,
        lang: root.lang,
        cut: texts.filter(({ svg, text }) => reaches(svg, text)).map(({ text }) => text.textContent),
        pictures: shown.length,
        smallest: Math.min(...texts.map(({ text }) => text.getBoundingClientRect().height)),
      };
    })()`)) as Omit<Seen, "noise">;
    await page.close();
    return { ...seen, noise };
  }

  for (const [what, names] of [
    ["hostile", hostile],
    ["long", long],
  ] as const) {
    it(`shows ${what} names as they are`, async () => {
      const page = everyChart(...names);
      const file = join(folder(), "page.html");
      writeFileSync(file, await renderPage(page, "zh"));
      for (const width of [1280, 390]) {
        const seen = await look(file, width);
        expect([seen.noise, seen.over, seen.lang]).toEqual([[], 0, "zh-CN"]);
        expect(seen.pictures).toBe(page.sections.filter(({ chart }) => chart).length);
        expect(seen.cut).toEqual([]);
        for (const { heading } of page.sections) expect(plain(seen.text)).toContain(plain(visible(heading)));
      }
    });
  }

  const commands: readonly { name: string; args: string[]; pictures: number }[] = [
    { name: "matrix", args: ["matrix", "--since", since], pictures: 3 },
    { name: "portrait of a tier", args: ["portrait", "--tier", "spend.gold"], pictures: 1 },
    { name: "portrait in brief", args: ["portrait"], pictures: 9 },
  ];
  for (const { name, args, pictures } of commands) {
    for (const lang of ["en", "zh"]) {
      it(`shows all of a ${name} in ${lang}`, async () => {
        const cwd = shopFolder(shopOf(420));
        const { code, stderr } = await touchline([...args, "--until", until, "--lang", lang, "--page", "page.html"], {
          cwd,
        });
        expect([code, stderr]).toEqual([0, ""]);
        const file = join(cwd, "page.html");
        const html = readFileSync(file, "utf8");
        const cells = [...html.matchAll(/<(?:h1|h2|p|th|td)\b[^>]*>([^<]+)</g)].map(([, text]) => text ?? "");
        expect(cells.length).toBeGreaterThan(20);
        for (const width of [1280, 390]) {
          const seen = await look(file, width);
          expect([seen.noise, seen.over, seen.lang]).toEqual([[], 0, lang === "en" ? "en" : "zh-CN"]);
          expect([seen.pictures, seen.cut]).toEqual([pictures, []]);
          expect(seen.smallest).toBeGreaterThan(9);
          const missing = cells.map(unescaped).filter((text) => !plain(seen.text).includes(plain(text)));
          expect(missing).toEqual([]);
        }
      });
    }
  }
});

/** As a page folds it. */
function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
