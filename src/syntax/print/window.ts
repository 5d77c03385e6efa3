import type * as tree from "../tree.js";
import { type Doc, join, marked, name } from "./doc.js";
import { pattern, type PrintWhere } from "./pattern.js";
import { unprintable } from "./unprintable.js";
import { date, length } from "./value.js";

/** `in the last 30 days`, `within 7 days after user.registered_at` */
export function window(node: tree.Window, print: PrintWhere): Doc {
  return node.is === "notYet" ? unprintable(node) : marked(node.span, words(node, print));
}

function words(node: Exclude<tree.Window, tree.NotYet>, print: PrintWhere): Doc {
  switch (node.is) {
    case "ever":
    case "today":
    case "yesterday":
      return node.is;
    case "last":
    case "previous":
      return [`in the ${node.is} `, length(node.length)];
    case "for":
      return ["for ", length(node.length)];
    case "this":
      return `this ${node.unit}`;
    case "ago":
      return ["between ", length(node.near), " and ", length(node.far), " ago"];
    case "dates":
      return ["from ", date(node.from), " to ", date(node.to)];
    case "within":
      return ["within ", length(node.length), ` ${node.side} `, moment(node.moment, print)];
    case "since":
      return ["since ", moment(node.moment, print)];
  }
}

/** `last pay`, `user.registered_at`, `2026-06-18` */
export function moment(node: tree.Moment, print: PrintWhere): Doc {
  if (node.is === "point") return point(node, print);
  return node.is === "date" ? date(node) : marked(node.span, join(node.names.map(name), "."));
}

/** `last pay`, `2nd pay where amount >= 100 CNY` */
export function point(node: tree.Point, print: PrintWhere): Doc {
  return marked(node.span, [node.nth === "last" ? "last " : `${ordinal(node.nth)} `, pattern(node.pattern, print)]);
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}
