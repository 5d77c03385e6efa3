import type { Program } from "../program/program.js";
import { type BestHourDetail, compileBestHour } from "./best-hour.js";
import type { Candidate, Gate, SendReason } from "./candidate.js";
import { offerOf } from "./offer.js";
import { sendTime } from "./send-time.js";

/** When a touch would go out, and why. */
export interface TimelyDetail {
  readonly earliest: number;
  /** `null` if the strategy does not ask for it. */
  readonly bestHour: BestHourDetail | null;
  /** `null` if no instant is allowed. */
  readonly sendAt: number | null;
  /** What moved it last, or what forbids it. */
  readonly by: SendReason;
}

/** Refuses with `quiet` what the send window and the quiet hours let go out at no instant. `reachable` has worked that out. */
export const timely: Gate = ({ sendAt }) => (Number.isNaN(sendAt) ? "quiet" : null);

/** Writes when the candidate would be sent; `NaN` if no instant is allowed. */
export function compileSend(program: Program): (candidate: Candidate) => void {
  const detail = timelyDetail(program);
  return (candidate) => {
    const { sendAt, by } = detail(candidate);
    candidate.sendAt = sendAt ?? Number.NaN;
    candidate.sendDate = sendAt === null ? Number.NaN : candidate.zone.dateAt(sendAt);
    candidate.sendBy = by;
  };
}

export function timelyDetail(program: Program): (candidate: Candidate) => TimelyDetail {
  const bestHourOf = compileBestHour(program);
  const { quiet } = program.policy;
  return (candidate) => {
    const send = offerOf(program, candidate)?.send;
    const bestHour = send?.bestHour ? bestHourOf(candidate, send.bestHour) : null;
    const { zone, earliest } = candidate;
    const { at, by } = sendTime(zone, { window: send?.window ?? null, quiet }, earliest, bestHour?.hour ?? null);
    return { earliest, bestHour, sendAt: at, by };
  };
}
