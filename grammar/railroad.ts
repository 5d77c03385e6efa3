import type { RuleShape, Shape } from "./shape.js";

/** A drawn shape: the line enters at the left and leaves at the right on one height, with room above and below it. */
interface Drawing {
  readonly width: number;
  readonly up: number;
  readonly down: number;
  readonly draw: (x: number, y: number) => string;
}

const GAP = 10;
const HALF = 12;
const CELL = 7.5;
/** A row longer than this goes on below. */
const ROW = 760;

const path = (d: string): string => `<path d="${d}"/>`;
const across = (x: number, y: number, width: number): string => (width > 0 ? path(`M${x} ${y}h${width}`) : "");

/** One page with a railroad diagram of each rule, as plain SVG: it needs no script and no network. */
export function railroad(rules: readonly RuleShape[]): string {
  const sections = rules.map(({ name, shape }) => `<h2 id="${name}">${name}</h2>\n${svg(shape)}`);
  const index = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join("\n");
  return `<!DOCTYPE html>
<html lang="en">
<!-- Generated from the grammar by \`npm run generate\`; do not edit. -->
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The Touchline language</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; background: #fff }
h2 { font: 600 1rem ui-monospace, monospace; margin: 2rem 0 .5rem }
nav a { margin-right: .75rem; font: 13px ui-monospace, monospace }
svg { max-width: 100%; height: auto }
path { fill: none; stroke: #555; stroke-width: 1.5 }
rect { fill: #eef3fb; stroke: #446; stroke-width: 1.2 }
.word rect { fill: #e8f5e9 } .class rect { fill: #fff6e0 }
text { font: 12.5px ui-monospace, monospace; text-anchor: middle; fill: #111 }
</style>
<h1>The Touchline language</h1>
<p>Round boxes are words and signs as written, yellow ones kinds of token, square ones rules.</p>
<nav>
${index}
</nav>
${sections.join("\n")}
</html>
`;
}

function svg(shape: Shape): string {
  const { width, up, down, draw } = drawing(shape);
  const [w, h] = [Math.ceil(width + 4 * GAP), Math.ceil(up + down + 2 * GAP)];
  const y = up + GAP;
  const ends = path(`M${GAP / 2} ${y - 6}v12`) + path(`M${w - GAP / 2} ${y - 6}v12`);
  const body = across(GAP / 2, y, GAP * 1.5) + draw(2 * GAP, y) + across(2 * GAP + width, y, GAP * 1.5);
  return `<svg viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img">${ends}${body}</svg>`;
}

function drawing(shape: Shape): Drawing {
  switch (shape.is) {
    case "word":
    case "class":
    case "rule":
      return box(shape.is, shape.text);
    case "sequence":
      return rows(shape.parts.map(drawing));
    case "choice":
      return choice(shape.parts.map(drawing));
    case "optional":
      return choice([empty, drawing(shape.part)]);
    case "many": {
      const again = loop(drawing(shape.part), shape.separator === null ? empty : drawing(shape.separator));
      return shape.once ? again : choice([empty, again]);
    }
  }
}

const empty: Drawing = { width: 0, up: 0, down: 0, draw: () => "" };

function box(is: "word" | "class" | "rule", text: string): Drawing {
  const width = Math.max(24, text.length * CELL + 16);
  const radius = is === "rule" ? 0 : HALF - 1;
  return {
    width,
    up: HALF,
    down: HALF,
    draw: (x, y) => {
      const rect = `<rect x="${x}" y="${y - HALF + 1}" width="${width}" height="${2 * HALF - 2}" rx="${radius}"/>`;
      const drawn = `<g class="${is}">${rect}<text x="${x + width / 2}" y="${y + 4}">${escaped(text)}</text></g>`;
      return is === "rule" ? `<a href="#${text}">${drawn}</a>` : drawn;
    },
  };
}

/** One after the other, in as many rows as it takes. */
function rows(parts: readonly Drawing[]): Drawing {
  const lines: Drawing[][] = [[]];
  let used = 0;
  for (const part of parts) {
    if (used > 0 && used + part.width > ROW) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(part);
    used += part.width + GAP;
  }
  const [first = empty, ...rest] = lines.map(row);
  return rest.reduce(below, first);
}

function row(parts: readonly Drawing[]): Drawing {
  const width = parts.reduce((sum, part) => sum + part.width, 0) + GAP * Math.max(0, parts.length - 1);
  const draw = (x: number, y: number): string => {
    let at = x;
    return parts
      .map((part, index) => {
        const drawn = part.draw(at, y) + (index < parts.length - 1 ? across(at + part.width, y, GAP) : "");
        at += part.width + GAP;
        return drawn;
      })
      .join("");
  };
  return { width, up: most(parts, "up"), down: most(parts, "down"), draw };
}

/** The second row under the first; the line runs back between them. */
function below(first: Drawing, second: Drawing): Drawing {
  const width = Math.max(first.width, second.width) + 2 * GAP;
  const middle = first.down + GAP;
  const drop = middle + GAP + second.up;
  return {
    width,
    up: first.up,
    down: drop + second.down,
    draw: (x, y) => {
      const back = path(
        `M${x + GAP + first.width} ${y}h${GAP / 2}v${middle}H${x + GAP / 2}v${drop - middle}h${GAP / 2}`,
      );
      const out = `M${x + GAP + second.width} ${y + drop}H${x + width - GAP / 2}V${y}h${GAP / 2}`;
      return across(x, y, GAP) + first.draw(x + GAP, y) + back + second.draw(x + GAP, y + drop) + path(out);
    },
  };
}

/** One of several, the first on the line and the others below. */
function choice(parts: readonly Drawing[]): Drawing {
  const widest = most(parts, "width");
  const width = widest + 4 * GAP;
  const drops: number[] = [];
  let depth = 0;
  parts.forEach((part, index) => {
    drops.push(index === 0 ? 0 : depth + GAP / 2 + Math.max(part.up, HALF));
    depth = (drops[index] as number) + Math.max(part.down, index === 0 ? HALF : part.down);
  });
  const draw = (x: number, y: number): string =>
    parts
      .map((part, index) => {
        const drop = drops[index] as number;
        const [left, right] = [x + 2 * GAP, x + width];
        const drawn = part.draw(left, y + drop) + across(left + part.width, y + drop, widest - part.width);
        if (drop === 0) return across(x, y, 2 * GAP) + drawn + across(right - 2 * GAP, y, 2 * GAP);
        return (
          path(`M${x} ${y}h${GAP}v${drop}h${GAP}`) + drawn + path(`M${right - 2 * GAP} ${y + drop}h${GAP}V${y}h${GAP}`)
        );
      })
      .join("");
  return { width, up: parts[0]?.up ?? 0, down: depth, draw };
}

/** Once or more: the way back runs below, through the separator. */
function loop(part: Drawing, separator: Drawing): Drawing {
  const widest = Math.max(part.width, separator.width);
  const width = widest + 2 * GAP;
  const drop = part.down + GAP / 2 + Math.max(separator.up, GAP / 2);
  const draw = (x: number, y: number): string => {
    const start =
      across(x, y, GAP) + part.draw(x + GAP, y) + across(x + GAP + part.width, y, widest - part.width + GAP);
    const middle = x + GAP + (widest - separator.width) / 2;
    const right = path(`M${x + width - GAP} ${y}h${GAP / 2}v${drop}H${middle + separator.width}`);
    const left = path(`M${middle} ${y + drop}H${x + GAP / 2}V${y}h${GAP / 2}`);
    return start + right + separator.draw(middle, y + drop) + left;
  };
  return { width, up: part.up, down: drop + separator.down, draw };
}

const most = (parts: readonly Drawing[], of: "width" | "up" | "down"): number =>
  Math.max(0, ...parts.map((part) => part[of]));

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
