import type { Zone } from "../calendar/zone.js";
import type { Grants } from "../gate/grants.js";
import type { Agenda } from "../occur/agenda.js";
import { HorizonError } from "../occur/horizon-error.js";
import { compileOccurrences, type Occurrences } from "../occur/occurrences.js";
import type { Program } from "../program/program.js";
import type { Admitted } from "./door.js";
import { compileExactFacts, type ExactFacts } from "./exact-facts.js";
import type { FoldInput } from "./fold.js";
import { beyondHorizon } from "./horizon.js";
import { userWorld } from "./user-world.js";

/** A fold, without a place to put its results. */
export type Prepared = Omit<FoldInput, "sink">;

/** Finds what a fold needs besides a sink: what falls due, and the facts as of then. */
export function createPreparation(
  program: Program,
  createGrants: () => Grants,
): (admitted: Admitted, grants: Grants | undefined) => Prepared {
  const facts: ExactFacts = compileExactFacts(program);
  const occurrences = compileOccurrences(program);
  const agendaOf = rememberAgendas(occurrences);
  return (admitted, grants = createGrants()) => {
    const { user, zone, profile, events, entries, since, until, strategies } = admitted;
    const agenda = agendaOf(admitted);
    const frame = facts.compute({ zone, profile, events, asks: agenda.asks });
    const world = userWorld(facts, occurrences, admitted);
    return { user, zone, agenda, frame, firstRow: 0, entries, since, until, strategies, grants, world };
  };
}

/** Users are mostly decided over the same interval, one after the other: the last agenda of each zone is kept. */
function rememberAgendas(occurrences: Occurrences): (admitted: Admitted) => Agenda {
  const last = new Map<Zone, { since: number; until: number; agenda: Agenda }>();

  function shared({ zone, since, until, strategies }: Admitted): Agenda {
    if (strategies) return occurrences.shared(zone, since, until, strategies);
    const known = last.get(zone);
    if (known && known.since === since && known.until === until) return known.agenda;
    const agenda = occurrences.shared(zone, since, until);
    last.set(zone, { since, until, agenda });
    return agenda;
  }

  return (admitted) => {
    const { since, until, strategies } = admitted;
    try {
      return occurrences.of(admitted, shared(admitted), since, until, strategies);
    } catch (error) {
      throw error instanceof HorizonError ? beyondHorizon(error) : error;
    }
  };
}
