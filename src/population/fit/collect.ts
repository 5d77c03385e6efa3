import { createEnvironment } from "../../evaluate/environment.js";
import type { Environment, NumReader } from "../../evaluate/reader.js";
import { compileTest } from "../../evaluate/test.js";
import { compileNum } from "../../evaluate/value.js";
import type { Fit, Program } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import { dataError, nowhere } from "../data-error.js";
import type { SurveyBlock } from "../survey.js";
import { wholeScore } from "./exact.js";

/** What was collected over everybody for one fit. */
export type Collected =
  | { readonly is: "share"; readonly users: number; readonly among: number }
  /** The members' scores in whole stored units: a column per score, in the order of the users' ids. */
  | { readonly is: "scores"; readonly columns: readonly Float64Array[]; readonly members: number };

export interface Collector {
  take(block: SurveyBlock): void;
  result(): Collected;
}

/** Collects what a fit is found from; `null` for periods, which the database counts. */
export function collectorOf(program: Program, fit: Fit): Collector | null {
  const environment = createEnvironment(program);
  switch (fit.is) {
    case "period":
      return null;
    case "share":
      return shareCollector(fit, environment);
    case "value":
    case "groups":
      return scoreCollector(program, fit, environment);
  }
}

function shareCollector({ who, among }: Extract<Fit, { is: "share" }>, environment: Environment): Collector {
  const isAmong = among && compileTest(among, environment);
  const passes = compileTest(who, environment);
  let [users, all] = [0, 0];
  return {
    take({ ids, frame, row }) {
      for (let user = 0; user < ids.length; user++) {
        const at = row(user, 0);
        if (isAmong && !isAmong(frame, at)) continue;
        all++;
        if (passes(frame, at)) users++;
      }
    },
    result: () => ({ is: "share", users, among: all }),
  };
}

type ScoredFit = Extract<Fit, { is: "value" | "groups" }>;

function scoreCollector(program: Program, fit: ScoredFit, environment: Environment): Collector {
  const of = program.lifecycles[fit.lifecycle]?.of ?? null;
  const isMember = of && compileTest(of, environment);
  const readers = fit.scores.map(({ value }) => compileNum(value, environment));
  const blocks: Float64Array[][] = [];
  return {
    take({ ids, frame, row }) {
      const rows: number[] = [];
      for (let user = 0; user < ids.length; user++) {
        const at = row(user, 0);
        if (!isMember || isMember(frame, at)) rows.push(at);
      }
      blocks.push(
        readers.map((reader, score) => Float64Array.from(rows, (at) => storedScore(fit, score, reader, frame, at))),
      );
    },
    result: () => {
      const columns = fit.scores.map((_, score) => joined(blocks.map((block) => block[score] as Float64Array)));
      return { is: "scores", columns, members: columns[0]?.length ?? 0 };
    },
  };
}

function storedScore(fit: ScoredFit, place: number, read: NumReader, frame: SurveyBlock["frame"], row: number): number {
  const score = fit.scores[place];
  const value = read(frame, row);
  if (!score || !value) throw new RangeError(`the score at place ${place} of \`${fit.id}\` is unknown for a member`);
  const whole = Number(wholeScore(value, storedPer(score.type), score.better ?? "higher"));
  if (Number.isSafeInteger(whole)) return whole;
  throw dataError("data-sum-too-large", nowhere, { phrase: `${fit.id}.${score.id}` }, null);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
