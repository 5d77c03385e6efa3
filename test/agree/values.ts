import fc from "fast-check";
import { anyWindow, knowing } from "./moments.js";
import { kinds, money, operator, order, pages, pattern, payTest, small } from "./patterns.js";
import { pick, said, type Text } from "./said.js";

const ordinal = pick("1st", "2nd", "3rd", "last");
const viewPoint = said`${ordinal} view`;
const payPoint = fc.oneof(said`${ordinal} pay`, said`${ordinal} pay where ${payTest}`);

const field = (name: string, of: Text): Text => said`${pick(name)} of ${of}`;

/** A field of one event; unknown where there is no such event. */
const fieldTest: Text = fc.oneof(
  said`((${field("amount", payPoint)}) if unknown ${money}) ${operator} ${money}`,
  said`((${field("items", payPoint)}) if unknown ${small}) ${operator} ${small}`,
  said`((${field("kind", viewPoint)}) if unknown ${kinds}) is ${kinds}`,
  said`((${field("page", viewPoint)}) if unknown ${pages}) is ${pages}`,
  said`(${field("tip", payPoint)}) is known`,
  said`(${field("price", viewPoint)}) is known`,
  payPoint.chain((of) => {
    const amount = fc.constant(`(amount of ${of})`);
    return said`(${amount} is known and ${amount} ${operator} ${money})`;
  }),
  ...["1st", "2nd", "3rd"].map(
    (text, index) =>
      said`(did pay at least ${pick(String(index + 1))} times ever and amount of ${pick(text)} pay ${order} ${money})`,
  ),
  said`(((${field("amount", payPoint)}) - (${field("amount", payPoint)})) if unknown 0 CNY) ${operator} ${money}`,
);

const counts: Text = fc.oneof(
  said`count of distinct ${pick("view.kind", "view.page", "view.price", "pay.amount", "pay.tip", "visit.page")} ${anyWindow}`,
  said`count of distinct pay.items where ${payTest} ${anyWindow}`,
  said`count of days with ${pattern} ${anyWindow}`,
);

const countTest: Text = fc.oneof(
  said`(${counts}) ${operator} ${small}`,
  said`(${counts}) ${order} (${counts})`,
  said`(count of ${pattern} ${anyWindow}) ${order} (count of ${pattern} ${anyWindow})`,
  said`(((count of ${pattern} ${anyWindow}) / (count of ${pattern} ${anyWindow})) if unknown 0%) ${order} ${pick("30%", "50%", "100%")}`,
  said`(sum of pay.amount ${anyWindow}) ${order} (sum of pay.amount ${anyWindow})`,
  said`((${pick("max", "min", "average")} of pay.amount ${anyWindow}) if unknown ${money}) ${order} ${money}`,
);

const frequentKind = said`most frequent of view.kind ${anyWindow}`;
const frequentTest: Text = fc.oneof(
  { weight: 3, arbitrary: said`((${frequentKind}) if unknown ${kinds}) is ${kinds}` },
  { weight: 2, arbitrary: said`((most frequent of view.page ${anyWindow}) if unknown ${pages}) is ${pages}` },
  said`((most frequent of pay.amount where ${payTest} ${anyWindow}) if unknown ${money}) ${operator} ${money}`,
  said`((most frequent of pay.items ${anyWindow}) if unknown ${small}) ${operator} ${small}`,
  said`(most frequent of visit.page ${anyWindow}) is known`,
);

export const maps = [
  'map colour "颜色" { shoe: "red"  hat: "蓝" }',
  "map price_of { shoe: 10 CNY  coat: 20.01 CNY }",
  'map rank_of { a: 1  "首页": 2  b: 3 }',
  "map better { shoe: hat  hat: coat }",
] as const;

const kindValue = fc.oneof(
  said`(${frequentKind})`,
  said`(kind of ${viewPoint})`,
  said`(user.favourite if unknown ${kinds})`,
);
const pageValue = fc.oneof(said`(page of ${viewPoint})`, said`(user.city if unknown ${pages})`);
const mapTest: Text = fc.oneof(
  said`((colour of ${kindValue}) if unknown "?") is ${pick('"red"', '"蓝"', '"?"')}`,
  said`((price_of of ${kindValue}) if unknown ${money}) ${operator} ${money}`,
  said`((rank_of of ${pageValue}) if unknown 0) ${operator} ${small}`,
  said`((better of ${kindValue}) if unknown "shoe") is ${pick('"hat"', '"coat"', '"shoe"')}`,
  said`(colour of ${kindValue}) is known`,
);

const signs = pick("capricorn", "aquarius", "pisces", "aries", "taurus");
const animals = pick("rat", "ox", "rabbit", "dragon", "snake", "pig");
const dated = pick("user.birthday", "user.first_day");
const zodiacTest: Text = fc.oneof(
  knowing(dated, (of) => said`zodiac of ${of} ${pick("is", "is not")} ${signs}`),
  knowing(dated, (of) => said`zodiac of ${of} is one of (${signs}, ${signs})`),
  knowing(dated, (of) => said`((chinese zodiac of ${of}) if unknown ${animals}) is ${animals}`),
  knowing(dated, (of) => said`(chinese zodiac of ${of}) is known`),
);

/** Fields of events beside fields of the profile. */
const besideProfile: Text = fc.oneof(
  said`did view where kind is (user.favourite if unknown ${kinds}) ${anyWindow}`,
  said`did pay where amount ${order} (user.wallet if unknown ${money}) ${anyWindow}`,
  said`(user.favourite is known and did view where kind ${pick("is", "is not")} user.favourite ${anyWindow})`,
  said`(user.city is known and did not visit where (page is known and page is user.city) ${anyWindow})`,
  said`(count of view where (page if unknown ${pages}) is (user.city if unknown ${pages}) ${anyWindow}) ${order} ${small}`,
  said`(sum of pay.amount where items >= (user.age if unknown ${small}) ${anyWindow}) ${order} ${money}`,
  said`did view where (price > (user.wallet if unknown ${money}) and kind is ${kinds}) ${anyWindow}`,
  said`(user.wallet is known and did pay where amount > user.wallet ${anyWindow})`,
);

/** Tags of every type, and one that is built on others. */
export const typedTags = (ground: Text): Text[] => [
  said`tag fact liked = ${frequentKind}`,
  said`tag fact spent = sum of pay.amount ${anyWindow}`,
  said`tag fact seen_page = page of ${viewPoint}`,
  said`tag fact how_often = count of ${pattern} ${anyWindow}`,
  said`tag fact joined_tag = (has first_tag and ${ground})`,
];

const tagTest: Text = fc.oneof(
  said`(liked if unknown ${kinds}) is ${kinds}`,
  said`(liked is known and liked is ${kinds})`,
  said`spent ${operator} ${money}`,
  said`(seen_page if unknown ${pages}) is ${pages}`,
  said`how_often ${operator} ${small}`,
  pick("has joined_tag", "not has joined_tag"),
);

export const valueTest: Text = fc.oneof(
  { weight: 3, arbitrary: fieldTest },
  { weight: 3, arbitrary: countTest },
  { weight: 2, arbitrary: frequentTest },
  { weight: 2, arbitrary: mapTest },
  { weight: 1, arbitrary: zodiacTest },
  { weight: 2, arbitrary: besideProfile },
  { weight: 2, arbitrary: tagTest },
);
