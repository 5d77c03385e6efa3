import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { read } from "./catalogue.js";
import { linesOf, strategyWith, toldIn } from "./offers.js";

const table = (name: string): unknown => parse(readFileSync(new URL(name, import.meta.url), "utf8"));

const clauses = z
  .array(z.strictObject({ clauses: z.array(z.string()), en: z.string(), zh: z.string() }))
  .parse(table("strategies.yaml"));

const declarations = z
  .array(z.strictObject({ text: z.string(), en: z.string(), zh: z.string() }))
  .parse(table("declarations.yaml"));

describe("the clauses of a strategy", () => {
  it("stand among the cases once, and sound different each time", () => {
    for (const field of ["clauses", "en", "zh"] as const)
      expect(new Set(clauses.map((each) => String(each[field]))).size, field).toBe(clauses.length);
  });

  it.each(clauses)("are read back: $clauses", ({ clauses: said, en, zh }) => {
    expect({ en: linesOf(said, "en"), zh: linesOf(said, "zh") }).toEqual({ en, zh });
  });
});

describe("a declaration", () => {
  it.each(declarations)("is read back: $text", ({ text, en, zh }) => {
    expect({ en: toldIn(text, "en"), zh: toldIn(text, "zh") }).toEqual({ en, zh });
  });

  it("of a project says its calendar and the languages of its messages", () => {
    const text = `project c "海淘" { time zone Asia/Tokyo  currency JPY  calendar china  locales ja, zh-CN, en }
user { id: text }
channel push { cost 0 JPY }
material hello for push { ja title "a"  zh-CN title "b"  en title "c" }
strategy s { when every holiday at 10:00  repeat never  channel push  benefit none  material hello }`;
    expect(read(text, "en").tellings[0]?.sentence).toBe(
      "Project “海淘” (c): time zone Asia/Tokyo, currency JPY, weeks start on Monday. Late events are not waited for. Holidays, workdays and festivals are those of the calendar china. Every message has its text in ja, zh-CN and en.",
    );
    expect(read(text, "zh").tellings[0]?.sentence).toBe(
      "项目「海淘」（c）：时区 Asia/Tokyo，货币 JPY，每周从周一开始。不等晚到的事件。节假日、调休和节日以日历 china 为准。每条素材都备有 ja、zh-CN 和 en 的文字。",
    );
  });
});

describe("a strategy", () => {
  it("names times as the user's own where users have zones of their own", () => {
    const own = (clause: string): string => {
      const text = strategyWith(["when user enters loyal at 09:00", clause]);
      return (
        read(
          `project p { time zone Asia/Shanghai  currency CNY }
user { id: text  home: time zone? }
event pay { amount: CNY }
tag fact loyal = did pay ever
channel push { cost 0 CNY }
material hello for push { zh-CN title "你好" }
${text}`,
          "zh",
        ).tellings.at(-1)?.sentence ?? ""
      );
    };
    expect(own("send between 08:00 and 22:00 else skip").match(/用户当地时间/g)).toHaveLength(2);
    expect(own("send at best hour").match(/用户当地时间/g)).toHaveLength(2);
  });

  it("of a set without members is told with the set, and a set of one has nothing in common with itself", () => {
    const body = "when once at 2026-06-18 20:00  channel push  benefit none  material hello";
    expect(toldIn(`set b { ${body} }`, "zh")).not.toContain("组内");
    const one = toldIn(`set b { ${body}  strategy only { priority 60 } }`, "zh");
    expect(one).not.toContain("组内每条策略都是");
    expect(one).toContain("  - 策略「only」\n    - 仅在 2026-06-18 20:00");
  });

  it("whose split has one group beside the control says there all that it sends", () => {
    const text = strategyWith(['split salt "s" { 90% variant a { }  10% variant control { none } }']);
    expect(toldIn(text, "zh")).toContain("  - 90% 进入「a」：走「推送」。不发权益。素材用「问候」\n");
  });

  it("names only the material that goes over its channels, of those that the set lists for all", () => {
    const text = `set b {
  when once at 2026-06-18 20:00  benefit none  material hello, hello_sms
  strategy one { channel push }
  strategy two { channel sms }
}`;
    expect(toldIn(text, "en")).toMatch(
      /“推送”\n {4}- Use the words of “问候”\n[^]*“短信”\n {4}- Use the words of “hello_sms”$/,
    );
  });
});

describe("a part of a message", () => {
  it("is put in quotation marks where its name could pass for words of ours", () => {
    const odd = "channel odd { cost 0 CNY  limit `标题` 9 characters  limit title 8 characters }";
    expect(toldIn(odd, "zh")).toContain("；「标题」最多 9 个字；标题最多 8 个字；");
    const filled = 'material m for sms template "T" { `one` = user.id  `不是` = user.id }';
    expect(toldIn(filled, "en")).toContain("\n  - “one” = the user's id");
    expect(toldIn(filled, "zh")).toContain("\n  - 「不是」 = 用户的 id");
  });
});
