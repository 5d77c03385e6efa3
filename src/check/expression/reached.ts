import type { Name, Process, Reached } from "../../syntax/tree.js";
import type { Checker, Scope } from "../checker.js";
import { exist, meant } from "../report.js";
import { type CheckedTest, failed } from "../value.js";
import { areKept, taken, takenClaims } from "./steps.js";
import { stepNames } from "./step-name.js";
import { tailOf } from "./tail.js";
import { windowOf } from "./window.js";

/** `reached confirm of recharge in the last 7 days but not password`: the steps of a process up to one, and not up to another. */
export function reached(c: Checker, expr: Reached, scope: Scope): CheckedTest {
  if (scope.event) {
    c.report.add("where-needs-fields", expr.span, { text: c.phrases.textOf(expr.span) });
    return failed;
  }
  const window = windowOf(c, expr.window, expr.span, scope);
  const process = processOf(c, expr.process);
  if (!process) return failed;
  const step = placeOf(c, process, expr.step);
  const other = expr.butNot && placeOf(c, process, expr.butNot);
  if (step === null || (expr.butNot && other === null) || !window) return failed;
  // What is wrong with the steps is reported where the process is declared.
  const steps = c.steps(process.name.text);
  const last = other ?? step;
  if (!steps || !areKept(c, steps.slice(0, last + 1), window, expr.span)) return failed;
  const said = c.phrases.said(expr.span);
  const test = taken(c, steps.slice(0, step + 1), window, said);
  const claims = takenClaims(steps.slice(0, step + 1), window);
  if (!expr.butNot || other === null) return { test, whenTrue: claims, whenFalse: [] };
  if (other <= step) return notLater(c, expr, expr.butNot, process, step);
  const tail = tailOf(window);
  if (!tail) {
    const text = expr.window ? c.phrases.textOf(expr.window.span) : "";
    c.report.add("without-before", expr.butNot.span, { text, other: expr.butNot.text });
    return failed;
  }
  const later = c.phrases.said(expr.butNot.span);
  const further = taken(c, steps.slice(0, other + 1), tail, later);
  const stalled = { is: "and", parts: [test, { is: "not", part: further, said: later }], said } as const;
  return { test: stalled, whenTrue: claims, whenFalse: [] };
}

/** The process that a name stands for. */
export function processOf(c: Checker, name: Name): Process | null {
  const { processes } = c.catalogue;
  const entry = processes.get(name.text);
  if (entry) return entry.node;
  const near = meant(name, processes.keys());
  const args = { name: name.text, exist: near.exist };
  return c.report.add("unknown-process", name.span, args, { suggestion: near.suggestion });
}

/** The place of a step in its process. */
export function placeOf(c: Checker, process: Process, name: Name): number | null {
  const names = stepNames(process).map(({ text }) => text);
  const place = names.indexOf(name.text);
  if (place >= 0) return place;
  const near = meant(name, names);
  const args = { name: name.text, process: process.name.text, exist: near.exist };
  return c.report.add("unknown-step", name.span, args, { suggestion: near.suggestion });
}

function notLater(c: Checker, expr: Reached, name: Name, process: Process, step: number): CheckedTest {
  const later = stepNames(process).slice(step + 1);
  c.report.add("step-order", name.span, {
    step: expr.step.text,
    butNot: name.text,
    process: process.name.text,
    later: exist(later.map(({ text }) => text)),
  });
  return failed;
}
