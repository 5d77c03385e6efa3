import type { ReadWording } from "../wording.js";
import { modelsEn } from "./models-en.js";
import { namesEn } from "./names-en.js";
import { offersEn } from "./offers-en.js";
import { rulesEn } from "./rules-en.js";
import { schemaEn } from "./schema-en.js";
import { strategiesEn } from "./strategies-en.js";
import { targetsEn } from "./targets-en.js";
import { testsEn } from "./tests-en.js";
import { valuesEn } from "./values-en.js";

export const readEn: ReadWording = {
  ...namesEn,
  ...valuesEn,
  ...testsEn,
  ...schemaEn,
  ...offersEn,
  ...strategiesEn,
  ...targetsEn,
  ...modelsEn,
  ...rulesEn,
};
