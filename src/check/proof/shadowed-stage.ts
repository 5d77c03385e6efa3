import type { Checker } from "../checker.js";
import { type Clause, clauseOf, conflictOf, solveAll } from "./clause.js";
import type { Users } from "./user-ground.js";

/**
 * A stage in which nobody can be, since those before it take them all, or its own test never holds. Of values and groups it is a
 * warning: what was found in the population may change.
 */
export function shadowedStages(c: Checker, { search }: Users): void {
  for (const [name, { node }] of c.catalogue.lifecycles) {
    const { of, stages } = c.division(name, null);
    const names = node.is === "groups" ? node.groups : node.is === "value" ? node.tiers : node.stages;
    const about = of?.test ? [clauseOf(c, of.test)] : [];
    const denied: Clause[] = [];
    stages.forEach(({ test }, at) => {
      const stage = names[at]?.name;
      if (!test || !stage) return;
      const own: Clause = { goals: [{ is: "test", test, want: true }], text: stage.text, span: stage.span, test };
      const all = [...about, ...denied, own];
      if (solveAll(search, all).is === "dead") {
        const conflict = conflictOf(search, all);
        const before = conflict.filter((each) => denied.includes(each));
        const related = before.flatMap(({ span }) => span ?? []);
        const args = { stage: stage.text, lifecycle: name, before: before.map(({ text }) => text) };
        const severity = node.is === "lifecycle" ? "error" : "warning";
        c.report.add("shadowed-stage", stage.span, args, { severity, related });
      }
      denied.push({ goals: [{ is: "test", test, want: false }], text: stage.text, span: stage.span, test: null });
    });
  }
}
