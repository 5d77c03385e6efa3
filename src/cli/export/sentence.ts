import type { Language } from "../../diagnostic/wording.js";
import type { ExportedFact } from "../../interop/logic/export.js";
import type { Saying } from "../../interop/logic/saying.js";
import type { Program } from "../../program/program.js";
import { catalogueOf } from "../../read/catalogue.js";
import { moment } from "../../read/event.js";
import type { Scope } from "../../read/scope.js";
import { condition } from "../../read/test.js";
import { value } from "../../read/value.js";
import { readEn } from "../../read/wording/en.js";
import { readZh } from "../../read/wording/zh.js";
import type { Declaration } from "../../syntax/tree.js";
import { exportWording } from "../wording/export.js";

/** What facts are, in the sentences of the read-back. */
export function sentences(
  program: Program,
  declarations: readonly Declaration[],
): (fact: ExportedFact) => { readonly en: string; readonly zh: string } {
  const catalogue = catalogueOf(program, declarations);
  const scopes: Readonly<Record<Language, Scope>> = {
    en: { words: readEn, catalogue, event: null, scores: null, triggers: [], condition },
    zh: { words: readZh, catalogue, event: null, scores: null, triggers: [], condition },
  };
  const say = ({ saying, phrase }: ExportedFact, language: Language): string =>
    saying === null ? phrase : told(saying, scopes[language], language);
  return (fact) => ({ en: say(fact, "en"), zh: say(fact, "zh") });
}

function told(saying: Saying, scope: Scope, language: Language): string {
  const words = exportWording[language];
  switch (saying.is) {
    case "now":
    case "today":
      return words[saying.is];
    case "instant":
    case "date":
      return words[saying.is](moment(saying.moment, scope).text);
    case "shifted":
      return words.shifted(told(saying.of, scope, language), saying.months);
    case "value":
      return value(saying.expr, scope);
    case "test":
      return condition(saying.expr, scope);
  }
}
