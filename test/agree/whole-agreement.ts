import { diceOf } from "./dice.js";
import { phrasesOf, projectOf, textOfProject } from "./project.js";
import { seenIn, type Sightings } from "./sightings.js";
import { trialOf } from "./trials.js";
import { smallestTrial, toldTrial } from "./whole-difference.js";
import { isBroken, judge, settingOf } from "./whole-laws.js";

export interface WholeExtent {
  /** Pairs of a history and a cut, at least. */
  readonly pairs: number;
  /** The same seed gives the same pairs. */
  readonly seed: number;
  /** Lives that each random project meets, and cuts of each, at most. */
  readonly lives?: number;
  readonly cuts?: number;
}

export interface WholeAgreement {
  /** Pairs of a history and a cut. */
  pairs: number;
  histories: number;
  projects: number;
  /** What was met, how often. */
  readonly seen: Sightings;
}

/** Projects that share random texts, which take long to make. */
const SHARING = 40;

/**
 * Laws 1, 2 and 4 over random projects, users, entries and cuts: engine and reference decide the same, parts are the whole, no key
 * comes twice, the order of telling does not matter, and explanations tell what was decided. Throws with a small case when one breaks.
 */
export function wholesAgree({ pairs, seed, lives = 12, cuts = 4 }: WholeExtent): WholeAgreement {
  const agreement: WholeAgreement = { pairs: 0, histories: 0, projects: 0, seen: new Map() };
  for (let batch = 0; agreement.pairs < pairs; batch++) {
    const phrases = phrasesOf(seed * 1_000 + batch);
    for (let place = 0; place < SHARING && agreement.pairs < pairs; place++) {
      const dice = diceOf(Math.imul(seed, 1_000_003) + batch * SHARING + place);
      const project = projectOf(dice, phrases);
      const setting = settingOf(textOfProject(project));
      for (let n = 0; n < lives; n++) {
        const trial = trialOf(dice, project, setting, cuts);
        const judged = judge(setting, trial);
        if (isBroken(judged)) throw new Error(toldTrial(smallestTrial({ pieces: project.pieces, trial }, judged.law)));
        seenIn(judged, setting.program, agreement.seen);
        agreement.pairs += trial.cuts.length;
        agreement.histories++;
      }
      agreement.projects++;
    }
  }
  return agreement;
}
