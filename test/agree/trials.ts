import type { LoadedProgram } from "../../src/index.js";
import { DAY, HOUR } from "../reference/clock.js";
import type { Row } from "../conformance/engine.js";
import type { Dice } from "./dice.js";
import { type Life, lifeOf, receiptsOf } from "./life.js";
import type { Project } from "./project.js";
import { outcomeOf } from "./tiles.js";
import { grantsFor } from "../conformance/input.js";
import type { Setting, Trial } from "./whole-laws.js";

/** One trial in so many is looked at more closely. */
const CLOSELY = 5;

/** A random life of a project, with what became of what was decided, cut at random. */
export function trialOf(dice: Dice, project: Project, setting: Setting, cuts: number): Trial {
  const life = livedOf(dice, setting, lifeOf(dice, project, setting));
  const { decisions, ghosts } = outcomeOf(setting.loaded, life, grantsFor(setting.program, life.taken));
  const instants = [...decisions, ...ghosts].flatMap(({ at, send_at }) => [Date.parse(at), Date.parse(send_at)]);
  return {
    life,
    cuts: cutsOf(dice, life, instants, cuts),
    closely: dice.once(CLOSELY),
    seed: dice.below(2 ** 31),
  };
}

/** Close to what was decided or sent, to days of the interval, or anywhere. */
function cutsOf(dice: Dice, { since, until }: Life, instants: readonly number[], n: number): number[] {
  const near = dice.times(n, () => {
    if (instants.length > 0 && !dice.once(3)) return dice.pick(instants) + dice.pick([-1, 0, 0, 1]);
    if (dice.once(2)) return since + dice.below(6) * DAY + dice.pick([-1, 0, 1, HOUR]);
    return since + dice.below(until - since);
  });
  return [...new Set(near)].filter((at) => at > since && at < until).sort((a, b) => a - b);
}

/** How often channels answer to what follows from their answers. */
const ROUNDS = 3;

/** A life in which channels answer to what is decided, and nothing is told that the interval decides itself. */
function livedOf(dice: Dice, { loaded, program }: Setting, begun: Life): Life {
  let life = withoutOwn(loaded, begun);
  const told = new Set<unknown>();
  for (let round = 0; round < ROUNDS; round++) {
    const { decisions } = outcomeOf(loaded, life, grantsFor(program, life.taken));
    const fresh = decisions.filter(({ key }) => !told.has(key));
    if (fresh.length === 0) break;
    for (const { key } of fresh) told.add(key);
    const answers = fresh.flatMap(({ key, send_at }) => answersOf(dice, key, Date.parse(send_at)));
    life = withoutOwn(loaded, { ...life, entries: [...life.entries, ...answers] });
  }
  return life;
}

function answersOf(dice: Dice, key: string, sent: number): Row[] {
  if (dice.once(4)) return [];
  if (dice.once(8)) return [{ kind: "too_late", key, at: sent + HOUR + 1 }];
  return receiptsOf(dice, key, sent);
}

/** Leaves out what entries say of touches and ghosts that the interval decides itself. */
function withoutOwn(loaded: LoadedProgram, life: Life): Life {
  const { program } = loaded;
  const { decisions, ghosts } = outcomeOf(loaded, life, grantsFor(program, life.taken));
  const own = new Set<unknown>([...decisions, ...ghosts].map(({ key }) => key));
  const isTouch = ({ kind }: Row) => kind === "touch" || kind === "ghost";
  const twice = new Set(life.entries.flatMap((row) => (isTouch(row) && own.has(row["key"]) ? [row["key"]] : [])));
  if (twice.size === 0) return life;
  return withoutOwn(loaded, { ...life, entries: life.entries.filter(({ key }) => !twice.has(key)) });
}
