import type { Hours, Policy } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import { type Checker, userScope } from "../checker.js";
import { bestHour, usualBestHour } from "./best-hour.js";
import { cap } from "./cap.js";
import { channelPlace } from "./channel-name.js";
import { hoursOf } from "./clock.js";
import { purposeOf } from "./purpose.js";
import { holdoutOf } from "./share.js";

type Rule<K extends Tree.PolicyRule["is"]> = Extract<Tree.PolicyRule, { readonly is: K }>;

/** The rules that hold for every strategy; none without a `policy`. `null` when something in it was reported. */
export function policy(c: Checker, node: Tree.Policy | null): Policy | null {
  const rules = <K extends Tree.PolicyRule["is"]>(is: K): Rule<K>[] =>
    (node?.rules ?? []).filter((rule): rule is Rule<K> => rule.is === is);
  const consents = whole(rules("consent").map((rule) => consent(c, rule)));
  const stops = whole(rules("stopList").map(({ test }) => c.test(test, userScope).test));
  const personal = only(c, rules("personalise"));
  const mayPersonalise = personal && c.test(personal.test, userScope).test;
  const quiet = only(c, rules("quiet"));
  const hours = quiet && quietHours(c, quiet);
  const caps = distinctCaps(c, rules("cap"));
  const holdout = only(c, rules("holdout"));
  const heldOut = holdout && holdoutOf(c, holdout.holdout);
  const habits = only(c, rules("bestHour"));
  const best = habits ? bestHour(c, habits) : usualBestHour;
  if (!consents || !stops || !caps || !best) return null;
  if ((personal && !mayPersonalise) || (quiet && !hours) || (holdout && !heldOut)) return null;
  return {
    id: node?.name.text ?? null,
    label: node?.label?.text ?? null,
    consents,
    stops,
    personal: mayPersonalise,
    quiet: hours,
    caps,
    holdout: heldOut,
    bestHour: best,
  };
}

/** Of rules that can hold only once the first counts. */
function only<R extends Rule<"personalise" | "quiet" | "holdout" | "bestHour">>(
  c: Checker,
  [first, ...others]: readonly R[],
): R | null {
  for (const other of others) {
    c.report.add("rule-twice", other.span, { rule: other.is }, { related: first ? [first.span] : [] });
  }
  return first ?? null;
}

/** All of them, or `null` where one had an error. */
function whole<T>(made: readonly (T | null)[]): T[] | null {
  const sound = made.flatMap((each) => (each === null ? [] : [each]));
  return sound.length < made.length ? null : sound;
}

function consent(c: Checker, rule: Rule<"consent">): Policy["consents"][number] | null {
  const channel = rule.channel && channelPlace(c, rule.channel);
  const purpose = rule.purpose && purposeOf(c, rule.purpose);
  const { test } = c.test(rule.test, userScope);
  if (!test || (rule.channel && channel === null) || (rule.purpose && !purpose)) return null;
  return { channel, purpose, test };
}

function quietHours(c: Checker, rule: Rule<"quiet">): Hours | null {
  const hours = hoursOf(c, rule.from, rule.to, rule.span);
  return hours && { ...hours, otherwise: rule.otherwise };
}

/** Caps go by name in the reasons for not touching somebody, so no two may have one. */
function distinctCaps(c: Checker, rules: readonly Rule<"cap">[]): Policy["caps"] | null {
  const first = new Map<string, Tree.PolicyRule>();
  return whole(
    rules.map((rule) => {
      const made = cap(c, rule);
      const earlier = made && first.get(made.name);
      if (made && !earlier) first.set(made.name, rule);
      if (!made || !earlier) return made;
      return c.report.add("duplicate-name", rule.span, { kind: "cap", name: made.name }, { related: [earlier.span] });
    }),
  );
}
