import type { ToldStep } from "../told.js";
import { lengthEn } from "./time-en.js";

/** A step after the first: what follows, or must not. */
export const stepEn = ({ no, event, same, within, closing }: ToldStep): string => {
  const what = same === null ? event : `${event} with the same ${same}`;
  const length = within === null ? null : lengthEn(within);
  if (!no) return length === null ? `then ${what}` : `then ${what} within ${length}`;
  if (closing)
    return length === null ? `and no ${what} since then` : `and no ${what} for ${length} after that, which are over`;
  return length === null ? `no ${what} in between` : `no ${what} in the ${length} after that`;
};
