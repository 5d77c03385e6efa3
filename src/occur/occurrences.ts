import { isInstant } from "../calendar/instant.js";
import type { Zone } from "../calendar/zone.js";
import { whereEnvironment } from "../evaluate/environment.js";
import type { Environment, Profile } from "../evaluate/reader.js";
import type { Trigger } from "../facts/ask.js";
import { noEvents } from "../facts/log.js";
import type { Program } from "../program/program.js";
import { compileAbsence } from "./absence.js";
import { type Agenda, emptyAgenda } from "./agenda.js";
import { compileAnniversary } from "./anniversary.js";
import { compileHappens } from "./happens.js";
import { createMerge } from "./merge.js";
import { compileNth } from "./nth.js";
import type { OccurrenceUser, OwnSource } from "./own.js";
import { compileShared } from "./shared.js";
import { compileStall } from "./stall.js";
import { compileState } from "./state.js";

/** The occurrences of a program's strategies. Holds working memory: one call at a time. */
export interface Occurrences {
  /**
   * What falls due in `(since, until]` for all users of a zone, for all strategies or for those at the given places. Empty unless
   * `since` is before `until`; throws a `RangeError` where one of them is no instant of the years 1 to 9999, and a `HorizonError`
   * where a calendar does not know.
   */
  shared(zone: Zone, since: number, until: number, strategies?: ReadonlySet<number>): Agenda;
  /** The strategies whose occurrences depend on the user's own history or profile, and so are not in the shared agenda. */
  readonly own: ReadonlySet<number>;
  /** What falls due for a user: `agenda`, the shared one of the same zone, interval and strategies, with what is the user's own. */
  of(user: OccurrenceUser, agenda: Agenda, since: number, until: number, strategies?: ReadonlySet<number>): Agenda;
  /** The event that started an occurrence, by its key; `null` if none did, or the user has no such event. */
  triggerOf(user: OccurrenceUser, strategy: number, key: string): Trigger | null;
  /**
   * Whether an occurrence that says that something did not happen still says so, by what can be seen at an instant; true of all others.
   */
  stillDue(user: OccurrenceUser, strategy: number, trigger: Trigger | null, until: number): boolean;
}

export function compileOccurrences(program: Program): Occurrences {
  let profile: Profile = [];
  const environment = whereEnvironment(program, { profile: () => profile, trigger: () => null });
  const shared = program.strategies.map((strategy, place) => compileShared(program, strategy, place));
  const own = program.strategies.map((_, place) => compileOwn(program, place, environment));
  const merge = createMerge(program);
  return {
    shared(zone, since, until, strategies) {
      if (!isInstant(since) || !isInstant(until)) throw new RangeError("an agenda needs two instants");
      const asked = shared.filter((_, place) => !strategies || strategies.has(place));
      return merge(
        emptyAgenda,
        asked.flatMap((source) => source?.(zone, since, until) ?? []),
      );
    },
    own: new Set(own.flatMap((source, place) => (source ? [place] : []))),
    of(user, agenda, since, until, strategies) {
      profile = user.profile;
      const asked = own.filter((_, place) => !strategies || strategies.has(place));
      return merge(
        agenda,
        asked.flatMap((source) => source?.dues(user, since, until) ?? []),
      );
    },
    triggerOf({ events }, strategy, key) {
      const event = own[strategy]?.triggers ?? null;
      if (event === null) return null;
      const { ids, from, to } = events[event] ?? noEvents;
      for (let row = from; row < to; row++) if (ids[row] === key) return { event, row };
      return null;
    },
    stillDue(user, strategy, trigger, until) {
      profile = user.profile;
      return trigger === null || (own[strategy]?.stillDue(user, trigger, until) ?? true);
    },
  };
}

function compileOwn(program: Program, place: number, environment: Environment): OwnSource | null {
  const strategy = program.strategies[place] as Program["strategies"][number];
  const { when } = strategy;
  switch (when.is) {
    case "anniversary":
      return compileAnniversary(program, strategy, when, place);
    case "happens":
      return compileHappens(when, environment, place);
    case "absence":
      return compileAbsence(when, environment, place);
    case "nth":
      return compileNth(when, environment, place);
    case "stall":
      return compileStall(when, environment, place);
    case "state":
      return when.minute === null ? compileState(when, place) : null;
    default:
      return null;
  }
}
