import fc from "fast-check";
import { ground, said, test, who } from "./phrases.js";
import { momentTest } from "./moments.js";
import { processes, sequenceTest } from "./sequences.js";
import { maps, typedTags, valueTest } from "./values.js";

/** Clock times at which days begin, end, jump and repeat in one zone or another. */
export const clocks = ["00:00", "00:01", "00:30", "01:30", "02:00", "02:30", "10:00", "23:30", "23:59"] as const;

/** Days around which clocks change somewhere, months end, or years are longer. */
export const dates = [
  "2024-02-29",
  "2024-03-10",
  "2024-11-03",
  "2026-01-31",
  "2026-03-08",
  "2026-03-29",
  "2026-03-31",
  "2026-11-01",
  "2026-12-31",
  "2011-12-30",
  "2010-11-07",
  "2018-02-18",
  "2018-11-04",
  "2028-02-29",
] as const;

export const zones = [
  "Asia/Shanghai",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Havana",
  "America/St_Johns",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "Asia/Kathmandu",
  "Antarctica/Troll",
  "UTC",
] as const;

export const strategyIds = ["alpha", "beta", "gamma", "提醒"] as const;
export const channelIds = ["push", "sms", "mail"] as const;

export interface RandomProgram {
  readonly text: string;
  readonly zone: string;
  /** The clock times of the strategies, for histories that lie close to them. */
  readonly clocks: readonly string[];
}

const pick = fc.constantFrom;

/** One part of a `who`: any construct of the language. */
const clause = fc.oneof(
  { weight: 3, arbitrary: test },
  { weight: 3, arbitrary: momentTest },
  { weight: 3, arbitrary: sequenceTest },
  { weight: 4, arbitrary: valueTest },
);

/** Any construct of the language, alone, or several that must all hold; or the first part of the language at any depth. */
const anyWho = fc.oneof(
  who,
  fc.array(clause, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("\n    and ")),
);

const firstDays = pick("Monday", "Sunday", "Saturday");

interface RandomStrategy {
  readonly clock: string;
  readonly text: (id: string) => string;
}

const strategy: fc.Arbitrary<RandomStrategy> = fc
  .record({
    when: fc.oneof(
      { weight: 4, arbitrary: fc.constant("every day") },
      pick("every Monday", "every Sunday", "every Saturday"),
      pick(...dates).map((date) => `once ${date}`),
    ),
    clock: pick(...clocks),
    who: anyWho,
    repeat: pick("always", "always", "never", "after 1 day", "after 2 days", "after 1 week", "after 1 month"),
    channels: fc.uniqueArray(pick(...channelIds), { minLength: 1, maxLength: 3 }),
    benefit: pick("none", "coupon_days", "coupon_hours", "points_months"),
    priority: fc.option(pick("0", "50", "51", "100")),
  })
  .map(({ when, clock, who: asked, repeat, channels, benefit, priority }) => ({
    clock,
    text: (id) => `strategy ${id} {
  when ${when.startsWith("once ") ? `once at ${when.slice("once ".length)} ${clock}` : `${when} at ${clock}`}
  who ${asked}
  repeat ${repeat}
  channel ${channels.join(" then ")}
  benefit ${benefit}
  material ${channels.map((channel) => `${channel}_text`).join(", ")}
  ${priority === null ? "" : `priority ${priority}`}
}`,
  }));

/** The users and events that every random program is about. */
export const schema = `user {
  id: text  home: time zone?  age: integer?  city: text?  plan: one of (free, silver, gold)  wallet: CNY?
  score: number?  share: percent?  vip: boolean  birthday: date?  seen: instant?  language: locale?
  joined: instant?  first_day: date?  favourite: one of (shoe, hat, coat)?
}
event view { kind: one of (shoe, hat, coat)  price: CNY  page: text?  ref: text? }
event pay { amount: CNY  items: integer  tip: CNY?  gift: boolean  kind: one of (shoe, hat, coat)?  ref: text? }
event visit { page: text?  ref: text? }`;

const text = (one: string) => fc.constant(one);

/** What every random program names: tags of every type, stages, maps and processes. */
const definitions = (): fc.Arbitrary<string>[] => [
  ...[...maps, ...processes].map(text),
  said`tag fact first_tag = ${ground}`,
  said`tag fact second_tag = ${ground}`,
  ...typedTags(ground),
  said`lifecycle stages {
  stage one when ${ground}
  stage two when ${ground}
  otherwise rest
}`,
];

const materials = [
  `material push_text for push {
  zh-CN title "{user.city if unknown '？'}你好，{liked if unknown '朋友'}"
  en title "Hello {user.city if unknown '?'}, {items of last pay if unknown 'friend'}"
  zh-HK title "{colour of (most frequent of view.kind ever) if unknown '？'} {kind of 1st view if unknown '—'}"
}`,
  'material sms_text for sms { en body "Hello {user.id}, {how_often}" }',
  `material mail_text for mail { en subject "Hello"  en body "{user.id}, {user.first_day if unknown '—'}" }`,
] as const;

const surroundings = fc
  .tuple(
    text(schema),
    ...definitions(),
    text("channel push { reach if user.vip is true  cost 0 CNY }"),
    said`channel sms { reach if ${ground}  cost 0.05 CNY }`,
    said`channel mail { reach if ${who}  cost 0 CNY }`,
    text("benefit coupon coupon_days { 20 CNY off over 100 CNY  valid 7 days after issue }"),
    text("benefit coupon coupon_hours { 5 CNY off  valid 36 hours after issue }"),
    text("benefit points points_months { 100 points  valid 1 month after issue }"),
    ...materials.map(text),
  )
  .map((all) => all.join("\n"));

/** A project of up to four strategies, whose every test is random. */
export const program: fc.Arbitrary<RandomProgram> = fc
  .record({
    zone: pick(...zones),
    weekStarts: firstDays,
    declarations: surroundings,
    strategies: fc.array(strategy, { minLength: 1, maxLength: 4 }),
  })
  .map(({ zone, weekStarts: first, declarations: declared, strategies }) => ({
    zone,
    clocks: strategies.map(({ clock }) => clock),
    text: [
      `project agree { time zone ${zone}  currency CNY  week starts ${first}  settle after 10 minutes }`,
      declared,
      ...strategies.map((each, index) => each.text(strategyIds[index] ?? "")),
    ].join("\n"),
  }));

/** Tests to be judged, and all that they may name. `clauses` are the parts of one `who`. */
export interface Audience {
  readonly zone: string;
  readonly weekStarts: string;
  readonly declarations: readonly string[];
  readonly clauses: readonly string[];
}

/** The text of a whole project that asks for an audience, on the given schedule. */
export function textOf({ zone, weekStarts, declarations, clauses }: Audience, when = "every day at 10:00"): string {
  return [
    `project agree { time zone ${zone}  currency CNY  week starts ${weekStarts}  settle after 10 minutes }`,
    ...declarations,
    "channel push { cost 0 CNY }",
    'material hello for push { en title "Hello" }',
    `strategy s {\n  when ${when}\n  who ${clauses.join("\n    and ")}`,
    "  repeat always\n  channel push\n  benefit none\n  material hello\n}",
  ].join("\n");
}

/** Random tests that must all hold, over random tags, stages, maps and processes. */
export const audience: fc.Arbitrary<Audience> = fc.record({
  zone: pick(...zones),
  weekStarts: firstDays,
  declarations: fc.tuple(text(schema), ...definitions()),
  clauses: fc.array(clause, { minLength: 3, maxLength: 8, size: "max" }),
});
