import type { Variant } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { offerOf } from "../inherited.js";
import { offer } from "./offer.js";
import type { Materials } from "./material-choice.js";
import { shareOf, WHOLE_SHARE } from "./share.js";

/** What a strategy offers: one thing to everybody, or the variants of its split. */
export function variantsOf(c: Checker, node: Tree.Strategy, materials: Materials): Variant[] | null {
  if (!node.split) {
    const only = offer(c, node, node, materials);
    return only && [{ id: null, label: null, shares: [WHOLE_SHARE], offer: only }];
  }
  const sound = isSplit(c, node.split) && areDistinct(c, node.split.variants);
  const made = node.split.variants.map((each) => variant(c, node, each, materials));
  const variants = made.flatMap((each) => each ?? []);
  if (!sound || variants.length < made.length || !sumsUp(c, node.split, variants)) return null;
  return variants;
}

function variant(c: Checker, node: Tree.Strategy, own: Tree.Variant, materials: Materials): Variant | null {
  const shares = [...own.was, own.share].map((each) => shareOf(c, each, 0));
  const sound = shares.flatMap((share) => share ?? []);
  const made = own.none ? null : offer(c, node, offerOf(node, own), materials);
  if (sound.length < shares.length || (!own.none && !made)) return null;
  return { id: own.name.text, label: own.label?.text ?? null, shares: sound, offer: made };
}

/** There is something to compare: two variants, of which one at least touches somebody. */
function isSplit(c: Checker, { variants, span, salt }: Tree.Split): boolean {
  const head = { ...span, end: salt.span.end };
  if (variants.length < 2) c.report.add("split-alone", head, {});
  else if (variants.every(({ none }) => none)) c.report.add("split-of-none", head, {});
  else return true;
  return false;
}

function areDistinct(c: Checker, variants: readonly Tree.Variant[]): boolean {
  const first = new Map<string, Tree.Name>();
  let sound = true;
  for (const { name } of variants) {
    const earlier = first.get(name.text);
    if (earlier) {
      c.report.add("duplicate-name", name.span, { kind: "variant", name: name.text }, { related: [earlier.span] });
      sound = false;
    } else first.set(name.text, name);
  }
  return sound;
}

/** Every user has one variant: today's shares add up to all users, and so did those of every time before. */
function sumsUp(c: Checker, { variants, span, salt }: Tree.Split, made: readonly Variant[]): boolean {
  const head = { ...span, end: salt.span.end };
  const columns = Math.max(...made.map(({ shares }) => shares.length));
  const short = made.findIndex(({ shares }) => shares.length < columns);
  const long = made.find(({ shares }) => shares.length === columns);
  const odd = variants[short];
  if (odd && long) {
    const args = { variant: odd.name.text, has: odd.was.length, other: long.id ?? "", needs: columns - 1 };
    c.report.add("split-history", odd.name.span, args);
    return false;
  }
  for (let column = 0; column < columns; column++) {
    const sum = made.reduce((total, { shares }) => total + (shares[column] ?? 0), 0);
    if (sum === WHOLE_SHARE) continue;
    const earlier = column === columns - 1 ? null : column + 1;
    c.report.add("split-sum", head, { sum: `${sum / 100}%`, earlier });
    return false;
  }
  return true;
}
