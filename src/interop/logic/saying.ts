import type {
  EventFact,
  Fact,
  Moment,
  Point,
  Program,
  SequenceFact,
  SequenceStep,
  Test,
  Window,
} from "../../program/program.js";
import { print } from "../../syntax/print.js";
import type * as tree from "../../syntax/tree.js";
import { date, length, name, nowhere, path } from "./literal.js";
import { raised, Unsayable } from "./raise.js";

const span = nowhere;

/** What a fact is, in the words of the language. */
export type Saying =
  | { readonly is: "now" | "today" }
  /** A value of the language. */
  | { readonly is: "value"; readonly expr: tree.Expr }
  /** A test of the language. */
  | { readonly is: "test"; readonly expr: tree.Expr }
  /** The instant, or the local date, of one event or of an instant of the profile. */
  | { readonly is: "instant" | "date"; readonly moment: tree.Point | tree.Path }
  /** A date so many months later, or earlier. */
  | { readonly is: "shifted"; readonly of: Saying; readonly months: number };

/** Says a fact; throws `Unsayable` for the few that only the program can express. */
export function sayingOf(program: Program, fact: Fact): Saying {
  const words = sayer(program);
  switch (fact.is) {
    case "now":
    case "today":
      return { is: fact.is };
    case "profile":
      return { is: "value", expr: path("user", program.user.fields[fact.field]?.id ?? "") };
    case "profileDate":
      return { is: "date", moment: path("user", program.user.fields[fact.field]?.id ?? "") };
    case "pointInstant":
    case "pointDate":
      return { is: fact.is === "pointDate" ? "date" : "instant", moment: words.point(fact.point) };
    case "trigger":
    case "hour":
      throw new Unsayable(fact.is);
    case "strategyTag": {
      const tag = name(program.strategyTags[fact.tag]?.id ?? "");
      return { is: "test", expr: { is: "has", tag, span } };
    }
    case "pointField":
      return { is: "value", expr: words.fieldOf(fact.point, fact.field) };
    case "momentIn":
      return { is: "test", expr: words.momentIn(fact.moment, fact.window) };
    case "sequence":
      return { is: "test", expr: words.sequence(fact) };
    default:
      return { is: "value", expr: words.aggregate(fact) };
  }
}

/** A saying as text: a phrase of the language where it is a value or a test. */
export function phraseOf(saying: Saying): string {
  switch (saying.is) {
    case "now":
    case "today":
      return saying.is;
    case "instant":
    case "date":
      return `${saying.is} of ${printed({ is: "timeSince", moment: saying.moment, span }).replace(/^time since /, "")}`;
    case "shifted": {
      const size = Math.abs(saying.months);
      const sign = saying.months < 0 ? "minus" : "plus";
      return `${phraseOf(saying.of)} ${sign} ${size} ${size === 1 ? "month" : "months"}`;
    }
    default:
      return printed(saying.expr);
  }
}

/** An expression as the language writes it, on one line. */
export function printed(expr: tree.Expr): string {
  const tag: tree.TagFact = { is: "tagFact", name: name("t"), label: null, value: expr, span };
  const text = print({ file: "", declarations: [tag], comments: [] });
  return text
    .replace(/^tag fact t =\s*/, "")
    .trim()
    .replace(/\n\s*/g, " ");
}

const functions = {
  count: "count",
  days: "countDays",
  countKnown: "count",
  sum: "sum",
  min: "min",
  max: "max",
  distinct: "countDistinct",
  mostFrequent: "mostFrequent",
} as const satisfies { readonly [K in EventFact["is"]]: tree.Aggregate["fn"] };

function sayer(program: Program) {
  const eventOf = (event: number) => program.events[event];
  const eventName = (event: number) => name(eventOf(event)?.id ?? "");
  const fieldName = (event: number, field: number) => name(eventOf(event)?.fields[field]?.id ?? "");
  const where = (event: number, test: Test | null) =>
    test === null ? null : raised(program, eventOf(event)?.fields ?? [], test);
  const pattern = (event: number, test: Test | null): tree.Pattern => ({
    event: eventName(event),
    where: where(event, test),
    span,
  });
  const point = ({ event, where: test, nth }: Point): tree.Point => ({
    is: "point",
    nth,
    pattern: pattern(event, test),
    span,
  });
  const userField = (field: number) => path("user", program.user.fields[field]?.id ?? "");

  function moment(of: Moment): tree.Moment {
    if (of.is === "point") return point(of);
    return of.is === "date" ? date(of.date) : userField(of.field);
  }

  function windowOf(window: Window): tree.Window {
    switch (window.is) {
      case "ever":
        return { is: "ever", span };
      case "last":
      case "previous":
        if (window.n === 1 && window.unit === "day") return { is: window.is === "last" ? "today" : "yesterday", span };
        return { is: window.is, length: length(window.unit, window.n), span };
      case "for":
        return { is: "for", length: length(window.unit, window.n), span };
      case "span":
        return { is: "last", length: length("ms", window.ms), span };
      case "ago":
        return { is: "ago", near: length(window.unit, window.near), far: length(window.unit, window.far), span };
      case "spanAgo":
        return { is: "ago", near: length("ms", window.near), far: length("ms", window.far), span };
      case "thisWeek":
        return { is: "this", unit: "week", span };
      case "thisMonth":
        return { is: "this", unit: "month", span };
      case "thisYear":
        return { is: "this", unit: "year", span };
      case "dates":
        if (window.to === null) return { is: "since", moment: date(window.from), span };
        return { is: "dates", from: date(window.from), to: date(window.to), span };
      case "since":
        return { is: "since", moment: moment(window.moment), span };
      case "after":
      case "before":
        return {
          is: "within",
          length: length(window.unit, window.n),
          side: window.is,
          moment: moment(window.moment),
          span,
        };
    }
  }

  function aggregate(fact: EventFact): tree.Aggregate {
    const { event } = fact;
    const known = fact.is === "countKnown" ? knownToo(fact.event, fact.field, fact.where) : where(event, fact.where);
    const field = fact.is === "countKnown" || !("field" in fact) ? null : fieldName(event, fact.field);
    return {
      is: "aggregate",
      fn: functions[fact.is],
      of: eventName(event),
      field,
      where: known,
      window: windowOf(fact.window),
      span,
    };
  }

  /** Events whose field is known: a test more. */
  function knownToo(event: number, field: number, test: Test | null): tree.Expr {
    const operand = path(fieldName(event, field).text);
    const known: tree.Expr = { is: "known", negated: false, operand, span };
    const rest = where(event, test);
    if (rest === null) return known;
    return { is: "and", parts: [...(rest.is === "and" ? rest.parts : [rest]), known], span };
  }

  const step = ({ no, event, where: test, same, within }: SequenceStep): tree.SequenceStep => ({
    no,
    pattern: pattern(event, test),
    same: same === null ? null : fieldName(event, same.field),
    within: within === null ? null : length(within.unit, within.n),
    span,
  });

  function sequence({ window, steps: [first, ...rest] }: SequenceFact): tree.Sequence {
    if (first === undefined) throw new RangeError("a sequence has at least two steps");
    const start = pattern(first.event, first.where);
    return { is: "sequence", negated: false, window: windowOf(window), first: start, steps: rest.map(step), span };
  }

  return {
    point,
    aggregate,
    sequence,
    fieldOf: (of: Point, field: number): tree.FieldOf => ({
      is: "fieldOf",
      field: fieldName(of.event, field),
      point: point(of),
      span,
    }),
    momentIn(of: Moment, window: Window): tree.PointTest {
      const tested = moment(of);
      // A written date is tested by no phrase, nor is a date by hours: both come from a stretch beside it that has elapsed.
      if (tested.is === "date" || (window.is === "span" && window.ms % 1000 !== 0)) throw new Unsayable("momentIn");
      return { is: "pointTest", moment: tested, test: { is: "window", window: windowOf(window) }, span };
    },
  };
}
