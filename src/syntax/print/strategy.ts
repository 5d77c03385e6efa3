import type * as tree from "../tree.js";
import { block, clause, type Clause, namesClause } from "./block.js";
import { type Doc, join, line, marked, name, nest } from "./doc.js";
import { clauses } from "./expression.js";
import { unprintable } from "./unprintable.js";
import { clock, date, label, quantity } from "./value.js";

export function strategy(node: tree.Strategy): Doc {
  const parts = [
    ...clause(node.aim, (aim) => ["aim ", name(aim)]),
    ...clause(node.when, when),
    ...clause(node.who, (who) => ["who ", clauses(who)]),
    ...clause(node.repeat, repeat),
    ...namesClause(node.channels, (names) => ["channel ", nest(join(names, [line, "then "]))]),
    ...benefit(node.benefit),
    ...namesClause(node.materials, (names) => ["material ", nest(join(names, [",", line]))]),
    ...clause(node.goal, goal),
    ...clause(node.priority, (priority) => ["priority ", quantity(priority)]),
  ];
  return block(["strategy ", name(node.name), label(node.label)], parts, node.later, node.span);
}

function when(node: tree.When): Doc {
  switch (node.is) {
    case "every": {
      const day = node.day === null ? "day" : weekday(node.day);
      return marked(node.span, ["when every ", day, node.at === null ? "" : [" at ", clock(node.at)]]);
    }
    case "once":
      return marked(node.span, ["when once at ", date(node.date), " ", clock(node.at)]);
    case "notYet":
      return unprintable(node);
  }
}

/** After `every` three words have a meaning that no keyword of the lexer shows. */
function weekday(day: tree.Name): Doc {
  return ["day", "month", "hour"].includes(day.text) ? marked(day.span, `\`${day.text}\``) : name(day);
}

function repeat({ rule, span }: tree.Repeat): Doc {
  return marked(span, ["repeat ", typeof rule === "string" ? rule : ["after ", quantity(rule)]]);
}

function benefit(node: tree.BenefitClause | null): readonly Clause[] {
  if (node === null) return [];
  if (node.is === "none") return clause(node, ({ span }) => marked(span, "benefit none"));
  return clause(node.name, (named) => ["benefit ", name(named)]);
}

function goal({ name: named, within, span }: tree.GoalClause): Doc {
  return marked(span, ["goal ", name(named), within === null ? "" : [" within ", quantity(within)]]);
}
