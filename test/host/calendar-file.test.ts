import { describe, expect, it } from "vitest";
import { china } from "../../src/calendar/china.js";
import { formatDate, parseDate } from "../../src/calendar/civil.js";
import { wordingOf } from "../../src/diagnostic/catalogue.js";
import { readCalendar } from "../../src/host/calendar-file.js";

const read = (...lines: string[]) => readCalendar({ name: "calendars/shop.yaml", text: lines.join("\n") });
const dates = (...texts: string[]) => texts.map((text) => parseDate(text));

describe("a calendar file", () => {
  it("holds holidays, made-up workdays and festivals by every kind of rule", () => {
    const { calendar, diagnostics } = read(
      "id: shop",
      "label: 商城",
      "horizon: { from: 2026-01-01, until: 2026-12-31 }",
      "holidays: [2026-10-01 to 2026-10-03, 2026-01-01]",
      "makeup_workdays:",
      "  - 2026-10-10",
      "festivals:",
      "  mid_autumn: { label: 中秋节, lunar: 8-15 }",
      "  eve: { lunar: last }",
      "  birthday: { solar: 2-29 }",
      "  tomb: { term: qingming }",
      "  mothers: { weekday: second Sunday of May }",
      "  周年庆: { dates: [2026-06-18, 2026-06-20 to 2026-06-21] }",
    );
    expect(diagnostics).toEqual([]);
    expect([calendar?.id, calendar?.label]).toEqual(["shop", "商城"]);
    expect(calendar?.days).toEqual({
      from: parseDate("2026-01-01"),
      until: parseDate("2026-12-31"),
      holidays: dates("2026-01-01", "2026-10-01", "2026-10-02", "2026-10-03"),
      workdays: dates("2026-10-10"),
    });
    const same = [
      ["mid_autumn", "mid_autumn"],
      ["eve", "new_years_eve"],
      ["tomb", "qingming"],
      ["mothers", "mothers_day"],
    ];
    for (const [mine, theirs] of same) {
      const of = (all: typeof china.festivals | undefined, id: string | undefined) =>
        all?.find((each) => each.id === id)?.dates;
      expect(of(calendar?.festivals, mine)).toEqual(of(china.festivals, theirs));
    }
    const listed = calendar?.festivals.find(({ id }) => id === "周年庆");
    expect(listed).toEqual({
      id: "周年庆",
      label: null,
      from: parseDate("2026-01-01"),
      until: parseDate("2026-12-31"),
      dates: dates("2026-06-18", "2026-06-20", "2026-06-21"),
    });
    const leap = calendar?.festivals.find(({ id }) => id === "birthday")?.dates ?? [];
    expect(leap.slice(0, 4).map(formatDate)).toEqual(["1901-02-28", "1902-02-28", "1903-02-28", "1904-02-29"]);
  });

  it("without holidays tells no days, and needs no horizon", () => {
    expect(read("id: shop", "festivals: { sale: { solar: 6-18 } }").calendar?.days).toBe(null);
    expect(read("id: shop").calendar).toEqual({ id: "shop", label: null, days: null, festivals: [] });
  });
});

/** What is marked and told for each problem: the code, the marked text, and the English message. */
function told(...lines: string[]): string[] {
  const text = lines.join("\n");
  const { calendar, diagnostics } = readCalendar({ name: "calendars/shop.yaml", text });
  expect(calendar).toBe(null);
  return diagnostics.map((each) => {
    for (const language of ["en", "zh"] as const) {
      const { message, fix } = wordingOf(each, language);
      expect(message.length > 0 && /[.。？?]$/.test(fix)).toBe(true);
    }
    return `${each.code}: ${text.slice(each.span.start, each.span.end)}: ${wordingOf(each, "en").message}`;
  });
}

const id = "id: shop";
const horizon = "horizon: { from: 2026-01-01, until: 2026-12-31 }";

describe("a mistake in a calendar file is told at its place", () => {
  it.each([
    ["an alias", [id, "label: &a x", "festivals: *a"], ["data-yaml-feature: x: a YAML anchor is not allowed here"]],
    ["a tag", [id, "label: !!binary x"], ["data-yaml-feature: x: a YAML tag is not allowed here"]],
    ["a key twice", [id, id], ["data-yaml: i: this is not valid YAML: Map keys must be unique"]],
    ["a list", ["- shop"], ["data-shape: - shop: `calendars/shop.yaml` can't be read"]],
    ["no id", ["label: x"], ["data-missing-key: label: x: `calendars/shop.yaml` has no `id`"]],
    [
      "another id",
      ["id: store"],
      ["calendar-id: store: this calendar calls itself `store`, but its file is called `shop`"],
    ],
    ["an unknown key", [id, "holiday: []"], ["data-unknown-key: holiday: `holiday` is no key that belongs here"]],
    ["no horizon", [id, "holidays: []"], ["data-missing-key: id: shop: `calendars/shop.yaml` has no `horizon`"]],
    [
      "a horizon that ends before it starts",
      [id, "horizon: { from: 2026-02-01, until: 2026-01-01 }"],
      ["calendar-reversed: { from: 2026-02-01, until: 2026-01-01 }: `2026-02-01` is later than `2026-01-01`"],
    ],
    [
      "half a horizon",
      [id, "horizon: { from: 2026-01-01 }"],
      ["data-missing-key: { from: 2026-01-01 }: `horizon` has no `until`"],
    ],
    [
      "no date",
      [id, horizon, "holidays: [2026-02-30]"],
      ["calendar-date: 2026-02-30: `2026-02-30` is no date of the calendar"],
    ],
    ["an empty entry", [id, horizon, "holidays: [~]"], ["calendar-date: ~: there is no date here"]],
    [
      "a stretch the wrong way round",
      [id, horizon, "holidays: [2026-05-03 to 2026-05-01]"],
      ["calendar-reversed: 2026-05-03 to 2026-05-01: `2026-05-03` is later than `2026-05-01`"],
    ],
    [
      "a date beyond the horizon",
      [id, horizon, "holidays: [2027-01-01]"],
      ["calendar-outside: 2027-01-01: `2027-01-01` lies outside the horizon, `2026-01-01` to `2026-12-31`"],
    ],
    [
      "a date twice",
      [id, horizon, "holidays: [2026-05-02]", "makeup_workdays: [2026-05-02]"],
      ["calendar-twice: 2026-05-02: `2026-05-02` is listed twice"],
    ],
    [
      "a made-up Monday",
      [id, horizon, "makeup_workdays: [2026-05-04]"],
      [
        "calendar-makeup-weekday: 2026-05-04: `2026-05-04` is no Saturday or Sunday, so it can't be a workday made up for a holiday",
      ],
    ],
    [
      "a single date for a list",
      [id, horizon, "holidays: 2026-05-01"],
      ["data-shape: 2026-05-01: `holidays` can't be read"],
    ],
    [
      "a festival without a rule",
      [id, "festivals: { sale: { label: 大促 } }"],
      ["calendar-festival-rule: sale: the festival `sale` needs exactly one rule for its date"],
    ],
    [
      "a festival with two",
      [id, "festivals: { sale: { solar: 6-18, lunar: 5-5 } }"],
      ["calendar-festival-rule: sale: the festival `sale` needs exactly one rule for its date"],
    ],
    [
      "a name with a blank",
      [id, "festivals: { big sale: { solar: 6-18 } }"],
      ["calendar-festival-name: big sale: `big sale` can't be the name of a festival"],
    ],
    [
      "a day that no month has",
      [id, "festivals: { sale: { solar: 6-31 } }"],
      ["data-shape: 6-31: `solar` can't be read"],
    ],
    ["a thirteenth month", [id, "festivals: { sale: { lunar: 13-1 } }"], ["data-shape: 13-1: `lunar` can't be read"]],
    [
      "a fifth Sunday",
      [id, "festivals: { sale: { weekday: fifth Sunday of May } }"],
      ["data-shape: fifth Sunday of May: `weekday` can't be read"],
    ],
    [
      "an unknown term",
      [id, "festivals: { sale: { term: qinming } }"],
      ["calendar-term: qinming: `qinming` is none of the 24 solar terms"],
    ],
    [
      "dates without a horizon",
      [id, "festivals: { sale: { dates: [2026-06-18] } }"],
      ["data-missing-key: dates: `calendars/shop.yaml` has no `horizon`"],
    ],
    ["a festival that is a word", [id, "festivals: { sale: soon }"], ["data-shape: soon: `sale` can't be read"]],
  ])("%s", (_, lines, wanted) => {
    expect(told(...lines)).toEqual(wanted);
  });

  it("and all of them at once", () => {
    expect(
      told("id: x", "colour: red", "festivals: { a: {}, b: { term: x } }").map((line) => line.split(":")[0]),
    ).toEqual(["data-unknown-key", "calendar-id", "calendar-festival-rule", "calendar-term"]);
  });

  it("never throws, however deep the text or odd its names", () => {
    for (const text of [
      "[".repeat(50_000),
      "",
      "~",
      "id: shop\nfestivals: { __proto__: { solar: 6-18 }, constructor: { lunar: last } }",
    ])
      expect(() => readCalendar({ name: "shop.yaml", text })).not.toThrow();
    const { calendar } = read(id, "festivals: { __proto__: { solar: 6-18 }, constructor: { lunar: last } }");
    expect(calendar?.festivals.map((each) => each.id)).toEqual(["__proto__", "constructor"]);
  });
});
