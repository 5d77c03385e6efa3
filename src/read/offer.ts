import type { Benefit, Channel, Goal, Material, MaterialLine } from "../syntax/tree.js";
import { happening } from "./event.js";
import { after, ended, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { lengthOf } from "./stretch.js";
import { told } from "./test.js";
import { value } from "./value.js";

/** What a benefit gives, and how long. */
export function terms({ kind, amount, over, valid }: Benefit, { words }: Scope): string {
  const given = amount ? words.quantity(amount.amount, amount.unit) : "";
  const term = valid && lengthOf(valid);
  if (kind.text === "points") return words.points(given, term);
  return words.coupon({ amount: given, over: over && words.quantity(over.amount, over.unit), valid: term });
}

/** Whom a channel reaches, and what a send costs. */
export function channel({ reach, cost }: Channel, scope: Scope): Said {
  const { words, catalogue } = scope;
  const amount = cost ? words.quantity(cost.amount, cost.unit) : words.quantity("0", catalogue.currency);
  const said = reach ? after(words.reachIf, told(reach, scope)) : words.reachAll;
  return ended(after(words.cost(amount), said), words.stop);
}

/** The texts of a material, holes in braces. */
export function material(node: Material, scope: Scope): Said {
  const { words, catalogue } = scope;
  const head = words.materialFor(words.name(catalogue.named.channel.shown(node.channel.text))) + words.colon.trimEnd();
  const locales = new Set(node.lines.map((line) => line.locale.text));
  const [first = ""] = locales;
  const fallback = locales.size > 1 ? [words.fallbackLocale(first, catalogue.hasLocale)] : [];
  return { head, numbered: false, items: [...node.lines.map((line) => textLine(line, scope)), ...fallback] };
}

function textLine({ locale, part, pieces }: MaterialLine, scope: Scope): string {
  const texts = pieces.map((piece) => (piece.is === "words" ? plain(piece.text) : `{${value(piece.value, scope)}}`));
  return scope.words.materialLine(locale.text, part.text, texts.join(""));
}

/** The words of a message as they will stand, on one line; its own braces are doubled, as they are in the file. */
function plain(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}

export function goal({ pattern }: Goal, scope: Scope): string {
  return (pattern ? scope.words.goal(happening(pattern, scope)) : "") + scope.words.stop;
}
