import type { IToken } from "chevrotain";
import type { Clauses as Contents, ReadStep, StepParts } from "../../grammar/actions.js";
import type { Maybe } from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { limits } from "./limits.js";
import type { Part } from "./said.js";
import { Triggers } from "./triggers.js";
import type * as tree from "./tree.js";

/** A line of a material whose text is still to be read. */
export interface PendingText {
  readonly token: IToken;
  readonly pieces: tree.Piece[];
}

/** Makes the clauses of blocks and keeps them until their block ends. */
export class Clauses extends Triggers {
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

  protected line(a: IToken, z: IToken, locale: tree.Name, part: IToken, text: IToken): void {
    const pieces: tree.Piece[] = [];
    this.texts.push({ token: text, pieces });
    const span = this.reading().reach(a, z);
    this.clause("line", Object.freeze({ locale, part: this.name(part), pieces, span }), a, z);
  }

  /** `then` joins each step to the one before; nothing else can stand before the first. */
  protected process(
    name: tree.Name,
    { label, span }: Pick<tree.Process, "label" | "span">,
    read: readonly ReadStep[],
  ): tree.Process | tree.NotYet {
    const [first, ...rest] = read;
    if (first === undefined) {
      this.reading().report("process-empty", span, { process: name.text });
      return Object.freeze({ is: "notYet", construct: "process", span });
    }
    this.checkSteps(read.length, span);
    this.reportFirst(first);
    for (const { step, follows } of read) {
      if (!follows && step !== first.step) this.reportThen(step);
      if (step.no) this.reading().report("process-no", step.span, { event: step.pattern.event.text });
    }
    const { pattern, alias } = first.step;
    const steps = rest.slice(0, limits.steps - 1).map(({ step }) => step);
    const start = Object.freeze({ pattern, alias, span: first.step.span });
    return Object.freeze({ is: "process", name, label, first: start, steps: Object.freeze(steps), span });
  }

  private reportFirst({ step, follows }: ReadStep): void {
    const reading = this.reading();
    if (follows) {
      const span = reading.span(step.span.start, step.pattern.span.start);
      reading.report(
        "then-first",
        reading.span(span.start, span.start + "then".length),
        {},
        { suggestion: { span, text: "" } },
      );
    } else if (step.same !== null || step.within !== null) {
      reading.report("first-step", reading.span(step.pattern.span.end, step.span.end), {
        event: step.pattern.event.text,
      });
    }
  }

  private reportThen({ pattern, span }: tree.ProcessStep): void {
    const reading = this.reading();
    const suggestion = reading.edit(span.start, span.start, "then ");
    reading.report("then-missing", pattern.event.span, { event: pattern.event.text }, { suggestion });
  }
}
