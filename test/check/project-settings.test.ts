import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Calendar, type Compiled, compile } from "../../src/compile.js";
import { china } from "../../src/calendar/china.js";

const calendar: Calendar = {
  id: "shop",
  label: null,
  days: { from: 0, until: 9, holidays: [3], workdays: [] },
  festivals: [
    { id: "opening", label: "周年庆", from: 0, until: 9, dates: [5] },
    { id: "clearance", label: null, from: 0, until: 9, dates: [8] },
  ],
};

interface Changes {
  readonly settings?: string;
  readonly fields?: string;
  readonly texts?: string;
  readonly strategies?: string;
  readonly calendars?: readonly Calendar[];
}

const daily = "strategy s { when every day at 10:00  repeat always  channel push  benefit none  material m }";

function compiled({
  settings = "",
  fields = "",
  texts = 'en title "x"',
  strategies = daily,
  calendars = [],
}: Changes): Compiled {
  const text = `project p { time zone UTC  currency CNY  ${settings} }
    user { id: text  ${fields} }
    event open { app: version }
    channel push { }
    material m for push { ${texts} }
    ${strategies}`;
  return compile([{ name: "p.touch", text }], { calendars });
}

const codesOf = (changes: Changes): string[] => compiled(changes).diagnostics.map(({ code }) => code);

describe("every locale of the project has its text", () => {
  const missing = (locales: string, written: readonly string[]): unknown[] =>
    compiled({
      settings: `locales ${locales}`,
      texts: written.map((each) => `${each} title "x"`).join("  "),
    }).diagnostics.map(({ code, args }) => (code === "locale-missing" && "locale" in args ? args.locale : code));

  it("its own, or one of its language that says no more than it, or less", () => {
    expect(missing("zh-CN, en", ["zh-CN", "en"])).toEqual([]);
    expect(missing("zh-CN, en", ["zh", "en"])).toEqual([]);
    expect(missing("zh, en", ["zh-CN", "en-GB"])).toEqual([]);
    expect(missing("zh-CN, zh-TW", ["zh-CN"])).toEqual(["zh-TW"]);
    expect(missing("zh-CN, en, ja", ["zh-CN"])).toEqual(["en", "ja"]);
  });

  it("judged by the text that its users would get: the first of their language, if not their own", () => {
    expect(missing("zh-TW", ["zh-CN", "zh"])).toEqual(["zh-TW"]);
    expect(missing("zh-TW", ["zh", "zh-CN"])).toEqual([]);
  });

  it("where a material goes out, and only there; a template has none", () => {
    const unused = 'material n for push { en title "x" }';
    const texts = { settings: "locales zh-CN, en", texts: 'zh-CN title "x"  en title "x"' };
    expect(codesOf({ ...texts, strategies: `${daily}\n${unused}` })).toEqual([]);
    const template = 'material n for push template "T" { a = user.id }';
    expect(codesOf({ ...texts, strategies: `${daily.replace("material m", "material n")}\n${template}` })).toEqual([]);
  });

  it("keeps the locales as BCP 47 spells them", () => {
    const { program } = compiled({ settings: "locales ZH-cn, En", texts: 'zh-CN title "x"  en title "x"' });
    expect(program?.project.locales).toEqual(["zh-CN", "en"]);
    expect(compiled({}).program?.project.locales).toEqual([]);
  });
});

describe("the program carries of its calendar what strategies ask about", () => {
  const when = (form: string, id = "s"): string =>
    daily.replace("every day", form).replace("strategy s", `strategy ${id}`);
  const carried = (settings: string, strategies: string, calendars: readonly Calendar[] = [calendar]) =>
    compiled({ settings, strategies, calendars }).program?.calendar;

  it("nothing, where none asks", () => {
    expect(carried("calendar shop", daily)).toBeNull();
  });

  it("the days for workdays and holidays, each festival once, in the order in which they are named", () => {
    expect(carried("calendar shop", when("every holiday"))).toEqual({ ...calendar, festivals: [] });
    const both = `${when("on clearance")} ${when("1 day before opening", "t")} ${when("on clearance", "u")}`;
    const [opening, clearance] = calendar.festivals;
    expect(carried("calendar shop", both)).toEqual({ ...calendar, days: null, festivals: [clearance, opening] });
  });

  it("from the project's own calendar before a built-in one of the same id", () => {
    const workdays = when("every workday");
    expect(carried("calendar china", workdays)?.days).toEqual(china.days);
    expect(carried("calendar china", workdays, [{ ...calendar, id: "china" }])?.days).toEqual(calendar.days);
  });
});

describe("versions compare as numbers", () => {
  it("a text beside a version is one, in comparisons, lists, fallbacks and filters", () => {
    const who = (test: string) =>
      compiled({ fields: "app: version  old: version?", strategies: daily.replace("repeat", `who ${test}  repeat`) });
    const compared = who('user.app >= "8.10"').program?.strategies[0]?.who[0];
    expect(compared).toMatchObject({
      op: ">=",
      right: { is: "constant", n: 80_001_000_000, d: 1 },
      type: { is: "version" },
    });
    expect(who('"8.10" < user.app').program?.strategies[0]?.who[0]).toMatchObject({
      left: { is: "constant", n: 80_001_000_000, d: 1 },
    });
    expect(who('user.app is one of ("8.2", "8.3.1")').program?.strategies[0]?.who[0]).toMatchObject({
      list: [80_000_200_000, 80_000_300_001],
    });
    for (const sound of ['(user.old if unknown "1.0") > "8.2"', 'did open where app between "8.2" and "9.0" ever'])
      expect(who(sound).diagnostics).toEqual([]);
  });

  it("what is no version is refused, however it looks", () => {
    const version = fc.tuple(fc.nat(99_999), fc.nat(99_999)).map(([a, b]) => `${a}.${b}`);
    const code = (literal: string): string[] =>
      codesOf({ fields: "app: version", strategies: daily.replace("repeat", `who user.app is ${literal}  repeat`) });
    fc.assert(
      fc.property(version, (text) => {
        expect(code(`"${text}"`)).toEqual([]);
      }),
      { numRuns: 20 },
    );
    for (const wrong of ['"8"', '"8.2.0.1"', '"8.2-beta"', "8.2", "8"])
      expect([wrong, code(wrong)]).toEqual([wrong, ["bad-version"]]);
    expect(code("true")).toEqual(["type-mismatch"]);
  });
});

describe("a lunar date is known or not, starts strategies and fills messages, and nothing else", () => {
  const fields = "born: lunar date?";
  const who = (test: string): string[] =>
    codesOf({ fields, strategies: daily.replace("repeat", `who ${test}  repeat`) });

  it("what it may do", () => {
    expect(who("user.born is known")).toEqual([]);
    expect(codesOf({ fields, texts: `en title "{user.born if unknown 'x'}"` })).toEqual([]);
    expect(codesOf({ fields, strategies: daily.replace("every day", "3 days before user.born") })).toEqual([]);
  });

  it("what it may not", () => {
    expect(who("user.born is known and user.born = user.born".replace("=", "is"))).toEqual(["lunar-compared"]);
    expect(who("user.born is known and user.born > 2026-01-01")).toEqual(["lunar-compared"]);
    expect(who("user.born was in the last 7 days")).toEqual(["moment-type"]);
    expect(who("user.born is known and zodiac of user.born is leo")).toEqual(["zodiac-needs-date"]);
  });
});
