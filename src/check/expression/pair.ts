import type { Member, Type } from "../../program/program.js";
import type { Expr, Path } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { nearest } from "../../text/nearest.js";
import { meant } from "../report.js";
import { constant, plain, type NumValue, type Value } from "../value.js";
import { isValueName } from "./path.js";
import { isVersion, versionLiteral } from "./version.js";

type Choice = Type & { readonly is: "enum" };

/** What people write for a value that is not there. */
const absences: ReadonlySet<string> = new Set([
  "unknown",
  "null",
  "none",
  "nil",
  "empty",
  "blank",
  "missing",
  "undefined",
  "未知",
  "空",
]);
const truths: ReadonlyMap<string, string> = new Map([
  ...["yes", "on", "是"].map((word): [string, string] => [word, "true"]),
  ...["no", "off", "否"].map((word): [string, string] => [word, "false"]),
]);

/** Two operands that stand against each other: a bare name on one side may be a choice of the other's list. */
export function pair(c: Checker, left: Expr, right: Expr, scope: Scope): readonly [Value, Value] | null {
  if (named(c, left, scope) && !named(c, right, scope)) {
    const turned = pair(c, right, left, scope);
    return turned && [turned[1], turned[0]];
  }
  const first = c.value(left, scope);
  if (!first) {
    // A bare name says nothing without the other side, so it is judged only when that side is sound.
    if (!named(c, right, scope)) c.value(right, scope);
    return null;
  }
  const second = against(c, right, first, left, scope);
  if (!second) return null;
  const turned =
    (isChoice(second) || isVersion(second)) && left.is === "text" ? against(c, left, second, right, scope) : first;
  return turned && [turned, second];
}

/** An operand against a value that is known to be there: a choice if that is one. */
export function against(c: Checker, expr: Expr, other: Value, otherExpr: Expr, scope: Scope): Value | null {
  if (isChoice(other)) return choice(c, expr, other.type, otherExpr, scope);
  if (isVersion(other) && (expr.is === "text" || expr.is === "quantity")) return versionLiteral(c, expr);
  if (isAbsence(expr) && named(c, expr, scope)) return absent(c, expr, otherExpr);
  const truth =
    other.is === "num" && other.type.is === "boolean" && named(c, expr, scope) ? truths.get(nameOf(expr)) : undefined;
  if (truth !== undefined) return misspelt(c, expr, truth);
  // Against a field of the user, a name in a `where` is surely meant for a field of the event.
  const isField = scope.event !== null && otherExpr.is === "path" && otherExpr.names.length > 1;
  if (other.is === "text" && !isField && named(c, expr, scope)) return quoteMissing(c, expr as Path, otherExpr);
  return c.value(expr, scope);
}

/** A name that is no value by itself. */
function named(c: Checker, expr: Expr, scope: Scope): boolean {
  return expr.is === "path" && !isValueName(c, expr, scope);
}

function isChoice(value: Value | null): value is NumValue & { readonly type: Choice } {
  return value?.is === "num" && value.type.is === "enum";
}

/** A choice by its name. A field of the same name gives way to the choice. */
function choice(c: Checker, expr: Expr, type: Choice, of: Expr, scope: Scope): Value | null {
  if (expr.is === "text") return textForMember(c, expr, type, of);
  const name = expr.is === "path" && expr.names.length === 1 ? expr.names[0] : undefined;
  if (!name) return c.value(expr, scope);
  const place = type.members.findIndex((member) => member.id === name.text);
  if (place >= 0) return plain(type, constant(place));
  if (isValueName(c, expr as Path, scope)) return c.value(expr, scope);
  if (isAbsence(expr)) return absent(c, expr, of);
  return unknownMember(c, name, type, of);
}

function unknownMember(
  c: Checker,
  name: { readonly text: string; readonly span: Expr["span"] },
  type: Choice,
  of: Expr,
): null {
  const byLabel = type.members.find((member) => member.label === name.text);
  const near = meant(name, idsOf(type.members));
  const suggestion = byLabel ? { span: name.span, text: byLabel.id } : near.suggestion;
  const lifecycle = of.is === "path" && of.names.length === 1 && c.catalogue.lifecycles.get(of.names[0]?.text ?? "");
  if (lifecycle && lifecycle.type === type) {
    const args = { name: name.text, lifecycle: lifecycle.node.name.text, exist: near.exist };
    return c.report.add("unknown-stage", name.span, args, { suggestion });
  }
  const args = { name: name.text, of: c.phrases.textOf(of.span), exist: near.exist };
  return c.report.add("unknown-member", name.span, args, { suggestion });
}

/** Choices are never written in quotes: a text that looks like one is reported with the choice that it seems to mean. */
function textForMember(c: Checker, expr: Expr & { readonly is: "text" }, type: Choice, of: Expr): null {
  const found = type.members.find((member) => member.id === expr.text || member.label === expr.text);
  const { exist, suggestion } = meant({ text: expr.text, span: expr.span }, idsOf(type.members));
  const write = found?.id ?? suggestion?.text ?? null;
  const args = { text: expr.text, of: c.phrases.textOf(of.span), write, exist };
  const edit = write === null ? null : { span: expr.span, text: write };
  return c.report.add("text-for-member", expr.span, args, { suggestion: edit });
}

function quoteMissing(c: Checker, expr: Path, of: Expr): null {
  const name = c.phrases.textOf(expr.span);
  if (nearest(name, ["known"]) !== null) return misspelt(c, expr, "known");
  const args = { name, of: c.phrases.textOf(of.span) };
  return c.report.add("member-for-text", expr.span, args, { suggestion: { span: expr.span, text: `"${name}"` } });
}

function nameOf(expr: Expr): string {
  return expr.is === "path" && expr.names.length === 1 ? (expr.names[0]?.text ?? "") : "";
}

function isAbsence(expr: Expr): boolean {
  return absences.has(nameOf(expr).toLowerCase());
}

/** `is null` asks for what `is not known` says. */
function absent(c: Checker, expr: Expr, of: Expr): null {
  const span = of.span.end < expr.span.start ? { ...expr.span, start: of.span.end + 1 } : expr.span;
  const written = c.phrases.textOf(span);
  const negated = /\bnot\b|!/.test(written);
  const right = negated ? "is known" : "is not known";
  const suggestion = span === expr.span ? null : { span, text: right };
  return c.report.add("use-known", expr.span, { written, right }, { suggestion });
}

function misspelt(c: Checker, expr: Expr, near: string): null {
  const written = c.phrases.textOf(expr.span);
  return c.report.add("misspelt", expr.span, { written, near }, { suggestion: { span: expr.span, text: near } });
}

function idsOf(members: readonly Member[]): string[] {
  return members.map((member) => member.id);
}
