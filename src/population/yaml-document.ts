import type { Source } from "../text/source.js";
import { readYamlText, type YamlValue } from "../text/yaml.js";
import { dataError } from "./data-error.js";

/** Reads YAML without aliases, anchors, merge keys and tags; anything that goes wrong is a `DataError`. */
export function readYaml(source: Source): YamlValue {
  const read = readYamlText(source);
  if (read.is === "value") return read.value;
  if (read.is === "refused") throw dataError("data-yaml-feature", read.span, { feature: read.feature }, source);
  throw dataError("data-yaml", read.span, { reason: read.reason }, source);
}
