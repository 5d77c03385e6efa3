import type * as tree from "../tree.js";
import { block, clause } from "./block.js";
import { type Doc, group, join, line, marked, name, nest, soft } from "./doc.js";
import { expression, expressionBelow } from "./expression.js";
import { spelled } from "./spelled.js";
import { unprintable } from "./unprintable.js";
import { label, quantity } from "./value.js";

export function project(node: tree.Project): Doc {
  const clauses = [
    ...clause(node.zone, (zone) => ["time zone ", spelled(zone)]),
    ...clause(node.currency, (currency) => ["currency ", name(currency)]),
    ...clause(node.weekStarts, (day) => ["week starts ", name(day)]),
    ...clause(node.settle, (length) => ["settle after ", quantity(length)]),
  ];
  return block(["project ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

export function user(node: tree.User): Doc {
  return block(
    "user",
    node.fields.flatMap((each) => clause(each, field)),
    [],
    node.span,
  );
}

export function event(node: tree.Event): Doc {
  const fields = node.fields.flatMap((each) => clause(each, field));
  return block(["event ", name(node.name), label(node.label)], fields, [], node.span);
}

/** Name, type, label, then the marks. */
function field(node: tree.FieldDeclaration): Doc {
  const marks = node.marks.map((mark) => [" ", name(mark)]);
  return marked(node.span, [
    name(node.name),
    ": ",
    type(node.type),
    node.optional ? "?" : "",
    label(node.label),
    marks,
  ]);
}

function type(node: tree.TypeName): Doc {
  if (node.is === "notYet") return unprintable(node);
  if (node.is === "word") return spelled(node.name);
  const members = join(node.members.map(member), [",", line]);
  return group(marked(node.span, ["one of (", nest([soft, members]), soft, ")"]));
}

const member = (node: tree.Member): Doc => [name(node.name), label(node.label)];

/** On one line, or with its test below its name. */
export function tagFact(node: tree.TagFact): Doc {
  const head = ["tag fact ", name(node.name), label(node.label), " ="];
  return group(marked(node.span, [head, nest([line, expressionBelow(node.value)])]));
}

export function lifecycle(node: tree.Lifecycle): Doc {
  const otherwise = node.otherwise;
  const clauses = [
    ...node.stages.flatMap((each) => clause(each, stage)),
    ...(otherwise === null ? [] : [{ start: otherwise.name.span.start, doc: ["otherwise ", member(otherwise)] }]),
  ];
  return block(["lifecycle ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

function stage(node: tree.Stage): Doc {
  return marked(node.span, ["stage ", name(node.name), label(node.label), " when ", expression(node.when)]);
}
