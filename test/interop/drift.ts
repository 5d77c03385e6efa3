import { choice, record, type Shape, union } from "../../src/interop/tree/shape.js";
import { name } from "../../src/interop/tree/expression.js";
import type * as tree from "../../src/syntax/tree.js";

// `npm run types` fails if one of these compiles: then the JSON form could drift from the tree.
const span = { span: true } as const;

// @ts-expect-error a field that the tree has and the form does not
record<tree.Has>("Has", { is: choice({ has: true }) }, span);

// @ts-expect-error a field that the form has and the tree does not
record<tree.Has>("Has", { is: choice({ has: true }), tag: name, more: name }, span);

// @ts-expect-error a field of another type
record<tree.Has>("Has", { is: choice({ has: true }), tag: choice({ a: true }) }, span);

// @ts-expect-error a span that is left out without saying so
record<tree.Has>("Has", { is: choice({ has: true }), tag: name }, {});

// @ts-expect-error a choice that the form does not know
record<tree.Zodiac["calendar"] extends string ? tree.Not : never>("Not", { is: choice({}), operand: name }, span);

// @ts-expect-error a kind that the form does not know
union<tree.Moment>("Moment", {});

// @ts-expect-error fewer choices than the tree has
export const calendar: Shape<tree.Zodiac["calendar"]> = choice({ western: true });
