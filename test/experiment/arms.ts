import { compile } from "../../src/compile.js";
import { loadProgram, type LoadedProgram } from "../../src/index.js";

/** What one user in one arm did: how often they were touched (or would have been), and how often they bought within a day of it. */
export interface Outcome {
  readonly touches: number;
  readonly bought: number;
}

export function loaded(text: string): LoadedProgram {
  const { program, diagnostics } = compile([{ name: "experiment.touch", text }]);
  if (!program) throw new Error(diagnostics.map(({ code }) => code).join(", "));
  return loadProgram(program);
}

/** Numbers between 0 and 1 that are the same on every machine (mulberry32, a public-domain generator by Tommy Ettinger). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many standard errors the means of two samples lie apart. */
export function apart(left: readonly number[], right: readonly number[]): number {
  const [one, other] = [moments(left), moments(right)];
  return Math.abs(one.mean - other.mean) / Math.sqrt(one.variance / left.length + other.variance / right.length);
}

/** How many standard errors two ratios of sums lie apart, users being what varies (the variance is that of the linearized ratio). */
export function ratiosApart(left: readonly Outcome[], right: readonly Outcome[]): number {
  const [one, other] = [ratio(left), ratio(right)];
  return Math.abs(one.rate - other.rate) / Math.sqrt(one.variance + other.variance);
}

function ratio(users: readonly Outcome[]): { readonly rate: number; readonly variance: number } {
  const touches = users.reduce((sum, user) => sum + user.touches, 0);
  const rate = users.reduce((sum, user) => sum + user.bought, 0) / touches;
  const rests = users.map((user) => user.bought - rate * user.touches);
  return { rate, variance: rests.reduce((sum, rest) => sum + rest * rest, 0) / touches ** 2 };
}

function moments(sample: readonly number[]): { readonly mean: number; readonly variance: number } {
  const mean = sample.reduce((sum, x) => sum + x, 0) / sample.length;
  return { mean, variance: sample.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (sample.length - 1) };
}
