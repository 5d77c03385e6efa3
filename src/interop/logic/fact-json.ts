import { formatDate } from "../../calendar/civil.js";
import type { Fact, Moment, Point, Program, SequenceStep, Test, Type, Window } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Json } from "../tree/write.js";
import type { NamedFact } from "./named-fact.js";
import { raised } from "./raise.js";
import { printed } from "./saying.js";

/** The program's own form of a fact, with the names of events and fields for their places, and tests as the language writes them. */
export function factJson(program: Program, named: NamedFact): Json {
  const fact = program.facts[named.column];
  if (fact === undefined) throw new RangeError(`the program has no fact at place ${named.column}`);
  const of = describer(program).fact(fact);
  if (named.is === "fact") return of;
  return named.is === "zodiac"
    ? { is: "zodiac", calendar: named.calendar, of }
    : { is: "shiftMonths", months: named.months, of };
}

/** What a value of a type is, for whoever fills in the data: its JSON type, its unit, its choices. */
export function typeJson(type: Type): { readonly [name: string]: Json } {
  const per = storedPer(type);
  switch (type.is) {
    case "enum":
      return { type: "choice", choices: type.members.map(({ id }) => id) };
    case "money":
      return {
        type: "money",
        currency: type.currency,
        unit: type.minor === 1 ? type.currency : `1/${type.minor} ${type.currency}`,
      };
    case "date":
      return { type: "date", unit: "days since 1970-01-01" };
    case "version":
      return { type: "version", unit: "10^10 × first + 10^5 × second + third number" };
    case "lunarDate":
      return { type: "lunar date", unit: "100,000 × year + 1,000 × month + 100 in a leap month + day" };
    case "instant":
      return { type: "instant", unit: "milliseconds since 1970-01-01T00:00:00Z" };
    default:
      return per === 1 ? { type: type.is } : { type: type.is, unit: `1/${per}` };
  }
}

function describer(program: Program) {
  const event = (place: number): string => program.events[place]?.id ?? "";
  const field = (place: number, of: number): string => program.events[place]?.fields[of]?.id ?? "";
  const user = (place: number): string => `user.${program.user.fields[place]?.id ?? ""}`;
  const where = (place: number, test: Test | null): { readonly where?: string } =>
    test === null ? {} : { where: printed(raised(program, program.events[place]?.fields ?? [], test)) };

  function point({ event: of, where: test, nth }: Point): Json {
    return { event: event(of), ...where(of, test), nth };
  }

  function moment(of: Moment): Json {
    if (of.is === "point") return point(of);
    return of.is === "date" ? formatDate(of.date) : user(of.field);
  }

  function window(of: Window): Json {
    if ("moment" in of) return { ...of, moment: moment(of.moment) };
    if (of.is !== "dates") return { ...of };
    return { is: "dates", from: formatDate(of.from), to: of.to === null ? null : formatDate(of.to) };
  }

  function step(of: SequenceStep): Json {
    const { no, event: place, where: test, same, within } = of;
    return {
      no,
      event: event(place),
      ...where(place, test),
      ...(same === null ? {} : { same: field(place, same.field) }),
      ...(within === null ? {} : { within: { ...within } }),
    };
  }

  function fact(of: Fact): Json {
    switch (of.is) {
      case "now":
      case "today":
        return { is: of.is };
      case "profile":
      case "profileDate":
        return { is: of.is, field: user(of.field) };
      case "trigger":
        return { is: of.is, event: event(of.event), field: field(of.event, of.field) };
      case "strategyTag":
        return { is: of.is, tag: program.strategyTags[of.tag]?.id ?? "" };
      case "hour":
        return { is: of.is, event: event(of.event), hour: of.hour, days: of.days };
      case "pointInstant":
      case "pointDate":
        return { is: of.is, point: point(of.point) };
      case "pointField":
        return { is: of.is, point: point(of.point), field: field(of.point.event, of.field) };
      case "momentIn":
        return { is: of.is, moment: moment(of.moment), window: window(of.window) };
      case "sequence":
        return { is: of.is, window: window(of.window), steps: of.steps.map(step) };
      case "count":
      case "days":
        return { is: of.is, event: event(of.event), ...where(of.event, of.where), window: window(of.window) };
      default: {
        const { event: place, field: name } = of;
        return {
          is: of.is,
          event: event(place),
          field: field(place, name),
          ...where(place, of.where),
          window: window(of.window),
        };
      }
    }
  }

  return { fact };
}
