/** Version numbers of apps as one whole number each, so that they compare as people count: 8.10 is later than 8.9. */

/** Each part of a version is below this. */
const PART = 100_000;

/** Reads `8.2` or `8.2.0`, each number below 100,000, as 10^10 × first + 10^5 × second + third; `null` for anything else. */
export function parseVersion(text: string): number | null {
  const found = /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?$/.exec(text);
  if (!found) return null;
  const [first = 0, second = 0, third = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return (first * PART + second) * PART + third;
}

/** `8.2.0`. */
export function formatVersion(version: number): string {
  const third = version % PART;
  const rest = (version - third) / PART;
  const second = rest % PART;
  return `${(rest - second) / PART}.${second}.${third}`;
}
