import {
  type DecideResult,
  type GrantRecord,
  type LoadedProgram,
  loadProgram,
  recordGrants,
  replayGrants,
} from "../../src/index.js";
import { Engine } from "../conformance/engine.js";
import { catalogueOf } from "../reference/catalogue.js";
import { type Stock, stockOf } from "../reference/stock.js";
import { diceOf } from "./dice.js";
import { read, type Read } from "./judged.js";
import { timesOf, type Times } from "./lengths.js";
import type { Life } from "./life.js";
import { entriesOf, inParts, type Outcome, outcomeOf, partsOf, rowsOf } from "./tiles.js";
import { grantsFor, inputOf } from "../conformance/input.js";
import { byEngine, byReference, differenceOf, firstDifference, type Whole } from "./whole.js";

/** A project, ready for both implementations. */
export interface Setting extends Read {
  readonly loaded: LoadedProgram;
  readonly times: Times;
  readonly engine: Engine;
}

export function settingOf(text: string): Setting {
  const known = read(text);
  const loaded = loadProgram(known.program);
  return { ...known, loaded, times: timesOf(known.file), engine: new Engine(loaded) };
}

/** A law, and how it was broken. */
export interface Broken {
  readonly law: string;
  readonly how: string;
}

/** One life and where it is cut; `closely`: by all laws, not only by those that cost little. */
export interface Trial {
  readonly life: Life;
  readonly cuts: readonly number[];
  readonly closely: boolean;
  /** For the order in which things are told. */
  readonly seed: number;
}

/** The first law that a trial breaks; what was decided, if it breaks none. */
export function judge(setting: Setting, trial: Trial): Broken | DecideResult {
  const { life, closely } = trial;
  const { program, loaded } = setting;
  const whole = loaded.decide({ ...inputOf(life), grants: grantsFor(program, life.taken) });
  const found = byEngine(whole);
  return (
    agrees(found, byReference(setting.file.declarations, life, stockFor(setting, life))) ??
    tiles(setting, trial, whole) ??
    replays(setting, trial) ??
    (closely ? (agreesInParts(setting, trial) ?? explains(setting, life)) : null) ??
    whole
  );
}

export function isBroken(judged: Broken | DecideResult): judged is Broken {
  return "law" in judged;
}

function stockFor({ file }: Setting, { taken }: Life): Stock {
  return stockOf(catalogueOf(file.declarations), taken);
}

function agrees(engine: Whole, reference: Whole): Broken | null {
  const how = differenceOf(engine, reference);
  return how === null ? null : { law: "engine = reference", how };
}

/** Law 1: parts, each with what those before it left behind and all with the same stock, are the whole; no key comes twice. */
function tiles({ program, loaded }: Setting, { life, cuts }: Trial, whole: Outcome): Broken | null {
  const parts = inParts(loaded, life, cuts, grantsFor(program, life.taken));
  const broken = otherwise("parts = whole", parts, whole);
  if (broken) return broken;
  const keys = [...parts.decisions, ...parts.ghosts].map(({ key }) => key);
  const twice = keys.find((key, place) => keys.indexOf(key) < place);
  return twice === undefined ? null : { law: "no key twice", how: twice };
}

const lists = ["decisions", "ghosts", "cancellations", "refusals"] as const;

/** Byte for byte. */
function otherwise(law: string, one: Outcome, other: Outcome): Broken | null {
  const list = lists.find((each) => JSON.stringify(one[each]) !== JSON.stringify(other[each]));
  return list === undefined ? null : { law, how: firstDifference(list, one[list], other[list]) };
}

/** Law 4: the same bytes, in whatever order things are told, with the grants that were recorded. */
function replays({ program, loaded }: Setting, { life, seed }: Trial): Broken | null {
  const dice = diceOf(seed);
  const records: GrantRecord[] = [];
  const first = outcomeOf(loaded, life, recordGrants(grantsFor(program, life.taken), records));
  const shuffled = { ...life, events: dice.shuffled(life.events), entries: dice.shuffled(life.entries) };
  return otherwise("replay", outcomeOf(loaded, shuffled, replayGrants(records)), first);
}

/** Both implementations decide the parts alike, with what the engine's parts before left behind. */
function agreesInParts({ program, loaded, file }: Setting, { life, cuts }: Trial): Broken | null {
  const [grants, stock] = [grantsFor(program, life.taken), stockOf(catalogueOf(file.declarations), life.taken)];
  let entries = life.entries;
  for (const part of partsOf(life, cuts)) {
    const asked = { ...part, entries };
    const result = loaded.decide({ ...inputOf(asked), grants });
    const broken = agrees(byEngine(result), byReference(file.declarations, asked, stock));
    if (broken) return { ...broken, law: "engine = reference, in parts" };
    entries = [...entries, ...rowsOf(entriesOf(result))];
  }
  return null;
}

function explains({ engine }: Setting, life: Life): Broken | null {
  try {
    engine.decide(life);
    return null;
  } catch (error) {
    return { law: "explain = decide", how: String(error) };
  }
}
