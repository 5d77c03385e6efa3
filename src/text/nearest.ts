/**
 * The number of single-letter changes (insert, delete, replace, swap of neighbours) that turn one word into the other.
 * Optimal string alignment: Damerau 1964, restricted so that no stretch is changed twice.
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] as number) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/**
 * The candidate that the author most likely meant, or `null` when none is close: at most one change for each three
 * letters (one in a word of two, none in a single letter), differences of case free. Of equally close ones, the first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  return nearestFew(word, candidates, 1)[0] ?? null;
}

/** The same, but the so many closest, the closest first. */
export function nearestFew(word: string, candidates: Iterable<string>, most: number): string[] {
  const wanted = word.toLowerCase();
  if (wanted.length > 64) return [];
  const allowed = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  const close: { readonly candidate: string; readonly changes: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const changes = distance(wanted, candidate.toLowerCase());
    // A change of every letter is not a likeness: `is` is not meant by `on`.
    if (changes <= allowed && changes < Math.max(wanted.length, candidate.length)) close.push({ candidate, changes });
  }
  close.sort((a, b) => a.changes - b.changes);
  return close.slice(0, most).map(({ candidate }) => candidate);
}
