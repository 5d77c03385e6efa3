import { inFile, type Planted } from "./planted-bug.js";

/** Bugs in windows by the calendar, in moments and in what stands beside them. */
export function plantedInMoments(): Planted[] {
  return [
    ...inFile("src/facts/window.ts", "cases", [
      ["between N and M days ago ends a day early", "-near) + 1)", "-near))", "behaviours"],
      ["between N and M days ago starts a day late", "unit, -far)), hi", "unit, -far) + 1), hi", "behaviours"],
      [
        "between N and M hours ago leaves out its near end",
        "now - window.near + 1",
        "now - window.near",
        "windows-ago",
      ],
      ["between N and M hours ago leaves out its far end", "now - window.far", "now - window.far + 1", "windows-ago"],
      ["from D1 to D2 leaves out D2", "zone.startOf(window.to + 1)", "zone.startOf(window.to)", "windows-calendar"],
      ["from D1 to D2 leaves out D1", "zone.startOf(window.from)", "zone.startOf(window.from + 1)", "windows-calendar"],
      [
        "the week always starts on Monday",
        "weekday(today) - window.starts + 7",
        "weekday(today) - 1 + 7",
        "week-starts",
      ],
      [
        "on its first day the week is a week old",
        "- window.starts + 7) % 7",
        "- window.starts + 6) % 7 + 1",
        "week-starts-monday",
      ],
      ["this month starts with its second day", "civilOf(today).day + 1", "civilOf(today).day + 2", "points"],
      [
        "this year starts in this month",
        "dateOf(civilOf(today).year, 1, 1)",
        "dateOf(civilOf(today).year, civilOf(today).month, 1)",
        "windows-calendar",
      ],
    ]),
    ...inFile("src/check/expression/window.ts", "cases", [
      [
        "yesterday is today",
        'return { is: "previous", unit: "day", n: 1 }',
        'return { is: "last", unit: "day", n: 1 }',
        "points",
      ],
      [
        "today is the last 24 hours",
        'return { is: "last", unit: "day", n: 1 }',
        'return { is: "span", ms: 86_400_000 }',
        "sequences",
      ],
      [
        "within after is within before",
        "{ is: window.side, moment",
        '{ is: window.side === "after" ? "before" : "before", moment',
        "behaviours",
      ],
    ]),
    ...inFile("src/facts/moment.ts", "cases", [
      ["the last event is the first", 'nth === "last" ? selection.size - 1', 'nth === "last" ? 0', "moments-and-now"],
      ["the nth event is counted from 0", ": nth - 1;", ": nth;", "behaviours"],
      [
        "where there are fewer events, the last stands for the nth",
        "if (place < 0 || place >= selection.size) return",
        "if (place < 0 || selection.size === 0) return",
      ],
      ["a date is an instant", "into.date = date;", "into.date = Number.NaN;", "not-beside-a-moment"],
    ]),
    ...inFile("src/facts/range.ts", "cases", [
      ["what happens with the moment happens after it", "into.after = at;\n", "into.after = at - 1;\n", "behaviours"],
      [
        "seq is ignored after a moment",
        "into.afterSeq = seq;",
        "into.afterSeq = Number.POSITIVE_INFINITY;",
        "not-beside-a-moment",
      ],
      [
        "seq is ignored before a moment",
        "into.beforeSeq = found.seq;",
        "into.beforeSeq = Number.NEGATIVE_INFINITY;",
        "windows-beside-a-moment",
      ],
      ["within N hours after leaves out its end", "found.at + n + 1 :", "found.at + n :", "not-beside-a-moment"],
      [
        "within N days after ends a day early",
        "dateOf(zone, found), unit, n) + 1)",
        "dateOf(zone, found), unit, n))",
        "behaviours",
      ],
      ["within N hours before leaves out its start", "found.at - n :", "found.at - n + 1 :", "not-beside-a-moment"],
      [
        "within N days before starts a day late",
        "dateOf(zone, found), unit, -n))",
        "dateOf(zone, found), unit, -n) + 1)",
        "windows-beside-a-moment",
      ],
      [
        "since a date leaves out its day",
        "if (!Number.isNaN(date)) return startAt(into, at);",
        "",
        "not-beside-a-moment",
      ],
      [
        "what stands beside a moment goes on after now",
        "if (into.before > until) endBefore(into, until + 1);",
        "if (into.before > until) endBefore(into, until + 86_400_000);",
        "moments-and-now",
      ],
    ]),
    ...inFile("src/facts/stream.ts", "cases", [
      [
        "of events at one instant, the greater seq is not later",
        "(at === thanAt && seq > thanSeq)",
        "(at === thanAt && seq < thanSeq)",
        "behaviours",
      ],
      [
        "events at one instant follow each other",
        "at > thanAt || (at === thanAt && seq > thanSeq)",
        "at > thanAt || (at === thanAt && seq >= thanSeq)",
        "distinct-and-days",
      ],
    ]),
    ...inFile("src/facts/sight.ts", "cases", [
      ["a point sees what is not visible yet", "sight.prompt ? all : visible;", "all;", "enters-and-leaves"],
    ]),
    ...inFile("src/facts/filter.ts", "cases", [
      [
        "of events at one instant, a field is that of the first",
        'nth === "last" ? end - 1',
        'nth === "last" ? start',
        "behaviours",
      ],
      ["the nth event of a value is the one after it", ": start + nth - 1;", ": start + nth;", "behaviours"],
    ]),
    ...inFile("src/decide/read-events.ts", "cases", [
      [
        "ties are broken by id before seq",
        "a.seq - b.seq || byCodePoint(a.id, b.id));",
        "byCodePoint(a.id, b.id) || a.seq - b.seq);",
        "happens",
      ],
      ["ties go to the greater id", "byCodePoint(a.id, b.id));", "byCodePoint(b.id, a.id));", "enters-and-leaves"],
    ]),
    ...inFile("src/check/expression/elapsed.ts", "cases", [
      [
        "hours have elapsed only after their end",
        'op: ">=", left, right: constant(ms)',
        'op: ">", left, right: constant(ms)',
        "not-beside-a-moment",
      ],
      [
        "days have elapsed on their last day",
        'op: ">", left: clock(c, "today"), right: last',
        'op: ">=", left: clock(c, "today"), right: last',
        "behaviours",
      ],
      [
        "months that elapse have 30 days",
        '{ is: "shiftMonths", date, months: window.n }',
        '{ is: "plus", left: date, right: constant(30 * window.n) }',
        "not-beside-a-moment",
      ],
      ["hours after a date elapse a millisecond late", "ms: n - 1 }", "ms: n }", "not-beside-a-moment"],
    ]),
    ...inFile("src/check/expression/did.ts", "cases", [
      [
        "`did not` beside a moment does not wait",
        "parts: [elapsed(c, window, said), denied]",
        "parts: [denied]",
        "behaviours",
      ],
      ["`without` is not heard", "parts: [done, none]", "parts: [done]", "behaviours"],
    ]),
    ...inFile("src/check/expression/tail.ts", "cases", [
      ["`without` ends where its window does", 'return { ...window, is: "for" };', "return window;", "behaviours"],
      [
        "`without` beside a moment ends with its window",
        'return { is: "since", moment: window.moment };',
        "return window;",
        "steps-before",
      ],
      [
        "`without` between two dates ends with the second",
        "from: window.from, to: null",
        "from: window.from, to: window.to",
        "without",
      ],
      ["`without` so many days ago starts at the near end", "n: window.far }", "n: window.near }", "without"],
    ]),
    ...inFile("src/check/expression/lies-in.ts", "cases", [
      ["last was in the last N days takes one day more", "since(window.n - 1)", "since(window.n)", "last-was"],
      ["last was in the last N months takes one day more", 'from(">", window.n)', 'from(">=", window.n)', "last-was"],
      [
        "was between N and M days ago leaves out its near end",
        '">=", constant(window.near), { is: "period" }',
        '">", constant(window.near), { is: "period" }',
        "moments-and-now",
      ],
    ]),
    ...inFile("src/check/expression/point-test.ts", "cases", [
      [
        "what lies ahead was at most so long ago",
        'return mayLieAhead ? { is: "and", parts: [hasCome(c, dated, said), compared], said } : compared;',
        "return compared;",
        "points",
      ],
    ]),
  ];
}
