import { compile, type Program } from "../../src/compile.js";
import type { Strategy } from "../../src/program/program.js";

/** A project with every kind of date, event and state that a strategy may start from. */
const shop = `
project shop { time zone Asia/Shanghai  currency CNY  calendar china }
user {
  id: text
  home: time zone?
  birthday: date?
  lunar_birthday: lunar date?
  registered_at: instant fixed
  city: text?
  born_in: text? fixed
  push_on: boolean
}
event view { page: text  id_no: text }
event order { order_id: text  amount: CNY }
event pay { order_id: text  amount: CNY  id_no: integer }
event visit kept 30 days { page: text }
tag fact native = user.born_in is known and did order where order_id is user.born_in in the last 30 days
tag fact local = user.city is known and did order ever
tag fact total = sum of pay.amount ever
tag fact rich = total >= 100 CNY
tag strategy touched valid 30 days
process buy {
  view where page is "a" as first then view where page is "b" as second within 1 day then order
}
process short { visit as one then visit as two within 2 days then visit as three within 3 days }
process long { visit as one then visit as two then visit as three within 3 days }
lifecycle buyer {
  stage dormant when did pay ever and did not pay for 30 days
  stage active when did pay ever
  otherwise intro
}
lifecycle place { stage here when user.city is known and did view ever  otherwise there }
channel push { reach if user.push_on is true }
channel sms {}
benefit coupon c20 { 20 CNY off  valid 7 days after issue }
material hello for push { en title "hi" }
material bye for sms { en body "bye" }
material named for push { en title "{user.city if unknown 'you'}" }
material zoned for push { en title "{user.home if unknown 'UTC'}" }
`;

export interface Made {
  readonly program: Program | null;
  readonly codes: readonly string[];
}

/** That project with more text. */
export function made(text: string): Made {
  const { program, diagnostics } = compile([{ name: "a.touch", text: `${shop}\n${text}` }], { prove: false });
  return { program, codes: diagnostics.map(({ code }) => code) };
}

/** What every strategy needs beside what is tested. */
export const rest = "channel push  benefit none  material hello";

/** The strategy `s` with some clauses, or the codes of what is wrong with it. */
export function strategyOf(clauses: string, more = ""): Strategy | readonly string[] {
  const { program, codes } = made(`${more}\nstrategy s { ${clauses} }`);
  return program?.strategies.find(({ id }) => id === "s") ?? codes;
}

/** One part of it, which must be sound. */
export function soundOf(clauses: string, more = ""): Strategy {
  const found = strategyOf(clauses, more);
  if (!("id" in found)) throw new Error(`${clauses}: ${found.join(", ")}`);
  return found;
}
