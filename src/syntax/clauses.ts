import type { IToken } from "chevrotain";
import type { Clauses as Contents, Maybe, StepParts } from "../../grammar/actions.js";
import * as t from "../../grammar/tokens.js";
import type { Span } from "../text/span.js";
import { History } from "./history.js";
import type * as tree from "./tree.js";

/** A clause that has been read: which, what it holds and where it stands. */
export type Part = {
  readonly [C in keyof Contents]: { readonly clause: C; readonly value: Contents[C]; readonly span: Span };
}[keyof Contents];

/** A line of a material whose text is still to be read. */
export interface PendingText {
  readonly token: IToken;
  readonly pieces: tree.Piece[];
}

/** Makes the clauses of blocks and keeps them until their block ends. */
export class Clauses extends History {
  /** The clauses of the declaration that is being read, in order. */
  readonly parts: Part[] = [];
  /** Texts are read after the declaration around them: one parser cannot be in two places. */
  readonly texts: PendingText[] = [];

  clause<C extends keyof Contents>(clause: C, value: Contents[C], a: IToken, z: IToken): void {
    this.parts.push({ clause, value, span: this.reading().reach(a, z) } as Part);
  }

  later(construct: string, a: IToken, z: IToken): void {
    this.clause("later", this.notYet(construct, a, z), a, z);
  }

  field(a: IToken, z: IToken, type: tree.TypeName, optional: boolean, marks: readonly IToken[]): void {
    const labels = marks.filter((token) => token.tokenType === t.Text);
    const second = labels[1];
    if (second !== undefined) this.reading().report("label-twice", this.reading().reach(second, second), {});
    const field: tree.FieldDeclaration = Object.freeze({
      name: this.name(a),
      type,
      optional,
      label: this.label(labels[0]),
      marks: this.names(marks.filter((token) => token.tokenType !== t.Text)),
      span: this.reading().reach(a, z),
    });
    this.clause("field", field, a, z);
  }

  key(token: IToken): tree.Path {
    return this.path(token, token, [token]);
  }

  mapRow(a: IToken, z: IToken, key: tree.MapRow["key"], value: tree.MapRow["value"]): void {
    this.clause("row", Object.freeze({ key, value, span: this.reading().reach(a, z) }), a, z);
  }

  step(parts: StepParts, alias: Maybe, follows: boolean): void {
    const step = { ...this.stepOf(parts), alias: alias === undefined ? null : this.name(alias) };
    this.clause("step", { step: Object.freeze(step), follows }, parts.a, parts.z);
  }

  word(a: IToken, z: IToken): tree.TypeName {
    if (a === z) return Object.freeze({ is: "word", name: this.name(a) });
    const name = Object.freeze({ text: `${a.image} ${z.image}`, span: this.reading().reach(a, z) });
    return Object.freeze({ is: "word", name });
  }

  members(a: IToken, z: IToken, list: tree.Member[]): tree.TypeName {
    this.checkList(list.length, a, z);
    return Object.freeze({ is: "oneOf", members: Object.freeze(list), span: this.reading().reach(a, z) });
  }

  member(name: IToken, label: Maybe): tree.Member {
    return Object.freeze({ name: this.name(name), label: this.label(label) });
  }

  stage(a: IToken, z: IToken, name: IToken, label: Maybe, when: tree.Expr): void {
    const span = this.reading().reach(a, z);
    this.clause("stage", Object.freeze({ name: this.name(name), label: this.label(label), when, span }), a, z);
  }

  line(a: IToken, z: IToken, locale: tree.Name, part: IToken, text: IToken): void {
    const pieces: tree.Piece[] = [];
    this.texts.push({ token: text, pieces });
    const span = this.reading().reach(a, z);
    this.clause("line", Object.freeze({ locale, part: this.name(part), pieces, span }), a, z);
  }

  /** Whether a word is a weekday is for the checker to say. */
  every(a: IToken, z: IToken, word: IToken, more: boolean, at: tree.Clock | undefined): tree.When {
    const later = word.image === "month" || word.image === "hour" || more;
    if (later) return this.notYet(`every ${word.image}`, a, z);
    const day = word.image === "day" ? null : this.name(word);
    return Object.freeze({ is: "every", day, at: at ?? null, span: this.reading().reach(a, z) });
  }

  once(a: IToken, z: IToken, date: tree.DateLiteral, at: tree.Clock): tree.When {
    return Object.freeze({ is: "once", date, at, span: this.reading().reach(a, z) });
  }

  repeat(a: IToken, z: IToken, rule: tree.Repeat["rule"]): void {
    this.clause("repeat", Object.freeze({ rule, span: this.reading().reach(a, z) }), a, z);
  }

  benefit(a: IToken, word: IToken): void {
    const value: tree.BenefitClause =
      word.tokenType === t.None
        ? { is: "none", span: this.reading().reach(word, word) }
        : { is: "named", name: this.name(word) };
    this.clause("benefit", Object.freeze(value), a, word);
  }

  goalNamed(a: IToken, z: IToken, name: IToken, within: tree.Quantity | undefined): void {
    const span = this.reading().reach(a, z);
    this.clause("goal", Object.freeze({ name: this.name(name), within: within ?? null, span }), a, z);
  }
}
