import { MILLIONTHS, type Type } from "./program.js";

/** How many stored units make one of a type: what a value of that type is multiplied by to be stored. */
export function storedPer(type: Type): number {
  return type.is === "number" || type.is === "ratio" ? MILLIONTHS : 1;
}
