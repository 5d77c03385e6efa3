/** What the strategies of the shop say about a user, as SQL over what is seen of them at an instant: see `fatesSql`. */

// Within a user's rows, `today` is the local date and `local_at` the local time of an event that is visible by then.
export const lastDays = (n: number): string => `local_at >= today - interval ${n - 1} day`;
export const silentDays = (n: number): string => `local_at >= today - interval ${n} day`;
export const previousDays = (n: number): string => `local_at >= today - interval ${n} day and local_at < today`;
export const lastHours = (n: number): string => `local_at >= local_now - interval ${n} hour`;
export const count = (what: string): string => `count(*) filter (${what})`;

// Whole dates, from `far` to `near` days ago.
export const daysAgo = (near: number, far: number): string =>
  `local_at >= today - interval ${far} day and local_at < today - interval ${near - 1} day`;
/** The local time of the n-th event of a kind, from 1. */
export const nth = (n: number, kind: string): string =>
  `(list(local_at order by local_at) filter (kind = '${kind}'))[${n}]`;
/** Whether rows of the same user, as seen at the same instant, meet a condition together. */
export const exists = (rows: readonly string[], condition: string): string => {
  const each = rows.map((row) => `${row}.user_id = s.user_id and ${row}.local_now = s.local_now`);
  return `exists (select 1 from ${rows.map((row) => `seen ${row}`).join(", ")} where ${each.join(" and ")} and ${condition})`;
};

/** The steps of a top-up, one after the other. */
export const toppedUp = (steps: readonly string[]): string =>
  exists(
    steps.map((_, i) => `r${i}`),
    steps
      .map((kind, i) => {
        const step = `r${i}.kind = '${kind}' and r${i}.local_at >= r${i}.today - interval 6 day`;
        if (i === 0) return step;
        const end =
          i === 1 ? `r0.local_at::date + interval 2 day > r1.local_at` : `r1.at + interval 30 minute >= r2.at`;
        return `${step} and r${i}.at > r${i - 1}.at and r${i}.recharge_id = r${i - 1}.recharge_id and ${end}`;
      })
      .join(" and "),
  );

/** The years of the Horse, each from its new year to the eve of the next. */
export const horse = [
  ["1966-01-21", "1967-02-09"],
  ["1978-02-07", "1979-01-28"],
  ["1990-01-27", "1991-02-15"],
  ["2002-02-12", "2003-02-01"],
].map(([from, next]) => `any_value(birthday) >= date '${from}' and any_value(birthday) < date '${next}'`);

/** The stages of buyers, from the first that holds. Silences as long as these are too few to measure: see `shop-models.test.ts`. */
export const churned = `(${count("kind = 'visit'")} > 0 and ${count(`kind = 'visit' and ${silentDays(30)}`)} = 0)`;
export const twice = `${count("kind = 'pay'")} >= 2`;
export const dormant = `(not ${churned} and ${twice} and ${count(`kind = 'pay' and ${silentDays(21)}`)} = 0)`;
export const paidBefore = `${count("kind = 'pay'")} > 0`;

const paidLately = `kind = 'pay' and ${lastDays(60)}`;
const paid = `coalesce(sum(amount) filter (${paidLately}), 0)`;
const cut = (name: string): string => `(select ${name} from cuts)`;
/** Of whom paid in the last 60 days: as recently, as often and as much as the average of them, when the shop was measured. */
export const champion = `(${count(paidLately)} >= ${cut("f")} and ${paid} >= ${cut("m")}
  and today - (max(local_at) filter (${paidLately}))::date <= ${cut("r")})`;
/** As much as the last of the fifth that paid most. */
export const gold = `(${count(paidLately)} > 0 and ${paid} >= ${cut("gold")})`;

/** The last score of the model, if it is at most a week old; somebody without one is as likely as can be to be gone. */
export const likelyGone = `coalesce(arg_max(churn, local_at) filter (kind = 'score' and local_at >= today - interval 7 day), 1) >= ${cut("gone")}`;
