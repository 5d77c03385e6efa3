import fc from "fast-check";
import {
  decimals,
  money,
  operator,
  order,
  pages,
  pattern,
  payTest,
  percents,
  range,
  small,
  times,
} from "./patterns.js";
import { days, months, periods, spans, spineWindow as window, weeks } from "./plain-windows.js";
import { pick, said, type Text } from "./said.js";

export { pattern } from "./patterns.js";
export { said } from "./said.js";

/** Random tests, well-typed by construction, over the schema in `programs.ts`: the first part of the language. */
const frequency: Text = fc.oneof(
  times.map((n) => `at least ${n} times`),
  times.map((n) => `exactly ${n} times`),
  times.map((n) => `on at least ${n} days`),
);

const streak: Text = said`on ${fc.integer({ min: 1, max: 4 }).map(String)} consecutive days ending ${pick("yesterday", "today")}`;

const payField = (fn: string, field: string): Text =>
  fc.oneof(
    said`${pick(`${fn} of pay.${field}`)} ${window}`,
    said`${pick(`${fn} of pay.${field}`)} where ${payTest} ${window}`,
  );

const counted: Text = fc.oneof(
  said`count of ${pattern} ${window}`,
  payField("sum", "items"),
  said`(${payField("min", "items")} if unknown ${small})`,
  said`(${payField("max", "items")} if unknown ${small})`,
  said`(user.age if unknown ${small})`,
);

const whole: Text = fc.oneof({ weight: 1, arbitrary: small }, { weight: 5, arbitrary: counted });

const number: Text = fc.oneof(
  whole,
  said`(${whole} + ${whole})`,
  said`(${whole} - ${whole})`,
  said`(${whole} * ${whole})`,
);

const decimal: Text = fc.oneof(
  decimals,
  said`(${payField("average", "items")} if unknown ${decimals})`,
  said`(user.score if unknown ${decimals})`,
  said`((user.score if unknown ${decimals}) * ${whole})`,
);

const ratio: Text = fc.oneof(
  percents,
  said`((${whole} / ${counted}) if unknown ${percents})`,
  said`((${payField("sum", "amount")} / ${payField("sum", "tip")}) if unknown ${percents})`,
  said`(${counted} / 3)`,
  said`(user.share if unknown ${percents})`,
);

const amount: Text = fc.oneof(
  money,
  payField("sum", "amount"),
  payField("sum", "tip"),
  said`(${payField("average", "amount")} if unknown ${money})`,
  said`(${payField("average", "tip")} if unknown ${money})`,
  said`(${payField("min", "tip")} if unknown ${money})`,
  said`(${payField("max", "amount")} if unknown ${money})`,
  said`(user.wallet if unknown ${money})`,
);

const sums: Text = fc.oneof(
  { weight: 3, arbitrary: amount },
  said`(${amount} + ${amount})`,
  said`(${amount} - ${amount})`,
  said`(${amount} * ${small})`,
  said`(${amount} / 3)`,
);

/** A phrase with a length of time, twice of one sort: exact lengths and calendar lengths never meet. */
const aged = (say: (first: Text, second: Text) => Text): Text =>
  fc.oneof(say(spans, spans), say(fc.oneof(days, weeks), fc.oneof(days, weeks)), say(months, months));

const simple: Text = fc.oneof(
  said`user.plan is ${pick("free", "silver", "gold")}`,
  said`user.plan is not one of (${pick("free", "silver")}, gold)`,
  pick("user.vip is true", "user.vip is false", "user.city is known", "user.age is not known"),
  said`(user.city is known and user.city contains ${pages})`,
  said`(user.city is not known or user.city is not ${pages})`,
  said`(user.birthday is known and user.birthday ${operator} ${pick("2000-02-29", "1999-12-31", "2000-03-01")})`,
  said`user.seen is known`,
  pick("has first_tag", "has second_tag", "not has first_tag"),
  said`stages is ${pick("one", "two", "rest")}`,
  said`stages is not one of (${pick("one", "two")}, rest)`,
);

const behaviour: Text = fc.oneof(
  said`did ${pattern} ${window}`,
  said`did not ${pattern} ${window}`,
  said`did ${pattern} ${frequency} ${window}`,
  said`did not ${pattern} ${frequency} ${window}`,
  said`did not ${pattern} ${streak}`,
  said`did ${pattern} between ${pick("1 and 2", "2 and 4")} times ${window}`,
  said`did ${pattern} ${streak}`,
  aged((length) => said`last ${pattern} was at least ${length} ago`),
  aged((length) => said`last ${pattern} was at most ${length} ago`),
  said`last ${pattern} was in the last ${fc.oneof(periods, spans)}`,
  said`last ${pattern} was in the previous ${periods}`,
  aged((fallback, length) => said`((time since last ${pattern}) if unknown ${fallback}) ${order} ${length}`),
  pattern.chain((one) =>
    aged((length) => said`(did ${fc.constant(one)} ever and (time since last ${fc.constant(one)}) ${order} ${length})`),
  ),
  pattern.chain((one) => said`(time since last ${fc.constant(one)}) is known`),
  fc.tuple(payTest, window).chain(([where, when]) => {
    const same = fc.constant(`where ${where} ${when}`);
    return said`(did pay ${same} and average of pay.amount ${same} ${operator} ${money})`;
  }),
);

const numeric: Text = fc.oneof(
  said`${number} ${operator} ${number}`,
  said`${number} between ${small} and ${counted}`,
  said`${whole} is one of (${small}, ${small})`,
  said`${decimal} ${operator} ${decimal}`,
  said`${ratio} ${operator} ${ratio}`,
  { weight: 2, arbitrary: said`${sums} ${operator} ${sums}` },
  said`${amount} between ${range}`,
);

const leaf: Text = fc.oneof(simple, { weight: 5, arbitrary: behaviour }, { weight: 2, arbitrary: numeric });

/** A test that can stand anywhere a test can. */
export const test: Text = fc.oneof(
  { weight: 5, arbitrary: leaf },
  said`(${leaf} and ${leaf})`,
  said`(${leaf} or ${leaf})`,
  said`not (${leaf})`,
  said`(${leaf} or (${leaf} and not (${leaf})))`,
);

/** The `who` of a strategy: one test, several that must all hold, or alternatives. */
export const who: Text = fc.oneof(
  test,
  { weight: 3, arbitrary: fc.array(test, { minLength: 2, maxLength: 4 }).map((parts) => parts.join("\n    and ")) },
  fc.array(test, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(" or ")),
);

/** A test that reads neither tags nor stages, for what tags and stages are made of. */
export const ground: Text = fc.oneof(behaviour, numeric);
