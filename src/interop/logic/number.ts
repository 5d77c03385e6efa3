import type { Num } from "../../program/program.js";
import { storedPer } from "../../program/unit.js";
import type { Json } from "../tree/write.js";
import { keyed } from "./choice.js";
import type { Named } from "./fact-names.js";
import { type Fraction, ifUnknown, over, sum } from "./fraction.js";
import { isKnown, onlyIf } from "./guard.js";
import { columnOf } from "./known-elsewhere.js";
import { mayBeNegative, mostOf } from "./named-fact.js";
import { type Term, times, whole } from "./term.js";
import { CannotSay, type Writer } from "./writer.js";

/** A number as a fraction over named facts. Throws `CannotSay`. */
export function fraction(w: Writer, num: Num): Fraction {
  switch (num.is) {
    case "constant":
      return { n: whole(BigInt(num.n)), d: whole(BigInt(num.d)), guards: [] };
    case "column":
      return ofFact(w, columnOf(w, num.column), BigInt(num.per));
    case "plus":
    case "minus":
      return sum(num.is, fraction(w, num.left), fraction(w, num.right));
    case "times": {
      const [a, b] = [fraction(w, num.left), fraction(w, num.right)];
      return { n: times(a.n, b.n), d: times(a.d, b.d), guards: [...a.guards, ...b.guards] };
    }
    case "over":
      return over(fraction(w, num.left), fraction(w, num.right));
    case "ifUnknown":
      return ifUnknown(fraction(w, num.value), fraction(w, num.otherwise));
    case "tag": {
      const value = w.program.tags[num.tag]?.value;
      if (value?.is !== "num") throw new RangeError("a tag that is no number stands where a number does");
      return fraction(w, value.num);
    }
    case "lookup":
      return lookup(w, num);
    case "shiftMonths": {
      if (num.date.is !== "column") throw new CannotSay({ is: "computed", what: "shiftMonths" });
      return ofFact(w, w.names.shiftedMonths(num.date.column, num.months), 1n);
    }
    case "when":
      return onlyIf(w, num.test, fraction(w, num.value));
    case "stage":
    case "zodiac":
      throw new RangeError("a choice is compared as such, never as a number");
    case "profile":
    case "trigger":
      throw new RangeError("a field that only a `where` names stands outside one");
  }
}

function ofFact(w: Writer, named: Named, per: bigint): Fraction {
  const { name, type, optional, fact } = named;
  w.reads.read(named);
  const guards = optional ? [isKnown(name)] : [];
  if (type.is === "boolean") {
    const n: Term = { is: "if", test: { var: name }, value: whole(1n), otherwise: whole(0n), reads: null };
    return { n, d: whole(1n), guards };
  }
  const negative = fact.is !== "fact" || mayBeNegative(w.program.facts[fact.column] ?? { is: "now" });
  return { n: { is: "fact", name, most: mostOf(type), negative }, d: whole(per), guards };
}

function lookup(w: Writer, { map, key }: Num & { readonly is: "lookup" }): Fraction {
  const table = w.program.maps[map];
  const { rule: of, guards } = keyed(w, key);
  const rows = table?.rows ?? [];
  const chain = rows.reduceRight<Term>(
    (rest, row) => ({
      is: "if",
      test: { "===": [of, row.key] },
      value: whole(BigInt(row.value)),
      otherwise: rest,
      reads: null,
    }),
    whole(0n),
  );
  const hasRow: Json = { in: [of, rows.map((row) => row.key)] };
  return { n: chain, d: whole(BigInt(storedPer(table?.type ?? { is: "integer" }))), guards: [...guards, hasRow] };
}
