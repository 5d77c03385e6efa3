import type { Program } from "../../program/program.js";
import type { Json } from "../tree/write.js";
import type { ExportedFact, LogicExport, RefusedClause } from "./export.js";
import { factJson, typeJson } from "./fact-json.js";

/** The version of the form of `touchline export --to json-logic`. */
export const LOGIC_VERSION = 1;

/** What a fact is in sentences, by language. */
export type Sentences = (fact: ExportedFact) => { readonly en: string; readonly zh: string };

/**
 * The document of an export: what each fact is, and the rules that read them. A rule's `who` holds if all its parts do; in
 * the data each fact stands under its name, unknown ones as `null`.
 */
export function logicDocument(program: Program, exported: LogicExport, sentences: Sentences): Json {
  const { strategies, refused, facts } = exported;
  return {
    touchline: "json-logic",
    format_version: LOGIC_VERSION,
    facts: Object.fromEntries(facts.map((fact) => [fact.name, factEntry(program, fact, sentences)])),
    strategies: strategies.map(({ id, label, who }) => ({ id, label, who: who.map((clause) => ({ ...clause })) })),
    refused: refused.map(refusedEntry),
  };
}

function factEntry(program: Program, fact: ExportedFact, sentences: Sentences): Json {
  const { phrase, optional, type, limit } = fact;
  return {
    phrase,
    ...sentences(fact),
    ...typeJson(type),
    optional,
    ...(limit === null ? {} : { exact_up_to: limit }),
    fact: factJson(program, fact.fact),
  };
}

function refusedEntry({ strategy, clause, phrase, why }: RefusedClause): Json {
  return { strategy, clause, phrase, why: { ...why } };
}
