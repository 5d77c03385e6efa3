import { plantedInHistory } from "../history/planted.js";
import type { Planted } from "./planted-bug.js";
import { plantedInGates } from "./planted-gates.js";
import { plantedInMeaning } from "./planted-meaning.js";
import { plantedInModels } from "./planted-models.js";
import { plantedInMoments } from "./planted-moments.js";
import { plantedInSql } from "./planted-sql.js";
import { plantedInTime } from "./planted-time.js";
import { plantedInValues } from "./planted-values.js";

/** Every bug that the instrument was seen to catch; `planted.long.ts` shows it again. */
export const planted: readonly Planted[] = [
  ...plantedInTime(),
  ...plantedInMoments(),
  ...plantedInMeaning(),
  ...plantedInValues(),
  ...plantedInGates(),
  ...plantedInModels(),
  ...plantedInSql(),
  ...plantedInHistory(),
];
