import fc from "fast-check";

/**
 * Random text of the language. What is composed is put in brackets, so that no generator has to know how tightly
 * another's text binds.
 */
export type Text = fc.Arbitrary<string>;

export const pick = (...texts: string[]): Text => fc.constantFrom(...texts);

/** Joins the given generators' texts, as a template. */
export function said(parts: TemplateStringsArray, ...holes: Text[]): Text {
  return fc.tuple(...holes).map((texts) => parts.map((part, index) => part + (texts[index] ?? "")).join(""));
}
