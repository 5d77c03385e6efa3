import type * as tree from "../../syntax/tree.js";
import { expression, label, member, name, path, pattern, quantity, sequenceStep, text, type } from "./expression.js";
import { costs, expectation, goal, groups, line, measure, metric, tagModel, value } from "./model.js";
import { benefit, channel, material } from "./offer.js";
import { policy, strategy, strategySet } from "./strategy.js";
import { choice, flag, list, nullable, record, type Shape, union } from "./shape.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;

const field = record<tree.FieldDeclaration>("Field", { name, type, optional: flag, label, marks: list(name) }, span);

const processStep = { pattern, alias: nullable(name) } as const;

export const declaration: Shape<tree.Declaration> = union<tree.Declaration>("Declaration", {
  project: record<tree.Project>(
    "Project",
    {
      is: choice({ project: true }),
      name,
      label,
      zone: nullable(name),
      currency: nullable(name),
      weekStarts: nullable(name),
      settle: nullable(quantity),
      locales: list(name),
      calendar: nullable(name),
      stage: nullable(name),
    },
    block,
  ),
  user: record<tree.User>("User", { is: choice({ user: true }), fields: list(field) }, span),
  event: record<tree.Event>(
    "Event",
    { is: choice({ event: true }), name, label, kept: nullable(quantity), fields: list(field) },
    span,
  ),
  tagFact: record<tree.TagFact>("TagFact", { is: choice({ tagFact: true }), name, label, value: expression }, span),
  tagModel,
  tagStrategy: record<tree.TagStrategy>(
    "TagStrategy",
    { is: choice({ tagStrategy: true }), name, label, valid: nullable(quantity) },
    span,
  ),
  map: record<tree.MapTable>(
    "Map",
    {
      is: choice({ map: true }),
      name,
      label,
      rows: list(
        record<tree.MapRow>(
          "MapRow",
          {
            key: union<tree.MapRow["key"]>("MapKey", { path, text }),
            value: union<tree.MapRow["value"]>("MapValue", { path, text, quantity }),
          },
          span,
        ),
      ),
    },
    span,
  ),
  process: record<tree.Process>(
    "Process",
    {
      is: choice({ process: true }),
      name,
      label,
      first: record<tree.ProcessStep>("FirstStep", processStep, span),
      steps: list(
        record<tree.SequenceStep & tree.ProcessStep>("ProcessStep", { ...sequenceStep, ...processStep }, span),
      ),
    },
    span,
  ),
  lifecycle: record<tree.Lifecycle>(
    "Lifecycle",
    {
      is: choice({ lifecycle: true }),
      name,
      label,
      stages: list(record<tree.Stage>("Stage", { name, label, when: expression }, span)),
      otherwise: nullable(member),
    },
    block,
  ),
  measure,
  value,
  groups,
  metric,
  line,
  expect: expectation,
  cost: costs,
  channel,
  benefit,
  material,
  goal,
  operatingPoint: record<tree.OperatingPoint>(
    "OperatingPoint",
    { is: choice({ operatingPoint: true }), name, label },
    block,
  ),
  policy,
  set: strategySet,
  strategy,
});

/** A file without its comments, which belong to the text. */
export const declarations: Shape<readonly tree.Declaration[]> = list(declaration);
