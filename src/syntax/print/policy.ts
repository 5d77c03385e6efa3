import type * as tree from "../tree.js";
import { block, clause } from "./block.js";
import { type Doc, group, join, line, marked, name, nest } from "./doc.js";
import { expression } from "./expression.js";
import { holdout } from "./strategy.js";
import { clockText, label, quantity } from "./value.js";

/** A rule a line. */
export function policy(node: tree.Policy): Doc {
  const rules = node.rules.flatMap((each) => clause(each, (of) => marked(of.span, rule(of))));
  return block(["policy ", name(node.name), label(node.label)], rules, node.later, node.span);
}

function rule(node: tree.PolicyRule): Doc {
  switch (node.is) {
    case "consent": {
      const purpose: Doc = node.purpose === null ? "" : [" for ", name(node.purpose)];
      return ["consent ", node.channel === null ? "all" : name(node.channel), purpose, " if ", expression(node.test)];
    }
    case "stopList":
      return ["stop list if ", expression(node.test)];
    case "personalise":
      return ["personalise if ", expression(node.test)];
    case "quiet":
      return `quiet hours from ${clockText(node.from)} to ${clockText(node.to)} else ${node.otherwise}`;
    case "cap":
      return cap(node);
    case "holdout":
      return holdout(node.holdout);
    case "bestHour": {
      const least: Doc = node.least === null ? "" : [line, "at least ", quantity(node.least), " times"];
      return group(["best hour from ", nest([join(node.events.map(name), [",", line]), least])]);
    }
  }
}

function cap({ channels, n, window }: Extract<tree.PolicyRule, { is: "cap" }>): Doc {
  const over: Doc = channels.length === 0 ? "all" : join(channels.map(name), ", ");
  const long: Doc = window.is === "per" ? ["per ", name(window.unit)] : ["in ", quantity(window.length)];
  return ["cap ", over, " ", quantity(n), " ", long];
}
