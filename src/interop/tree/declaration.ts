import type * as tree from "../../syntax/tree.js";
import { expression, label, name, path, pattern, quantity, sequenceStep, text } from "./expression.js";
import type { Kind } from "./kind.js";
import { benefit, channel, material } from "./offer.js";
import { policy, strategy, strategySet } from "./strategy.js";
import { choice, flag, list, nullable, record, type Shape, union } from "./shape.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;

const member = record<tree.Member>("Member", { name, label }, {});

const type = union<tree.TypeName>("Type", {
  word: record<Kind<tree.TypeName, "word">>("Word", { is: choice({ word: true }), name }, {}),
  oneOf: record<Kind<tree.TypeName, "oneOf">>(
    "Choices",
    { is: choice({ oneOf: true }), members: list(member, 1) },
    span,
  ),
});

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
  channel,
  benefit,
  material,
  goal: record<tree.Goal>("Goal", { is: choice({ goal: true }), name, label, pattern: nullable(pattern) }, block),
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
