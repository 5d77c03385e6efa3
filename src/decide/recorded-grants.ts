import type { Grants, Resource, Want } from "../gate/grants.js";

/** What was asked of grants, and what they answered, in order. Plain data. */
export type GrantRecord =
  | { readonly asked: "has"; readonly resource: Resource; readonly amount: number; readonly free: boolean }
  /** `lack`: the resource that was not free; `null` if everything was granted. */
  | {
      readonly asked: "reserve";
      readonly key: string;
      readonly wants: readonly Want[];
      readonly lack: Resource | null;
    };

/** Passes everything on to `grants`, and adds to `records` what they answer. */
export function recordGrants(grants: Grants, records: GrantRecord[]): Grants {
  return {
    has(want) {
      const free = grants.has(want);
      records.push({ asked: "has", resource: want.resource, amount: want.amount, free });
      return free;
    },
    reserve(key, wants) {
      const lack = grants.reserve(key, wants);
      records.push({ asked: "reserve", key, wants, lack: lack?.resource ?? null });
      return lack;
    },
    release: (key) => grants.release(key),
  };
}

/**
 * Answers as was recorded, so that a fold decides as it did when others were drawing on the same stock. The same question gets its
 * answers in their order; one that was never asked is a `RangeError`: then something else is decided than was recorded.
 */
export function replayGrants(records: readonly GrantRecord[]): Grants {
  const answers = new Map<string, GrantRecord[]>();
  for (const record of records) {
    const question = record.asked === "has" ? hasQuestion(record) : reserveQuestion(record.key, record.wants);
    const known = answers.get(question);
    if (known) known.push(record);
    else answers.set(question, [record]);
  }

  function next(question: string): GrantRecord {
    const record = answers.get(question)?.shift();
    if (!record) throw new RangeError(`no answer was recorded to ${question}`);
    return record;
  }

  return {
    has(want) {
      const record = next(hasQuestion(want));
      return record.asked === "has" && record.free;
    },
    reserve(key, wants) {
      const record = next(reserveQuestion(key, wants));
      const lack = record.asked === "reserve" ? record.lack : null;
      return lack === null ? null : (wants.find(({ resource }) => resource === lack) ?? null);
    },
    release: () => {},
  };
}

function hasQuestion({ resource, amount }: Want): string {
  return `has ${amount} of ${resource}`;
}

function reserveQuestion(key: string, wants: readonly Want[]): string {
  return `reserve ${JSON.stringify(wants.map(({ resource, amount }) => [resource, amount]))} for ${key}`;
}
