import { formatDate } from "../calendar/civil.js";
import { formatInstant } from "../calendar/instant.js";
import type { Candidate } from "../gate/candidate.js";
import { calendarWindow, fullest, type Sent } from "../gate/capacity.js";
import type { CapUse } from "../gate/cap-use.js";
import type { Cap, Program } from "../program/program.js";
import { explainTouch } from "./explain-scene.js";
import type { ExplainedCap } from "./explanation.js";

/** What fills a cap, and when the next touch would fit. */
export function explainCap(program: Program, candidate: Candidate, use: CapUse): ExplainedCap {
  const cap = program.policy.caps[use.cap] as Cap;
  return {
    cap: cap.name,
    n: cap.n,
    touches: use.touches.map((touch) => explainTouch(program, touch)),
    free_from: use.held < cap.n ? null : freeFrom(program, candidate, cap),
  };
}

/**
 * The first date, or instant, from that of the send on, at which one more touch fits: a window moves on when the touch that it starts
 * with falls out of it, or when its calendar unit ends. `null` if none is allowed ever.
 */
function freeFrom({ project }: Program, candidate: Candidate, cap: Cap): string | null {
  if (cap.n === 0) return null;
  const { window, channels } = cap;
  const counted = candidate.standing
    .touches(candidate.strategy, candidate.ghost)
    .filter(({ channel }) => channels === null || channels.includes(channel));
  const fits = (at: number): boolean =>
    fullest(window, counted, { sendAt: at, sendDate: at }, project.weekStarts).held < cap.n;
  const ends = counted.map((sent) => endAfter(cap, sent, project.weekStarts)).sort((one, other) => one - other);
  const start = window.is === "span" ? candidate.sendAt : candidate.sendDate;
  const free = ends.find((end) => end > start && fits(end));
  if (free === undefined) return null;
  return window.is === "span" ? formatInstant(free) : formatDate(free);
}

/** The first date, or instant, that lies in no window of the cap with a send before it. */
function endAfter({ window }: Cap, { sendAt, sendDate }: Sent, weekStarts: number): number {
  switch (window.is) {
    case "span":
      return sendAt + window.ms;
    case "days":
      return sendDate + window.n;
    default:
      return calendarWindow(window.is, sendDate, weekStarts)[1];
  }
}
