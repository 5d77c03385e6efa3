import fc from "fast-check";

const pick = fc.constantFrom;

const clock = pick("00:00", "08:00", "10:30", "20:00");
const length = pick("1 day", "3 days", "2 weeks", "1 month", "30 minutes", "36 hours");
const days = pick("1 day", "3 days", "1 week", "2 months");
const event = pick("view", "visit", "pay", 'view where page is "a"', 'pay where (amount > 20 CNY and ref is "b")');
const salt = fc.string({ unit: pick("a", "b"), minLength: 1, maxLength: 6 }).map((text) => `salt "${text}"`);

/** When, and whether an event starts it. */
const schedule: fc.Arbitrary<string> = fc.oneof(
  fc.constant("every hour"),
  fc
    .tuple(
      pick(
        "day",
        "workday",
        "holiday",
        "makeup workday",
        "Monday",
        "Friday",
        "month on day 15",
        "month on day 31",
        "month on the last day",
      ),
      clock,
    )
    .map(([day, time]) => `every ${day} at ${time}`),
  fc.tuple(pick("2026-11-10", "2026-11-11"), clock).map(([date, time]) => `once at ${date} ${time}`),
  fc
    .tuple(
      fc.option(fc.tuple(days, pick("before", "after")).map(([n, side]) => `${n} ${side}`)),
      pick("user.birthday", "user.first_day", "user.joined", "user.lunar", "spring_festival", "lantern"),
      clock,
    )
    .map(([shift, date, time]) => `${shift ?? "on"} ${date} at ${time}`),
  fc
    .tuple(pick("enters", "leaves"), pick("buyer.asleep", "buyer.awake", "loyal", "keen"), fc.option(clock))
    .map(([change, state, time]) => `user ${change} ${state}${time === null ? "" : ` at ${time}`}`),
);

const started: fc.Arbitrary<string> = fc.oneof(
  event.map((one) => `${one} happens`),
  fc
    .tuple(event, event, fc.boolean(), length)
    .map(
      ([first, then, same, within]) =>
        `${first} is not followed by ${then}${same ? " with same ref" : ""} within ${within}`,
    ),
  fc.tuple(length, pick("1st", "2nd", "3rd"), event).map(([after, nth, one]) => `${after} after ${nth} ${one}`),
  fc
    .tuple(pick("trip", "trip2"), pick("middle", "finish", "pay"), length)
    .map(([process, step, after]) => `${process} stalls at ${step} for ${after}`),
);

const tests = [
  "did view ever",
  "user.vip is true",
  "has touched",
  "has loyal",
  "not has thanked",
  "buyer is asleep",
  'user.app >= "8.2"',
];
const triggered = ['event.page is "a"', "did pay where ref is event.ref ever", "event.ref is event.page"];

const whoOf = (list: readonly string[]): fc.Arbitrary<string> =>
  fc.subarray([...list], { minLength: 1, maxLength: 3 }).map((parts) => `who ${parts.join(" and ")}`);

const wait = fc
  .tuple(pick("4 hours", "30 minutes"), pick("opened", "clicked", "delivered"))
  .map(([n, outcome]) => ` after ${n} if not ${outcome}`);

const texts: Readonly<Record<string, string>> = { push: "hello", sms: "hello_sms", mail: "hello_mail" };

/** Channels, and one material for each. */
const channel: fc.Arbitrary<string> = fc
  .tuple(
    fc.shuffledSubarray(["push", "sms", "mail"], { minLength: 1 }),
    fc.array(fc.option(wait), { minLength: 3, maxLength: 3 }),
    fc.option(pick(null, "2"), { freq: 3 }),
    fc.boolean(),
  )
  .map(([names, waits, least, preferred]) => {
    const chain = names.map((name, at) => (at === 0 ? name : `then ${name}${waits[at] ?? ""}`)).join(" ");
    const any = `preferred of (${names.join(", ")})${least === null ? "" : ` with at least ${least} receipts`}`;
    const clause = preferred && names.length > 1 ? any : chain;
    return `channel ${clause}  material ${names.map((name) => texts[name]).join(", ")}`;
  });

const benefit = pick("benefit none", "benefit hp20", "benefit hp30", "benefit p100", "benefit hp20 else none");

const send = fc.oneof(
  fc
    .tuple(pick("08:00", "22:00"), pick("07:00", "21:00"), pick("skip", "delay"))
    .map(([from, to, otherwise]) => `send between ${from} and ${to} else ${otherwise}`),
  pick("send at best hour", "send at best hour between 08:00 and 21:00"),
);

const optional = (clause: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(clause, { nil: "", freq: 2 });

const variants: fc.Arbitrary<string> = fc
  .tuple(
    salt,
    pick(["50%", "30%", "20%"], ["40% was 50%, 45%", "40% was 30%, 35%", "20% was 20%, 20%"]),
    fc.array(fc.tuple(optional(channel), optional(benefit), optional(send)), { minLength: 2, maxLength: 2 }),
  )
  .map(([text, [a, b, c], offers]) => {
    const [first, second] = offers.map((clauses) => clauses.join(" "));
    return `split ${text} { ${a} variant va "甲" { ${first} } ${b} variant vb "甲" { ${second} } ${c} variant vc "照上面说的发" { none } }`;
  });

/** Clauses that may be there or not, whatever starts it. */
const extras: fc.Arbitrary<string> = fc
  .tuple(
    optional(send),
    optional(fc.tuple(pick("1 day", "2 days"), pick("bought", "came")).map(([n, goal]) => `goal ${goal} within ${n}`)),
    optional(
      pick(
        "exclusive with alpha",
        "exclusive with alpha, sale",
        "exclusive with beta for 7 days",
        "exclusive with sale for 1 day",
      ),
    ),
    optional(pick("sets touched", "sets touched, thanked")),
    optional(pick("purpose marketing", "purpose service")),
    optional(pick("point checkout", "point lobby")),
    optional(pick("priority 70", "aim retention", "aim revenue  priority 20")),
    optional(
      pick(
        "stop if opt_out_rate > 2%",
        "stop if click_rate < 1% after 100 touches",
        "stop if touches >= 500",
        "stop if touch_cost > 5 CNY",
      ),
    ),
    optional(variants),
  )
  .map((clauses) => clauses.join("\n  "));

const repeat = pick("repeat always", "repeat never", "repeat after 7 days");

/** A `when` with tests that may go with it. */
const start: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(schedule, optional(whoOf(tests))).map(([when, who]) => `when ${when}  ${who}`),
  fc
    .tuple(
      started,
      optional(whoOf([...tests, ...triggered])),
      optional(pick("limit 1 per event.ref", "limit 2 per event.page")),
    )
    .map(([when, who, limit]) => `when ${when}  ${who}  ${limit}`),
);

const strategy: fc.Arbitrary<string> = fc
  .tuple(start, repeat, channel, benefit, extras, optional(salt.map((text) => `holdout 5% ${text}`)))
  .map((clauses) => `strategy it {\n  ${clauses.join("\n  ")}\n}`);

const set: fc.Arbitrary<string> = fc
  .record({
    shared: fc.tuple(start, repeat, channel, benefit, extras),
    own: fc.tuple(
      optional(salt.map((text) => `holdout 5% ${text}`)),
      optional(pick("budget 500 CNY", "budget 600 CNY")),
    ),
    members: fc.array(
      fc.tuple(
        pick("", "case", "otherwise"),
        whoOf(tests),
        optional(benefit),
        optional(start),
        optional(channel),
        optional(pick("priority 9", "point lobby")),
      ),
      { maxLength: 3 },
    ),
  })
  .map(({ shared, own, members }) => {
    const ordered = members.toSorted(([a], [b]) => Number(a === "otherwise") - Number(b === "otherwise"));
    const inner = ordered.map(([branch, who, ...clauses], place) => {
      const head = branch === "case" ? `case ${who} ` : branch === "otherwise" ? "otherwise " : "";
      return `${head}strategy m${place} "促销" { ${clauses.join("  ")} }`;
    });
    return `set it {\n  ${[...shared, ...own, ...inner].join("\n  ")}\n}`;
  });

const scope = pick("all", "push", "sms", "all for marketing", "mail for service", "sms for marketing");
const test = pick(...tests.filter((each) => !each.includes("touched") && !each.includes("thanked")));

const rule: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(scope, test).map(([of, one]) => `consent ${of} if ${one}`),
  test.map((one) => `stop list if ${one}`),
  fc
    .tuple(
      pick("push", "push, sms", "sms, push", "all"),
      pick("0", "1", "2"),
      pick("per day", "per week", "per month", "in 7 days", "in 24 hours"),
    )
    .map(([of, n, window]) => `cap ${of} ${n} ${window}`),
);

const policy: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(rule, { maxLength: 3 }),
    optional(test.map((one) => `personalise if ${one}`)),
    optional(pick("quiet hours from 22:00 to 08:00 else delay", "quiet hours from 12:00 to 13:00 else skip")),
    optional(salt.map((text) => `holdout 2% ${text}`)),
    optional(pick("best hour from pay", "best hour from view, visit at least 5 times")),
  )
  .map(([rules, ...others]) => `policy it {\n  ${[...rules, ...others].join("\n  ")}\n}`);

const stock: fc.Arbitrary<string> = fc
  .tuple(
    optional(pick("quantity 100", "quantity 100  quantity 30 by push  quantity 20 by sms")),
    optional(pick("1 per user", "2 per user")),
  )
  .map((clauses) => clauses.join(" "));

const terms: fc.Arbitrary<string> = fc
  .tuple(
    optional(pick("over 100 CNY", "over 50 CNY")),
    optional(pick("valid 7 days after issue", "valid 36 hours after issue")),
    optional(pick("budget 900 CNY")),
    optional(pick("cost 3 CNY")),
  )
  .map((clauses) => clauses.join(" "));

const given: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(pick("20 CNY off", "20% off up to 50 CNY"), terms).map(([off, rest]) => `coupon it { ${off} ${rest}`),
  terms.map((rest) => `free_order it { free order up to 300 CNY ${rest}`),
  terms.map((rest) => `points it { 100 points ${rest}`),
  fc.tuple(pick("gift", "privilege"), terms).map(([kind, rest]) => `${kind} it { worth 39 CNY ${rest}`),
  fc.tuple(pick("50 points", "worth 10 CNY"), terms).map(([what, rest]) => `check_in it { ${what} ${rest}`),
  fc
    .tuple(pick(["hp20", "hp30"], ["hp20", "p100"]), salt)
    .map(([[a, b], text]) => `lottery it { prize 5% ${a} prize 95% ${b} ${text}`),
  pick(["hp20", "hp30"], ["p100", "hp20"]).map(([a, b]) => `referral it { giver ${a} friend ${b}`),
);

const thing: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(given, stock).map(([of, rest]) => `benefit ${of} ${rest} }`) },
  fc
    .tuple(
      optional(pick("reach if user.vip is true")),
      pick("0", "0.05"),
      optional(pick("quota 9 per day", "quota 9 per week")),
      optional(pick("limit title 20 characters", "limit body 20 characters limit title 9 characters")),
    )
    .map(([reach, cost, quota, limit]) => `channel it { ${reach} cost ${cost} CNY ${quota} ${limit} }`),
  pick("tag strategy it", "tag strategy it valid 30 days", "tag strategy it valid 36 hours"),
  pick("event.ref", "event.page", "user.joined").map(
    (value) => `material it for sms template "T1" { order = ${value}  date = user.id }`,
  ),
);

/** A random strategy, set, policy, benefit, channel, material or tag. */
export const declaration: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: strategy },
  { weight: 3, arbitrary: set },
  { weight: 2, arbitrary: policy },
  { weight: 2, arbitrary: thing },
);
