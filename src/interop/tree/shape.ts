/**
 * What the JSON form of each part of the tree looks like. One description serves the writer, the reader and the published
 * schema, and each description is typed by the type of the tree that it stands for: a field or a kind that is added to the
 * tree and not here does not compile.
 */

/** Which type of the tree a shape stands for; nothing carries it at run time. A function, so that no other type will do. */
declare const stands: unique symbol;
export type Shape<T> = AnyShape & { readonly [stands]?: (value: T) => T };

export type AnyShape =
  /** A string; `pattern` is for all of it. */
  | { readonly is: "string"; readonly pattern: RegExp | null; readonly says: string }
  /** A name or a label of the tree, written as its text alone. */
  | { readonly is: "words"; readonly least: number }
  | { readonly is: "whole"; readonly least: number; readonly most: number }
  /** False if absent, unless it is `required`. */
  | { readonly is: "flag"; readonly required: boolean }
  | { readonly is: "choice"; readonly choices: readonly string[] }
  | { readonly is: "nullable"; readonly of: AnyShape }
  /** Empty if absent, where it may be empty. */
  | { readonly is: "list"; readonly of: AnyShape; readonly least: number }
  | RecordShape
  /** One of several records, told apart by their `is`. */
  | { readonly is: "union"; readonly name: string; readonly variants: ReadonlyMap<string, RecordShape> }
  /** A string or a number of one kind, or a record. */
  | { readonly is: "either"; readonly of: readonly AnyShape[] }
  /** A shape that is part of itself. */
  | { readonly is: "lazy"; readonly of: () => AnyShape };

export interface RecordShape {
  readonly is: "record";
  readonly name: string;
  readonly fields: ReadonlyMap<string, AnyShape>;
  /** Whether the node of the tree has a span, and a list of what a later version will read. */
  readonly span: boolean;
  readonly later: boolean;
}

/** What the JSON form leaves out: where the text stood, and what only a later version can say. */
type Left = "span" | "later";
type Fields<T> = { readonly [K in Exclude<keyof T, Left>]-?: Shape<T[K]> };
type LeftOut<T> = { readonly [K in Extract<keyof T, Left>]-?: true };

type Kinds<T> = T extends { readonly is: infer I extends string } ? Exclude<I, "notYet"> : never;
type OfKind<T, K> = T extends { readonly is: infer I } ? (K extends I ? T : never) : never;
type Variants<T> = { readonly [K in Kinds<T>]: Shape<OfKind<T, K>> };

export const words: Shape<{ readonly text: string; readonly span: { file: string; start: number; end: number } }> = {
  is: "words",
  least: 1,
};
export const flag: Shape<boolean> = { is: "flag", required: false };
export const truth: Shape<boolean> = { is: "flag", required: true };
export const string: Shape<string> = { is: "string", pattern: null, says: "text" };

export function spelled(pattern: RegExp, says: string): Shape<string> {
  return { is: "string", pattern, says };
}

export function whole(least: number, most: number): Shape<number> {
  return { is: "whole", least, most };
}

export function choice<T extends string>(choices: { readonly [K in T]: true }): Shape<T> {
  return { is: "choice", choices: Object.keys(choices) };
}

export function nullable<T>(of: Shape<T>): Shape<T | null> {
  return { is: "nullable", of };
}

export function list<T>(of: Shape<T>, least = 0): Shape<readonly T[]> {
  return { is: "list", of, least };
}

export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return { is: "either", of: [first, second] };
}

export function lazy<T>(of: () => Shape<T>): Shape<T> {
  return { is: "lazy", of };
}

export function record<T extends object>(name: string, fields: Fields<T>, left: LeftOut<T>): Shape<T> {
  const leftOut: { readonly [K in Left]?: true } = left;
  return {
    is: "record",
    name,
    fields: new Map<string, AnyShape>(Object.entries(fields)),
    span: leftOut.span === true,
    later: leftOut.later === true,
  };
}

export function union<T extends { readonly is: string }>(name: string, variants: Variants<T>): Shape<T> {
  const entries = Object.entries<AnyShape>(variants);
  const records = entries.map(([kind, shape]): [string, RecordShape] => {
    if (shape.is !== "record") throw new TypeError(`\`${kind}\` of \`${name}\` is no record`);
    return [kind, shape];
  });
  return { is: "union", name, variants: new Map(records) };
}

/** Whether a field may be absent: then it stands for nothing, no, or an empty list. */
export function mayBeAbsent(shape: AnyShape): boolean {
  if (shape.is === "nullable") return true;
  return (shape.is === "flag" && !shape.required) || (shape.is === "list" && shape.least === 0);
}
