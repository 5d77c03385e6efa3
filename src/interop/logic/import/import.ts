import type { Program } from "../../../program/program.js";
import { Problems, type Problem } from "../../problem.js";
import { shown } from "../../tree/read.js";
import { LOGIC_VERSION } from "../document.js";
import { printed } from "../saying.js";
import { condition } from "./condition.js";
import { createReading, Refused } from "./reader.js";
import { conjunction, type Truth } from "./truth.js";
import { worldOf } from "./world.js";

/** One rule in the words of the language. */
export interface ImportedRule {
  /** The strategy that it was exported from; `null` for a bare rule. */
  readonly strategy: string | null;
  /** What to write after `who`; `null` where the rule holds for everybody: then the clause is left out. */
  readonly who: string | null;
}

export interface ImportedLogic {
  /** Those that can be said. */
  readonly rules: readonly ImportedRule[];
  readonly problems: readonly Problem[];
}

/** JSON inside each other deeper than this is no rule that anybody wrote. */
const DEEPEST = 200;

/**
 * A rule, or the rules of what `export` wrote, as `who` clauses over the fields and facts of a program. What cannot be said
 * with exactly the meaning that JSON Logic gives it is told; nothing is thrown.
 */
export function importLogic(document: unknown, program: Program): ImportedLogic {
  const problems = new Problems();
  const world = worldOf(program);
  if (isTooDeep(document, DEEPEST)) {
    problems.add("nested-too-deep", "", { path: JSON.stringify(document).slice(0, 60) });
    return { rules: [], problems: problems.found };
  }
  const rules = rulesOf(document, problems).flatMap(({ strategy, path, parts }): ImportedRule[] => {
    const truths = parts.map((json, index) =>
      truthOf(json, parts.length === 1 && strategy === null ? "" : `${path}[${index}].rule`),
    );
    const sayable = truths.filter((each): each is Truth => each !== null);
    return sayable.length < truths.length ? [] : finished(strategy, conjunction(sayable), path);
  });

  function truthOf(json: unknown, path: string): Truth | null {
    try {
      return condition(createReading(world, problems, condition), { json, path });
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }

  function finished(strategy: string | null, truth: Truth, path: string): ImportedRule[] {
    if (truth === true) return [{ strategy, who: null }];
    if (truth !== false) return [{ strategy, who: printed(truth) }];
    problems.add("logic-never", path, { path, phrase: "" });
    return [];
  }

  return { rules, problems: problems.found };
}

interface Rule {
  readonly strategy: string | null;
  readonly path: string;
  readonly parts: readonly unknown[];
}

/** The rules of a document: its own, or those of the strategies in what was exported. */
function rulesOf(document: unknown, problems: Problems): readonly Rule[] {
  if (!isObject(document) || own(document, "touchline") === undefined)
    return [{ strategy: null, path: "", parts: [document] }];
  if (own(document, "touchline") !== "json-logic") {
    problems.add("other-document", "", { needs: "json-logic" });
    return [];
  }
  const version = own(document, "format_version");
  if (version !== LOGIC_VERSION) {
    problems.add("other-version", "format_version", { got: shown(version), version: LOGIC_VERSION });
    return [];
  }
  const strategies = own(document, "strategies");
  if (!Array.isArray(strategies)) {
    problems.add("wrong-json", "strategies", { path: "strategies", needs: "list", got: shown(strategies) });
    return [];
  }
  return strategies.flatMap((strategy: unknown, index): Rule[] => {
    const path = `strategies[${index}].who`;
    const who = isObject(strategy) ? own(strategy, "who") : undefined;
    const id = isObject(strategy) ? own(strategy, "id") : undefined;
    if (Array.isArray(who) && typeof id === "string")
      return [
        {
          strategy: id,
          path,
          parts: who.map((clause: unknown) => (isObject(clause) ? own(clause, "rule") : undefined)),
        },
      ];
    problems.add("wrong-json", path, { path, needs: "list", got: shown(who) });
    return [];
  });
}

type Plain = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(value: Plain, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}
