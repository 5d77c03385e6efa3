import type { TagModel } from "../../src/syntax/tree.js";
import { shiftMonths } from "./clock.js";
import { inTotalOrder } from "./moment.js";
import type { Value } from "./value.js";
import { lengthOf } from "./window.js";
import type { World } from "./world.js";

/** The last score that a model gave, while it is valid: so many local days or months after its date, or so many hours after it. */
export function modelScore({ name, valid }: TagModel, world: World): Value | null {
  const last = inTotalOrder(world.events.filter(({ event }) => event === name.text)).at(-1);
  if (last === undefined) return null;
  const date = world.clock.dateAt(last.occurredAt);
  const score = last.fields.get("value") ?? null;
  const length = lengthOf(valid);
  switch (length?.is) {
    case "span":
      return world.now - last.occurredAt <= length.ms ? score : null;
    case "days":
      return world.today - date <= length.days ? score : null;
    case "months":
      return shiftMonths(world.today, -length.months) <= date ? score : null;
    case undefined:
      throw new Error(`not a validity of ${name.text}`);
  }
}
