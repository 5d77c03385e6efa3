/** When the strategies of the shop look at somebody, as SQL over the raw rows: for each user, local times. */
import { churned, count, dormant, lastDays } from "./shop-phrases.js";

export interface Said {
  /** Rows of the user, the local time to look at, the key of the occurrence, what `limit` counts by, and an amount of the event. */
  readonly asks: string;
  /** Only what happened so long before the ask matters; all of it if absent. */
  readonly back?: string;
  /** The parts of `who`, in order. */
  readonly clauses: readonly string[];
  /** What the chain needs, in order: the name of the channel, which is also whom it reaches. */
  readonly chain: readonly string[];
  /** The days that must lie between two touches: 0 always. */
  readonly repeat: number;
}

export const never = Number.POSITIVE_INFINITY;

const plain = "null as subject, null::decimal(18, 2) as worth";

/** At a clock time of the dates `day` that pass a test. */
export const on = (clock: string, test = "true"): string => `
  select user_id, day + interval ${minutesOf(clock)} minute as local_now, strftime(local_now, '%Y-%m-%dT%H:%M') as occurrence, ${plain}
  from people, days where ${test}`;

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

export const dates = (...list: readonly string[]): string =>
  list.map((date) => `day::date = date '${date}'`).join(" or ");
export const weekday = (name: string): string => `dayname(day) = '${name}'`;
export const thursday = weekday("Thursday");

// The notice of the State Council for 2026 has these days off in May and June, and one Saturday that is worked.
const daysOff = `day::date between date '2026-05-01' and date '2026-05-05' or day::date between date '2026-06-19' and date '2026-06-21'`;
const worked = dates("2026-05-09");
export const calendarDays = {
  holiday: daysOff,
  makeup: worked,
  workday: `(isodow(day) <= 5 and not (${daysOff})) or ${worked}`,
} as const;

/** Every full hour. */
export const hourly = `
  select user_id, day + to_hours(hour) as local_now, strftime(local_now, '%Y-%m-%dT%H:%M') as occurrence, ${plain}
  from people, days, range(24) h(hour)`;

/** The same, of a festival: there the key is the date alone. */
export const onDate = (clock: string, date: string): string => `
  select user_id, day + interval ${minutesOf(clock)} minute as local_now, day::date::varchar as occurrence, ${plain}
  from people, days where ${dates(date)}`;

/** So many days after a date of the year, at a clock time. Nobody was born on a day that May and June of 2026 do not have. */
export const anniversary = (clock: string, days: number): string => `
  select user_id, make_date(2026, month(birthday), day(birthday)) + ${days} as date, date + interval ${minutesOf(clock)} minute as local_now,
         date::varchar as occurrence, ${plain}
  from people where month(birthday) between 4 and 7`;

/**
 * The first days of the lunar months of 2026, and how many days each has, from the almanac of the Hong Kong Observatory: that year has no
 * leap month. A day of a leap month is kept in the plain one, the thirtieth of a short month on its last day.
 */
const moons = `(values (2, date '2026-03-19', 29), (3, date '2026-04-17', 30), (4, date '2026-05-17', 29), (5, date '2026-06-15', 29))
  moons(month, first, days)`;

export const lunarAnniversary = (clock: string, days: number): string => `
  select user_id, first + least(substr(lunar_birthday, 9, 2)::integer, moons.days) - 1 + ${days} as date,
         date + interval ${minutesOf(clock)} minute as local_now, date::varchar as occurrence, ${plain}
  from people, ${moons} where substr(lunar_birthday, 6, 2)::integer = month`;

/** At each event of a kind. */
export const happens = (kind: string, test = "true"): string => `
  select user_id, h.at + ahead(zone) as local_now, event as occurrence, null as subject, amount as worth
  from history h join people using (user_id) where kind = '${kind}' and ${test}`;

/** So long after a first event that no second one of the same user follows within that time. */
export const absence = (first: string, then: string, length: string, same: string | null): string => `
  select f.user_id, f.at + interval ${length} + ahead(zone) as local_now, f.event as occurrence, ${same ? `f.${same}` : "null"} as subject,
         f.amount as worth
  from history f join people using (user_id)
  where f.${first} and not exists (
    select 1 from history t where t.user_id = f.user_id and t.${then} and t.at > f.at and t.at <= f.at + interval ${length}
                              ${same ? `and t.${same} = f.${same}` : ""})`;

/** So many days after the n-th event of a kind, at its time of day. */
export const afterNth = (n: number, kind: string, days: number): string => `
  select user_id, h.at + ahead(zone) + interval ${days} day as local_now, event as occurrence, null as subject, null::decimal(18, 2) as worth
  from (select *, row_number() over (partition by user_id order by "at", event) as place from history where kind = '${kind}') h
  join people using (user_id) where place = ${n}`;

/** The days on which something holds at a clock time, and did not the day before, or the other way round. */
const changes = (clock: string, state: string, from: boolean): string => `
  with looked as (
    select p.user_id, p.zone, d.day, d.day + interval ${minutesOf(clock)} minute as local_now, d.day::date as today,
           h.* exclude (user_id), h.at + ahead(p.zone) as local_at
    from people p cross join days d
    left join history h on h.user_id = p.user_id and h.visible <= d.day + interval ${minutesOf(clock)} minute - ahead(p.zone)
  ),
  held as (select user_id, today, local_now, ${state} as holds from looked group by all),
  turned as (select *, lag(holds) over (partition by user_id order by today) as held from held)
  select user_id, local_now, today::varchar as occurrence, ${plain} from turned where holds = ${!from} and held = ${from}`;

export const entersDormant = changes("09:00", dormant, false);
export const leavesFans = changes(
  "10:30",
  `${count(`kind = 'view' and category = 'headphones' and ${lastDays(30)}`)} >= 5`,
  true,
);
/** Whoever did not come for 30 days is churned when the last of them is over: at midnight. */
export const entersChurned = changes("00:00", churned, false);
