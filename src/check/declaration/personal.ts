import type { Material, Strategy } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { readsOf } from "../reads.js";

/** What it looks at that may be personal. */
type Looks = Pick<Strategy, "when" | "who" | "variants">;

/** Whether a strategy looks at anything about the user but their id, zone and locale. */
export function isPersonal(
  c: Checker,
  { when, who, variants }: Looks,
  materials: readonly (Material | null)[],
): boolean {
  if (!impersonal.has(when.is)) return true;
  const offers = variants.flatMap(({ offer }) => offer ?? []);
  const steps = offers.flatMap((offer) => offer.steps);
  if (offers.some(({ send }) => send.bestHour) || steps.some(({ preferred }) => preferred)) return true;
  const places = new Set(steps.flatMap((step) => step.materials));
  const reads = readsOf(
    c,
    who,
    materials.filter((_, place) => places.has(place)),
  );
  const fields = [...(c.catalogue.user?.values() ?? [])];
  const names = [...reads.profile].flatMap((place) => fields[place]?.field ?? []);
  const open = names.every(({ id, type }) => id === "id" || type.is === "zone" || type.is === "locale");
  return !open || reads.events.size > 0 || reads.touches;
}

/** Occurrences that come for everybody alike. */
const impersonal: ReadonlySet<Looks["when"]["is"]> = new Set<Looks["when"]["is"]>([
  "hourly",
  "every",
  "once",
  "festival",
]);
