import fc from "fast-check";

/** Small slips that a reviewer must be able to hear: each turns one spot of a phrase into something near it. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/in the last/g, "in the previous"],
  [/in the previous/g, "in the last"],
  [/in the last/g, "for"],
  [/\bfor\b/g, "in the last"],
  [/\bdays\b/g, "weeks"],
  [/\bweeks\b/g, "months"],
  [/\bmonths\b/g, "days"],
  [/\bhours\b/g, "days"],
  [/ and /g, " or "],
  [/ or /g, " and "],
  [/>=/g, ">"],
  [/<=/g, "<"],
  [/ > /g, " >= "],
  [/ is /g, " is not "],
  [/ is not /g, " is "],
  [/did not/g, "did"],
  [/\bdid (?!not)/g, "did not "],
  [/\bnot /g, ""],
  [/at least/g, "exactly"],
  [/exactly/g, "at least"],
  [/at least/g, "at most"],
  [/yesterday/g, "today"],
  [/\bview\b/g, "visit"],
  [/\bvisit\b/g, "view"],
  [/\bshoe\b/g, "hat"],
  [/\bone\b/g, "two"],
  [/\bfirst_tag\b/g, "second_tag"],
  [/\bsum\b/g, "max"],
  [/\bmin\b/g, "max"],
  [/\bamount\b/g, "tip"],
  [/\btrue\b/g, "false"],
  [/ \+ /g, " - "],
  [/ \* /g, " + "],
  [/\b(\d)\b/g, "1$1"],
  [/\b1(\d)\b/g, "$1"],
];

/** Phrases that differ from this one in one spot; some do not compile. */
export function mutant(phrase: string): fc.Arbitrary<string> {
  const all = [...slips.flatMap(([pattern, by]) => replaced(phrase, pattern, by)), ...unbracketed(phrase)];
  return all.length === 0 ? fc.constant(phrase) : fc.constantFrom(...all);
}

function replaced(phrase: string, pattern: RegExp, by: string): string[] {
  return [...phrase.matchAll(pattern)].map(
    ({ 0: found, index }) =>
      phrase.slice(0, index) + found.replace(new RegExp(pattern.source), by) + phrase.slice(index + found.length),
  );
}

/** The phrase without one of its pairs of brackets. */
function unbracketed(phrase: string): string[] {
  const open: number[] = [];
  const found: string[] = [];
  for (let at = 0; at < phrase.length; at++) {
    if (phrase[at] === "(") open.push(at);
    const start = phrase[at] === ")" ? open.pop() : undefined;
    if (start !== undefined) found.push(phrase.slice(0, start) + phrase.slice(start + 1, at) + phrase.slice(at + 1));
  }
  return found;
}
