import type { IToken } from "chevrotain";
import type {
  AbsenceParts,
  EveryParts,
  HourParts,
  Maybe,
  MonthDay,
  ShiftedParts,
  StallParts,
  StateParts,
} from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { History } from "./history.js";
import { clockText } from "./print/value.js";
import type * as tree from "./tree.js";
import { digits } from "./values.js";

type Hours = Pick<HourParts, "from" | "to">;

/** Days that have a word of their own after `every`; whether any other word is a weekday is for the checker to say. */
const everyWords = new Map<string, "day" | "hour" | "workday" | "holiday">([
  ["day", "day"],
  ["hour", "hour"],
  ["workday", "workday"],
  ["holiday", "holiday"],
]);

/** Makes the nodes of when a strategy looks at people. */
export class Triggers extends History {
  every(a: IToken, z: IToken, { makeup, word, on, at }: EveryParts): tree.When {
    const day = makeup === undefined ? this.everyDay(a, word, on) : this.makeupWorkday(makeup, word);
    return Object.freeze({ is: "every", day: Object.freeze(day), at: at ?? null, span: this.reading().reach(a, z) });
  }

  private makeupWorkday(makeup: IToken, word: IToken): tree.EveryDay {
    return { is: "makeupWorkday", span: this.reading().reach(makeup, word) };
  }

  private everyDay(every: IToken, word: IToken, on: MonthDay | undefined): tree.EveryDay {
    const reading = this.reading();
    if (word.image === "month") return this.monthDay(every, word, on);
    if (on !== undefined) {
      const span = reading.reach(on.a, on.z);
      reading.report("every-on", span, { word: word.image, written: reading.written(span) });
    }
    const is = everyWords.get(word.image);
    if (is !== undefined) return { is, span: reading.reach(word, word) };
    return { is: "weekday", name: this.name(word) };
  }

  /** `month on day 15`, `month on the last day`. */
  private monthDay(every: IToken, word: IToken, on: MonthDay | undefined): tree.EveryDay {
    const reading = this.reading();
    const whole = reading.reach(word, on?.z ?? word);
    if (on === undefined) {
      const right = `${reading.written(reading.reach(every, word))} on day 1`;
      reading.report("month-day", whole, { written: null, right });
      return { is: "lastDayOfMonth", span: whole };
    }
    const span = reading.reach(on.a, on.z);
    const last = on.last !== undefined;
    const right = last || on.number === undefined ? "on the last day" : `on day ${this.whole(on.number)}`;
    const sound = on.word?.image === "day" && (on.the !== undefined) === last && on.last?.image !== "past";
    if (!sound) {
      const written = reading.written(span);
      reading.report("month-day", span, { written, right }, { suggestion: { span, text: right } });
    }
    if (on.number === undefined) return { is: "lastDayOfMonth", span: whole };
    const amount = /^\d+/.exec(digits(on.number))?.[0] ?? "1";
    const day = Object.freeze({
      is: "quantity" as const,
      amount,
      unit: null,
      span: reading.reach(on.number, on.number),
    });
    return { is: "dayOfMonth", day };
  }

  once(a: IToken, z: IToken, date: tree.DateLiteral, at: tree.Clock): tree.When {
    return Object.freeze({ is: "once", date, at, span: this.reading().reach(a, z) });
  }

  shifted(a: IToken, z: IToken, { length, side, moment, at }: ShiftedParts): tree.When {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const before = side.tokenType === t.Before;
    if (moment.is === "path") {
      const shift = Object.freeze({ length, side: before ? ("before" as const) : ("after" as const) });
      return Object.freeze({ is: "dated", shift, date: moment, at: at ?? null, span });
    }
    const written = reading.written(moment.span);
    if (moment.is === "date") {
      reading.report("dated-literal", span, { written });
      return this.unread("once at", span);
    }
    if (before) {
      reading.report("before-event", span, { written });
      return this.unread("before an event", span);
    }
    if (at !== undefined) {
      const suggestion = reading.edit(moment.span.end, span.end, "");
      reading.report("event-clock", at.span, { at: clockText(at) }, { suggestion });
    }
    return Object.freeze({ is: "afterPoint", length, point: moment, span });
  }

  /** What has been reported and cannot be said in the tree. */
  private unread(construct: string, span: tree.NotYet["span"]): tree.NotYet {
    return Object.freeze({ is: "notYet", construct, span });
  }

  onDate(a: IToken, z: IToken, date: tree.Path, at: tree.Clock | undefined): tree.When {
    return Object.freeze({ is: "dated", shift: null, date, at: at ?? null, span: this.reading().reach(a, z) });
  }

  pointHappens(a: IToken, z: IToken, point: tree.Point): tree.When {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const event = reading.written(point.pattern.span);
    reading.report("point-happens", span, { written: reading.written(point.span), event });
    return Object.freeze({ is: "happens", pattern: point.pattern, span });
  }

  happens(a: IToken, z: IToken, pattern: tree.Pattern): tree.When {
    return Object.freeze({ is: "happens", pattern, span: this.reading().reach(a, z) });
  }

  state(a: IToken, z: IToken, { pattern, change, state, at }: StateParts): tree.When {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const is = change.image === "leaves" ? "leaves" : "enters";
    if (a.tokenType !== t.User || pattern.where !== null) this.reportStateUser(pattern.event, pattern.where, is, state);
    return Object.freeze({ is: "state", change: is, state, at: at ?? null, span });
  }

  /** `buyer enters dormant`: it is users who enter stages. */
  protected reportStateUser(event: tree.Name, where: tree.Expr | null, change: string, state: tree.Path): void {
    const reading = this.reading();
    const named = reading.written(state.span);
    const stage = where === null && state.names.length === 1 ? `${event.text}.${named}` : named;
    const span = reading.span(event.span.start, state.span.end);
    const text = `user ${change} ${stage}`;
    reading.report("state-user", span, { written: reading.written(span), right: text }, { suggestion: { span, text } });
  }

  stalls(a: IToken, z: IToken, { pattern, stalls, step, length }: StallParts): tree.When {
    const reading = this.reading();
    const span = reading.reach(a, z);
    if (pattern.where !== null) {
      const wrong = reading.span(pattern.event.span.end, pattern.span.end);
      const suggestion = reading.edit(wrong.start, stalls.startOffset, " ");
      reading.report("stalls-where", wrong, { process: pattern.event.text }, { suggestion });
    }
    if (length.is === "notYet") return length;
    if (length.is === "measured") return this.unmeasured(length);
    return Object.freeze({ is: "stalls", process: pattern.event, step: this.name(step), length, span });
  }

  absence(a: IToken, z: IToken, first: tree.Pattern, parts: AbsenceParts): tree.When {
    const reading = this.reading();
    const span = reading.reach(a, z);
    if (parts.is === undefined) {
      const suggestion = reading.edit(parts.not.startOffset, parts.not.startOffset, "is ");
      const right = `${reading.written(first.span)} is not followed by ${reading.written(parts.then.span)} …`;
      reading.report("absence-is", reading.reach(parts.not, parts.not), { right }, { suggestion });
    }
    if (parts.late !== undefined && parts.same === undefined) this.reportSameLate(parts, parts.late);
    const same = parts.same ?? parts.late;
    if (parts.length.is === "notYet") return parts.length;
    if (parts.length.is === "measured") return this.unmeasured(parts.length);
    return Object.freeze({
      is: "absence",
      first,
      then: parts.then,
      same: same === undefined ? null : this.name(same),
      within: parts.length,
      span,
    });
  }

  private reportSameLate({ word, end }: AbsenceParts, late: IToken): void {
    const reading = this.reading();
    const span = reading.reach(word, late);
    const text = `with same ${late.image} ${reading.written(reading.reach(word, end))}`;
    reading.report("same-late", span, { right: text }, { suggestion: { span, text } });
  }

  /** Two times of day; how they are joined depends on the clause. */
  protected hours({ a, z, open, from, joint, to }: HourParts, words: readonly [string, string]): Hours {
    const reading = this.reading();
    if (open?.image !== words[0] || joint?.image !== words[1]) {
      const span = reading.reach(a, z);
      const text = `${words[0]} ${clockText(from)} ${words[1]} ${clockText(to)}`;
      const written = reading.written(span);
      reading.report("hours-form", span, { written, right: text }, { suggestion: { span, text } });
    }
    return { from, to };
  }

  /** What to do outside of the hours: it must be said, for nobody could guess it. */
  protected otherwise(z: IToken, word: Maybe, clause: "send" | "quiet hours"): tree.Otherwise {
    const reading = this.reading();
    if (word === undefined) reading.report("else-missing", reading.reach(z, z), { clause });
    return word?.tokenType === t.Skip ? "skip" : "delay";
  }
}
