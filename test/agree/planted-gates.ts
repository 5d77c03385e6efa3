import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in occurrences, gates, releases, fallbacks and ghosts. */
export function plantedInGates(): Planted[] {
  return [...inOccurrences(), ...inWhoAndWhich(), ...inWhen(), ...inHowMuch()];
}

function inOccurrences(): Planted[] {
  return [
    ...inFile("src/occur/clock.ts", "cases", [
      [
        "intervals are closed at their start",
        "instant > since && instant <= until",
        "instant >= since && instant < until",
        "aggregates",
      ],
    ]),
    ...inFile("src/occur/day-rule.ts", "cases", [
      [
        "make-up workdays are days off",
        "workdays.has(date) || (weekday(date) < 6",
        "(weekday(date) < 6",
        "workdays-of-a-project",
      ],
      ["day 31 has no occurrence in short months", "Math.min(wanted, daysInMonth(year, month))", "wanted", "day-rules"],
    ]),
    ...inFile("src/occur/anniversary.ts", "cases", [
      [
        "29 February has no anniversary in common years",
        "Math.min(day, daysInMonth(year, month))",
        "day",
        "anniversaries",
      ],
      ["a date has anniversaries before it was", "if (date < first) return false;", "", "anniversaries"],
    ]),
    ...inFile("src/occur/absence.ts", "cases", [
      [
        "what follows at the last instant comes too late",
        "(seen[place] as number) <= instant",
        "(seen[place] as number) < instant",
        "absence",
      ],
      ["what is not visible yet is missed already", " || visibleAt(firsts, place) > instant", "", "absence"],
    ]),
    ...inFile("src/occur/happens.ts", "cases", [
      [
        "what arrives late starts a strategy all the same",
        "if (visibleAt(events, place) > instant) continue;",
        "",
        "happens",
      ],
      [
        "an event sees those of its instant that come after it",
        "dues.push({ ...due, ask: { ...due.ask, upTo } });",
        "dues.push(due);",
        "happens",
      ],
    ]),
    ...inFile("src/occur/nth.ts", "cases", [
      ["what is not visible yet counts for the n-th", "place - unseen === nth - 1", "place === nth - 1", "nth-event"],
    ]),
    ...inFile("src/occur/stall.ts", "cases", [
      [
        "the next step may come at any time",
        "seenFollowed(ends, findNext(user, occurredAt(ends, 0), until), next.same, limitBy(next, user.zone))",
        "seenFollowed(ends, findNext(user, occurredAt(ends, 0), until), next.same, noLimit)",
        "stalls",
      ],
      ["a step without those before it stalls", " || (completed[place] as number) > instant", "", "stalls"],
    ]),
    ...inFile("src/occur/state.ts", "cases", [
      [
        "midnight knows what happens at midnight",
        "{ ...askAt(now), upTo: lastBefore(events, now) }",
        "askAt(now)",
        "enters-and-leaves",
      ],
    ]),
  ];
}

function inWhoAndWhich(): Planted[] {
  return [
    ...inFile("src/gate/allowed.ts", "cases", [
      ["nobody is on the stop list", 'if (stop(candidate) !== null) return "stop_listed";', ""],
      ["who wants nothing personal gets nothing at all", "personal && strategies[strategy]?.personal ?", "personal ?"],
    ]),
    ...inFile("src/gate/assigned.ts", "cases", [
      ["the holdout of a set holds nobody back", 'if (holds(own, user)) return "holdout";', "", "holdouts"],
    ]),
    ...inFile("src/gate/allot.ts", "cases", [
      [
        "buckets that are given up are handed on from the top",
        "return givenUp.toReversed();",
        "return givenUp;",
        "splits",
      ],
    ]),
    ...inFile("src/gate/preference.ts", "cases", [
      [
        "who gets more opens more: counts, not shares",
        "b.opened * a.receipts - a.opened * b.receipts",
        "b.opened - a.opened",
        "preferred",
      ],
      ["a failed send is evidence", 'if (outcome !== "failed") back.add(key);', "back.add(key);", "preferred"],
      [
        "one receipt fewer is evidence enough",
        "receipts < preferred.least)",
        "receipts < preferred.least - 1)",
        "preferred",
      ],
    ]),
    ...inFile("src/gate/cap-use.ts", "cases", [
      [
        "a channel has no cap of its own",
        "channels?.length === 1 && channels[0] === channel",
        "channels?.length === 0 && channels[0] === channel",
        "caps-by-calendar",
      ],
    ]),
  ];
}

function inWhen(): Planted[] {
  return [
    ...inFile("src/gate/send-time.ts", "cases", [
      ["nobody waits longer than half a day", "const PATIENCE = 3 * DAY;", "const PATIENCE = DAY / 2;", "best-hour"],
      [
        "the best hour is not waited for",
        "(firstInside(zone, hourOf(bestHour), earliest) ?? earliest)",
        "earliest",
        "best-hour",
      ],
      [
        "a rule that delays comes before one that skips",
        'broken.find(({ otherwise }) => otherwise === "skip") ?? broken[0]',
        "broken[0]",
        "quiet-skip",
      ],
    ]),
    ...inFile("src/gate/best-hour.ts", "cases", [
      [
        "of equally frequent hours the last is best",
        "counts.indexOf(Math.max(...counts))",
        "counts.lastIndexOf(Math.max(...counts))",
        "best-hour",
      ],
      ["hours are those of UTC", "const local = at + zone.offsetAt(at);", "const local = at;", "best-hour"],
    ]),
    ...inFile("src/decide/release.ts", "cases", [
      [
        "who left the state is touched all the same",
        'if (!due.stays(candidate)) return { gate: "due", code: "left" };',
        "",
        "enters-and-leaves",
      ],
      [
        "who paid in the night is reminded in the morning",
        "trigger === null || world.stillDue(candidate.strategy, trigger, at)",
        "true",
        "absence",
      ],
    ]),
    ...inFile("src/gate/expiry.ts", "cases", [
      [
        "what is valid for days ends a day early",
        "zone.startOf(lastDate(valid, zone, issued) + 1)",
        "zone.startOf(lastDate(valid, zone, issued))",
        "lottery-and-referral",
      ],
    ]),
    ...inFile("src/decide/contender.ts", "cases", [
      ["every step gives anew", "candidate.givenAt = firstOf(touch).sendAt;", "", "validity-of-a-fallback"],
      [
        "a third step counts from the second",
        "candidate.givenAt = firstOf(touch).sendAt;",
        "candidate.givenAt = touch.sendAt;",
        "validity-of-a-fallback",
      ],
    ]),
  ];
}

function inHowMuch(): Planted[] {
  return [
    ...inFile("src/gate/fresh.ts", "cases", [
      ["a month is thirty days between touches", "addMonths(last, repeat.n)", "last + 30 * repeat.n", "repeat"],
      [
        "a limit counts the touches of all strategies",
        "touch.strategy === strategy && touch.step === 0 && touch.limitKey",
        "touch.step === 0 && touch.limitKey",
        "limit",
      ],
    ]),
    ...inFile("src/gate/quota.ts", "cases", [
      ["a quota's day is that of UTC", "zone.dateAt(sendAt)", "Math.floor(sendAt / 86_400_000)", "quota-day"],
    ]),
    ...inFile("src/gate/funded.ts", "cases", [
      [
        "nobody goes without the benefit",
        "isQuota || !goesWithout(program, candidate)",
        "isQuota || candidate.step === 0",
        "lottery-and-referral",
      ],
      [
        "a fallback takes the benefit once more",
        "take(candidate, claimsOf.fallback(candidate))",
        "take(candidate, claimsOf.touch(candidate).claims)",
        "waits",
      ],
    ]),
    ...inFile("src/gate/lottery.ts", "cases", [
      [
        "the first bucket of a prize goes to the one before",
        "if (bucket < from) return benefit;",
        "if (bucket <= from) return benefit;",
        "lottery-and-referral",
      ],
    ]),
    ...inFile("src/decide/returns.ts", "whole", [
      ["what was cancelled keeps what it held", "grants?.release(key);", ""],
    ]),
  ];
}
