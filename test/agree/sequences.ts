import fc from "fast-check";
import { anyWindow, lasting, length } from "./moments.js";
import { pattern } from "./patterns.js";
import { pick, said, type Text } from "./said.js";

const bound = fc.oneof({ weight: 2, arbitrary: pick("") }, said` within ${length}`);
/** Every event has a `ref`; two of the three kinds have a `page`, and two a `kind`. */
const same = fc.oneof({ weight: 2, arbitrary: pick("") }, pick(" with same ref"));
const step = said`${pattern}${same}${bound}`;
const no = said`no ${step}`;
const closing = fc.oneof({ weight: 2, arbitrary: pick("") }, said` then ${no}`);

const steps = fc.oneof(
  { weight: 4, arbitrary: said`${pattern} then ${step}${closing}` },
  { weight: 2, arbitrary: said`${pattern} then ${no}` },
  { weight: 3, arbitrary: said`${pattern} then ${no} then ${step}${closing}` },
  said`${pattern} then ${step} then ${no} then ${step}${closing}`,
  said`${pattern} then ${no} then ${no} then ${step}`,
  said`view then ${pick("pay", "pay then no pay", "no pay")} with same kind${bound}`,
  said`view then ${pick("visit", "view", "no visit")} with same page${bound}${closing}`,
);

/** Two processes; the second names its steps. */
export const processes = [
  "process funnel { view then pay with same ref within 2 days then visit }",
  "process path { visit where page is known as start then view as middle within 2 hours then pay where amount >= 10 CNY as finish }",
] as const;

export const sequenceTest: Text = fc.oneof(
  { weight: 4, arbitrary: said`did sequence ${anyWindow} { ${steps} }` },
  said`did not sequence ${anyWindow} { ${steps} }`,
  said`reached ${pick("view", "pay", "visit")} of funnel ${anyWindow}`,
  said`reached view of funnel ${lasting} but not ${pick("pay", "visit")}`,
  said`reached pay of funnel ${lasting} but not visit`,
  said`reached ${pick("start", "middle", "finish")} of path ${anyWindow}`,
  said`reached start of path ${lasting} but not ${pick("middle", "finish")}`,
  said`reached middle of path ${lasting} but not finish`,
);
