const SHOWN = 12;

const codes = (names: readonly string[], comma: string, more: string): string =>
  names
    .slice(0, SHOWN)
    .map((name) => `\`${name}\``)
    .join(comma) + (names.length > SHOWN ? more : "");

/** Names in a sentence, the first dozen of them. */
export const listEn = (names: readonly string[]): string => codes(names, ", ", ", …");
export const listZh = (names: readonly string[]): string => codes(names, "、", "……");

/** One line of a text, short enough to show. */
export function line(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length > 80 ? `${first.slice(0, 79)}…` : first;
}
