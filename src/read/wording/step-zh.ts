import type { ToldStep } from "../told.js";
import { row, zh } from "./chinese.js";
import { lengthZh } from "./time-zh.js";

/** A step after the first: what follows, or must not. */
export const stepZh = ({ no, event, same, within, closing }: ToldStep): string => {
  const what = same === null ? event : zh`同一${same}的${event}`;
  const length = within === null ? null : lengthZh(within);
  if (!no) return length === null ? row("随后有", what) : zh`随后 ${length}内有${what}`;
  if (closing) return length === null ? row("此后至今没有", what) : zh`此后过了 ${length}仍没有${what}`;
  return length === null ? row("中间没有", what) : zh`其后 ${length}内没有${what}`;
};
