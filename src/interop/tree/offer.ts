import type * as tree from "../../syntax/tree.js";
import { expression, label, name, quantity, text } from "./expression.js";
import type { Kind } from "./kind.js";
import { choice, list, nullable, record, string, union } from "./shape.js";

const span = { span: true } as const;
const block = { span: true, later: true } as const;

export const channel = record<tree.Channel>(
  "Channel",
  {
    is: choice({ channel: true }),
    name,
    label,
    reach: nullable(expression),
    quota: nullable(record<NonNullable<tree.Channel["quota"]>>("Quota", { n: quantity, per: name }, span)),
    limits: list(record<tree.Channel["limits"][number]>("CharacterLimit", { part: name, characters: quantity }, span)),
    cost: nullable(quantity),
  },
  block,
);

export const benefit = record<tree.Benefit>(
  "Benefit",
  {
    is: choice({ benefit: true }),
    kind: name,
    name,
    label,
    amount: nullable(quantity),
    upTo: nullable(quantity),
    over: nullable(quantity),
    valid: nullable(quantity),
    quantity: nullable(quantity),
    byChannel: list(record<tree.Benefit["byChannel"][number]>("StockByChannel", { channel: name, quantity }, span)),
    perUser: nullable(quantity),
    budget: nullable(quantity),
    cost: nullable(quantity),
    salt: nullable(text),
    prizes: list(record<tree.Benefit["prizes"][number]>("Prize", { share: quantity, benefit: name }, span)),
    giver: nullable(name),
    friend: nullable(name),
  },
  block,
);

const piece = union<tree.Piece>("Piece", {
  words: record<Kind<tree.Piece, "words">>("Words", { is: choice({ words: true }), text: string }, span),
  hole: record<Kind<tree.Piece, "hole">>("Hole", { is: choice({ hole: true }), value: expression }, span),
});

type Template = NonNullable<tree.Material["template"]>;

export const material = record<tree.Material>(
  "Material",
  {
    is: choice({ material: true }),
    name,
    label,
    channel: name,
    template: nullable(
      record<Template>(
        "Template",
        {
          id: text,
          parameters: list(record<Template["parameters"][number]>("Parameter", { name, value: expression }, span)),
        },
        {},
      ),
    ),
    lines: list(record<tree.MaterialLine>("MaterialLine", { locale: name, part: name, pieces: list(piece) }, span)),
  },
  block,
);
