/** Reads the offset of a zone from UTC at an instant, in milliseconds. Slow: microseconds a call. */
export type ReadOffset = (instant: number) => number;

/**
 * The host's reading of a zone, by its IANA name; `null` if it knows none of that name.
 * Offsets such as `+08:00` are not names: hosts differ in whether they take them.
 */
export function offsetReader(name: string): ReadOffset | null {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return null;
  const format = formatFor(name);
  return format && ((instant) => parseOffset(format.format(instant)));
}

function formatFor(name: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/** The end of `7/20/2018, GMT-04:00`; `GMT` alone is 0, and local mean time has seconds, as in `GMT+08:05:43`. */
function parseOffset(text: string): number {
  const from = text.lastIndexOf("GMT") + 3;
  if (from >= text.length) return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text
    .slice(from + 1)
    .split(":")
    .map(Number);
  // U+2212, the minus sign of typography, is what some releases of the host's data print.
  const sign = text[from] === "-" || text[from] === "−" ? -1 : 1;
  return sign * (hours * 3600 + minutes * 60 + seconds) * 1000;
}
