import type { Planted } from "./planted-bug.js";
import { plantedInMeaning } from "./planted-meaning.js";
import { plantedInSql } from "./planted-sql.js";
import { plantedInTime } from "./planted-time.js";

/** Every bug that the instrument was seen to catch; `planted.long.ts` shows it again. */
export const planted: readonly Planted[] = [...plantedInTime(), ...plantedInMeaning(), ...plantedInSql()];
