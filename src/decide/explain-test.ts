import type { Zone } from "../calendar/zone.js";
import type { Finding } from "../evaluate/interpret.js";
import { literal } from "../evaluate/literal.js";
import type { Rational } from "../evaluate/rational.js";
import type { MapKey, Num, Program, Test, Text, Type } from "../program/program.js";
import { storedPer } from "../program/unit.js";
import { visible } from "../text/visible.js";
import { explainHidden, type LookAtFact } from "./explain-hidden.js";
import type { ExplainedTest } from "./explanation.js";

/**
 * Puts what was found out about a test into texts. Personal values show as `known` or `unknown`. `behind` looks behind the facts
 * that are only true or false, by column.
 */
export function explainTest(finding: Finding, program: Program, zone: Zone, behind: LookAtFact): ExplainedTest {
  const { test } = finding;
  const phrase = program.phrases[test.said];
  const hidden = explainHidden(test, program, zone, behind);
  return {
    text: phrase?.text ?? "",
    file: phrase?.file ?? "",
    line: phrase?.line ?? 0,
    column: phrase?.column ?? 0,
    holds: finding.holds,
    op: hidden?.op ?? opOf(test),
    seen: hidden ? hidden.seen : seenOf(finding, program, zone),
    needed: hidden ? hidden.needed : neededOf(finding, program, zone),
    parts: finding.parts.map((part) => explainTest(part, program, zone, behind)),
  };
}

function opOf(test: Test): ExplainedTest["op"] {
  switch (test.is) {
    case "compare":
      return test.op;
    case "sameText":
      return "=";
    case "oneOfNum":
    case "oneOfText":
      return "one of";
    case "knownNum":
    case "knownText":
      return "known";
    default:
      return test.is;
  }
}

function seenOf({ test, seen }: Finding, program: Program, zone: Zone): string | null {
  switch (test.is) {
    case "and":
    case "or":
    case "not":
    case "tag":
      return null;
    case "compare":
      return shown(seen, test.type, isPersonal(test.left, program), zone);
    case "sameText":
      return shown(seen, null, isPersonalText(test.left, program), zone);
    case "contains":
      return shown(seen, null, isPersonalText(test.text, program), zone);
    case "oneOfNum":
    case "knownNum":
      return shown(seen, test.type, isPersonal(test.value, program), zone);
    case "oneOfText":
    case "knownText":
      return shown(seen, null, isPersonalText(test.value, program), zone);
  }
}

function neededOf({ test, needed }: Finding, program: Program, zone: Zone): string | null {
  switch (test.is) {
    case "and":
    case "or":
    case "not":
    case "tag":
      return null;
    case "compare":
      return `${test.op} ${shown(needed, test.type, isPersonal(test.right, program), zone)}`;
    case "sameText":
      return `= ${shown(needed, null, isPersonalText(test.right, program), zone)}`;
    case "contains":
      return `contains ${shown(needed, null, isPersonalText(test.part, program), zone)}`;
    case "oneOfNum": {
      const { type } = test;
      const per = BigInt(storedPer(type));
      return listed(test.list.map((member) => literal({ n: BigInt(member), d: per }, type, zone)));
    }
    case "oneOfText":
      return listed(test.list.map(quoted));
    case "knownNum":
    case "knownText":
      return "known";
  }
}

/** More members of a list are not shown. */
const SHOWN = 20;

function listed(members: readonly string[]): string {
  return `one of (${members.slice(0, SHOWN).join(", ")}${members.length > SHOWN ? ", …" : ""})`;
}

function shown(value: Rational | string | null, type: Type | null, personal: boolean, zone: Zone): string {
  if (value === null) return "unknown";
  if (personal) return "known";
  if (typeof value === "string") return quoted(value);
  return type === null ? "known" : literal(value, type, zone);
}

/** More of a text is not shown. */
const LONGEST = 80;

function quoted(text: string): string {
  return `"${visible(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)}"`;
}

function isPersonal(num: Num, program: Program): boolean {
  switch (num.is) {
    case "constant":
    case "stage":
    // Stands in the `where` of facts alone, which are not looked into.
    case "trigger":
      return false;
    case "column":
      return isPersonalColumn(num.column, program);
    case "profile":
      return isPersonalField(num.field, program);
    case "tag":
      return isPersonalTag(num.tag, program);
    case "lookup":
      return isPersonalKey(num.key, program);
    case "ifUnknown":
      return isPersonal(num.value, program) || isPersonal(num.otherwise, program);
    case "shiftMonths":
    case "zodiac":
      return isPersonal(num.date, program);
    case "when":
      // Explanations show the test beside it.
      return isPersonal(num.value, program);
    default:
      return isPersonal(num.left, program) || isPersonal(num.right, program);
  }
}

function isPersonalText(text: Text, program: Program): boolean {
  switch (text.is) {
    case "constant":
    case "trigger":
      return false;
    case "column":
      return isPersonalColumn(text.column, program);
    case "profile":
      return isPersonalField(text.field, program);
    case "tag":
      return isPersonalTag(text.tag, program);
    case "lookup":
      return isPersonalKey(text.key, program);
    case "when":
      return isPersonalText(text.value, program);
    case "ifUnknown":
      return isPersonalText(text.value, program) || isPersonalText(text.otherwise, program);
  }
}

function isPersonalKey(key: MapKey, program: Program): boolean {
  return key.is === "text" ? isPersonalText(key.text, program) : isPersonal(key.value, program);
}

/** A value that a tag gives a name to; what tests it is no value. */
function isPersonalTag(place: number, program: Program): boolean {
  const value = program.tags[place]?.value;
  if (value?.is === "num") return isPersonal(value.num, program);
  return value?.is === "text" && isPersonalText(value.text, program);
}

/** A field of the profile that is marked `pii`, or a value drawn from such a field of events. */
function isPersonalColumn(column: number, program: Program): boolean {
  const fact = program.facts[column];
  if (fact === undefined || !("field" in fact) || fact.is === "countKnown" || fact.is === "distinct") return false;
  if (fact.is === "profile" || fact.is === "profileDate") return isPersonalField(fact.field, program);
  const event = fact.is === "pointField" ? fact.point.event : fact.event;
  return program.events[event]?.fields[fact.field]?.pii ?? false;
}

function isPersonalField(field: number, program: Program): boolean {
  return program.user.fields[field]?.pii ?? false;
}
