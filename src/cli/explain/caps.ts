import type { ExplainedCap, ExplainedTouch } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import type { Telling } from "./telling.js";
import { FAILS, HOLDS, type Row } from "./tests.js";

/** A cap with what fills it; if it is full, with the touches that do, and from when there is room again. */
export function capRows({ cap, n, touches, free_from }: ExplainedCap, telling: Telling, indent: string): Row[] {
  const { details } = telling;
  const isFull = touches.length >= n;
  const head: Row = [
    `${indent}${isFull ? FAILS : HOLDS} ${details.cap(visible(cap))}`,
    details.touched(touches.length),
    details.fewerThan(n),
    "",
  ];
  if (!isFull) return [head];
  const free = free_from === null ? details.neverFree : details.freeFrom(telling.time(free_from));
  return [head, ...touches.map((touch) => touchRow(touch, telling, `${indent}  `)), [`${indent}  ${free}`, "", "", ""]];
}

export function touchRow(touch: ExplainedTouch, telling: Telling, indent: string): Row {
  return [`${indent}${touchText(touch, telling)}`, "", "", ""];
}

export function touchText({ strategy, channel, send_at, ghost }: ExplainedTouch, { details, time }: Telling): string {
  return details.touch(strategy, channel, time(send_at), ghost !== null);
}
