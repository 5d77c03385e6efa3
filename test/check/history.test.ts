import { describe, expect, it } from "vitest";
import { compile } from "../../src/compile.js";
import type { Fact, Program, Test, Window } from "../../src/program/program.js";
import { compiled, programOf, strategyText } from "./shop.js";

/** Facts and tests without the places where they were said. */
function bare(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, each: unknown) => (name === "said" ? undefined : each)));
}

const [VISIT, PAY] = [0, 1];
const ORDER_ID = 0;
const [BIRTHDAY, REGISTERED] = [8, 9];
const ever = { is: "ever" };

/** The facts that one `who` adds to those of the project. */
function factsFor(who: string): readonly Fact[] {
  const known = new Set(programOf("user.visits > 0").facts.map((fact) => JSON.stringify(bare(fact))));
  return programOf(who).facts.filter((fact) => !known.has(JSON.stringify(bare(fact))));
}

/** The window of the one count that a `did visit` needs. */
function windowOf(text: string, project = ""): Window | undefined {
  const program = compiled(`${project}${strategyText(`did visit ${text}`)}`).program as Program;
  return program.facts.flatMap((fact) => (fact.is === "count" && fact.event === VISIT ? [fact.window] : []))[0];
}

const lastPay = { is: "point", event: PAY, where: null, nth: "last" };
const firstPay = { ...lastPay, nth: 1 };
const registered = { is: "profile", field: REGISTERED };
// 2026-06-01 is 20,605 days after 1970-01-01.
const june = 20_605;

describe("a window is lowered to what it means", () => {
  it.each([
    ["today", { is: "last", unit: "day", n: 1 }],
    ["yesterday", { is: "previous", unit: "day", n: 1 }],
    ["this week", { is: "thisWeek", starts: 1 }],
    ["this month", { is: "thisMonth" }],
    ["this year", { is: "thisYear" }],
    ["between 8 days and 2 weeks ago", { is: "ago", unit: "day", near: 8, far: 14 }],
    ["between 1 month and 1 year ago", { is: "ago", unit: "month", near: 1, far: 12 }],
    ["between 30 minutes and 2 hours ago", { is: "spanAgo", near: 1_800_000, far: 7_200_000 }],
    ["between 7 days and 7 days ago", { is: "ago", unit: "day", near: 7, far: 7 }],
    ["from 2026-06-01 to 2026-06-18", { is: "dates", from: june, to: june + 17 }],
    ["from 2026-06-01 to 2026-06-01", { is: "dates", from: june, to: june }],
    ["within 7 days after last pay", { is: "after", moment: lastPay, unit: "day", n: 7 }],
    ["within 2 hours before 1st pay", { is: "before", moment: firstPay, unit: "ms", n: 7_200_000 }],
    ["within 1 year after user.registered_at", { is: "after", moment: registered, unit: "month", n: 12 }],
    ["within 1 week after 2026-06-01", { is: "after", moment: { is: "date", date: june }, unit: "day", n: 7 }],
    ["since user.birthday", { is: "since", moment: { is: "profile", field: BIRTHDAY } }],
    ["since 1st pay", { is: "since", moment: firstPay }],
  ])("%s", (text, window) => expect(bare(windowOf(text))).toEqual(window));

  it("the week begins on the project's day", () => {
    const text = `project p { time zone UTC currency CNY week starts Sunday } user { id: text } event e { }
      channel push { } material hello for push { en title "Hi" } ${strategyText("did e this week")}`;
    const [fact] = compile([{ name: "a.touch", text }]).program?.facts ?? [];
    expect(fact).toMatchObject({ window: { is: "thisWeek", starts: 7 } });
  });
});

describe("`without` looks from the window's start up to now", () => {
  it.each([
    ["in the last 7 days", { is: "last", unit: "day", n: 7 }],
    ["for 7 days", { is: "for", unit: "day", n: 7 }],
    ["this month", { is: "thisMonth" }],
    ["ever", ever],
    ["in the previous 2 months", { is: "for", unit: "month", n: 2 }],
    ["yesterday", { is: "for", unit: "day", n: 1 }],
    ["between 8 days and 14 days ago", { is: "for", unit: "day", n: 14 }],
    ["between 1 hour and 2 hours ago", { is: "span", ms: 7_200_000 }],
    ["from 2026-06-01 to 2026-06-18", { is: "dates", from: june, to: null }],
    ["within 7 days after 1st visit", { is: "since", moment: { ...firstPay, event: VISIT } }],
    ["since user.registered_at", { is: "since", moment: registered }],
    ["on 3 consecutive days ending yesterday", { is: "for", unit: "day", n: 3 }],
    ["on 3 consecutive days ending today", { is: "last", unit: "day", n: 3 }],
  ])("%s", (text, tail) => {
    const facts = factsFor(`did visit ${text} without pay where amount > 1 CNY`);
    const other = facts.find((fact) => fact.is === "count" && fact.event === PAY);
    expect(bare(other)).toMatchObject({ is: "count", window: tail });
  });
});

describe("sequences and processes", () => {
  const step = { no: false, where: null, same: null, within: null };
  it("a sequence is one fact, whatever its length", () => {
    const [fact, ...more] = factsFor(
      "did sequence in the last 7 days { pay then pay with same order_id then no pay with same order_id within 2 days }",
    );
    expect(more).toEqual([]);
    const same = { field: ORDER_ID, before: ORDER_ID };
    expect(bare(fact)).toEqual({
      is: "sequence",
      window: { is: "last", unit: "day", n: 7 },
      steps: [
        { ...step, event: PAY },
        { ...step, event: PAY, same },
        { ...step, no: true, event: PAY, same, within: { unit: "day", n: 2 } },
      ],
    });
  });

  it("`same` is a field of the nearest step before that happened", () => {
    const text = `event other { x: integer order_id: text }
      ${strategyText("did sequence ever { pay then no visit then other with same order_id }")}`;
    const fact = compiled(text).program?.facts.find((each) => each.is === "sequence");
    expect(fact?.is === "sequence" && fact.steps[2]?.same).toEqual({ field: 1, before: ORDER_ID });
  });

  const process = "process buy { visit then pay within 3 days then pay where amount > 9 CNY as big } ";
  it("a step reached is the sequence up to it; the first alone is a count", () => {
    const facts = compiled(`${process}${strategyText("reached big of buy ever and reached visit of buy ever")}`).program
      ?.facts;
    const [sequence, ...others] = facts?.filter((fact) => fact.is === "sequence") ?? [];
    expect(others).toEqual([]);
    expect(sequence?.steps.map(({ event, within }) => [event, within])).toEqual([
      [VISIT, null],
      [PAY, { unit: "day", n: 3 }],
      [PAY, null],
    ]);
    expect(facts).toContainEqual({ is: "count", event: VISIT, where: null, window: ever });
  });

  it("`but not` looks up to now", () => {
    const who = "reached pay of buy in the previous 7 days but not big";
    const facts = compiled(`${process}${strategyText(who)}`).program?.facts.filter(({ is }) => is === "sequence");
    expect(facts?.map((fact) => fact.is === "sequence" && [fact.window, fact.steps.length])).toEqual([
      [{ is: "previous", unit: "day", n: 7 }, 2],
      [{ is: "for", unit: "day", n: 7 }, 3],
    ]);
  });
});

describe("tests of a moment show how long ago it was", () => {
  const clause = (who: string): Test | undefined => programOf(who).strategies[0]?.who[0];
  it.each([
    ["last pay was in the last 7 days", "pointDate"],
    ["2nd pay was at most 2 hours ago", "pointInstant"],
    ["user.registered_at was at least 7 days ago", "profileDate"],
    ["user.registered_at was between 1 month and 2 months ago", "profileDate"],
    ["last pay was this month", "momentIn"],
    ["last pay within 7 days after 1st pay", "momentIn"],
    ["last pay was since user.registered_at", "momentIn"],
  ])("%s", (who, fact) => expect(factsFor(who).map(({ is }) => is)).toContain(fact));

  it("what has yet to come was not", () => {
    const parts = clause("user.registered_at was at most 3 days ago");
    expect(parts?.is === "and" && parts.parts.map((part) => part.is === "compare" && part.op)).toEqual(["<=", "<="]);
    expect(clause("last pay was at most 3 days ago")?.is).toBe("compare");
  });
});

describe("what is kept of an event", () => {
  const codes = (kept: string, who: string): string[] =>
    compiled(`event read kept ${kept} { page: text } ${strategyText(who)}`).diagnostics.map(({ code }) => code);
  const beyond = ["beyond-retention"];
  it.each([
    ["7 days", "did read in the last 8 days", []],
    ["7 days", "did read in the last 9 days", beyond],
    ["1 week", "did read in the previous 7 days", []],
    ["1 week", "did read in the previous 8 days", beyond],
    ["7 days", "user.registered_at was at least 9 days ago and did not read for 7 days", []],
    ["7 days", "user.registered_at was at least 9 days ago and did not read for 8 days", beyond],
    ["7 days", "did read between 2 days and 7 days ago", []],
    ["7 days", "did read between 2 days and 8 days ago", beyond],
    ["31 days", "did read in the last 1 month", []],
    ["30 days", "did read in the last 1 month", beyond],
    ["62 days", "did read between 1 month and 2 months ago", []],
    ["61 days", "did read between 1 month and 2 months ago", beyond],
    ["2 days", "did read in the last 48 hours", []],
    ["2 days", "did read in the last 49 hours", beyond],
    ["6 days", "did read this week", []],
    ["5 days", "did read this week", beyond],
    ["30 days", "did read this month", []],
    ["29 days", "did read this month", beyond],
    ["365 days", "did read this year", []],
    ["364 days", "did read this year", beyond],
    ["900 days", "did read ever", beyond],
    ["900 days", "did read from 2026-06-01 to 2026-06-02", beyond],
    ["900 days", "did read since user.registered_at", beyond],
    ["900 days", "did read within 1 day after last pay", beyond],
    ["900 days", "did pay within 1 day after last read", beyond],
    ["900 days", "2nd read was today", beyond],
    ["900 days", "time since last read if unknown 9 days > 3 days", beyond],
    ["900 days", "last read was at least 3 days ago", beyond],
    ["7 days", "last read was at most 7 days ago", []],
    ["7 days", "last read was at most 8 days ago", beyond],
    ["7 days", "last read was in the previous 7 days", []],
    ["7 days", "last read was ever", beyond],
    ["7 days", "did pay in the previous 7 days without read", []],
    ["7 days", "did pay in the previous 8 days without read", beyond],
    ["7 days", "did read on 8 consecutive days ending today", []],
    ["7 days", "did read on 8 consecutive days ending yesterday", beyond],
    ["7 days", "did sequence in the last 8 days { pay then no read }", []],
    ["7 days", "did sequence in the last 9 days { pay then no read }", beyond],
    ["7 days", "count of distinct read.page in the last 9 days > 1", beyond],
    ["7 days", 'most frequent of read.page in the last 9 days if unknown "" is "a"', beyond],
  ])("kept %s: %s", (kept, who, expected) => expect(codes(kept, who)).toEqual(expected));
});

describe("silence that includes the new", () => {
  const codes = (who: string, more = ""): string[] =>
    compiled(`${more}\n${strategyText(who)}`).diagnostics.map(({ code }) => code);
  const warned = ["silence-of-the-new"];
  it.each([
    ["did not pay for 30 days", warned],
    ["user.push_on is true and did not pay for 30 days", warned],
    ["(user.push_on is true and did not pay for 30 days) and user.visits > 3", warned],
    ["did visit ever and did not pay for 30 days", warned],
    ["did pay ever and did not pay for 30 days", []],
    ["did not pay for 30 days and count of pay ever >= 2", []],
    ["did not pay for 30 days and last pay was at least 40 days ago", []],
    ["did pay where amount > 3 CNY in the last 90 days and did not pay for 30 days", []],
    ["has payer and did not pay for 30 days", []],
    ["buyer is churned and did not pay for 30 days", []],
    ["buyer is intro and did not pay for 30 days", warned],
    ["user.registered_at was at least 60 days ago and did not pay for 30 days", []],
    ["time since user.registered_at > 60 days and did not pay for 30 days", []],
    ["did visit within 7 days after user.registered_at and did not pay for 30 days", []],
    ["user.push_on is true or did not pay for 30 days", []],
    ["not (did not pay for 30 days)", []],
    ["did not pay in the last 30 days", []],
    ["did not pay at least 3 times for 30 days", []],
  ])("%s", (who, expected) => expect(codes(who)).toEqual(expected));

  it("is told of stages and of tags that say more than the silence", () => {
    const stage = "lifecycle l { stage quiet when did not pay for 9 days otherwise rest }";
    expect(codes("did pay ever", stage)).toEqual(warned);
    const later =
      "lifecycle l { stage none_yet when did not pay ever stage quiet when did not pay for 9 days otherwise rest }";
    expect(codes("did pay ever", later)).toEqual([]);
    expect(codes("did pay ever", "tag fact t = did not pay for 9 days and user.visits > 3")).toEqual(warned);
    expect(codes("did pay ever", "tag fact t = did not pay for 9 days")).toEqual([]);
  });

  it("does not keep the project from being compiled, and its fix stills it", () => {
    const text = strategyText("user.push_on is true and did not pay for 30 days");
    const { program, diagnostics } = compiled(text);
    expect(program).not.toBeNull();
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["warning"]);
    const { span, text: write } = diagnostics[0]?.suggestion ?? { span: { start: 0, end: 0 }, text: "" };
    const mended = text.slice(0, span.start) + write + text.slice(span.end);
    expect(compiled(mended).diagnostics).toEqual([]);
  });
});
