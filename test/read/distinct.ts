import fc from "fast-check";
import { compile } from "../../src/compile.js";
import { readBack } from "../../src/read/read.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import type { Expr, File } from "../../src/syntax/tree.js";
import { momentTest } from "../agree/moments.js";
import { who } from "../agree/phrases.js";
import { maps, valueTest } from "../agree/values.js";
import { processes, sequenceTest } from "../agree/sequences.js";
import { meaningOf } from "./meaning.js";
import { mutantsOf } from "./mutants.js";

/** A schema for random phrases, whose labels are as confusing as labels can be. */
const schema = `project agree { time zone Asia/Shanghai  currency CNY }
user {
  id: text  home: time zone?  age: integer? "年龄"  city: text? "年龄"  plan: one of (free "黄金", silver "白银", gold "黄金")
  wallet: CNY? "余额"  score: number? "余额"  share: percent? "score"  vip: boolean "会员"  birthday: date? "生日"
  seen: instant? "上次来"  language: locale?  joined: instant? "加入"  first_day: date? "加入"
  favourite: one of (shoe "鞋", hat "鞋", coat "帽")? "首次"
}
event view "访问" { kind: one of (shoe "鞋", hat "鞋", coat "是鞋或hat")  price: CNY "价格"  page: text? "价格"  ref: text? "编号" }
event pay "付款」至少 2 次「付款" {
  amount: CNY "金额"  items: integer "件数"  tip: CNY? "小费"  gift: boolean "items"  kind: one of (shoe, hat, coat)? "编号"  ref: text?
}
event visit "访问" { page: text?  ref: text? "page" }
${[...maps, ...processes].join("\n")}
tag fact first_tag "老客" = did pay ever
tag fact second_tag "老客" = did visit ever
tag fact joined_tag = did view ever
tag fact liked "喜好" = most frequent of view.kind ever
tag fact spent "喜好" = sum of pay.amount ever
tag fact seen_page = page of 1st view
tag fact how_often "老客" = count of visit ever
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

const fileOf = (text: string): File => parse({ name: "case.touch", text }).file;

const projectOf = (phrase: string): string =>
  `${schema}strategy it { when once at 2026-06-18 20:00  who ${phrase}  channel push  benefit none  material hello }`;

/** What is heard of the strategy that a text ends with, or `null` if the text does not compile. */
function heardOf(text: string, phrase: string): Heard | null {
  const { program } = compile([{ name: "case.touch", text }], { prove: false });
  if (!program) return null;
  const files = [fileOf(text)];
  const said = (language: "en" | "zh"): string => readBack(files, program, language).at(-1)?.sentence ?? "";
  return { phrase, meaning: meaningOf(program), en: said("en"), zh: said("zh") };
}

/** What is heard of a phrase, or `null` if it does not compile. */
export function heard(phrase: string): Heard | null {
  return heardOf(projectOf(phrase), phrase);
}

/** What is heard of trees that differ from a phrase's in one place: of those that `choice` names, counted around. */
export function mutantsHeard(phrase: string, choice: readonly number[]): Heard[] {
  const file = fileOf(projectOf(phrase));
  const strategy = file.declarations.at(-1);
  if (strategy?.is !== "strategy" || !strategy.who) return [];
  const mutants = mutantsOf(strategy.who);
  return choice.flatMap((place) => {
    const mutant = mutants[place % mutants.length];
    return mutant ? (mutantHeard(file, { ...strategy, who: mutant }) ?? []) : [];
  });
}

function mutantHeard(file: File, strategy: File["declarations"][number] & { readonly who: Expr }): Heard | null {
  const text = print({ ...file, comments: [], declarations: [...file.declarations.slice(0, -1), strategy] });
  return heardOf(text, text.slice(text.indexOf("strategy it")));
}

/** A random phrase and places at which it is to be changed. */
export const family: fc.Arbitrary<readonly [phrase: string, places: readonly number[]]> = fc.tuple(
  fc.oneof(who, momentTest, momentTest, sequenceTest, valueTest),
  fc.array(fc.nat(1_000), { minLength: 4, maxLength: 4 }),
);

/** All that is heard of a family. */
export function familyHeard([phrase, places]: readonly [string, readonly number[]]): Heard[] {
  const first = heard(phrase);
  return first ? [first, ...mutantsHeard(phrase, places)] : [];
}

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
