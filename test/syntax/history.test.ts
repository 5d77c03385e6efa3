import { describe, expect, it } from "vitest";
import { bare, faults, mended, only, read, who } from "./read.js";

const inWho = (text: string): string => `strategy s {\n  who ${text}\n}`;
const day = (amount: string) => ({ is: "quantity", amount, unit: "day" });
const event = (text: string) => ({ event: { text } });
const point = (nth: number | "last", text: string) => ({ is: "point", nth, pattern: event(text) });
const path = (...names: string[]) => ({ is: "path", names: names.map((text) => ({ text })) });
const date = (month: number, of: number) => ({ is: "date", year: 2026, month, day: of });

describe("windows", () => {
  it.each([
    ["today", { is: "today" }],
    ["yesterday", { is: "yesterday" }],
    ["this week", { is: "this", unit: "week" }],
    ["this month", { is: "this", unit: "month" }],
    ["this year", { is: "this", unit: "year" }],
    ["between 8 days and 14 days ago", { is: "ago", near: day("8"), far: day("14") }],
    ["from 2026-06-01 to 2026-06-18", { is: "dates", from: date(6, 1), to: date(6, 18) }],
    [
      "within 7 days after user.registered_at",
      { is: "within", length: day("7"), side: "after", moment: path("user", "registered_at") },
    ],
    ["within 7 days before 2nd visit", { is: "within", length: day("7"), side: "before", moment: point(2, "visit") }],
    ["within 7 days after 2026-06-18", { is: "within", moment: date(6, 18) }],
    ["since last visit", { is: "since", moment: point("last", "visit") }],
    ["since user.birthday", { is: "since", moment: path("user", "birthday") }],
  ])("%s stands after an event, a count and a moment", (text, window) => {
    expect(bare(who(`did pay ${text}`))).toMatchObject({ is: "did", window });
    expect(bare(who(`did not pay at least 2 times ${text}`))).toMatchObject({ negated: true, window });
    expect(bare(who(`did pay where amount > 2 ${text}`))).toMatchObject({ window });
    expect(bare(who(`count of pay ${text} > 3`))).toMatchObject({ left: { is: "aggregate", window } });
    expect(bare(who(`sum of pay.amount where a is 1 ${text} > 3`))).toMatchObject({ left: { window } });
    expect(bare(who(`last pay was ${text}`))).toMatchObject({ is: "pointTest", test: { is: "window", window } });
    expect(bare(who(`user.at was ${text}`))).toMatchObject({ moment: path("user", "at"), test: { window } });
    expect(bare(who(`reached a of b ${text} but not c`))).toMatchObject({ is: "reached", window });
    expect(bare(who(`did sequence ${text} { a then b }`))).toMatchObject({ is: "sequence", window });
  });

  it("`between` counts, compares or looks back, as what follows it says", () => {
    expect(bare(who("did pay between 1 and 3 times between 8 days and 14 days ago"))).toMatchObject({
      frequency: { is: "times", least: 1, most: 3 },
      window: { is: "ago" },
    });
    expect(bare(who("count of pay between 8 days and 14 days ago between 1 and 3"))).toMatchObject({
      is: "between",
      operand: { is: "aggregate", window: { is: "ago" } },
    });
    expect(bare(who("did view where price between 1 and 3 between 8 days and 14 days ago"))).toMatchObject({
      pattern: { where: { is: "between" } },
      window: { is: "ago" },
    });
    expect(bare(who("time since last pay between 3 days and 5 days"))).toMatchObject({
      is: "between",
      operand: { is: "timeSince" },
    });
  });
});

describe("moments", () => {
  it("are the last event or one by its number", () => {
    expect(bare(who("2nd pay within 30 days after 1st pay"))).toMatchObject({
      is: "pointTest",
      moment: point(2, "pay"),
      test: { window: { is: "within", length: day("30"), side: "after", moment: point(1, "pay") } },
    });
    for (const [text, nth] of [
      ["3rd", 3],
      ["11th", 11],
      ["21st", 21],
      ["112th", 112],
    ] as const) {
      expect(bare(who(`${text} pay was today`))).toMatchObject({ moment: { nth } });
    }
    expect(bare(who("1st pay where amount > 20 CNY since user.registered_at"))).toMatchObject({
      moment: { nth: 1, pattern: { where: { is: "compare" } } },
      test: { window: { is: "since" } },
    });
  });

  it("are fields of the profile", () => {
    expect(bare(who("user.registered_at was at least 30 days ago"))).toMatchObject({
      is: "pointTest",
      moment: path("user", "registered_at"),
      test: { is: "ago", bound: "at least", length: day("30") },
    });
    expect(bare(who("time since user.registered_at > 3 days"))).toMatchObject({
      left: { is: "timeSince", moment: path("user", "registered_at") },
    });
  });
});

describe("values", () => {
  it("`of` takes a field of an event, a row of a map or the sign of a date", () => {
    expect(bare(who("amount of last pay > 1"))).toMatchObject({
      left: { is: "fieldOf", field: { text: "amount" }, point: point("last", "pay") },
    });
    expect(bare(who("drink of 1st order where amount > 20 CNY is latte"))).toMatchObject({ left: { is: "fieldOf" } });
    expect(bare(who("upgrade of drink of last order is latte"))).toMatchObject({
      left: { is: "mapOf", map: { text: "upgrade" }, operand: { is: "fieldOf", field: { text: "drink" } } },
    });
    expect(bare(who("gift of chinese zodiac of user.birthday is a"))).toMatchObject({
      left: { is: "mapOf", operand: { is: "zodiac", calendar: "chinese", operand: path("user", "birthday") } },
    });
    expect(bare(who("upgrade of (a if unknown b) is c"))).toMatchObject({ left: { operand: { is: "ifUnknown" } } });
    expect(bare(who("zodiac of last pay is 1"))).toMatchObject({ left: { is: "fieldOf", field: { text: "zodiac" } } });
  });

  it("a span covers the whole row", () => {
    const text = "a of b of last pay";
    const { span } = (who(`${text} is 1`) as { left: { span: { start: number; end: number } } }).left;
    expect(span.end - span.start).toBe(text.length);
  });

  it("counts leave out what repeats, and the most frequent value is one", () => {
    expect(bare(who("count of distinct view.category ever > 1"))).toMatchObject({
      left: { fn: "countDistinct", of: { text: "view" }, field: { text: "category" } },
    });
    expect(bare(who("count of days with pay ever > 1"))).toMatchObject({ left: { fn: "countDays", field: null } });
    expect(bare(who("most frequent of order.drink where a is 1 in the last 30 days is latte"))).toMatchObject({
      left: { fn: "mostFrequent", where: { is: "equal" } },
    });
    expect(bare(who("count of distinct ever > 1"))).toMatchObject({ left: { fn: "count", of: { text: "distinct" } } });
  });
});

describe("sequences and processes", () => {
  it("a sequence has steps, some of which must not follow", () => {
    const text = `did not sequence in the last 7 days {
      view where category is phone
      then order with same product_id within 2 days
      then no pay within 30 minutes
    }`;
    expect(bare(who(text))).toMatchObject({
      is: "sequence",
      negated: true,
      first: { event: { text: "view" }, where: { is: "equal" } },
      steps: [
        { no: false, pattern: event("order"), same: { text: "product_id" }, within: day("2") },
        { no: true, pattern: event("pay"), same: null, within: { amount: "30", unit: "minute" } },
      ],
    });
  });

  it("`without` names what did not happen meanwhile", () => {
    expect(bare(who("did view in the last 3 days without order where amount > 1"))).toMatchObject({
      without: { event: { text: "order" }, where: { is: "compare" } },
    });
  });

  it("a process names its steps, and `reached` asks for one of them", () => {
    const text = `process recharge "充值" {
      start then confirm with same id within 1 day then visit where page is "pw" as password within 2 hours
    }`;
    expect(bare(only(text, "process"))).toMatchObject({
      name: { text: "recharge" },
      label: { text: "充值" },
      first: { pattern: event("start"), alias: null },
      steps: [
        { no: false, pattern: event("confirm"), same: { text: "id" }, within: day("1"), alias: null },
        { no: false, pattern: event("visit"), alias: { text: "password" }, within: { unit: "hour" } },
      ],
    });
    expect(bare(who("reached confirm of recharge ever but not password"))).toMatchObject({
      is: "reached",
      step: { text: "confirm" },
      process: { text: "recharge" },
      window: { is: "ever" },
      butNot: { text: "password" },
    });
  });

  it("braces of a sequence end neither the tag nor the clause that they stand in", () => {
    const { file, said } = read(`tag fact x = did sequence ever { a then b } and did c ever
strategy s {
  who did sequence ever {
    a
    then b
  }
    and did c ever
  repeat never
}`);
    expect(said).toEqual([]);
    expect(bare(file.declarations)).toMatchObject([
      { value: { is: "and", parts: [{ is: "sequence" }, { is: "did" }] } },
      { who: { is: "and" }, repeat: { rule: "never" } },
    ]);
  });
});

describe("maps and what is kept", () => {
  it("a map has words and texts as keys, and words, texts or quantities as values", () => {
    expect(bare(only('map m "升级" { americano: cold_brew  "热 拿铁": "冰拿铁"  no: 20 CNY }', "map"))).toEqual({
      is: "map",
      name: { text: "m" },
      label: { text: "升级" },
      rows: [
        { key: path("americano"), value: path("cold_brew") },
        { key: { is: "text", text: "热 拿铁" }, value: { is: "text", text: "冰拿铁" } },
        { key: path("no"), value: { is: "quantity", amount: "20", unit: "CNY" } },
      ],
    });
  });

  it("an event says how long it is kept", () => {
    expect(bare(only('event visit "访问" kept 90 days { page: text }', "event"))).toMatchObject({ kept: day("90") });
    expect(only("event visit { }", "event").kept).toBe(null);
    const { file } = read("event a { x: text\nevent b kept 9 days { y: text }");
    expect(file.declarations.map((each) => each.is)).toEqual(["event", "event"]);
  });
});

describe("every word of these stays legal as a name", () => {
  const words = "no as but kept reached zodiac chinese map process sequence then with same distinct frequent ago";
  it.each(words.split(" "))("%s", (word) => {
    expect(read(`event e { ${word}: text  b: one of (${word}, other) }`).said).toEqual([]);
    expect(only(`event ${word} { }`, "event").name.text).toBe(word);
    expect(faults(`user.${word} is 1 and did ${word} ever`)).toEqual([]);
  });
});

describe("what is meant is said", () => {
  it.each([
    ["did pay within 7 days", "within-alone", "did pay in the last 7 days"],
    ["did 2nd pay ever", "did-ordinal", "did pay at least 2 times ever"],
    ["did not 2nd pay where a is 1", "did-ordinal", "did not pay where a is 1 at least 2 times"],
    ["did 1st pay ever", "did-ordinal", "did pay ever"],
    ["did 2nd pay within 30 days after 1st pay", "did-ordinal", "2nd pay within 30 days after 1st pay"],
    ["did pay between 8 and 14 days ago", "ago-form", "did pay between 8 days and 14 days ago"],
    ["did pay between 8 and 14 days", "ago-form", "did pay between 8 days and 14 days ago"],
    ["did pay this weak", "this-unit", "did pay this week"],
    ["did pay this day", "this-unit", "did pay today"],
    ["last pay in the last 7 days", "was-missing", "last pay was in the last 7 days"],
    ["user.at in the last 7 days", "was-missing", "user.at was in the last 7 days"],
    ["user.at today", "was-missing", "user.at was today"],
    ["last pay was after 1st visit", "was-beside", "last pay was since 1st visit"],
    ["1th pay was today", "ordinal-form", "1st pay was today"],
    ["sum of distinct pay.amount ever > 1", "count-only", "count of distinct pay.amount ever > 1"],
    ["pay.amount of last pay > 1", "dots-before-of", "amount of last pay > 1"],
    ["did sequence ever { a, b }", "use-word", "did sequence ever { a then b }"],
    ["did sequence ever { a b }", "then-missing", "did sequence ever { a then b }"],
    ["did sequence ever { then a then b }", "then-first", "did sequence ever { a then b }"],
    ["last pay is at least 3 days ago", "expected", "last pay was at least 3 days ago"],
  ])("%s", (written, code, meant) => {
    expect(read(inWho(written)).diagnostics.map((each) => each.code)).toEqual([code]);
    expect(mended(inWho(written))).toBe(inWho(meant));
  });

  it.each([
    ["process p { a b }", "then-missing", "process p { a then b }"],
    ["process p { then a then b }", "then-first", "process p { a then b }"],
    ["proces p { a then b }", "unknown-declaration", "process p { a then b }"],
    ["evnt e kept 9 days { }", "unknown-declaration", "event e kept 9 days { }"],
  ])("%s", (written, code, meant) => {
    expect(read(written).diagnostics.map((each) => each.code)).toEqual([code]);
    expect(mended(written)).toBe(meant);
  });

  it.each([
    ["last pay was before 2026-01-01", "was-beside"],
    ["did pay this quarter", "this-unit"],
    ["0th pay was today", "ordinal-form"],
    ["20 CNY was today", "not-a-moment"],
    ["did not view in the last 3 days without pay", "not-without"],
    ["did sequence ever { no a then b }", "no-first"],
    ["did sequence ever { a then b", "expected"],
    ["did sequence ever { a within 1 day then b }", "first-step"],
    ["did sequence ever { a with same id then b }", "first-step"],
  ])("%s is refused", (text, code) => {
    expect(read(`tag fact x = ${text}\n`).diagnostics.map((each) => each.code)).toEqual([code]);
  });

  it.each([
    ["process p { }", "process-empty"],
    ["process p { a then no b }", "process-no"],
    ["process p { a within 2 days then b }", "first-step"],
    ["map m { a = b }", "unknown-clause"],
  ])("%s is refused", (text, code) => {
    expect(read(text).diagnostics.map((each) => each.code)).toEqual([code]);
  });

  it("a broken row or step leaves the others", () => {
    expect(read("map m {\n  a: b\n  c d\n  e: f\n}").file.declarations[0]).toMatchObject({
      rows: [{ value: path("b") }, { value: path("f") }].map(({ value }) => ({ value: { is: value.is } })),
    });
    expect(read("process p {\n  a\n  then where b\n  then c\n}").file.declarations[0]).toMatchObject({
      first: { pattern: event("a") },
      steps: [{ pattern: event("c") }],
    });
  });

  it("a clause after a sequence without its brace is still read", () => {
    const { file, said } = read(
      "strategy s {\n  who did sequence ever {\n    a\n    then b\n  repeat never\n}\nevent e { }",
    );
    expect(said).toEqual(["expected: b"]);
    expect(file.declarations).toMatchObject([{ repeat: { rule: "never" } }, { is: "event" }]);
  });
});
