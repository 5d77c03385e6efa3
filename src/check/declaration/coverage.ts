import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { usesOf } from "../usage.js";
import { localeOf } from "./locale.js";

/**
 * Every user reads a message in their own language: a material that goes out has a text for each locale of the project. A text
 * in `zh` serves `zh-TW`, and one in `zh-CN` serves a project that says `zh`; one in `zh-CN` does not serve `zh-TW`.
 */
export function coversLocales(c: Checker, node: Tree.Material): void {
  const [use] = usesOf(c.catalogue, node.name.text);
  const written = [...new Set(node.lines.flatMap(({ locale }) => localeOf(locale.text) ?? []))];
  if (!use || written.length === 0) return;
  const parts = [...new Set(node.lines.map(({ part }) => part.text))];
  for (const locale of new Set((c.catalogue.project?.locales ?? []).flatMap(({ text }) => localeOf(text) ?? []))) {
    if (serves(chosen(written, locale), locale)) continue;
    const args = {
      material: node.name.text,
      locale,
      parts,
      channel: node.channel.text,
      strategy: use.strategy.name.text,
      variant: use.variant?.name.text ?? null,
    };
    c.report.add("locale-missing", node.name.span, args, { related: [(use.variant ?? use.strategy).name.span] });
  }
}

/** The text that a user of a locale reads: that of the very locale, else the first of its language. */
function chosen(written: readonly string[], locale: string): string | null {
  const [language] = locale.split("-");
  return written.find((each) => each === locale) ?? written.find((each) => each.split("-")[0] === language) ?? null;
}

function serves(text: string | null, locale: string): boolean {
  return text !== null && (`${text}-`.startsWith(`${locale}-`) || `${locale}-`.startsWith(`${text}-`));
}
