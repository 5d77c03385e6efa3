import type { IToken } from "chevrotain";
import type { AggregateParts, DidParts, ReachedParts, StepParts } from "../../grammar/actions.js";
import type { Maybe } from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { units } from "../../grammar/words.js";
import { limits } from "./limits.js";
import { endOf } from "./reading.js";
import type * as tree from "./tree.js";
import { digits } from "./values.js";
import { Windows } from "./windows.js";

type Parts<K extends DidParts["is"]> = Extract<DidParts, { is: K }>;

/** Makes the nodes of what a user has done. */
export class History extends Windows {
  aggregate(a: IToken, z: IToken, parts: AggregateParts): tree.Expr {
    return Object.freeze({
      is: "aggregate",
      fn: this.fn(parts.fn, parts.what),
      of: this.name(parts.of),
      field: parts.field === undefined ? null : this.name(parts.field),
      where: parts.where ?? null,
      window: parts.window ?? null,
      span: this.reading().reach(a, z),
    });
  }

  private fn(word: IToken, what: Maybe): tree.Aggregate["fn"] {
    const fn = word.tokenType === t.Most ? "mostFrequent" : (word.image as tree.Aggregate["fn"]);
    if (what === undefined) return fn;
    if (fn !== "count") this.reportCountOnly(word, what);
    return what.tokenType === t.Distinct ? "countDistinct" : "countDays";
  }

  private reportCountOnly(word: IToken, what: IToken): void {
    const reading = this.reading();
    const span = reading.reach(word, what);
    const distinct = what.tokenType === t.Distinct;
    const written = `${reading.written(span)}${distinct ? "" : " with"}`;
    const right = distinct ? "count of distinct" : "count of days with";
    const text = distinct ? right : "count of days";
    reading.report("count-only", span, { written, right }, { suggestion: { span, text } });
  }

  did(a: IToken, z: IToken, not: Maybe, parts: DidParts): tree.Expr {
    if (parts.is === "sequence") return this.sequence(a, z, not !== undefined, parts);
    return parts.is === "nth" ? this.nth(a, z, not, parts) : this.occurrence(a, z, not !== undefined, parts);
  }

  private occurrence(a: IToken, z: IToken, negated: boolean, parts: Parts<"occurrence">): tree.Did {
    const { pattern, frequency, window, late, without } = parts;
    const span = this.reading().reach(a, z);
    if (late !== undefined && window !== undefined) this.reportLate(late, window);
    const both = negated && without !== undefined;
    if (both) this.reading().report("not-without", span, { event: pattern.event.text, other: without.event.text });
    return Object.freeze({
      is: "did",
      negated,
      pattern,
      frequency: frequency ?? late ?? null,
      window: window ?? null,
      without: both ? null : (without ?? null),
      span,
    });
  }

  /** `did 2nd pay ever` is said with a count, `did 2nd pay within 30 days after 1st pay` without `did`. */
  private nth(a: IToken, z: IToken, not: Maybe, { ordinal, pattern, window }: Parts<"nth">): tree.Did {
    const reading = this.reading();
    const n = this.ordinal(ordinal);
    const span = reading.reach(a, z);
    const times = `at least ${n} ${n === 1 ? "time" : "times"}`;
    const head = not === undefined ? "did" : "did not";
    const event = reading.written(pattern.span);
    const beside = not === undefined && (window?.is === "within" || window?.is === "since");
    const said = `${head} ${event}${n === 1 ? "" : ` ${times}`}`;
    const text = beside
      ? reading.text.slice(ordinal.startOffset, span.end)
      : `${said}${window === undefined ? "" : ` ${reading.written(window.span)}`}`;
    reading.report(
      "did-ordinal",
      span,
      { written: `${head} ${ordinal.image}`, right: text },
      { suggestion: { span, text } },
    );
    const frequency = Object.freeze({
      is: "times" as const,
      least: n,
      most: null,
      span: reading.reach(ordinal, ordinal),
    });
    const negated = not !== undefined;
    return Object.freeze({ is: "did", negated, pattern, frequency, window: window ?? null, without: null, span });
  }

  private sequence(a: IToken, z: IToken, negated: boolean, parts: Parts<"sequence">): tree.Sequence {
    const reading = this.reading();
    if (parts.no !== undefined) {
      reading.report("no-first", reading.reach(parts.no, parts.no), { event: parts.first.event.text });
    }
    const span = reading.reach(a, z);
    this.checkSteps(parts.steps.length + 1, span);
    const steps = parts.steps.slice(0, limits.steps - 1).map((step) => this.stepOf(step));
    const window = parts.window ?? null;
    return Object.freeze({ is: "sequence", negated, window, first: parts.first, steps: Object.freeze(steps), span });
  }

  protected checkSteps(steps: number, span: tree.Sequence["span"]): void {
    if (steps > limits.steps) this.reading().report("too-many-steps", span, { steps, limit: limits.steps });
  }

  protected stepOf({ a, z, no, pattern, same, within }: StepParts): tree.SequenceStep {
    if (within?.is === "measured") this.unmeasured(within);
    return Object.freeze({
      no: no !== undefined,
      pattern,
      same: same === undefined ? null : this.name(same),
      within: within?.is === "quantity" ? within : null,
      span: this.reading().reach(a, z),
    });
  }

  reached(a: IToken, z: IToken, { step, process, window, butNot }: ReachedParts): tree.Reached {
    return Object.freeze({
      is: "reached",
      step: this.name(step),
      process: this.name(process),
      window: window ?? null,
      butNot: butNot === undefined ? null : this.name(butNot),
      span: this.reading().reach(a, z),
    });
  }

  private reportLate(late: tree.Frequency, window: tree.Window): void {
    const reading = this.reading();
    const span = reading.span(window.span.start, late.span.end);
    const text = `${reading.written(late.span)} ${reading.written(window.span)}`;
    reading.report("frequency-late", late.span, { right: text }, { suggestion: { span, text } });
  }

  /** `bound` is the word before the number; `word` what stands where `times` belongs. */
  times(a: IToken, z: IToken, bound: IToken | null, low: IToken, high: Maybe, word: Maybe): tree.Frequency {
    const span = this.reading().reach(a, z);
    const least = this.whole(low);
    const upper = high === undefined ? null : this.whole(high);
    const kind = bound?.tokenType;
    if (kind === t.Most || kind === t.LessWord) this.reportAtMost(a, z, low, kind === t.Most);
    else if (word?.tokenType === t.Unit && high !== undefined) this.reportAgoForm(a, z, low, high, word);
    else if (word?.tokenType === t.Unit) this.reportTimesAsDays(a, z, bound === null, low, word);
    else if (kind === t.MoreWord) this.reportMoreThan(a, z, least);
    else if (bound === null) this.reportBare(a, low, word);
    else if (word === undefined) this.reportTimesMissing(high ?? low);
    const most = kind === t.Exactly ? least : upper;
    return Object.freeze({ is: "times", least, most, span });
  }

  private reportAtMost(a: IToken, z: IToken, number: IToken, inclusive: boolean): void {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const most = Number(digits(number)) - (inclusive ? 0 : 1);
    const written = reading.written(span);
    const text = `between 1 and ${most} times`;
    const mend = Number.isInteger(most) && most > 0 ? { suggestion: { span, text } } : {};
    reading.report("times-at-most", span, { written, most: String(Math.max(most, 1)) }, mend);
  }

  /** A bare `7 days` may be a window, a silence or a count: nobody but its author knows. */
  private reportTimesAsDays(a: IToken, z: IToken, bare: boolean, number: IToken, unit: IToken): void {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const day = units.get(unit.image) === "day";
    const suggestion = day && !bare ? { span, text: `on at least ${digits(number)} days` } : null;
    const args = { written: reading.written(span), number: digits(number), bare };
    reading.report("times-as-days", span, args, { suggestion });
  }

  private reportMoreThan(a: IToken, z: IToken, least: number): void {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const text = `at least ${least + 1} times`;
    reading.report(
      "times-more-than",
      span,
      { written: reading.written(span), right: text },
      { suggestion: { span, text } },
    );
  }

  private reportBare(a: IToken, number: IToken, word: Maybe): void {
    const reading = this.reading();
    const span = reading.reach(a, word ?? number);
    const text = `at least ${digits(number)} times`;
    reading.report("times-bare", span, { number: digits(number) }, { suggestion: { span, text } });
  }

  private reportTimesMissing(number: IToken): void {
    const reading = this.reading();
    const suggestion = reading.edit(endOf(number), endOf(number), " times");
    reading.report("times-missing", reading.reach(number, number), { number: number.image }, { suggestion });
  }

  days(a: IToken, z: IToken, bound: Maybe, number: IToken, unit: IToken): tree.Frequency {
    const reading = this.reading();
    const span = reading.reach(a, unit);
    const least = this.whole(number);
    const right = `on at least ${digits(number)} days`;
    if (bound?.tokenType === t.Most) {
      reading.report("times-at-most", span, { written: reading.written(span), most: digits(number) });
    } else if (units.get(unit.image) !== "day") {
      reading.report("days-only", reading.reach(unit, unit), { written: unit.image, right });
    } else if (bound === undefined) {
      reading.report(
        "days-bare",
        span,
        { written: reading.written(span), right },
        { suggestion: { span, text: right } },
      );
    }
    return Object.freeze({ is: "days", least, span: reading.reach(a, z) });
  }

  streak(a: IToken, z: IToken, number: IToken, unit: IToken, ending: IToken): tree.Frequency {
    const span = this.reading().reach(a, z);
    if (units.get(unit.image) !== "day") {
      const right = `${digits(number)} consecutive days`;
      this.reading().report("days-only", this.reading().reach(unit, unit), { written: unit.image, right });
    }
    const days = this.whole(number);
    return Object.freeze({
      is: "streak",
      days,
      ending: ending.tokenType === t.Today ? "today" : "yesterday",
      span,
    });
  }
}
