import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Calibration } from "../program/calibration.js";
import type { Analysis, Calendar, Program, Strategy } from "../program/program.js";
import type { File } from "../syntax/tree.js";
import type { Source } from "../text/source.js";
import { ownFaults } from "./blame.js";
import { CalendarUse } from "./calendar-use.js";
import type { Catalogue } from "./catalogue.js";
import type { Checker } from "./checker.js";
import { definitions } from "./definitions.js";
import { declare } from "./declare.js";
import { productStage } from "./declaration/aim.js";
import { benefits } from "./declaration/benefit.js";
import { channel } from "./declaration/channel.js";
import { costs } from "./declaration/cost.js";
import { event } from "./declaration/event.js";
import { expectation } from "./declaration/expectation.js";
import { goal } from "./declaration/goal.js";
import { lifecycle } from "./declaration/lifecycle.js";
import { linesOf } from "./declaration/line.js";
import { type CheckedMaterial, material } from "./declaration/material.js";
import { metricsOf } from "./declaration/metric.js";
import { modelEvent } from "./declaration/model-tag.js";
import { declaredProcess } from "./declaration/process.js";
import { project } from "./declaration/project.js";
import { Materials } from "./declaration/material-choice.js";
import { operatingPoint } from "./declaration/operating-point.js";
import { policy } from "./declaration/policy.js";
import { distinctSalts } from "./declaration/salts.js";
import { keepSplits } from "./declaration/running-split.js";
import { strategySet } from "./declaration/set.js";
import { strategy } from "./declaration/strategy.js";
import { strategyTag } from "./declaration/strategy-tag.js";
import { exclusions } from "./declaration/exclusive.js";
import { tag } from "./declaration/tag.js";
import { user } from "./declaration/user.js";
import { test, value } from "./expression/expression.js";
import { type Definition, inOrderOfNeed } from "./need.js";
import { FactTable } from "./fact-table.js";
import { fits } from "./fits.js";
import { Phrases } from "./phrases.js";
import { prove } from "./proof/prove.js";
import { Report } from "./report.js";

/** A checked project: a program, or what is wrong with it. */
export interface Checked {
  /** `null` when there is any error. */
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CheckOptions {
  /** What reading the files reported: what merely follows from that is not reported again. */
  readonly broken?: readonly Diagnostic[];
  /** Of two with one id the first counts. */
  readonly calendars?: readonly Calendar[];
  /** What was found in the population; what was found for another definition does not count. */
  readonly calibrations?: readonly Calibration[];
  /** The program that decides now: splits may change only as `was` says. */
  readonly running?: Program | null;
  /** Whether to report what takes a proof; `true` if absent. */
  readonly prove?: boolean;
}

/** Resolves every name and type of a project. The program depends on the files' order only in the order of what it lists. */
export function check(
  files: readonly File[],
  sources: readonly Source[],
  { broken = [], calendars = [], calibrations = [], running = null, prove: proves = true }: CheckOptions = {},
): Checked {
  const report = new Report();
  const catalogue = declare(report, files);
  const checker: Checker = {
    catalogue,
    report,
    facts: new FactTable(),
    phrases: new Phrases(sources, files),
    calendar: new CalendarUse(report, catalogue.project, calendars),
    calibrations: new Map(calibrations.map((each) => [each.id, each])),
    test: (expr, scope) => test(checker, expr, scope),
    value: (expr, scope) => value(checker, expr, scope),
    ...definitions(() => checker),
  };
  complete(report, catalogue);
  inOrderOfNeed(catalogue, ({ is, name }) => needed[is](checker, name));
  const program = programOf(checker);
  const isSound = (): boolean => !report.diagnostics.some(({ severity }) => severity === "error");
  if (program && proves && isSound()) prove(checker, program);
  if (program && running && isSound()) keepSplits(checker, running, program);
  const sound = broken.length === 0 && isSound();
  return { program: sound ? program : null, diagnostics: ownFaults(report.diagnostics, broken, files) };
}

const needed: { readonly [D in Definition["is"]]: (c: Checker, name: string) => unknown } = {
  tag: (c, name) => c.tag(name, null),
  lifecycle: (c, name) => c.division(name, null),
  measure: (c, name) => c.measure(name, null),
};

/** Says what the project as a whole lacks; an empty one lacks everything, so that is said alone. */
function complete(report: Report, catalogue: Catalogue): void {
  const { strategies, sets, userNode, start } = catalogue;
  if (strategies.size === 0 && sets.size === 0) report.add("empty-project", catalogue.project?.name.span ?? start, {});
  if (strategies.size === 0 && !catalogue.project && !userNode) return;
  if (!catalogue.project) report.add("missing-project", start, {});
  if (!userNode) report.add("missing-user", start, {});
}

/** The parts in an order in which each finds what it needs: materials before the strategies that use them. */
function programOf(c: Checker): Program | null {
  const { catalogue } = c;
  const settings = catalogue.project && project(c, catalogue.project);
  const schema = catalogue.userNode && catalogue.user && user(c, catalogue.userNode, catalogue.user);
  const tags = all(catalogue.tags, (node) => tag(c, node));
  const done = [...catalogue.events.values()].map((entry) => event(c, entry));
  const events = [...done, ...[...catalogue.models.values()].flatMap((entry) => modelEvent(entry) ?? [])];
  const maps = all(catalogue.maps, (node) => c.map(node.name.text));
  for (const name of catalogue.processes.keys()) c.steps(name);
  const lifecycles = all(catalogue.lifecycles, (node) => lifecycle(c, node));
  const channels = all(catalogue.channels, (node) => channel(c, node));
  const given = benefits(c);
  const goals = all(catalogue.goals, (node) => goal(c, node));
  const checked = new Map([...catalogue.materials].map(([id, { node }]) => [id, material(c, node)]));
  const strategyTags = all(catalogue.strategyTags, (node) => strategyTag(c, node));
  const rules = policy(c, catalogue.policy);
  const sets = all(catalogue.sets, (node) => strategySet(c, node));
  const strategies = strategiesOf(c, checked);
  // The user's locale chooses the text of a message, so it must be known even where no strategy names it.
  const locale = schema?.locale ?? null;
  if (locale !== null && checked.size > 0) c.facts.column({ is: "profile", field: locale });
  // What decides has asked for all that it reads.
  c.facts.seal();
  const analysis = analysisOf(c);
  if (!settings || !schema || !rules) return null;
  return {
    project: settings,
    user: schema,
    events,
    facts: c.facts.deciding,
    phrases: c.phrases.list,
    tags,
    strategyTags,
    maps,
    lifecycles,
    channels,
    benefits: given.flatMap((each) => each ?? []),
    materials: [...checked.values()].flatMap((each) => each.material ?? []),
    goals,
    calendar: c.calendar.used,
    policy: rules,
    points: all(catalogue.points, operatingPoint),
    sets,
    strategies,
    analysis,
  };
}

/** What looks at the population; nothing of it decides. */
function analysisOf(c: Checker): Analysis {
  const { catalogue } = c;
  const metrics = metricsOf(c);
  const analysed = {
    productStage: productStage(c, catalogue.project?.stage ?? null),
    fits: fits(c),
    metrics,
    processes: all(catalogue.processes, (node) => declaredProcess(c, node)),
    expectations: catalogue.expectations.flatMap((node) => expectation(c, node) ?? []),
    lines: linesOf(c, metrics),
    costs: costs(c, catalogue.costs),
  };
  return { ...analysed, facts: c.facts.analysing };
}

/** All that can touch a user, with what they say about each other. */
function strategiesOf(c: Checker, checked: ReadonlyMap<string, CheckedMaterial>): Strategy[] {
  const materials = new Materials(c, checked);
  const exclusive = exclusions(c);
  const strategies = [...c.catalogue.strategies.values()].flatMap(
    (entry) => strategy(c, entry, materials, exclusive) ?? [],
  );
  materials.reportUnused();
  distinctSalts(c);
  return strategies;
}

function all<Node, Made>(
  entries: ReadonlyMap<string, { readonly node: Node }>,
  make: (node: Node) => Made | null,
): Made[] {
  return [...entries.values()].flatMap(({ node }) => {
    const made = make(node);
    return made === null ? [] : [made];
  });
}
