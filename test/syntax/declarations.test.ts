import { describe, expect, it } from "vitest";
import { bare, everyNode, only, read } from "./read.js";

const name = (text: string) => ({ text });

describe("declarations", () => {
  it("a project says its zone, currency, first day of the week and patience", () => {
    const text = `project shop "商城" { time zone Asia/Shanghai  currency CNY  week starts Monday  settle after 10 minutes }`;
    expect(bare(only(text, "project"))).toEqual({
      is: "project",
      name: name("shop"),
      label: name("商城"),
      zone: name("Asia/Shanghai"),
      currency: name("CNY"),
      weekStarts: name("Monday"),
      settle: { is: "quantity", amount: "10", unit: "minute" },
      locales: [],
      calendar: null,
      stage: null,
      later: [],
    });
  });

  it("a zone may end with a number, whatever clause comes next", () => {
    expect(only("project p { time zone Etc/GMT+8  week starts Monday }", "project")).toMatchObject({
      zone: { text: "Etc/GMT+8" },
      weekStarts: { text: "Monday" },
    });
  });

  it.each(["America/Port-au-Prince", "Etc/GMT+8", "America/Argentina/Buenos_Aires", "UTC"])(
    "the zone %s is one name",
    (zone) => {
      expect(only(`project p { time zone ${zone} currency CNY }`, "project").zone?.text).toBe(zone);
    },
  );

  it("fields need no separators, and labels and marks may stand in any order", () => {
    const user = only(
      `user { id: text  nickname: text? "昵称"  phone: text? pii
        birthday: date? "生日" fixed  zone: time zone?  gender: one of (male "男", female)? source "性别" }`,
      "user",
    );
    expect(bare(user.fields)).toEqual([
      { name: name("id"), type: { is: "word", name: name("text") }, optional: false, label: null, marks: [] },
      {
        name: name("nickname"),
        type: { is: "word", name: name("text") },
        optional: true,
        label: name("昵称"),
        marks: [],
      },
      {
        name: name("phone"),
        type: { is: "word", name: name("text") },
        optional: true,
        label: null,
        marks: [name("pii")],
      },
      {
        name: name("birthday"),
        type: { is: "word", name: name("date") },
        optional: true,
        label: name("生日"),
        marks: [name("fixed")],
      },
      { name: name("zone"), type: { is: "word", name: name("time zone") }, optional: true, label: null, marks: [] },
      {
        name: name("gender"),
        type: {
          is: "oneOf",
          members: [
            { name: name("male"), label: name("男") },
            { name: name("female"), label: null },
          ],
        },
        optional: true,
        label: name("性别"),
        marks: [name("source")],
      },
    ]);
  });

  it("words of the language stay legal as names of fields, members and declarations", () => {
    const words =
      "channel event user stage time last count known unknown none never every points days target the issue";
    for (const word of words.split(" ")) {
      expect(only(`event e { ${word}: one of (${word}, other) }`, "event").fields[0]?.name.text).toBe(word);
      expect(only(`event ${word} { }`, "event").name.text).toBe(word);
    }
  });

  it("back-quotes make a name of any word, and are not part of it", () => {
    expect(only("event `where` { `in`: text  `7天`: text }", "event")).toMatchObject({
      name: { text: "where" },
      fields: [{ name: { text: "in" } }, { name: { text: "7天" } }],
    });
  });

  it("a lifecycle keeps its stages in order and its otherwise", () => {
    const lifecycle = only(
      `lifecycle buyer "买家" { stage churned "流失" when did visit ever  stage new when did pay ever  otherwise intro "导入" }`,
      "lifecycle",
    );
    expect(lifecycle.stages.map((stage) => [stage.name.text, stage.label?.text ?? null, stage.when.is])).toEqual([
      ["churned", "流失", "did"],
      ["new", null, "did"],
    ]);
    expect(bare(lifecycle.otherwise)).toEqual({ name: name("intro"), label: name("导入") });
  });

  it("a channel says whom it reaches and what it costs", () => {
    const channel = only(`channel sms "短信" { reach if user.phone is known cost 0.05 CNY }`, "channel");
    expect(bare(channel.cost)).toEqual({ is: "quantity", amount: "0.05", unit: "CNY" });
    expect(channel.reach?.is).toBe("known");
  });

  it("coupons and points say amount, threshold and validity", () => {
    expect(only(`benefit coupon c { 20 CNY off over 200 CNY valid 7 days after issue }`, "benefit")).toMatchObject({
      kind: { text: "coupon" },
      amount: { amount: "20", unit: "CNY" },
      over: { amount: "200", unit: "CNY" },
      valid: { amount: "7", unit: "day" },
    });
    expect(only(`benefit points p { 1_000 points }`, "benefit")).toMatchObject({
      kind: { text: "points" },
      amount: { amount: "1000", unit: "points" },
      over: null,
      valid: null,
    });
  });

  it("a goal is an event after the touch", () => {
    const goal = only(`goal paid "付款" = did pay where amount >= 10 CNY after touch`, "goal");
    expect(goal).toMatchObject({
      name: { text: "paid" },
      label: { text: "付款" },
      of: { is: "did", pattern: { event: { text: "pay" }, where: { is: "compare" } } },
      target: null,
    });
  });

  it("a strategy keeps every clause", () => {
    const strategy = only(
      `strategy s "连看" {
        aim revenue
        when every Monday at 9:05
        who did pay ever
        repeat after 2 weeks
        channel push then sms
        benefit hp20
        material a, b
        goal paid within 3 days
        priority 80
      }`,
      "strategy",
    );
    expect(bare(strategy)).toMatchObject({
      name: name("s"),
      label: name("连看"),
      aim: { word: name("revenue"), at: null },
      when: { is: "every", day: { is: "weekday", name: name("Monday") }, at: { hour: 9, minute: 5 } },
      repeat: { rule: { is: "quantity", amount: "2", unit: "week" } },
      channel: {
        is: "chain",
        links: [
          { channel: name("push"), wait: null },
          { channel: name("sms"), wait: null },
        ],
      },
      benefit: { is: "named", name: name("hp20"), elseNone: false },
      materials: [name("a"), name("b")],
      goal: { of: { is: "named", name: name("paid") }, within: { amount: "3", unit: "day" }, target: null },
      priority: { amount: "80", unit: null },
      later: [],
    });
  });

  it("clauses may share a line, and `every day`, `once`, `none`, `never` and `always` are themselves", () => {
    const one = only(`strategy a { when every day at 10:00 repeat always benefit none channel push }`, "strategy");
    expect(bare([one.when, one.repeat, one.benefit])).toEqual([
      { is: "every", day: { is: "day" }, at: { hour: 10, minute: 0 } },
      { rule: "always" },
      { is: "none" },
    ]);
    const two = only(`strategy a { when once at 2026-11-10 20:00 repeat never }`, "strategy");
    expect(bare([two.when, two.repeat])).toEqual([
      { is: "once", date: { is: "date", year: 2026, month: 11, day: 10 }, at: { hour: 20, minute: 0 } },
      { rule: "never" },
    ]);
  });

  it("comments are kept, with their place", () => {
    const text = "// first\nevent e { } // second";
    const { file } = read(text);
    expect(file.comments.map(({ text: words }) => words)).toEqual(["// first", "// second"]);
    for (const { text: words, span } of file.comments) expect(text.slice(span.start, span.end)).toBe(words);
  });

  it("`//` inside a text is no comment", () => {
    expect(only(`event e "http://a" { }`, "event").label?.text).toBe("http://a");
  });

  it("an empty file is an empty tree", () => {
    expect(read("")).toMatchObject({ file: { declarations: [], comments: [] }, diagnostics: [] });
    expect(read("\uFEFF \n　")).toMatchObject({ file: { declarations: [] }, diagnostics: [] });
  });

  it("every node and list of a tree is frozen", () => {
    const { file } =
      read(`user { id: text? "a" fixed }\nmaterial m for push { zh-CN title "a{user.id}" }\nevent e { k: one of (a, b) }
      strategy s { when every day at 10:00 who a is 1 and not (b > 2 or c is one of (1, 2)) channel a then b material m, n }`);
    const loose = everyNode(file).filter((node) => !Object.isFrozen(node) && !isSpan(node));
    expect(loose).toEqual([]);
  });
});

const isSpan = (node: object): boolean => Object.keys(node).join() === "file,start,end";
