import { formatClock, formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import { createDetails, type Details } from "../gate/details.js";
import type { FreshDetail } from "../gate/fresh.js";
import { type GateId, type GateSources } from "../gate/gates.js";
import { channelOf, offerOf } from "../gate/offer.js";
import type { ReachableDetail } from "../gate/reachable.js";
import { clauseCode } from "../gate/targeted.js";
import type { Hours, Program, Strategy } from "../program/program.js";
import { explainCap } from "./explain-cap.js";
import { explainChannel, explainChannels, explainRoom, isAllowed } from "./explain-channel.js";
import { explainClaims } from "./explain-claims.js";
import { explainAt, explainTouch, type Scene } from "./explain-scene.js";
import { shownKey } from "./limit-key.js";
import type { ExplainedChannel, ExplainedClaim, ExplainedGate, ExplainedHours } from "./explanation.js";

/**
 * Explains a gate. What it decided is worked out anew where that is possible, by interpreting tests and from what the gates tell in
 * detail, and must agree with the fold; how much of the stock was free, and the text of a message, are taken from the fold.
 */
export type GateExplainer = (gate: GateId, scene: Scene) => ExplainedGate;

/** A gate that has nothing to tell. */
export function plainGate(gate: GateId, outcome: ExplainedGate["outcome"], code: string | null): ExplainedGate {
  return { gate, outcome, code, clauses: [], channels: [], repeat: null };
}

/** What was found at a gate; `code` is `null` if it lets pass. */
type Finding = Partial<Omit<ExplainedGate, "gate" | "outcome">> & { readonly code: string | null };

export function createGateExplainer(sources: GateSources): GateExplainer {
  const { program } = sources;
  const details = createDetails(sources);
  let claims: readonly ExplainedClaim[] = [];

  function find(gate: GateId, scene: Scene): Finding {
    switch (gate) {
      case "due":
        return { code: scene.code, ...stateOf(program, scene) };
      case "targeted":
        return findWho(program, scene);
      case "allowed":
        return findAllowed(program, scene);
      case "assigned":
        return { code: null, ...assignmentOf(program, scene, details) };
      case "reachable":
        return scene.turn === "release"
          ? findStillReachable(program, scene)
          : findReachable(program, scene, details.reachable(scene.candidate));
      case "timely":
        return findTimely(program, scene, details);
      case "exclusive":
        return findExclusive(program, scene, details);
      case "fresh":
        // What is left is to be seen before `funded` takes of it.
        if (scene.code === null && scene.candidate.ghost === null)
          claims = explainClaims(program, scene.candidate, details.funded(scene.candidate));
        return findFresh(program, scene, details.fresh(scene.candidate));
      case "funded":
        return { code: scene.code, claims };
      case "composed": {
        const message = details.composed(scene.candidate);
        return message === null ? { code: scene.code } : { code: scene.code, message };
      }
    }
  }

  return (gate, scene) => {
    const found = find(gate, scene);
    return { ...plainGate(gate, found.code === null ? "passed" : "refused", found.code), ...found };
  };
}

function strategyOf(program: Program, { candidate }: Scene): Strategy {
  return program.strategies[candidate.strategy] as Strategy;
}

/** Of a strategy that starts when a state changes, the state; when a touch goes out, only what it is by then. */
function stateOf(program: Program, scene: Scene): Pick<ExplainedGate, "state"> {
  const { when } = strategyOf(program, scene);
  if (when.is !== "state" || scene.turn === "fallback") return {};
  const { before } = scene.candidate;
  const earlier = before < 0 ? null : explainAt(program, scene, when.state, before);
  return { state: { now: explainAt(program, scene, when.state), before: earlier } };
}

function findWho(program: Program, scene: Scene): Finding {
  const clauses = strategyOf(program, scene).who.map((test) => explainAt(program, scene, test));
  const failing = clauses.findIndex((clause) => !clause.holds);
  return { code: failing < 0 ? null : clauseCode(failing), clauses };
}

function findAllowed(program: Program, scene: Scene): Finding {
  const { stops, personal } = program.policy;
  const rules: NonNullable<ExplainedGate["rules"]>[number][] = stops.map((test) => ({
    rule: "stop",
    test: explainAt(program, scene, test),
  }));
  if (personal && strategyOf(program, scene).personal)
    rules.push({ rule: "personal", test: explainAt(program, scene, personal) });
  const channels = explainChannels(program, scene);
  const isStopped = rules.some(({ rule, test }) => rule === "stop" && test.holds);
  const isUnseen = rules.some(({ rule, test }) => rule === "personal" && !test.holds);
  const isSilent = channels.length > 0 && !channels.some(isAllowed);
  const code = isStopped ? "stop_listed" : isUnseen ? "not_personal" : isSilent ? "opted_out" : null;
  return { code, channels, rules };
}

function assignmentOf(program: Program, scene: Scene, details: Details): Pick<ExplainedGate, "assigned"> {
  // Whoever is followed up was assigned before.
  if (scene.turn !== "occurrence") return {};
  const { globalHoldout, holdout, split, ghost } = details.assigned(scene.candidate);
  const { variants } = strategyOf(program, scene);
  return {
    assigned: {
      ghost,
      global_holdout: globalHoldout,
      holdout,
      split: split && { bucket: split.bucket, variant: variants[split.variant]?.id ?? null },
    },
  };
}

function findReachable(program: Program, scene: Scene, detail: ReachableDetail): Finding {
  const channels = detail.channels.map((channel) => explainRoom(program, scene, channel));
  const reached = channels.filter((channel) => isAllowed(channel) && channel.reaches);
  const lacks = reached.map((channel) => lackOf(channel, scene));
  const code = lacks.includes(null) ? null : (lacks[0] ?? "unreachable");
  return { code, channels, order: { by: detail.byPreference ? "preferred" : "declared", least: detail.least } };
}

/** What keeps a channel that would reach from being used. */
function lackOf({ channel, caps, quota }: ExplainedChannel, { code }: Scene): string | null {
  const full = caps.find(({ n, touches }) => touches.length >= n);
  if (full) return `capped ${full.cap}`;
  if (quota === null) return null;
  const isSpent = quota.left === null ? code === `quota ${channel}` : quota.left < quota.amount;
  return isSpent ? `quota ${channel}` : null;
}

function findStillReachable(program: Program, scene: Scene): Finding {
  const channel = explainChannel(program, scene, channelOf(program, scene.candidate));
  return { code: isAllowed(channel) && channel.reaches ? null : "unreachable", channels: [channel] };
}

function findTimely(program: Program, { candidate }: Scene, details: Details): Finding {
  const { earliest, bestHour, sendAt, by } = details.timely(candidate);
  return {
    code: sendAt === null ? "quiet" : null,
    timing: {
      earliest: formatInstant(earliest),
      send_at: sendAt === null ? null : formatInstant(sendAt),
      by,
      window: explainHours(offerOf(program, candidate)?.send.window ?? null),
      quiet: explainHours(program.policy.quiet),
      best_hour: bestHour && { hour: bestHour.hour, evidence: bestHour.total, least: bestHour.least },
    },
  };
}

function explainHours(hours: Hours | null): ExplainedHours | null {
  return hours && { from: formatClock(hours.from), to: formatClock(hours.to), otherwise: hours.otherwise };
}

function findExclusive(program: Program, { candidate }: Scene, details: Details): Finding {
  const lost = details.exclusive(candidate);
  if (lost === null) return { code: null };
  const winner = { ...explainTouch(program, lost.touch), days: lost.days };
  return { code: `lost_to ${winner.strategy ?? ""}`, winner };
}

function findFresh(program: Program, scene: Scene, { repeat, limit, caps }: FreshDetail): Finding {
  const { candidate } = scene;
  const explained = caps.map((use) => explainCap(program, candidate, use));
  const full = explained.find(({ n, touches }) => touches.length >= n);
  const isEarly = repeat !== null && candidate.date < repeat.againFrom;
  const isLimited = limit !== null && limit.touches.length >= limit.n;
  return {
    code: isEarly ? "capped repeat" : isLimited ? "capped limit" : full ? `capped ${full.cap}` : null,
    repeat: repeat && {
      last: formatDate(repeat.last.date),
      again_from:
        repeat.againFrom === Number.POSITIVE_INFINITY ? null : formatDate(Math.max(repeat.againFrom, repeat.last.date)),
    },
    ...(limit && {
      limit: {
        n: limit.n,
        key: shownKey(program, strategyOf(program, scene), scene.candidate.limitKey),
        touches: limit.touches.map((touch) => explainTouch(program, touch)),
      },
    }),
    caps: explained,
  };
}
