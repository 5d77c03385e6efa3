import type { World } from "../decide/fold.js";
import type { Frame } from "../evaluate/frame.js";
import type { Ask } from "../facts/ask.js";
import type { FactFrame } from "../facts/fact-frame.js";
import { compileFacts } from "../facts/plan.js";
import type { Agenda } from "../occur/agenda.js";
import { compileOccurrences } from "../occur/occurrences.js";
import type { Program } from "../program/program.js";
import { checkTotal } from "./exact-total.js";
import type { ToldUser } from "./told-user.js";

/** What a fold is given about one user whose history is whole. Good until the next user. */
export interface OwnAgenda {
  readonly agenda: Agenda;
  /** The facts at the agenda's asks; `null` if the agenda is the one that all users of the zone share. */
  readonly frame: Frame | null;
  readonly world: World;
}

/** What is known of a user at the asks of the agenda that all users of the zone share. */
export interface SharedRows {
  readonly agenda: Agenda;
  readonly frame: Frame;
  readonly firstRow: number;
}

/** Adds to the shared agenda of a user's zone what falls due by the user's own history, and answers what the fold asks besides. */
export type OwnAgendas = (told: ToldUser, shared: SharedRows) => OwnAgenda;

export function createOwnAgendas(
  program: Program,
  { since, until }: { readonly since: number; readonly until: number },
  chosen: ReadonlySet<number> | undefined,
): OwnAgendas {
  const occurrences = compileOccurrences(program);
  const factsOf = createOwnFacts(program);
  const factsOfWorld = createOwnFacts(program);
  return (told, shared) => {
    const agenda = occurrences.of(told, shared.agenda, since, until, chosen);
    return {
      agenda,
      frame: agenda === shared.agenda ? null : factsOf(told, agenda.asks),
      world: {
        factsAt: (ask, strategy) => known(told, shared, ask, strategy) ?? { frame: factsOfWorld(told, [ask]), row: 0 },
        triggerOf: (strategy, occurrence) => occurrences.triggerOf(told, strategy, occurrence),
        stillDue: (strategy, trigger, at) => occurrences.stillDue(told, strategy, trigger, at),
      },
    };
  };
}

/**
 * The row of an ask that differs from a shared one in nothing: between an occurrence and its sending, most often nothing becomes
 * visible. `null` if there is none. A shared row holds what the strategies read that fall due there, so it must be one of them that asks.
 */
function known(
  told: ToldUser,
  { agenda, frame, firstRow }: SharedRows,
  { now, until, upTo, trigger }: Ask,
  strategy: number,
): { readonly frame: Frame; readonly row: number } | null {
  if (trigger !== null || upTo !== Number.POSITIVE_INFINITY) return null;
  const due = agenda.occurrences.find((one) => one.strategy === strategy && agenda.asks[one.at]?.now === now);
  if (!due || becomesVisible(told, now, until)) return null;
  return { frame, row: firstRow + due.at };
}

/** Whether some event becomes visible after one instant, up to another. */
function becomesVisible({ events }: ToldUser, after: number, until: number): boolean {
  for (const history of events) {
    if (!history) continue;
    for (let row = history.from; row < history.to; row++) {
      const visible = history.visibleFrom[row] as number;
      if (visible > after && visible <= until) return true;
    }
  }
  return false;
}

/** Facts at any asks, in a frame that is written anew each time. */
function createOwnFacts(program: Program): (told: ToldUser, asks: readonly Ask[]) => Frame {
  const facts = compileFacts(program);
  const totals = program.facts.flatMap((fact, place) => (fact.is === "sum" ? [place] : []));
  let frame: FactFrame = facts.frame(0);
  return (told, asks) => {
    if (frame.rows < asks.length) frame = facts.frame(asks.length * 2);
    facts.write({ ...told, asks }, frame, 0);
    for (const place of totals)
      checkTotal(program, (frame.columns[place] as Float64Array).subarray(0, asks.length), place);
    return frame;
  };
}
