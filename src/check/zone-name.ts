import { isZone } from "../calendar/zone.js";

const listed: readonly string[] = Intl.supportedValuesOf("timeZone");

/** The names to offer when one is wrong: with those that people use but the platform's list leaves out. */
export const zoneNames: readonly string[] = [...listed, "UTC", "Asia/Kolkata", "Asia/Ho_Chi_Minh", "Europe/Kyiv"];

const folded: ReadonlyMap<string, string> = new Map(zoneNames.map((name) => [name.toLowerCase(), name]));

/** Whether a name is an IANA time zone, spelled as IANA spells it. Offsets such as `+08:00` are not names. */
export function isZoneName(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  const spelled = folded.get(name.toLowerCase());
  if (spelled !== undefined) return spelled === name;
  return isAlias(name);
}

/** Old names, such as `US/Eastern`, are known to the platform without being listed by it. */
function isAlias(name: string): boolean {
  return name !== name.toLowerCase() && isZone(name);
}
