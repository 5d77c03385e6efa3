import type * as tree from "../tree.js";
import { type Doc, group, join, line, marked, name, nest } from "./doc.js";
import { where } from "./expression.js";
import { pattern } from "./pattern.js";
import { unprintable } from "./unprintable.js";
import { clock, clockText, date, quantity } from "./value.js";
import { point } from "./window.js";

/** `when every day at 10:00`, `when pay happens`, `when recharge stalls at password for 10 minutes` */
export function when(node: tree.When): Doc {
  if (node.is === "notYet") return unprintable(node);
  return group(marked(node.span, ["when ", words(node)]));
}

function words(node: Exclude<tree.When, tree.NotYet>): Doc {
  switch (node.is) {
    case "every":
      return ["every ", everyDay(node.day), at(node.at)];
    case "once":
      return ["once at ", date(node.date), " ", clock(node.at)];
    case "dated":
      return [shift(node.shift), path(node.date), at(node.at)];
    case "happens":
      return [pattern(node.pattern, where), " happens"];
    case "absence":
      return absence(node);
    case "afterPoint":
      return [quantity(node.length), " after ", point(node.point, where)];
    case "state":
      return [`user ${node.change} `, path(node.state), at(node.at)];
    case "stalls":
      return [name(node.process), " stalls at ", name(node.step), " for ", quantity(node.length)];
  }
}

const at = (time: tree.Clock | null): Doc => (time === null ? "" : [" at ", clock(time)]);
const path = (node: tree.Path): Doc => marked(node.span, join(node.names.map(name), "."));

function shift(node: Extract<tree.When, { is: "dated" }>["shift"]): Doc {
  return node === null ? "on " : [quantity(node.length), ` ${node.side} `];
}

function absence(node: Extract<tree.When, { is: "absence" }>): Doc {
  const same: Doc = node.same === null ? "" : ["with same ", name(node.same), " "];
  const then = ["is not followed by ", pattern(node.then, where)];
  return [pattern(node.first, where), nest([line, then, line, same, "within ", quantity(node.within)])];
}

function everyDay(day: tree.EveryDay): Doc {
  switch (day.is) {
    case "weekday":
      return weekday(day.name);
    case "dayOfMonth":
      return ["month on day ", quantity(day.day)];
    case "lastDayOfMonth":
      return marked(day.span, "month on the last day");
    case "makeupWorkday":
      return marked(day.span, "makeup workday");
    default:
      return marked(day.span, day.is);
  }
}

/** After `every` some words have a meaning that no keyword of the lexer shows. */
function weekday(day: tree.Name): Doc {
  const taken = ["day", "month", "hour", "workday", "holiday"].includes(day.text);
  return taken ? marked(day.span, `\`${day.text}\``) : name(day);
}

/** `send between 08:00 and 22:00 else skip`, `send at best hour` */
export function send(node: tree.Send): Doc {
  if (node.is === "between") return marked(node.span, [`send ${between(node)} else ${node.otherwise}`]);
  const hours = node.between === null ? "" : ` ${between(node.between)}`;
  return marked(node.span, `send at best hour${hours}`);
}

const between = ({ from, to }: { readonly from: tree.Clock; readonly to: tree.Clock }): string =>
  `between ${clockText(from)} and ${clockText(to)}`;
