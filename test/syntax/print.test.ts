import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lexer } from "../../grammar/tokens.js";
import { format } from "../../src/syntax/format.js";
import { print } from "../../src/syntax/print.js";
import { cellWidth } from "../../src/text/width.js";
import { program } from "../agree/programs.js";
import { bare, read } from "./read.js";
import { declaration, expression, fileOf } from "./trees.js";

const root = new URL("../../", import.meta.url);
const strategies = readdirSync(new URL("strategies/", root), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".touch"))
  .map((path): [string, string] => [path, readFileSync(new URL(`strategies/${path}`, root), "utf8")]);
const tour = readFileSync(new URL("grammar/README.md", root), "utf8");
const blocks = [...tour.matchAll(/^```touch(?: fragment)?\n([\s\S]*?)^```$/gm)].map((found) => found[1] as string);

/** The text that is printed for a text; what is wrong with it is thrown. */
function printed(text: string): string {
  const { file, said } = read(text);
  if (said.length > 0) throw new Error(said.join("\n"));
  return print(file, text);
}

/** What a comment says, however it is spelled. */
const comments = (text: string): string[] =>
  read(text).file.comments.map((comment) => comment.text.replace(/^[/／]{2}/, "//").trimEnd());

function expectLaws(text: string): void {
  const now = printed(text);
  expect(bare(read(now).file.declarations)).toEqual(bare(read(text).file.declarations));
  expect(comments(now)).toEqual(comments(text));
  expect(printed(now)).toBe(now);
}

describe("parse ∘ print is the identity on trees", () => {
  it("for every declaration", () => {
    fc.assert(
      fc.property(fc.array(declaration, { maxLength: 4 }), (declarations) => {
        const now = print(fileOf(declarations));
        const again = read(now);
        expect(again.said).toEqual([]);
        expect(bare(again.file.declarations)).toEqual(bare(declarations));
        expect(print(again.file)).toBe(now);
      }),
      { numRuns: 700 },
    );
  });

  it("for every expression, whatever stands in what", () => {
    fc.assert(
      fc.property(expression, (value) => {
        const span = { file: "", start: 0, end: 0 };
        const tag = { is: "tagFact" as const, name: { text: "t", span }, label: null, value, span };
        const again = read(print(fileOf([tag])));
        expect(again.said).toEqual([]);
        expect(bare(again.file.declarations)).toEqual(bare([tag]));
      }),
      { numRuns: 2500 },
    );
  });

  it("for every program that the checker accepts", () => {
    fc.assert(
      fc.property(program, ({ text }) => expectLaws(text)),
      { numRuns: 60 },
    );
  });
});

/** Between two words: blanks, line ends, blank lines and comments of both sorts. */
const gap = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(" ", "  ", "\n", "\n  ", "\n\n\n", "\r\n", "\u3000") },
  fc.constantFrom(" // 说明 {\n", "\n// (own \n", "\n\n  ／／ wide  \n\n", " // a\n // b\n", " //\n"),
);
/** Signs as a Chinese keyboard gives them. */
const wide: ReadonlyMap<string, string> = new Map(
  Object.entries({ "(": "（", ")": "）", ",": "、", "{": "｛", "}": "｝", "<=": "≤", ".": "．" }),
);

/** The same words, set at random; names of several words, such as zh-CN, stay together. */
const scattered = program.chain(({ text }) => {
  const { tokens } = lexer.tokenize(text);
  const many = { minLength: tokens.length + 1, maxLength: tokens.length + 1 };
  return fc.array(fc.tuple(gap, fc.boolean()), many).map((settings) =>
    settings
      .map(([between, isWide], index) => {
        const [before, token] = [tokens[index - 1], tokens[index]];
        const { image = "", startOffset = 0 } = token ?? {};
        const joined = before !== undefined && before.startOffset + before.image.length === startOffset;
        // `coupon hp20 {` on a line of its own would look like a declaration.
        if (before?.image === "benefit") return ` ${image}`;
        const whole = joined && [before.image, image].some((sign) => sign === "-" || sign === "/");
        // A declaration starts on a line of its own.
        const begins = before !== undefined && text.slice(before.startOffset, startOffset).includes("\n");
        return (whole ? "" : between) + (begins ? "\n" : "") + (isWide ? (wide.get(image) ?? image) : image);
      })
      .join(""),
  );
});

describe("print ∘ parse", () => {
  it("keeps every comment, in order, and says nothing new when it is done again", () => {
    fc.assert(fc.property(scattered, expectLaws), { numRuns: 60 });
  });

  it.each(strategies)("leaves %s as it is", (_, text) => {
    expect(printed(text)).toBe(text);
  });

  it.each(blocks.map((block, index): [number, string] => [index + 1, block]))(
    "keeps the laws for block %i of the tour",
    (_, block) => expectLaws(block),
  );

  it("keeps lines to 100 cells where they can be broken", () => {
    for (const [, text] of strategies) {
      for (const line of printed(text)
        .split("\n")
        .filter((each) => !each.includes('"') && !each.includes("//"))) {
        expect(cellWidth(line)).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe("the one layout", () => {
  const laid = (text: string, expected: string): void => expect(printed(text)).toBe(expected);

  it("has one clause a line, two blanks a step, and a line for each part of `who`", () => {
    laid(
      `strategy s "名"{who a is 1 and(b is 2 or c is 3) when every day at 9:30 channel push then sms}
channel push{}`,
      `strategy s "名" {
  who a is 1
    and (b is 2 or c is 3)
  when every day at 09:30
  channel push then sms
}
channel push {}
`,
    );
  });

  it("writes plain signs outside of texts, full ones inside, and back-quotes only where a name needs them", () => {
    laid(
      "tag fact `a`“好，（１）”＝ｘ　＞＝　１_０００ and `ever` is one of（`b`、‘c“d”’）",
      'tag fact a "好，（１）" = x >= 1000 and `ever` is one of (b, "c“d”")\n',
    );
    laid("user { `2x`: text  `when`: CNY }", "user {\n  `2x`: text\n  when: CNY\n}\n");
  });

  it("puts models and metrics on one line, or what they say below their names", () => {
    laid(
      "metric first_buy=median time from 1st visit to 1st pay better when lower",
      "metric first_buy = median time from 1st visit to 1st pay better when lower\n",
    );
    laid(
      `metric repurchase "复购率" north star=share of users who 2nd pay within 30 days after 1st pay scale 20%,25% among users who did pay ever target 30%`,
      `metric repurchase "复购率" north star =
  share of users who 2nd pay within 30 days after 1st pay
  scale 20%, 25%
  among users who did pay ever
  target 30%
`,
    );
    laid(
      `measure churn_after = smallest n of (7 days, 14 days) such that return rate of visit after n silence observed for 30 days < 5% otherwise 60 days refresh every 1 months`,
      `measure churn_after =
  smallest n of (7 days, 14 days)
  such that return rate of visit after n silence observed for 30 days < 5%
  otherwise 60 days
  refresh every 1 month
`,
    );
    laid(
      `value v of users who did sequence ever {a then b}{split at median tier gold "金" top 20% by m score m=a if unknown 1 better when higher}`,
      `value v of users who did sequence ever { a then b } {
  split at median
  tier gold "金" top 20% by m
  score m = a if unknown 1 better when higher
}
`,
    );
    laid(
      `cost{margin 30% acquisition 3 CNY from "a","b"}line l{value a value b metric c,d into e lifecycle f}`,
      `cost {
  margin 30%
  acquisition 3 CNY from "a", "b"
}
line l {
  value a, b
  metric c, d into e
  lifecycle f
}
`,
    );
    laid(
      "strategy s{aim retain `when` goal user enters a.b target 3% hypothesis '因' `never`}",
      'strategy s {\n  aim retain `when`\n  goal user enters a.b target 3%\n  hypothesis "因" never\n}\n',
    );
  });

  it("keeps comments beside the clauses of models and metrics", () => {
    const text = `// whom we keep
metric repurchase =
  share of users who did pay ever // of all
  // step by step
  scale 20%, 25%
value v {
  // good or not
  split at average // of everybody
  tier gold top 20% by m // the best
}
`;
    laid(text, text);
  });

  it("keeps brackets only where they are needed or make the reading plain", () => {
    laid(
      "tag fact a = ((x is 1) and (not (y is 2))) and ((u + v) + (w * 2)) > ((z if unknown 3))",
      "tag fact a = (x is 1 and not y is 2) and u + v + w * 2 > (z if unknown 3)\n",
    );
    laid(
      "tag fact a = (time since last pay where (x is 1)) > 1 days",
      "tag fact a = (time since last pay where x is 1) > 1 day\n",
    );
  });

  it("breaks what is longer than 100 cells, the outermost first", () => {
    const names = Array.from({ length: 4 }, (_, n) => `field_with_a_very_long_name_${n}`);
    const tests = names.map((each) => `${each} is 1`);
    laid(`tag fact a = ${tests.join(" and ")}`, `tag fact a =\n  ${tests.join("\n  and ")}\n`);
    laid(
      `strategy s { who b is 2 and (${tests.join(" or ")}) }`,
      `strategy s {\n  who b is 2\n    and (${tests.join("\n      or ")})\n}\n`,
    );
    laid(
      `event e { kind: one of (${names.join(", ")}) }`,
      `event e {\n  kind: one of (\n    ${names.join(",\n    ")}\n  )\n}\n`,
    );
  });

  it("keeps comments where they were, and at most one blank line between clauses and declarations", () => {
    laid(
      `// first


channel push{ // opens

  cost 0 CNY    // ends  
  // last
}
// between
tag fact a = x is 1 // one
  // two
  and y is 2



strategy s {
  // who
  who a is 1 // part

    and b is 2

  repeat never
}
// end`,
      `// first

channel push { // opens
  cost 0 CNY // ends
  // last
}
// between
tag fact a =
  x is 1 // one
  // two
  and y is 2

strategy s {
  // who
  who a is 1 // part
    and b is 2

  repeat never
}
// end
`,
    );
  });

  it("puts the steps of a process on lines, and those of a sequence where they fit", () => {
    laid(
      `process p "名"{a then b where x is 1 as c with same id within 1 days} tag fact t=did sequence today{a then no b}`,
      `process p "名" {
  a
  then b where x is 1 as c with same id within 1 day
}
tag fact t = did sequence today { a then no b }
`,
    );
    const long = "view_product where category is headphones";
    laid(
      `tag fact t = did sequence in the last 7 days { ${long} // seen
 then ${long} then no pay within 2 hours }`,
      `tag fact t =
  did sequence in the last 7 days {
    ${long} // seen
    then ${long}
    then no pay within 2 hours
  }
`,
    );
  });

  it("indents blocks in blocks, and keeps a variant that sends nothing on its line", () => {
    laid(
      `set s "名" { case who a is 1 and b is 2 strategy x { benefit none // why
      }
      split salt 'x' { 40% was 50%,45% variant a { channel push then sms after 4 hours if not opened } // first
        60% was 50%, 55% variant b "对照" {none} } }
policy p {quiet hours from 22:00 to 8:00 else delay cap push,sms 2 per day}`,
      `set s "名" {
  case who a is 1 and b is 2 strategy x {
    benefit none // why
  }
  split salt "x" {
    40% was 50%, 45% variant a {
      channel push then sms after 4 hours if not opened
    } // first
    60% was 50%, 55% variant b "对照" { none }
  }
}
policy p {
  quiet hours from 22:00 to 08:00 else delay
  cap push, sms 2 per day
}
`,
    );
  });

  it("breaks a long trigger before what must not follow", () => {
    const long = "confirm_payment where category is headphones";
    laid(
      `strategy s { when ${long} is not followed by pay_with_a_long_name with same order_id within 30 minutes }`,
      `strategy s {
  when ${long}
    is not followed by pay_with_a_long_name
    with same order_id within 30 minutes
}
`,
    );
  });

  it("has a row of a map a line, and says `was` where it is needed", () => {
    laid('map m{a:b "c d":"e"}', 'map m {\n  a: b\n  "c d": "e"\n}\n');
    laid(
      "tag fact t = last pay was within 7 days after 1st pay and (user.at) was this week",
      "tag fact t = last pay within 7 days after 1st pay and user.at was this week\n",
    );
    laid("tag fact t = a of (b of c) is 1", "tag fact t = a of b of c is 1\n");
  });

  it("keeps a comment in a text's hole, above its line", () => {
    laid('material m for push { en body "{a // why}{b}" }', 'material m for push {\n  en body "{a}{b}" // why\n}\n');
  });

  it("of a tree that comes from no text has blank lines around blocks", () => {
    const { file } = read("user {} tag fact a = x is 1\ntag fact b = y is 2\nchannel c {}\nevent d { e: text }");
    expect(print(file)).toBe(
      "user {}\ntag fact a = x is 1\ntag fact b = y is 2\nchannel c {}\n\nevent d {\n  e: text\n}\n",
    );
  });

  it("refuses a tree that holds a construct of a later version", () => {
    expect(() => print(read("journey s { who did pay ever }").file)).toThrow(/`journey` is of a later version/);
  });
});

describe("format", () => {
  it("leaves a text with an error as it is, and says why", () => {
    const text = "tag fact a = did pay ever\njourney s { }\n";
    const { text: now, diagnostics } = format({ name: "a.touch", text });
    expect(now).toBe(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["not-yet"]);
  });

  it("leaves a text as it is that would be too large for a file when laid out", () => {
    const declared = "event a {b: text}";
    const comment = (bytes: number) => `// ${"x".repeat(bytes - 3)}`;
    const within = `${declared}${comment(262_144 - declared.length - 20)}`;
    const beyond = `${declared}${comment(262_144 - declared.length)}`;
    expect(format({ name: "a.touch", text: within }).text).toMatch(/^event a \{\n {2}b: text\n\} \/\/ x/);
    expect(format({ name: "a.touch", text: beyond })).toEqual({ text: beyond, diagnostics: [] });
  });
});
