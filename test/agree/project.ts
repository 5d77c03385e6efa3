import fc from "fast-check";
import type { Dice } from "./dice.js";
import { momentTest } from "./moments.js";
import { ground, test } from "./phrases.js";
import { block, type Piece, textOfPieces } from "./pieces.js";
import { zones } from "./programs.js";
import { benefits, channels, materials, offerOf, sendOf } from "./project-offer.js";
import { policyOf, repeatOf } from "./project-rules.js";
import { models, processes, type RandomWhen, stages, states, type WhenFrame, whenOf } from "./project-when.js";
import { sequenceTest } from "./sequences.js";
import { maps, typedTags, valueTest } from "./values.js";

/** A random project, in which every construct of the language may stand beside every other. */
export interface Project {
  readonly zone: string;
  /** Around which everything happens, `2026-03-29`. */
  readonly date: string;
  readonly clocks: readonly string[];
  readonly pieces: readonly Piece[];
}

export function textOfProject({ pieces }: Project): string {
  return textOfPieces(pieces);
}

/** Random texts of the rest of the language, made beforehand: one by one they take longer. */
export interface Phrases {
  readonly clauses: readonly string[];
  readonly declarations: readonly (readonly string[])[];
}

export function phrasesOf(seed: number): Phrases {
  const clause = fc.oneof(test, momentTest, sequenceTest, valueTest);
  const named = fc.tuple(
    ...[...maps].map((text) => fc.constant(text)),
    ground.map((one) => `tag fact first_tag = ${one}`),
    ground.map((one) => `tag fact second_tag = ${one}`),
    ...typedTags(ground),
    fc
      .tuple(ground, ground)
      .map(([one, two]) => `lifecycle stages { stage one when ${one} stage two when ${two} otherwise rest }`),
  );
  return {
    clauses: fc.sample(clause, { seed, numRuns: 120 }),
    declarations: fc.sample(named, { seed, numRuns: 12 }),
  };
}

/** Ends of months, changes of clocks, festivals, and weekends that are worked. */
const dates = [
  "2024-02-29",
  "2024-03-10",
  "2024-11-03",
  "2025-01-29",
  "2025-09-28",
  "2026-01-31",
  "2026-02-15",
  "2026-02-28",
  "2026-03-08",
  "2026-03-29",
  "2026-04-04",
  "2026-09-20",
  "2026-09-24",
  "2026-10-05",
  "2026-11-01",
  "2011-12-30",
  "2018-02-18",
  "2018-11-04",
] as const;

const clocks = [
  "00:00",
  "00:30",
  "02:00",
  "02:30",
  "10:00",
  "10:00",
  "12:00",
  "20:00",
  "21:50",
  "23:30",
  "23:59",
] as const;

const schema: readonly Piece[] = [
  block(
    "user",
    "id: text  name: text?  home: time zone?  language: locale?",
    "age: integer?  city: text?  plan: one of (free, silver, gold)  wallet: CNY?  score: number?  share: percent?",
    "vip: boolean  seen: instant?  favourite: one of (shoe, hat, coat)?  app: version?",
    "birthday: date? fixed  lunar_birthday: lunar date? fixed  joined: instant? fixed  first_day: date? fixed",
  ),
  "event view { kind: one of (shoe, hat, coat)  price: CNY  page: text?  ref: text? }",
  "event pay { amount: CNY  items: integer  tip: CNY?  gift: boolean  kind: one of (shoe, hat, coat)?  ref: text? }",
  "event visit { page: text?  ref: text? }",
];

export function projectOf(dice: Dice, phrases: Phrases): Project {
  const zone = dice.pick(zones);
  const frame = { clocks: dice.some(clocks, 2, 3), date: dice.pick(dates) };
  const settle = dice.pick(["  settle after 10 minutes", "  settle after 10 minutes", "  settle after 2 hours", ""]);
  const starts = dice.pick(["Monday", "Sunday", "Saturday"]);
  const names = [...alone.slice(0, 1 + dice.below(3)), ...(dice.once(2) ? ["party"] : [])];
  const makes = makerOf(dice, { ...frame, names, clauses: dice.once(3) ? phrases.clauses : [] });
  return {
    zone,
    ...frame,
    pieces: [
      `project agree { time zone ${zone}  currency CNY  week starts ${starts}${settle}  calendar china }`,
      ...schema,
      ...processes,
      ...dice.pick(phrases.declarations),
      ...states,
      block("lifecycle mood", ...stages),
      ...models,
      ...tags,
      ...channels(dice),
      ...benefits(dice),
      ...materials,
      ...(dice.once(6) ? [] : [policyOf(dice)]),
      ...names.map((name) => (name === "party" ? makes.set() : makes.strategy(name))),
    ],
  };
}

const tags = ["tag strategy seen valid 1 day", "tag strategy marked valid 5 hours", "tag strategy kept"] as const;
const tagIds = ["seen", "marked", "kept"];

/** The names of strategies outside of the set. */
const alone = ["alpha", "beta", "提醒"] as const;

/** All names that a strategy may have: `party` is that of a set without members. */
export const strategyIds = [...alone, "party", "one", "two", "three"] as const;

const easy = [
  "user.vip is true",
  "user.plan is one of (free, gold)",
  "did visit in the last 3 days",
  "did not pay in the last 2 days",
  "did not pay for 30 hours",
  "count of view in the previous 3 days <= 2",
  "not did pay today",
  "not has seen",
  "not has marked",
  "(has kept or user.vip is true or did pay ever)",
  'user.app is known and user.app < "8.10"',
  "user.city is known",
  "not has still",
  "(worth is known and worth is one of (top, mid))",
  "(worth if unknown low) is not mid",
  "(risk is known and risk >= 50%)",
  "(risk if unknown 20%) < 50%",
  "not (advice is known and advice is hat)",
];
const ofEvent = [
  "event.ref is known",
  'event.ref is known and event.ref is "x"',
  "event.ref is known and count of pay where (ref is known and ref is event.ref) ever <= 1",
  "not (event.ref is known and did visit where (ref is known and ref is event.ref) in the last 2 hours)",
];

interface MakerFrame extends WhenFrame {
  readonly names: readonly string[];
  /** Texts of the whole language for `who`; none to keep it plain. */
  readonly clauses: readonly string[];
}

/** Makes the strategies of one project. */
function makerOf(dice: Dice, frame: MakerFrame) {
  const { names, clauses } = frame;

  function who({ event }: Pick<RandomWhen, "event">): Piece[] {
    const tests = dice.times(dice.pick([0, 0, 0, 1, 1, 2]), () => {
      if (event !== null && dice.once(4)) return dice.pick(ofEvent);
      return clauses.length > 0 && dice.once(2) ? dice.pick(clauses) : dice.pick(easy);
    });
    return tests.length === 0 ? [] : [{ clause: "who", tests }];
  }

  function schedule(): { readonly when: RandomWhen; readonly lines: readonly string[] } {
    const when = whenOf(dice, frame);
    const limit = when.event !== null && dice.once(2) ? [`limit ${1 + dice.below(2)} per event.ref`] : [];
    return { when, lines: [`when ${when.text}`, ...repeatOf(dice, when.mustRepeat), ...limit] };
  }

  function manners(name: string): string[] {
    const rest = names.filter((other) => other !== name);
    return [
      ...sendOf(dice),
      ...(dice.once(3) ? [`priority ${dice.pick([0, 50, 51, 100])}`] : []),
      ...(dice.once(4) ? ["purpose service"] : []),
      ...(dice.once(3) ? [`sets ${dice.some(tagIds, 1, 2).join(", ")}`] : []),
      ...(rest.length > 0 && dice.once(3)
        ? [`exclusive with ${dice.some(rest, 1, 2).join(", ")}${dice.pick(["", "", " for 2 days", " for 1 week"])}`]
        : []),
    ];
  }

  function split(name: string, hasEvent: boolean): Piece[] {
    const treated = (head: string) => block(head, ...sendOf(dice), ...offerOf(dice, hasEvent));
    const [a, b, none] = dice.pick([
      ["40%", "40%", "20%"],
      ["30% was 50%", "30% was 20%", "40% was 30%"],
      ["25% was 60%, 10%", "50% was 20%, 50%", "25% was 20%, 40%"],
    ] as const);
    const last = dice.once(4) ? treated(`${none} variant third`) : `${none} variant control { none }`;
    return [block(`split salt "split ${name}"`, treated(`${a} variant first`), treated(`${b} variant second`), last)];
  }

  function offer(name: string, hasEvent: boolean): Piece[] {
    return dice.once(3) ? split(name, hasEvent) : offerOf(dice, hasEvent);
  }

  function strategy(name: string): Piece {
    const { when, lines } = schedule();
    const holdout = dice.once(6) ? [`holdout 20% salt "hold ${name}"`] : [];
    return block(
      `strategy ${name}`,
      ...lines,
      ...who(when),
      ...manners(name),
      ...offer(name, when.event !== null),
      ...holdout,
    );
  }

  function set(): Piece {
    const { when, lines } = schedule();
    const hasEvent = when.event !== null;
    const member = (head: string) =>
      block(
        head,
        ...(dice.once(3) ? who(when) : []),
        ...(dice.once(2) ? offer(head, hasEvent) : []),
        ...(dice.once(4) ? sendOf(dice) : []),
      );
    const members = dice.pick([
      [],
      [
        member("case who user.vip is true strategy one"),
        member("case who did view today strategy two"),
        member("otherwise strategy three"),
      ],
      [member("case who user.city is known strategy one"), member("otherwise strategy two"), member("strategy three")],
      [member("strategy one"), member("strategy two")],
    ]);
    const shared = [
      ...(dice.once(2) ? ['holdout 25% salt "hold party"'] : []),
      ...(dice.once(2) ? [`budget ${dice.pick([20, 40, 320])} CNY`] : []),
    ];
    return block(
      "set party",
      ...lines,
      ...who(when),
      ...manners("party"),
      ...offer("party", hasEvent),
      ...shared,
      ...members,
    );
  }

  return { strategy, set };
}
