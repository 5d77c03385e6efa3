import type { Program } from "../program/program.js";

/** The facts that deciding a strategy reads: in `who`, in the reach of its channels and in the holes of its materials. */
export function factsOfStrategy(program: Program, place: number): ReadonlySet<number> {
  const strategy = program.strategies[place];
  const facts = new Set<number>();
  if (!strategy) return facts;
  const channels = strategy.channels.map((channel) => program.channels[channel]?.reach);
  const materials = strategy.materials.map((material) => material !== null && program.materials[material]?.texts);
  collect(program, [strategy.who, channels, materials], facts);
  return facts;
}

/** The facts that tell the stages of all lifecycles. */
export function factsOfStages(program: Program): ReadonlySet<number> {
  const facts = new Set<number>();
  for (const { stages } of program.lifecycles) collect(program, stages, facts);
  return facts;
}

/** Tests and values name facts by number under the key `column`, and tags and lifecycles under theirs; nothing else has these keys. */
function collect(program: Program, part: unknown, facts: Set<number>): void {
  if (typeof part !== "object" || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (typeof value !== "number") collect(program, value, facts);
    else if (key === "column") facts.add(value);
    else if (key === "tag") collect(program, program.tags[value]?.value, facts);
    else if (key === "lifecycle") collect(program, program.lifecycles[value]?.stages, facts);
  }
}

/** The columns that tests and values name: inside the `where` of a fact, fields of the event. */
export function columnsIn(part: unknown): number[] {
  return numbersIn(part, (node) => node["column"]);
}

const readsProfile: ReadonlySet<unknown> = new Set(["profile", "profileDate"]);

/** The fields of the profile that the tests, values and moments of facts name. */
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
