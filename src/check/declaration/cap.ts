import type { Cap, CapWindow } from "../../program/program.js";
import type * as Tree from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { lengthOf } from "../length.js";
import { meant } from "../report.js";
import { channelPlaces } from "./channel-name.js";
import { countOf } from "./count.js";

type CapRule = Extract<Tree.PolicyRule, { readonly is: "cap" }>;

/** `cap push, sms 2 per day`: zero means none at all. */
export function cap(c: Checker, rule: CapRule): Cap | null {
  const channels = rule.channels.length === 0 ? "all" : channelPlaces(c, rule.channels);
  const n = countOf(c, rule.n, 0);
  const window = rule.window.is === "per" ? calendar(c, rule.window.unit) : rolling(c, rule.window.length);
  if (!channels || n === null || !window) return null;
  return { name: nameOf(rule), channels: channels === "all" ? null : channels, n, window };
}

/** What reasons call it: `all per week`, `push and sms in 7 days`. */
function nameOf({ channels, window }: CapRule): string {
  const over = channels.length === 0 ? "all" : channels.map(({ text }) => text).join(" and ");
  if (window.is === "per") return `${over} per ${window.unit.text}`;
  const { amount, unit } = window.length;
  return `${over} in ${amount} ${unit}${amount === "1" ? "" : "s"}`;
}

const units = ["day", "week", "month"] as const;

function calendar(c: Checker, name: Tree.Name): CapWindow | null {
  const is = units.find((each) => each === name.text);
  if (is) return { is };
  const { suggestion } = meant(name, units);
  return c.report.add("cap-unit", name.span, { name: name.text }, { suggestion });
}

function rolling(c: Checker, node: Tree.Quantity): CapWindow | null {
  const length = lengthOf(node);
  if (length?.unit === "day" && length.n > 0) return { is: "days", n: length.n };
  if (length?.unit === "ms" && length.n > 0) return { is: "span", ms: length.n };
  return c.report.add("bad-length", node.span, { text: c.phrases.textOf(node.span), needs: "cap" });
}
