import type * as tree from "../tree.js";
import { block, clause, type Clause } from "./block.js";
import { type Doc, fresh, group, hard, join, line, marked, name, nest, soft } from "./doc.js";
import { expression, expressionBelow, where } from "./expression.js";
import { pattern, step } from "./pattern.js";
import { spelled } from "./spelled.js";
import { unprintable } from "./unprintable.js";
import { label, pointName, quantity } from "./value.js";

export function project(node: tree.Project): Doc {
  const clauses = [
    ...clause(node.zone, (zone) => ["time zone ", spelled(zone)]),
    ...clause(node.currency, (currency) => ["currency ", name(currency)]),
    ...clause(node.weekStarts, (day) => ["week starts ", name(day)]),
    ...clause(node.settle, (length) => ["settle after ", quantity(length)]),
    ...locales(node.locales),
    ...clause(node.calendar, (calendar) => ["calendar ", name(calendar)]),
    ...clause(node.stage, (of) => ["product stage ", name(of)]),
  ];
  return block(["project ", name(node.name), label(node.label)], clauses, node.later, node.span);
}

function locales(all: readonly tree.Name[]): readonly Clause[] {
  const [first] = all;
  if (first === undefined) return [];
  return [{ start: first.span.start, doc: group(["locales ", nest(join(all.map(spelled), [",", line]))]) }];
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
  const kept = node.kept === null ? "" : [" kept ", quantity(node.kept)];
  return block(["event ", name(node.name), label(node.label), kept], fields, [], node.span);
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

export function type(node: tree.TypeName): Doc {
  if (node.is === "notYet") return unprintable(node);
  if (node.is === "word") return spelled(node.name);
  const members = join(node.members.map(member), [",", line]);
  return group(marked(node.span, ["one of (", nest([soft, members]), soft, ")"]));
}

export const member = (node: tree.Member): Doc => [name(node.name), label(node.label)];

/** On one line, or with its test below its name. */
export function tagFact(node: tree.TagFact): Doc {
  const head = ["tag fact ", name(node.name), label(node.label), " ="];
  return group(marked(node.span, [head, nest([line, expressionBelow(node.value)])]));
}

export function tagStrategy(node: tree.TagStrategy): Doc {
  const valid = node.valid === null ? "" : [" valid ", quantity(node.valid)];
  return marked(node.span, ["tag strategy ", name(node.name), label(node.label), valid]);
}

export function operatingPoint(node: tree.OperatingPoint): Doc {
  for (const each of node.later) unprintable(each);
  return marked(node.span, ["point ", pointName(node.name), label(node.label)]);
}

/** A row a line. */
export function mapTable(node: tree.MapTable): Doc {
  const rows = node.rows.flatMap((each) => clause(each, row));
  return block(["map ", name(node.name), label(node.label)], rows, [], node.span);
}

const row = ({ span, key, value }: tree.MapRow): Doc => marked(span, [expression(key), ": ", expression(value)]);

/** A step a line. */
export function processBlock(node: tree.Process): Doc {
  const { pattern: of, alias, span } = node.first;
  const first = marked(span, [pattern(of, where), alias === null ? "" : [" as ", name(alias)]]);
  const steps = [first, ...node.steps.map((each) => step(each, where))];
  const head = ["process ", name(node.name), label(node.label)];
  return marked(node.span, [head, " {", nest(steps.map((each) => [fresh, each])), hard, "}"]);
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
