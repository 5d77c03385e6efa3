import type { ReadWording } from "../wording.js";
import { modelsZh } from "./models-zh.js";
import { namesZh } from "./names-zh.js";
import { offersZh } from "./offers-zh.js";
import { rulesZh } from "./rules-zh.js";
import { schemaZh } from "./schema-zh.js";
import { strategiesZh } from "./strategies-zh.js";
import { targetsZh } from "./targets-zh.js";
import { testsZh } from "./tests-zh.js";
import { valuesZh } from "./values-zh.js";

export const readZh: ReadWording = {
  ...namesZh,
  ...valuesZh,
  ...testsZh,
  ...schemaZh,
  ...offersZh,
  ...strategiesZh,
  ...targetsZh,
  ...modelsZh,
  ...rulesZh,
};
