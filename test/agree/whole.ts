import { isDeepStrictEqual } from "node:util";
import type { DecideResult } from "../../src/index.js";
import type { Declaration } from "../../src/syntax/tree.js";
import { type Answer, decide } from "../reference/decide.js";
import type { Stock } from "../reference/stock.js";
import type { Life } from "./life.js";

/** All that was decided about a user in an interval, in order, without what only one of the two implementations tells. */
export interface Whole {
  readonly decisions: readonly object[];
  readonly ghosts: readonly object[];
  readonly cancellations: readonly object[];
  /** Past `targeted`. */
  readonly refused: readonly object[];
  /** How often each strategy refused by each clause of its `who`: `alpha clause_1`. */
  readonly untargeted: Readonly<Record<string, number>>;
}

/** What is asked: a life, or a part of it, with what was known before. */
export type Asked = Pick<Life, "user" | "events" | "entries" | "since" | "until">;

/** What the engine decided, as both implementations tell it. */
export function byEngine({ decisions, ghosts, cancellations, refusals, counts }: DecideResult): Whole {
  return {
    decisions: decisions.map((one) => without(one, "program")),
    ghosts: ghosts.map((one) => without(one, "program")),
    cancellations,
    refused: refusals.map((one) => without(one, "user")),
    untargeted: Object.fromEntries(untargetedIn(counts)),
  };
}

function without<T extends object, K extends keyof T>(one: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = one;
  return rest;
}

/** How often each clause of `who` refused: it stands in counts alone. */
export function untargetedIn(counts: DecideResult["counts"]): (readonly [what: string, n: number])[] {
  return counts.flatMap(({ strategy, gates }) =>
    gates.flatMap(({ gate, refused }) =>
      gate === "targeted" ? Object.entries(refused).map(([code, n]) => [`${strategy} ${code}`, n] as const) : [],
    ),
  );
}

export function byReference(declarations: readonly Declaration[], asked: Asked, stock: Stock): Whole {
  return wholeOf(decide(declarations, asked, stock));
}

function wholeOf({ decisions, ghosts, cancellations, refused }: Answer): Whole {
  const untargeted: Record<string, number> = {};
  for (const { strategy, gate, code } of refused)
    if (gate === "targeted") untargeted[`${strategy} ${code}`] = (untargeted[`${strategy} ${code}`] ?? 0) + 1;
  return { decisions, ghosts, cancellations, refused: refused.filter(({ gate }) => gate !== "targeted"), untargeted };
}

const parts = ["decisions", "ghosts", "cancellations", "refused"] as const;

/** The first thing in which two differ, and what each says of it; `null` if they agree. */
export function differenceOf(one: Whole, other: Whole): string | null {
  const part = parts.find((each) => !isDeepStrictEqual(one[each], other[each]));
  if (part !== undefined) return firstDifference(part, one[part], other[part]);
  if (isDeepStrictEqual(one.untargeted, other.untargeted)) return null;
  return `targeted: ${JSON.stringify(one.untargeted)} against ${JSON.stringify(other.untargeted)}`;
}

/** The first members in which two lists differ. */
export function firstDifference(what: string, one: readonly object[], other: readonly object[]): string {
  const place = [...one, null].findIndex((each, at) => !isDeepStrictEqual(each, other[at] ?? null));
  const [told, expected] = [one[place], other[place]].map((each) => JSON.stringify(each ?? null, null, 1));
  return `${what}, number ${place + 1}:\n${told}\nagainst\n${expected}`;
}
