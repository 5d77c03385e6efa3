import type { Benefit, Channel, Material, MaterialLine } from "../syntax/tree.js";
import { stock, terms } from "./benefit.js";
import { after, ended, type Said } from "./said.js";
import type { Scope } from "./scope.js";
import { told } from "./test.js";
import type { Unit } from "./told.js";
import { value } from "./value.js";

/** All that a benefit says. */
export function benefit(node: Benefit, scope: Scope): string {
  const { words } = scope;
  return [terms(node, scope), ...stock(node, scope)].join(words.semicolon) + words.stop;
}

/** What a send costs, how much may go out, and whom the channel reaches. */
export function channel({ reach, cost, quota, limits }: Channel, scope: Scope): Said {
  const { words, catalogue } = scope;
  const amount = cost ? words.quantity(cost.amount, cost.unit) : words.quantity("0", catalogue.currency);
  const bounds = [
    words.cost(amount),
    ...(quota ? [words.quota(quota.n.amount, quota.per.text as Unit)] : []),
    ...limits.map(({ part, characters }) => words.characters(part.text, characters.amount)),
  ];
  const said = reach ? after(words.reachIf, told(reach, scope)) : words.reachAll;
  return ended(after(bounds.join(words.semicolon) + words.semicolon, said), words.stop);
}

/** The texts of a material, holes in braces; or what fills a template of the provider. */
export function material(node: Material, scope: Scope): Said {
  const { words, catalogue } = scope;
  const head = words.materialFor(words.name(catalogue.named.channel.shown(node.channel.text)));
  if (node.template) return filledTemplate(node.template, head, scope);
  const locales = new Set(node.lines.map((line) => line.locale.text));
  const [first = ""] = locales;
  const fallback = locales.size > 1 ? [words.fallbackLocale(first, catalogue.hasLocale)] : [];
  const items = [...node.lines.map((line) => textLine(line, scope)), ...fallback];
  return { head: head + words.colon.trimEnd(), numbered: false, items };
}

function filledTemplate({ id, parameters }: NonNullable<Material["template"]>, lead: string, scope: Scope): Said {
  const { words } = scope;
  const head = lead + words.comma + words.template(words.text(id.text));
  if (parameters.length === 0) return head + words.stop;
  const items = parameters.map((each) => words.parameter(each.name.text, value(each.value, scope)));
  return { head: head + words.colon.trimEnd(), numbered: false, items };
}

function textLine({ locale, part, pieces }: MaterialLine, scope: Scope): string {
  const texts = pieces.map((piece) => (piece.is === "words" ? plain(piece.text) : `{${value(piece.value, scope)}}`));
  return scope.words.materialLine(locale.text, part.text, texts.join(""));
}

/** The words of a message as they will stand, on one line; its own braces are doubled, as they are in the file. */
function plain(text: string): string {
  return text.replaceAll("{", "{{").replaceAll("}", "}}").replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
}
