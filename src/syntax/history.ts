import type { IToken } from "chevrotain";
import type { AggregateParts, DidParts, Length, Maybe } from "../../grammar/actions.js";
import * as t from "../../grammar/tokens.js";
import { units } from "../../grammar/words.js";
import { endOf } from "./reading.js";
import { digits, Values } from "./values.js";
import type * as tree from "./tree.js";

/** Makes the nodes of what a user has done. */
export class History extends Values {
  aggregate(a: IToken, z: IToken, parts: AggregateParts): tree.Expr {
    if (parts.later !== undefined) {
      return this.notYet(`${parts.fn.image} of ${parts.later.image}`, a, z);
    }
    if (parts.fn.tokenType === t.Most) return this.notYet("most frequent", a, z);
    return Object.freeze({
      is: "aggregate",
      fn: parts.fn.image as tree.Aggregate["fn"],
      of: this.name(parts.of),
      field: parts.field === undefined ? null : this.name(parts.field),
      where: parts.where ?? null,
      window: parts.window ?? null,
      span: this.reading().reach(a, z),
    });
  }

  pattern(a: IToken, z: IToken, where: tree.Expr | undefined): tree.Pattern {
    return Object.freeze({ event: this.name(a), where: where ?? null, span: this.reading().reach(a, z) });
  }

  point(a: IToken, z: IToken, pattern: tree.Pattern): tree.Point | tree.NotYet {
    if (a.tokenType === t.Ordinal) return this.notYet(`${a.image} …`, a, z);
    return Object.freeze({ is: "point", nth: "last", pattern, span: this.reading().reach(a, z) });
  }

  timeSince(a: IToken, z: IToken, point: tree.Point | tree.NotYet): tree.Expr {
    if (point.is === "notYet") return point;
    return Object.freeze({ is: "timeSince", moment: point, span: this.reading().reach(a, z) });
  }

  pointTest(
    a: IToken,
    z: IToken,
    point: tree.Point | tree.NotYet,
    test: tree.PointTest["test"] | tree.NotYet,
  ): tree.Expr {
    if (point.is === "notYet") return point;
    if (test.is === "notYet") return test;
    return Object.freeze({
      is: "pointTest",
      moment: point,
      test: Object.freeze(test),
      span: this.reading().reach(a, z),
    });
  }

  did(a: IToken, z: IToken, not: Maybe, parts: DidParts | tree.NotYet): tree.Expr {
    if (parts.is === "notYet") return parts;
    if (parts.late !== undefined && parts.window !== undefined) this.reportLate(parts.late, parts.window);
    const span = this.reading().reach(a, z);
    if (parts.without !== undefined) return Object.freeze({ is: "notYet", construct: "without", span });
    return Object.freeze({
      is: "did",
      negated: not !== undefined,
      pattern: parts.pattern,
      frequency: parts.frequency ?? parts.late ?? null,
      window: parts.window ?? null,
      without: null,
      span,
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
    else if (word?.tokenType === t.Unit) this.reportTimesAsDays(a, z, low, word);
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

  private reportTimesAsDays(a: IToken, z: IToken, number: IToken, unit: IToken): void {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const day = units.get(unit.image) === "day";
    const suggestion = day ? { span, text: `on at least ${digits(number)} days` } : null;
    reading.report("times-as-days", span, { written: reading.written(span), number: digits(number) }, { suggestion });
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

  /** How many: whole, and small enough to be exact. */
  private whole(number: IToken): number {
    const value = Number(digits(number));
    if (Number.isSafeInteger(value)) return value;
    this.reading().report("whole-number", this.reading().reach(number, number), { written: number.image });
    return 1;
  }

  ever(token: IToken): tree.Window {
    return Object.freeze({ is: "ever", span: this.reading().reach(token, token) });
  }

  window(a: IToken, z: IToken, is: "last" | "for", word: IToken, the: Maybe, length: Length): tree.Window {
    const reading = this.reading();
    const previous = word.tokenType === t.Previous;
    if (is === "last" && (the === undefined || word.image === "past")) {
      const right = previous ? "in the previous" : "in the last";
      const span = reading.reach(a, word);
      reading.report(
        "window-form",
        span,
        { written: reading.written(span), right },
        { suggestion: { span, text: right } },
      );
    }
    if (length.is === "notYet") return length;
    return Object.freeze({ is: previous ? "previous" : is, length, span: reading.reach(a, z) });
  }

  /** A word where a length belongs: a unit without its number, or the name of a measure. */
  named(token: IToken): tree.NotYet {
    const reading = this.reading();
    const span = reading.reach(token, token);
    const unit = units.get(token.image);
    if (unit === undefined) return this.notYet("measure", token, token);
    const text = `1 ${token.image}`;
    reading.report("length-without-number", span, { unit: token.image }, { suggestion: { span, text } });
    return Object.freeze({ is: "notYet", construct: token.image, span });
  }
}
