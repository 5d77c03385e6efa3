import type * as tree from "../../syntax/tree.js";
import { date, expression, label, name, path, pattern, quantity, sequenceStep, text } from "./expression.js";
import { choice, either, flag, list, nullable, record, type Shape, string, union, whole } from "./shape.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;

type Kind<T, K> = T extends { readonly is: infer I } ? (K extends I ? T : never) : never;

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

const clock = record<tree.Clock>("Clock", { hour: whole(0, 99), minute: whole(0, 99) }, span);

const when = union<tree.When>("When", {
  every: record<Kind<tree.When, "every">>(
    "Every",
    { is: choice({ every: true }), day: nullable(name), at: nullable(clock) },
    span,
  ),
  once: record<Kind<tree.When, "once">>("Once", { is: choice({ once: true }), date, at: clock }, span),
});

const repeat = record<tree.Repeat>("Repeat", { rule: either(choice({ never: true, always: true }), quantity) }, span);

const benefitClause = union<tree.BenefitClause>("BenefitClause", {
  none: record<Kind<tree.BenefitClause, "none">>("NoBenefit", { is: choice({ none: true }) }, span),
  named: record<Kind<tree.BenefitClause, "named">>("NamedBenefit", { is: choice({ named: true }), name }, {}),
});

const piece = union<tree.Piece>("Piece", {
  words: record<Kind<tree.Piece, "words">>("Words", { is: choice({ words: true }), text: string }, span),
  hole: record<Kind<tree.Piece, "hole">>("Hole", { is: choice({ hole: true }), value: expression }, span),
});

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
  channel: record<tree.Channel>(
    "Channel",
    { is: choice({ channel: true }), name, label, reach: nullable(expression), cost: nullable(quantity) },
    block,
  ),
  benefit: record<tree.Benefit>(
    "Benefit",
    {
      is: choice({ benefit: true }),
      kind: choice({ coupon: true, points: true }),
      name,
      label,
      amount: nullable(quantity),
      over: nullable(quantity),
      valid: nullable(quantity),
    },
    block,
  ),
  material: record<tree.Material>(
    "Material",
    {
      is: choice({ material: true }),
      name,
      label,
      channel: name,
      lines: list(record<tree.MaterialLine>("MaterialLine", { locale: name, part: name, pieces: list(piece) }, span)),
    },
    block,
  ),
  goal: record<tree.Goal>("Goal", { is: choice({ goal: true }), name, label, pattern: nullable(pattern) }, block),
  strategy: record<tree.Strategy>(
    "Strategy",
    {
      is: choice({ strategy: true }),
      name,
      label,
      aim: nullable(name),
      when: nullable(when),
      who: nullable(expression),
      repeat: nullable(repeat),
      channels: list(name),
      benefit: nullable(benefitClause),
      materials: list(name),
      goal: nullable(record<tree.GoalClause>("GoalClause", { name, within: nullable(quantity) }, span)),
      priority: nullable(quantity),
    },
    block,
  ),
});

/** A file without its comments, which belong to the text. */
export const declarations: Shape<readonly tree.Declaration[]> = list(declaration);
