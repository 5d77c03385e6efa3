import type { IToken } from "chevrotain";
import type { Actions, Clauses as Contents, Head, Maybe, ReadStep } from "../../grammar/actions.js";
import type { Span } from "../text/span.js";
import { Clauses, type Part } from "./clauses.js";
import { limits } from "./limits.js";
import type * as tree from "./tree.js";

/** How a repeated clause is called when it is reported; clauses that may repeat are not here. */
const once: { readonly [C in keyof Contents]?: string } = {
  zone: "time zone",
  currency: "currency",
  weekStarts: "week starts",
  settle: "settle",
  otherwise: "otherwise",
  reach: "reach if",
  cost: "cost",
  amount: "amount",
  over: "over",
  valid: "valid",
  aim: "aim",
  when: "when",
  who: "who",
  repeat: "repeat",
  channel: "channel",
  benefit: "benefit",
  material: "material",
  goal: "goal",
  priority: "priority",
};

/** Makes declarations of their heads and clauses. */
export class Builder extends Clauses implements Actions {
  private opened: Head | null = null;

  head(head: Head): void {
    this.opened = head;
  }

  /** Forgets what a failed reading of a declaration has left. */
  clear(): void {
    this.opened = null;
    this.parts.length = 0;
    this.texts.length = 0;
  }

  /** The declaration of the head and clauses read since the last `clear`. */
  block(a: IToken, z: IToken): tree.Declaration {
    const span = this.reading().reach(a, z);
    const head = this.opened;
    if (head === null) return Object.freeze({ is: "notYet", construct: a.image, span });
    const items = this.parts.filter(({ clause }) => clause !== "later").length;
    if (items > limits.list) this.reading().report("list-too-long", span, { items, limit: limits.list });
    this.reportTwice();
    return this.declaration(head, span, { label: this.label(head.label), later: this.all("later"), span });
  }

  private declaration(head: Head, span: Span, shared: Shared): tree.Declaration {
    if (head.name === null) return Object.freeze({ is: "user", fields: this.all("field"), span });
    const name = this.name(head.name);
    switch (head.kind) {
      case "project":
        return Object.freeze({
          is: "project",
          name,
          ...shared,
          zone: this.first("zone"),
          currency: this.first("currency"),
          weekStarts: this.first("weekStarts"),
          settle: this.first("settle"),
        });
      case "event":
        return Object.freeze({
          is: "event",
          name,
          label: shared.label,
          kept: this.first("kept"),
          fields: this.all("field"),
          span,
        });
      case "map":
        return Object.freeze({ is: "map", name, label: shared.label, rows: this.all("row"), span });
      case "process":
        return this.process(name, shared);
      case "lifecycle":
        return Object.freeze({
          is: "lifecycle",
          name,
          ...shared,
          stages: this.all("stage"),
          otherwise: this.first("otherwise"),
        });
      case "channel":
        return Object.freeze({ is: "channel", name, ...shared, reach: this.first("reach"), cost: this.first("cost") });
      case "benefit":
        return Object.freeze({
          is: "benefit",
          kind: head.other?.image === "points" ? "points" : "coupon",
          name,
          ...shared,
          amount: this.first("amount"),
          over: this.first("over"),
          valid: this.first("valid"),
        });
      case "material":
        return Object.freeze({
          is: "material",
          name,
          ...shared,
          channel: this.name(head.other as IToken),
          lines: this.all("line"),
        });
      default:
        return this.strategy(name, shared);
    }
  }

  /** `then` joins each step to the one before; nothing else can stand before the first. */
  private process(name: tree.Name, { label, span }: Shared): tree.Process | tree.NotYet {
    const read = this.all("step");
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

  private strategy(name: tree.Name, shared: Shared): tree.Strategy {
    return Object.freeze({
      is: "strategy",
      name,
      ...shared,
      aim: this.first("aim"),
      when: this.first("when"),
      who: this.first("who"),
      repeat: this.first("repeat"),
      channels: this.first("channel") ?? Object.freeze([]),
      benefit: this.first("benefit"),
      materials: this.first("material") ?? Object.freeze([]),
      goal: this.first("goal"),
      priority: this.first("priority"),
    });
  }

  private first<C extends keyof Contents>(clause: C): Contents[C] | null {
    const part = this.parts.find((each) => each.clause === clause);
    return part === undefined ? null : (part.value as Contents[C]);
  }

  private all<C extends keyof Contents>(clause: C): readonly Contents[C][] {
    const parts = this.parts.filter((each) => each.clause === clause);
    return Object.freeze(parts.map((part) => part.value as Contents[C]));
  }

  private reportTwice(): void {
    const seen = new Map<keyof Contents, Part>();
    for (const part of this.parts) {
      const word = once[part.clause];
      const first = seen.get(part.clause);
      if (word !== undefined && first !== undefined) {
        this.reading().report("clause-twice", part.span, { clause: word }, { related: [first.span] });
      } else seen.set(part.clause, part);
    }
  }

  tagFact(a: IToken, z: IToken, name: IToken, label: Maybe, value: tree.Expr): tree.TagFact {
    const span = this.reading().reach(a, z);
    return Object.freeze({ is: "tagFact", name: this.name(name), label: this.label(label), value, span });
  }

  goal(a: IToken, z: IToken, name: IToken, label: Maybe, pattern: tree.Pattern | tree.NotYet): tree.Goal {
    const waiting = this.all("later");
    const later = "is" in pattern ? [pattern, ...waiting] : waiting;
    return Object.freeze({
      is: "goal",
      name: this.name(name),
      label: this.label(label),
      pattern: "is" in pattern ? null : pattern,
      later: Object.freeze(later),
      span: this.reading().reach(a, z),
    });
  }
}

interface Shared {
  readonly label: tree.Label | null;
  readonly later: readonly tree.NotYet[];
  readonly span: Span;
}
