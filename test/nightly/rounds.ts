/** How long the whole night is, in minutes, and the seed it starts from; both come from `npm run nightly`. */
const minutes = Number(process.env["TOUCHLINE_MINUTES"] ?? 1);
const firstSeed = Number(process.env["TOUCHLINE_SEED"] ?? 1);

/** One line at the start, one a minute, one at the end: a night is long, and its log is read in the morning. */
const REPORT_EVERY_MS = 60_000;

/**
 * Runs `round` with one seed after another for a share of the night, and says how much was covered.
 * A round returns how many cases it compared. A failing seed is printed with the way to run it again.
 */
export async function rounds(
  law: string,
  share: number,
  round: (seed: number) => number | Promise<number>,
): Promise<{ readonly rounds: number; readonly cases: number }> {
  const end = Date.now() + minutes * share * 60_000;
  let reported = Date.now();
  let cases = 0;
  let seed = firstSeed;
  do {
    try {
      cases += await round(seed);
    } catch (error) {
      console.error(`${law}: seed ${seed} fails; run it again with: npm run nightly -- --minutes 1 --seed ${seed}`);
      throw error;
    }
    seed++;
    if (Date.now() - reported > REPORT_EVERY_MS) {
      reported = Date.now();
      console.log(`${law}: ${seed - firstSeed} rounds, ${cases} cases so far`);
    }
  } while (Date.now() < end);
  console.log(`${law}: ${seed - firstSeed} rounds, ${cases} cases, seeds ${firstSeed} to ${seed - 1}, no difference`);
  return { rounds: seed - firstSeed, cases };
}
