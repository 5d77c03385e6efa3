import { describe, expect, it } from "vitest";
import { bare, faults, who } from "./read.js";

/** A compact, independent notation of an expression, to state what binds how. */
function shape(node: unknown): string {
  const value = bare(node) as Record<string, unknown>;
  const of = (key: string): string => shape(value[key]);
  const list = (key: string): string => (value[key] as unknown[]).map(shape).join(" ");
  switch (value.is as string) {
    case "and":
    case "or":
      return `(${value.is} ${list("parts")})`;
    case "not":
      return `(not ${of("operand")})`;
    case "compare":
    case "arithmetic":
      return `(${value.op} ${of("left")} ${of("right")})`;
    case "equal":
      return `(${value.negated ? "is-not" : "is"} ${of("left")} ${of("right")})`;
    case "known":
      return `(${value.negated ? "unknown" : "known"} ${of("operand")})`;
    case "oneOf":
      return `(${value.negated ? "none-of" : "one-of"} ${of("operand")} ${list("list")})`;
    case "between":
      return `(between ${of("operand")} ${of("low")} ${of("high")})`;
    case "contains":
      return `(contains ${of("operand")} ${of("part")})`;
    case "ifUnknown":
      return `(else ${of("operand")} ${of("fallback")})`;
    case "path":
      return (value.names as { text: string }[]).map(({ text }) => text).join(".");
    case "quantity":
      return `${value.amount}${value.unit ?? ""}`;
    case "text":
      return `'${value.text}'`;
    case "boolean":
      return `${value.value}`;
    case "date":
      return `${value.year}/${value.month}/${value.day}`;
    default:
      return `<${value.is}>`;
  }
}

describe("tests and values", () => {
  it.each([
    ["a is 1 and b is 2 and c is 3", "(and (is a 1) (is b 2) (is c 3))"],
    ["a is 1 or b is 2", "(or (is a 1) (is b 2))"],
    ["(a is 1 or b is 2) and c is 3", "(and (or (is a 1) (is b 2)) (is c 3))"],
    ["not a is 1 and b is 2", "(and (not (is a 1)) (is b 2))"],
    ["not not (a is 1)", "(not (not (is a 1)))"],
    ["a + b * c - d / e > 0", "(> (- (+ a (* b c)) (/ d e)) 0)"],
    ["(a + b) * c >= 1", "(>= (* (+ a b) c) 1)"],
    ["a - b - c < 1", "(< (- (- a b) c) 1)"],
    ["a + b if unknown 0 <= 3", "(<= (else (+ a b) 0) 3)"],
    ["a is not known", "(unknown a)"],
    ["a is known", "(known a)"],
    ["a is not one of (b, c)", "(none-of a b c)"],
    ["a is one of ('x', \"y\")", "(one-of a 'x' 'y')"],
    ["a is not b", "(is-not a b)"],
    ["a between 1 and 2 and b is 3", "(and (between a 1 2) (is b 3))"],
    ["a contains 'x'", "(contains a 'x')"],
    ["user.push_on is true", "(is user.push_on true)"],
    ["user.birthday < 2026-11-10", "(< user.birthday 2026/11/10)"],
    ["user.balance >= -20.50 CNY", "(>= user.balance -20.50CNY)"],
    ["a >= 30% and b > 200 points and c > 1 point", "(and (>= a 30%) (> b 200points) (> c 1points))"],
    ["a > 1 second or a > 2 weeks or a > 3 years", "(or (> a 1second) (> a 2week) (> a 3year))"],
    ["user.last is 1 and user.where is 2", "(and (is user.last 1) (is user.where 2))"],
    ["last is 1 and count is 2 and time is 3", "(and (is last 1) (is count 2) (is time 3))"],
    ["buyer is churned and not has fan", "(and (is buyer churned) (not <has>))"],
  ])("%s", (text, expected) => {
    expect(shape(who(text))).toBe(expected);
  });

  it("a span covers exactly what was written, brackets included", () => {
    const text = "strategy s {\n  who ";
    const test = "(a + b) * c >= (d)";
    expect(who(test).span).toEqual({ file: "a.touch", start: text.length, end: text.length + test.length });
  });
});

describe("what a user has done", () => {
  it.each([
    ["did pay", { negated: false, frequency: null, window: null }],
    ["did not pay for 15 days", { negated: true, window: { is: "for", length: { amount: "15", unit: "day" } } }],
    ["did pay in the last 2 hours", { window: { is: "last", length: { amount: "2", unit: "hour" } } }],
    ["did pay in the previous 1 month", { window: { is: "previous", length: { amount: "1", unit: "month" } } }],
    ["did pay ever", { window: { is: "ever" } }],
    ["did pay at least 3 times ever", { frequency: { is: "times", least: 3, most: null } }],
    ["did pay exactly 3 times ever", { frequency: { is: "times", least: 3, most: 3 } }],
    ["did pay between 1 and 3 times ever", { frequency: { is: "times", least: 1, most: 3 } }],
    ["did pay on at least 3 days ever", { frequency: { is: "days", least: 3 } }],
    [
      "did pay on 3 consecutive days ending yesterday",
      { frequency: { is: "streak", days: 3, ending: "yesterday" }, window: null },
    ],
    ["did pay on 3 consecutive days ending today", { frequency: { is: "streak", days: 3, ending: "today" } }],
  ])("%s", (text, expected) => {
    expect(bare(who(text))).toMatchObject({ is: "did", pattern: { event: { text: "pay" } }, ...expected });
  });

  it("`where` takes one test, so what follows it belongs to the whole", () => {
    expect(bare(who("did view where category is phone and did not order"))).toMatchObject({
      is: "and",
      parts: [
        { is: "did", pattern: { where: { is: "equal" } } },
        { is: "did", negated: true, pattern: { where: null } },
      ],
    });
    expect(bare(who("did view where (a is 1 or b is 2) at least 2 times ever"))).toMatchObject({
      pattern: { where: { is: "or" } },
      frequency: { least: 2 },
    });
    expect(bare(who("did view where not (a is 1) ever"))).toMatchObject({ pattern: { where: { is: "not" } } });
    expect(bare(who("did pay where amount between 1 and 3 between 2 and 5 times ever"))).toMatchObject({
      pattern: { where: { is: "between" } },
      frequency: { least: 2, most: 5 },
    });
  });

  it("a bracket that holds a test ends `where`, so that `between` after it counts times", () => {
    for (const where of ["(a >= 5 CNY and b is true)", "not (a is 1 or b is 2)", "(not a is 1)", "(a is known)"]) {
      expect(bare(who(`did view where ${where} between 2 and 3 times in the last 7 days`))).toMatchObject({
        pattern: { where: { is: expect.stringMatching(/^(and|not|known)$/) } },
        frequency: { is: "times", least: 2, most: 3 },
        window: { is: "last" },
      });
    }
    expect(bare(who("did view where (a + b) between 2 and 3 ever"))).toMatchObject({
      pattern: { where: { is: "between", operand: { is: "arithmetic" } } },
      frequency: null,
    });
  });

  it("aggregates name an event, a field, a test and a window", () => {
    expect(bare(who("sum of pay.amount where a is 1 in the last 30 days >= 100 CNY"))).toMatchObject({
      is: "compare",
      left: { is: "aggregate", fn: "sum", of: { text: "pay" }, field: { text: "amount" }, window: { is: "last" } },
    });
    for (const fn of ["average", "min", "max"]) {
      expect(bare(who(`${fn} of pay.amount ever is known`))).toMatchObject({ is: "known", operand: { fn } });
    }
    expect(bare(who("count of pay ever >= 2"))).toMatchObject({ left: { fn: "count", field: null, where: null } });
  });

  it("the last event can be dated", () => {
    expect(bare(who("last pay was at least 30 days ago"))).toMatchObject({
      is: "pointTest",
      moment: { is: "point", nth: "last", pattern: { event: { text: "pay" } } },
      test: { is: "ago", bound: "at least", length: { amount: "30", unit: "day" } },
    });
    expect(bare(who("last pay where a is 1 was at most 2 hours ago"))).toMatchObject({
      moment: { is: "point", nth: "last", pattern: { where: { is: "equal" } } },
      test: { is: "ago", bound: "at most" },
    });
    expect(bare(who("last pay was in the previous 7 days"))).toMatchObject({
      test: { is: "window", window: { is: "previous" } },
    });
    expect(bare(who("time since last pay > 3 days"))).toMatchObject({
      left: { is: "timeSince", moment: { is: "point", nth: "last", pattern: { event: { text: "pay" } } } },
    });
  });
});

describe("full-width forms", () => {
  it("mean the same as plain ones outside of texts", () => {
    expect(bare(who("（user．age　＞＝　１８）　and　a　is　one　of　（b，c、d）"))).toEqual(
      bare(who("(user.age >= 18) and a is one of (b, c, d)")),
    );
    expect(bare(who("a ≥ ３０％ and b ≤ ２ and c ＜ １ and d ＞ ０．５"))).toEqual(
      bare(who("a >= 30% and b <= 2 and c < 1 and d > 0.5")),
    );
    expect(bare(who("ｕｓｅｒ.ａ１ is １＋２－３＊４／５"))).toEqual(bare(who("user.a1 is 1 + 2 - 3 * 4 / 5")));
  });

  it("stay as they are inside of texts", () => {
    expect(shape(who("a is “（１）”"))).toBe("(is a '（１）')");
    expect(shape(who("a is ‘｛x｝，’"))).toBe("(is a '｛x｝，')");
    expect(shape(who('a is "他说“你好”"'))).toBe("(is a '他说“你好”')");
  });

  it("change no offsets", () => {
    const text = "a ＞＝ １８";
    const node = who(text);
    expect(node.is === "compare" && node.right.span.start - node.span.start).toBe(text.indexOf("１"));
  });

  it("names are in NFC", () => {
    expect(shape(who("a is 1 and \uF90A is 2"))).toBe("(and (is a 1) (is 金 2))");
  });

  it("escapes in texts are resolved, and what means nothing is reported", () => {
    expect(shape(who(String.raw`a is "x\"y\\z\n"`))).toBe("(is a 'x\"y\\z\n')");
    expect(faults(String.raw`a is "\q"`)).toEqual([String.raw`bad-escape: \q`]);
  });
});
