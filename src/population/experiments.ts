import type { Decision, Ghost } from "../decide/decision.js";
import type { Holdout, Program, Strategy } from "../program/program.js";
import { chiSquareTail } from "./chi-square.js";
import type { ExperimentArm, ExperimentPlan } from "./plan-result.js";

/** Counts, user by user, who is in which arm of which holdout and split. */
export interface Experiments {
  /** Takes what became of one user: touches, and ghosts. */
  count(decisions: readonly Decision[], ghosts: readonly Ghost[]): void;
  result(): ExperimentPlan[];
}

/** The arm of a user, from all that passed the gates for them; `null` if they have no part in it. */
type ArmOf = (decisions: readonly Decision[], ghosts: readonly Ghost[]) => string | null;

interface Experiment {
  readonly plan: Omit<ExperimentPlan, "arms" | "p">;
  readonly arms: readonly Omit<ExperimentArm, "users">[];
  readonly users: Map<string, number>;
  readonly armOf: ArmOf;
}

export function createExperiments(program: Program): Experiments {
  const experiments = [
    ...everybody(program),
    ...program.sets.flatMap(({ id, holdout }) => heldOut("set", id, holdout, (one) => one.set === id)),
    ...program.strategies.flatMap(({ id, holdout }) => heldOut("strategy", id, holdout, (one) => one.strategy === id)),
    ...program.strategies.flatMap(split),
  ];
  return {
    count(decisions, ghosts) {
      if (decisions.length === 0 && ghosts.length === 0) return;
      for (const { armOf, users } of experiments) {
        const arm = armOf(decisions, ghosts);
        if (arm !== null) users.set(arm, (users.get(arm) ?? 0) + 1);
      }
    },
    result: () =>
      experiments.map(({ plan, arms, users }) => {
        const counted = arms.map((arm) => ({ ...arm, users: users.get(arm.id) ?? 0 }));
        return { ...plan, arms: counted, p: sampleRatio(counted) };
      }),
  };
}

function everybody({ policy }: Program): Experiment[] {
  const { holdout, id } = policy;
  if (!holdout) return [];
  const armOf: ArmOf = (_, ghosts) =>
    ghosts.some(({ reason }) => reason === "global_holdout") ? "held_out" : "treated";
  return [experiment("policy", id ?? "", "holdout", holdoutArms(holdout, "global_holdout"), armOf)];
}

type Concerned = (one: Decision | Ghost) => boolean;

/** Who is held out from everything has no part in other experiments. */
function heldOut(of: "set" | "strategy", id: string, holdout: Holdout | null, concerns: Concerned): Experiment[] {
  if (!holdout) return [];
  const armOf: ArmOf = (decisions, ghosts) => {
    const own = ghosts.filter((ghost) => concerns(ghost) && ghost.reason !== "global_holdout");
    if (own.some(({ reason }) => reason === "holdout")) return "held_out";
    return own.length > 0 || decisions.some(concerns) ? "treated" : null;
  };
  return [experiment(of, id, "holdout", holdoutArms(holdout, "holdout"), armOf)];
}

function split({ id, split: own, variants }: Strategy): Experiment[] {
  if (!own) return [];
  const arms = variants.map(({ id: variant, label, shares, offer }) => ({
    id: variant ?? "",
    label,
    share: shares.at(-1) as number,
    ghost: offer === null ? ("control" as const) : null,
  }));
  const armOf: ArmOf = (decisions, ghosts) => {
    const one =
      decisions.find(({ strategy }) => strategy === id) ??
      ghosts.find(({ strategy, reason }) => strategy === id && reason === "control");
    return one?.variant ?? null;
  };
  return [experiment("strategy", id, "split", arms, armOf)];
}

function experiment(
  of: ExperimentPlan["of"],
  id: string,
  is: ExperimentPlan["is"],
  arms: Experiment["arms"],
  armOf: ArmOf,
): Experiment {
  return { plan: { of, id, is }, arms, users: new Map(), armOf };
}

function holdoutArms({ share }: Holdout, ghost: ExperimentArm["ghost"]): Experiment["arms"] {
  return [
    { id: "treated", label: null, share: 10_000 - share, ghost: null },
    { id: "held_out", label: null, share, ghost },
  ];
}

/** With fewer users the test says nothing. */
const LEAST_USERS = 20;

/** Pearson's chi-square test of the arms' sizes against their shares; arms without a share are left out. */
function sampleRatio(arms: readonly ExperimentArm[]): number | null {
  const open = arms.filter(({ share }) => share > 0);
  const users = open.reduce((sum, arm) => sum + arm.users, 0);
  const shares = open.reduce((sum, { share }) => sum + share, 0);
  if (users < LEAST_USERS || open.length < 2) return null;
  const distance = open.reduce((sum, arm) => {
    const expected = (users * arm.share) / shares;
    return sum + (arm.users - expected) ** 2 / expected;
  }, 0);
  return chiSquareTail(distance, open.length - 1);
}
