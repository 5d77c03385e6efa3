import type { Program, Variant } from "../program/program.js";

/**
 * The facts that deciding a strategy reads: in `who`, in the state that starts it, in what the policy asks of everybody, in the reach
 * of its channels, in the hour that suits a user best, and in the holes of its materials. Those of an event that starts it are not
 * among them: they are unknown but where one does.
 */
export function factsOfStrategy(program: Program, place: number): ReadonlySet<number> {
  const strategy = program.strategies[place];
  const facts = new Set<number>();
  if (!strategy) return facts;
  const { who, when, variants } = strategy;
  const { consents, stops, personal } = program.policy;
  collect(program, [who, when.is === "state" && when.state, consents, stops, personal], facts);
  for (const { offer } of variants) if (offer) collect(program, partsOf(program, offer), facts);
  if (variants.some(({ offer }) => offer?.send.bestHour)) addHours(program, facts);
  return facts;
}

function addHours(program: Program, into: Set<number>): void {
  program.facts.forEach((fact, place) => {
    if (fact.is === "hour") into.add(place);
  });
}

function partsOf({ channels, materials }: Program, { steps }: NonNullable<Variant["offer"]>): unknown {
  return steps.map((step) => [
    step.channels.map((channel) => channels[channel]?.reach),
    step.materials.map((material) => material !== null && materials[material]),
  ]);
}

/** The facts that tell the stages of all lifecycles. */
export function factsOfStages(program: Program): ReadonlySet<number> {
  const facts = new Set<number>();
  for (const { of, stages } of program.lifecycles) collect(program, [of, stages], facts);
  return facts;
}

/** The facts that tests and values read, wherever in a part of the program they stand. */
export function factsIn(program: Program, part: unknown): ReadonlySet<number> {
  const facts = new Set<number>();
  collect(program, part, facts);
  return facts;
}

/** Tests and values name facts by number under the key `column`, and tags and lifecycles under theirs; nothing else has these keys. */
function collect(program: Program, part: unknown, facts: Set<number>): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (typeof value !== "number") collect(program, value, facts);
    else if (key === "column") facts.add(value);
    else if (key === "tag") collect(program, program.tags[value]?.value, facts);
    else if (key === "lifecycle") collect(program, program.lifecycles[value], facts);
  }
}

/** The columns that tests and values name: inside the `where` of a fact, fields of the event. */
export function columnsIn(part: unknown): number[] {
  return numbersIn(part, (node) => node["column"]);
}

const readsProfile: ReadonlySet<unknown> = new Set(["profile", "profileDate", "anniversary"]);

/** The fields of the profile that facts, tests, values, moments and dated triggers name. */
export function profileFieldsIn(part: unknown): number[] {
  return numbersIn(part, (node) => (readsProfile.has(node["is"]) ? node["field"] : undefined));
}

/** The different numbers that `of` gives for a part or anything within it, ascending. */
function numbersIn(part: unknown, of: (node: Readonly<Record<string, unknown>>) => unknown): number[] {
  const found = new Set<number>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const number = of(node as Readonly<Record<string, unknown>>);
    if (typeof number === "number") found.add(number);
    for (const value of Object.values(node)) visit(value);
  };
  visit(part);
  return [...found].sort((a, b) => a - b);
}
