import type { BestHour } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { eventOf } from "../expression/pattern.js";
import { isKept } from "../expression/retention.js";
import { countOf } from "./count.js";

type Rule = Extract<Tree.PolicyRule, { readonly is: "bestHour" }>;

/** How many dates before today habits are read from. */
const DAYS = 90;

/** Without a rule: from what users open and click alone, once they did so ten times. */
export const usualBestHour: BestHour = { events: [], least: 10 };

/** `best hour from pay, visit at least 10 times`: the facts that tell how often each hour of the day was used. */
export function bestHour(c: Checker, rule: Rule): BestHour | null {
  const least = rule.least ? countOf(c, rule.least, 1) : usualBestHour.least;
  const events = rule.events.map((name) => eventFor(c, name));
  const sound = [...new Set(events.flatMap((event) => event ?? []))];
  if (least === null || events.includes(null)) return null;
  for (const event of sound) {
    for (let hour = 0; hour < 24; hour++) c.facts.column({ is: "hour", event, hour, days: DAYS });
  }
  return { events: sound, least };
}

function eventFor(c: Checker, name: Tree.Name): number | null {
  const entry = eventOf(c, name);
  if (!entry || !isKept(c, entry, { is: "last", unit: "day", n: DAYS + 1 }, name.span)) return null;
  return entry.place;
}
