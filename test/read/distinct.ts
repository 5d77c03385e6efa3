import fc from "fast-check";
import { compile } from "../../src/compile.js";
import { readBack } from "../../src/read/read.js";
import { parse } from "../../src/syntax/parse.js";
import { who } from "../agree/phrases.js";
import { meaningOf } from "./meaning.js";
import { mutant } from "./mutants.js";

/** A schema for random phrases, whose labels are as confusing as labels can be. */
const schema = `project agree { time zone Asia/Shanghai  currency CNY }
user {
  id: text  home: time zone?  age: integer? "年龄"  city: text? "年龄"  plan: one of (free "黄金", silver "白银", gold "黄金")
  wallet: CNY? "余额"  score: number? "余额"  share: percent? "score"  vip: boolean "会员"  birthday: date? "生日"
  seen: instant? "上次来"  language: locale?
}
event view "访问" { kind: one of (shoe "鞋", hat "鞋", coat "是鞋或hat")  price: CNY "价格"  page: text? "价格" }
event pay "付款」至少 2 次「付款" { amount: CNY "金额"  items: integer "件数"  tip: CNY? "小费"  gift: boolean "items" }
event visit "访问" { page: text? }
tag fact first_tag "老客" = did pay ever
tag fact second_tag "老客" = did visit ever
lifecycle stages "阶段" { stage one "一" when did pay ever  stage two "one" when did visit ever  otherwise rest "一" }
channel push { cost 0 CNY }
material hello for push { zh-CN title "你好" }
`;

export interface Heard {
  readonly phrase: string;
  readonly meaning: string;
  readonly en: string;
  readonly zh: string;
}

/** What is heard of a phrase, or `null` if it does not compile. */
export function heard(phrase: string): Heard | null {
  const text = `${schema}strategy it { when once at 2026-06-18 20:00  who ${phrase}  channel push  benefit none  material hello }`;
  const source = { name: "case.touch", text };
  const { program } = compile([source]);
  if (!program) return null;
  const files = [parse(source).file];
  const said = (language: "en" | "zh"): string => readBack(files, program, language).at(-1)?.sentence ?? "";
  return { phrase, meaning: meaningOf(program), en: said("en"), zh: said("zh") };
}

/** A random phrase and three that are near it. */
export const family: fc.Arbitrary<readonly string[]> = who.chain((phrase) =>
  fc.tuple(fc.constant(phrase), mutant(phrase), mutant(phrase), mutant(phrase)),
);

/** Two phrases that are heard alike and mean different things. */
export interface Confusion {
  readonly language: "en" | "zh";
  readonly sentence: string;
  readonly phrases: readonly [string, string];
}

/** Holds every phrase against every other: what is heard alike must mean the same. */
export function confusions(all: readonly Heard[]): Confusion[] {
  const found: Confusion[] = [];
  for (const language of ["en", "zh"] as const) {
    const first = new Map<string, Heard>();
    for (const it of all) {
      const earlier = first.get(it[language]);
      if (earlier === undefined) first.set(it[language], it);
      else if (earlier.meaning !== it.meaning)
        found.push({ language, sentence: it[language], phrases: [earlier.phrase, it.phrase] });
    }
  }
  return found;
}
