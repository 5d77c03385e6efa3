import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generated } from "../../grammar/generate.js";
import { ruleShapes, type Shape } from "../../grammar/shape.js";
import { words } from "../../grammar/words.js";

const files = generated();
const textOf = (name: string): string => readFileSync(new URL(`../../grammar/${name}`, import.meta.url), "utf8");
const rules = ruleShapes();

function inside(shape: Shape): Shape[] {
  if (shape.is === "sequence" || shape.is === "choice") return [shape, ...shape.parts.flatMap(inside)];
  if (shape.is === "optional" || shape.is === "many") return [shape, ...inside(shape.part)];
  return [shape];
}

describe("what is made from the grammar", () => {
  it.each([...files.keys()])("%s has not drifted: `npm run generate` writes it anew", (name) => {
    expect(files.get(name)).toBe(textOf(name));
  });

  it("the EBNF says every rule that it uses once, and spells every token out", () => {
    const names = rules.map(({ name }) => name);
    const used = rules.flatMap(({ shape }) => inside(shape)).flatMap((each) => (each.is === "rule" ? [each.text] : []));
    expect(new Set(used)).toEqual(new Set(names.filter((name) => name !== "file" && name !== "hole")));
    expect(new Set(names).size).toBe(names.length);
    const text = files.get("touchline.ebnf") ?? "";
    for (const name of names) expect(text.match(new RegExp(`^${name}(?: = |$)`, "gm"))).toHaveLength(1);
    expect(text).not.toMatch(/Word\b|NOT_APPLICABLE|undefined/);
    expect(text).toContain('\nrepeatClause = "repeat" ( "never" | "always" | "after" quantity ) ;\n');
  });

  it("the diagrams need no script and no network, and every link leads to a rule", () => {
    const page = files.get("diagram.html") ?? "";
    expect(page).not.toMatch(/<script|https?:|NaN|undefined/);
    const ids = new Set([...page.matchAll(/ id="(\w+)"/g)].map(([, id]) => id));
    const links = [...page.matchAll(/ href="#(\w+)"/g)].map(([, id]) => id);
    expect(ids.size).toBe(rules.length);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    for (const tag of ["svg", "g", "a", "text"]) {
      expect(page.split(`<${tag} `).length, tag).toBe(page.split(`</${tag}>`).length);
    }
  });
});

interface Pattern {
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Record<string, { name: string }>;
  readonly patterns?: readonly Pattern[];
}

describe("the TextMate grammar", () => {
  const { repository } = JSON.parse(files.get("touchline.tmLanguage.json") ?? "") as {
    repository: Record<string, Pattern>;
  };
  const matched = (part: string, text: string): string | undefined =>
    new RegExp(repository[part]?.match ?? "", "u").exec(text)?.[0];

  it("colours every word of the language, and no part of a name", () => {
    for (const word of words) {
      const found = ["keyword", "operator", "constant"].filter((part) => matched(part, `x ${word} y`) === word);
      expect([word, found.length]).toEqual([word, 1]);
      for (const part of ["keyword", "operator", "constant"]) {
        for (const name of [`${word}_x`, `x_${word}`, `用${word}户`, `a.${word}`, `\`${word}\``]) {
          expect(matched(part, name) ?? "", `${part} in ${name}`).not.toContain(word);
        }
      }
    }
  });

  it("tells the parts of a declaration's first line", () => {
    const head = new RegExp(repository.head?.match ?? "", "u");
    expect(head.exec('strategy wake "唤醒" {')?.slice(1)).toEqual(["strategy", undefined, "wake", '"唤醒"']);
    expect(head.exec('tag fact 高价值 "多" =')?.slice(1)).toEqual(["tag", "fact ", "高价值", '"多"']);
    expect(head.exec("benefit coupon hp20 {")?.slice(1)).toEqual(["benefit", "coupon ", "hp20", undefined]);
    expect(new RegExp(repository.field?.match ?? "", "u").exec("  `when`: CNY")?.[1]).toBe("`when`");
  });

  it("takes a number with its unit", () => {
    const numbers = repository.number?.patterns?.at(-1)?.match ?? "";
    const units = (text: string): (string | undefined)[] => new RegExp(numbers, "u").exec(text)?.slice(1, 3) ?? [];
    expect(units("7 days")).toEqual(["7", "days"]);
    expect(units("0.05 CNY")).toEqual(["0.05", "CNY"]);
    expect(units("30%")).toEqual(["30", "%"]);
    expect(units("3 daysx")).toEqual(["3", undefined]);
    expect(units("x3")).toEqual([]);
  });
});
