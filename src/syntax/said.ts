import type { Clauses } from "../../grammar/actions.js";
import type { Span } from "../text/span.js";
import type { Reading } from "./reading.js";

/** A clause that has been read: which, what it holds and where it stands. */
export type Part = {
  readonly [C in keyof Clauses]: { readonly clause: C; readonly value: Clauses[C]; readonly span: Span };
}[keyof Clauses];

/** How a repeated clause is called when it is reported; clauses that may repeat are not here. */
const once: { readonly [C in keyof Clauses]?: string } = {
  zone: "time zone",
  currency: "currency",
  weekStarts: "week starts",
  settle: "settle",
  calendar: "calendar",
  locales: "locales",
  otherwise: "otherwise",
  reach: "reach if",
  cost: "cost",
  quota: "quota",
  amount: "amount",
  upTo: "up to",
  over: "over",
  valid: "valid",
  quantity: "quantity",
  perUser: "per user",
  budget: "budget",
  salt: "salt",
  giver: "giver",
  friend: "friend",
  aim: "aim",
  point: "point",
  purpose: "purpose",
  when: "when",
  who: "who",
  repeat: "repeat",
  limit: "limit",
  send: "send",
  channel: "channel",
  benefit: "benefit",
  material: "material",
  goal: "goal",
  priority: "priority",
  holdout: "holdout",
  sets: "sets",
  split: "split",
  hypothesis: "hypothesis",
  productStage: "product stage",
  refresh: "refresh",
  fallback: "otherwise",
  among: "among",
  scale: "scale",
  target: "target",
  better: "better when",
  splitAt: "split at",
  upkeep: "upkeep",
  margin: "margin",
};

/** The clauses of one block, in the order in which they were written. */
export class Said {
  constructor(
    readonly parts: readonly Part[],
    private readonly reading: Reading,
  ) {}

  first<C extends keyof Clauses>(clause: C): Clauses[C] | null {
    const part = this.parts.find((each) => each.clause === clause);
    return part === undefined ? null : (part.value as Clauses[C]);
  }

  all<C extends keyof Clauses>(clause: C): readonly Clauses[C][] {
    const parts = this.parts.filter((each) => each.clause === clause);
    return Object.freeze(parts.map((part) => part.value as Clauses[C]));
  }

  reportTwice(): void {
    const seen = new Map<keyof Clauses, Part>();
    for (const part of this.parts) {
      const word = once[part.clause];
      const first = seen.get(part.clause);
      if (word !== undefined && first !== undefined) {
        this.reading.report("clause-twice", part.span, { clause: word }, { related: [first.span] });
      } else seen.set(part.clause, part);
    }
  }
}
