/** A quote sign: `"`, and `'` for a text inside a text. */
export type QuoteSign = '"' | "'";

const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\t", "\\t"],
]);

/** A text as it is written, without its quotes. */
export function escaped(words: string): string {
  return words.replace(/[\\"\n\t]/g, (sign) => escapes.get(sign) ?? sign);
}

/** A text as it is written. A double quote is escaped in both forms: that with `'` stands inside one with `"`. */
export function quoted(words: string, sign: QuoteSign): string {
  return `${sign}${sign === "'" ? escaped(words).replaceAll("'", "\\'") : escaped(words)}${sign}`;
}
