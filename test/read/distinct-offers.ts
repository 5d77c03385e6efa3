import fc from "fast-check";
import { compile } from "../../src/compile.js";
import { readBack } from "../../src/read/read.js";
import { parse } from "../../src/syntax/parse.js";
import { print } from "../../src/syntax/print.js";
import { declarationMutants } from "./clause-mutants.js";
import type { Heard } from "./distinct.js";
import { meaningOfAll } from "./meaning.js";
import { declaration } from "./random-declarations.js";

/** A project whose labels are as confusing as labels can be. */
const town = `project town { time zone Asia/Shanghai  currency CNY  calendar china }
user {
  id: text  home: time zone?  vip: boolean "会员"  birthday: date? "生日"  first_day: date? "生日"  joined: instant "加入" fixed
  lunar: lunar date? "农历"  app: version "版本"  app2: version "版本"
}
event view "访问" { page: text "页面"  ref: text "编号" }
event visit "访问" { page: text "编号"  ref: text "页面" }
event pay "付款后 3 天" { amount: CNY "金额"  ref: text "编号"  page: text }
process trip "流程" { view then visit as middle then pay as finish }
process trip2 "流程" { view then visit as middle then pay }
tag fact loyal "老客" = did pay at least 3 times ever
tag fact keen "老客" = did view ever
tag strategy touched "老客" valid 30 days
tag strategy thanked
lifecycle buyer "买家" { stage asleep "休眠" when did pay ever and did not pay for 30 days  stage awake "休眠" when did pay ever  otherwise other }
point checkout "结算"
point lobby "结算"
channel push "推送" { cost 0 CNY }
channel sms "推送" { cost 0 CNY }
channel mail "再走「推送」" { cost 0 CNY }
benefit coupon hp20 "券" { 20 CNY off over 200 CNY  valid 7 days after issue }
benefit coupon hp30 "券" { 30 CNY off over 200 CNY  valid 7 days after issue }
benefit points p100 { 100 points }
material hello for push { zh-CN title "你好" }
material hello_sms "hello" for sms { zh-CN body "你好" }
material hello_mail for mail { zh-CN body "你好" }
goal bought "达成" = did pay after touch
goal came "达成" = did visit after touch
strategy alpha "促销" { when every day at 08:00  repeat never  channel push  benefit none  material hello }
strategy beta "促销" { when every day at 09:00  repeat never  channel push  benefit none  material hello }
set sale "促销" { when once at 2026-11-10 20:00  channel push  benefit none  material hello }
`;

/** What is heard of the declaration that a project ends with, or `null` if it does not compile. */
export function offerHeard(declared: string): Heard | null {
  const text = town + declared;
  const { program } = compile([{ name: "case.touch", text }], { prove: false });
  if (!program) return null;
  const files = [parse({ name: "case.touch", text }).file];
  const said = (language: "en" | "zh"): string => readBack(files, program, language).at(-1)?.sentence ?? "";
  return { phrase: declared, meaning: meaningOfAll(program), en: said("en"), zh: said("zh") };
}

/** What is heard of declarations that differ from this one in one place: of those that `choice` names, counted around. */
function mutantsHeard(declared: string, choice: readonly number[]): Heard[] {
  const { file } = parse({ name: "case.touch", text: declared });
  const [node] = file.declarations;
  if (!node) return [];
  const mutants = declarationMutants(node);
  return choice.flatMap((place) => {
    const mutant = mutants[place % mutants.length];
    return mutant ? (offerHeard(print({ ...file, comments: [], declarations: [mutant] })) ?? []) : [];
  });
}

/** A random declaration and places at which it is to be changed. */
export const offerFamily: fc.Arbitrary<readonly [declared: string, places: readonly number[]]> = fc.tuple(
  declaration,
  fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
);

/** All that is heard of a family. */
export function offerFamilyHeard([declared, places]: readonly [string, readonly number[]]): Heard[] {
  const first = offerHeard(declared);
  return first ? [first, ...mutantsHeard(declared, places)] : [];
}
