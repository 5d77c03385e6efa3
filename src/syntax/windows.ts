import type { IToken } from "chevrotain";
import type { Beside, Dating, Link, Relation } from "../../grammar/actions.js";
import type { Length, Maybe } from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { units } from "../../grammar/words.js";
import { nearest } from "../text/nearest.js";
import { limits } from "./limits.js";
import { ordinal } from "./print/window.js";
import type * as tree from "./tree.js";
import { digits, Values } from "./values.js";

const thisUnits = ["week", "month", "year"] as const;

/** Makes the nodes of events, points in time and the windows beside them. */
export class Windows extends Values {
  isTooDeep(where: IToken, depth: number): boolean {
    if (depth < limits.nesting) return false;
    this.reading().report("nesting-too-deep", this.reading().reach(where, where), { limit: limits.nesting });
    return true;
  }

  pattern(a: IToken, z: IToken, where: tree.Expr | undefined): tree.Pattern {
    return Object.freeze({ event: this.name(a), where: where ?? null, span: this.reading().reach(a, z) });
  }

  point(a: IToken, z: IToken, pattern: tree.Pattern): tree.Point {
    const nth = a.tokenType === t.Ordinal ? this.ordinal(a) : "last";
    return Object.freeze({ is: "point", nth, pattern, span: this.reading().reach(a, z) });
  }

  protected ordinal(token: IToken): number {
    const reading = this.reading();
    const n = this.whole(token);
    const right = ordinal(Math.max(n, 1));
    if (token.image !== right) {
      const span = reading.reach(token, token);
      const suggestion = n === 0 ? null : { span, text: right };
      reading.report("ordinal-form", span, { written: token.image, right }, { suggestion });
    }
    return Math.max(n, 1);
  }

  /** How many: whole, and small enough to be exact. */
  protected whole(number: IToken): number {
    const value = Number.parseFloat(digits(number));
    if (Number.isSafeInteger(value)) return value;
    this.reading().report("whole-number", this.reading().reach(number, number), { written: number.image });
    return 1;
  }

  timeSince(a: IToken, z: IToken, moment: tree.Point | tree.Path): tree.TimeSince {
    return Object.freeze({ is: "timeSince", moment, span: this.reading().reach(a, z) });
  }

  pointTest(a: IToken, z: IToken, moment: tree.Point | tree.Path, dating: Dating): tree.Expr {
    if (dating.is === "notYet") return dating;
    return Object.freeze({ is: "pointTest", moment, test: Object.freeze(dating), span: this.reading().reach(a, z) });
  }

  override relation(a: IToken, z: IToken, left: tree.Expr, relation: Relation): tree.Expr {
    if (relation.is !== "dated") return super.relation(a, z, left, relation);
    if (left.is === "path") return this.pointTest(a, z, left, relation.dating);
    this.reading().report("not-a-moment", left.span, { written: this.reading().written(left.span) });
    return left;
  }

  dating(said: boolean, window: tree.Window): Dating {
    if (window.is === "notYet") return window;
    if (!said) {
      const reading = this.reading();
      const right = `was ${reading.written(window.span)}`;
      const suggestion = reading.edit(window.span.start, window.span.start, "was ");
      reading.report("was-missing", window.span, { right }, { suggestion });
    }
    return { is: "window", window };
  }

  /** The other side is open: the tree gets the moment itself, as far as a window can say it. */
  wasBeside(side: IToken, z: IToken, moment: tree.Moment): Dating {
    const reading = this.reading();
    const span = reading.reach(side, z);
    const [written, said] = [reading.written(span), reading.written(moment.span)];
    const after = side.tokenType === t.After;
    const since = after && moment.is !== "date";
    const suggestion = since ? { span, text: `since ${said}` } : null;
    reading.report(
      "was-beside",
      span,
      { written, moment: said, kind: moment.is === "date" ? "date" : after ? "after" : "before" },
      { suggestion },
    );
    return { is: "window", window: Object.freeze({ is: "since", moment, span }) };
  }

  day(is: "ever" | "today" | "yesterday", token: IToken): tree.Window {
    return Object.freeze({ is, span: this.reading().reach(token, token) });
  }

  thisUnit(a: IToken, unit: IToken): tree.Window {
    const reading = this.reading();
    const span = reading.reach(a, unit);
    const known = thisUnits.find((each) => each === unit.image);
    if (known !== undefined) return Object.freeze({ is: "this", unit: known, span });
    const near = nearest(unit.image, thisUnits);
    const text = units.get(unit.image) === "day" ? "today" : near === null ? null : `this ${near}`;
    reading.report(
      "this-unit",
      span,
      { written: reading.written(span), right: text },
      { suggestion: text === null ? null : { span, text } },
    );
    return Object.freeze({ is: "this", unit: "week", span });
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

  /** A word where a length belongs: the name of a measure, or a unit without its number. */
  named(token: IToken): Length {
    const reading = this.reading();
    const span = reading.reach(token, token);
    if (!units.has(token.image)) return Object.freeze({ is: "measured", name: this.name(token), span });
    const text = `1 ${token.image}`;
    reading.report("length-without-number", span, { unit: token.image }, { suggestion: { span, text } });
    return Object.freeze({ is: "notYet", construct: token.image, span });
  }

  /** What waits for an event has to be told how long: a measure may change from one month to the next. */
  protected unmeasured({ name, span }: tree.Measured): tree.NotYet {
    this.reading().report("length-measured", span, { measure: name.text });
    return Object.freeze({ is: "notYet", construct: name.text, span });
  }

  between(a: IToken, z: IToken, near: Length, far: Length): tree.Window {
    if (near.is === "notYet") return near;
    if (far.is === "notYet") return far;
    const span = this.reading().reach(a, z);
    if (near.is === "measured" || far.is === "measured" || near.unit !== null || far.unit === null) {
      return Object.freeze({ is: "ago", near, far, span });
    }
    this.reportAgo(span, near.amount, far.amount, far.unit);
    return Object.freeze({ is: "ago", near: Object.freeze({ ...near, unit: far.unit }), far, span });
  }

  /** `between 8 and 14 days`, with or without `ago`. */
  protected reportAgoForm(a: IToken, z: IToken, low: IToken, high: IToken, unit: IToken): void {
    this.reportAgo(this.reading().reach(a, z), digits(low), digits(high), units.get(unit.image) ?? unit.image);
  }

  private reportAgo(span: tree.Quantity["span"], near: string, far: string, unit: string): void {
    const reading = this.reading();
    const counted = (n: string) => `${n} ${n === "1" ? unit : `${unit}s`}`;
    const text = `between ${counted(near)} and ${counted(far)} ago`;
    reading.report("ago-form", span, { written: reading.written(span), right: text }, { suggestion: { span, text } });
  }

  dates(a: IToken, z: IToken, from: tree.DateLiteral, to: tree.DateLiteral): tree.Window {
    return Object.freeze({ is: "dates", from, to, span: this.reading().reach(a, z) });
  }

  within(a: IToken, z: IToken, length: Length, beside: Beside | undefined): tree.Window {
    if (length.is === "notYet") return length;
    const reading = this.reading();
    const span = reading.reach(a, z);
    if (beside === undefined) {
      const loose = /^\s+(?:of|since|from)\b/.exec(reading.text.slice(span.end))?.[0] ?? null;
      if (loose !== null) return this.withinLoose(span, length, loose);
      const text = `in the last ${reading.written(length.span)}`;
      reading.report(
        "within-alone",
        span,
        { written: reading.written(span), right: text },
        { suggestion: { span, text } },
      );
      return Object.freeze({ is: "last", length, span });
    }
    const side = beside.side.tokenType === t.After ? "after" : "before";
    return Object.freeze({ is: "within", length, side, moment: beside.moment, span });
  }

  /** `within 30 days of 1st pay`: the side is said with another word. */
  private withinLoose(span: tree.Quantity["span"], length: tree.Length, loose: string): tree.Window {
    const reading = this.reading();
    const written = reading.written(span);
    const suggestion = reading.edit(span.start, span.end + loose.length, `${written} after`);
    reading.report("within-alone", span, { written, right: `${written} after …` }, { suggestion });
    return Object.freeze({ is: "last", length, span });
  }

  since(a: IToken, z: IToken, moment: tree.Moment): tree.Window {
    return Object.freeze({ is: "since", moment, span: this.reading().reach(a, z) });
  }

  isOpen(links: readonly Link[]): boolean {
    const last = links.at(-1)?.value;
    return typeof last === "string" || last?.is === "path";
  }

  /** A row joined by `of`, from its end: `upgrade of drink of last order` looks up what the field of the event says. */
  linked(first: Link, rest: readonly Link[]): tree.Expr {
    const last = rest.at(-1) ?? first;
    if (this.tooMany(rest.length, first.a, last.z)) return this.path(first.a, first.a, [first.a]);
    const joined = [first, ...rest].reduceRight((right, left) => ({
      ...left,
      z: last.z,
      value: this.chained(left, right, last.z),
    }));
    return this.exprOf(joined);
  }

  private chained(left: Link, right: Link, z: IToken): tree.Expr {
    const span = this.reading().reach(left.a, z);
    const { value } = right;
    if (typeof value !== "string" && value.is === "point") {
      return Object.freeze({ is: "fieldOf", field: this.lastName(left), point: value, span });
    }
    const operand = this.exprOf(right);
    if (typeof left.value === "string") return Object.freeze({ is: "zodiac", calendar: left.value, operand, span });
    return Object.freeze({ is: "mapOf", map: this.lastName(left), operand, span });
  }

  private exprOf({ value, a, z }: Link): tree.Expr {
    if (typeof value !== "string" && value.is !== "point") return value;
    return this.path(a, z, [z]);
  }

  /** What stands before `of` is one name: `pay.amount of last pay` says `pay` twice. */
  private lastName({ value, a, z }: Link): tree.Name {
    const names = typeof value !== "string" && value.is === "path" ? value.names : [];
    if (names.length > 1) {
      const reading = this.reading();
      const span = reading.reach(a, z);
      const args = { written: reading.written(span), right: z.image };
      reading.report("dots-before-of", span, args, { suggestion: { span, text: z.image } });
    }
    return names.at(-1) ?? this.name(z);
  }
}
