import { type HistoryMessages, historyEn, historyZh } from "./syntax/history.js";
import { type PhraseMessages, phrasesEn, phrasesZh } from "./syntax/phrases.js";
import { type SpellingMessages, spellingEn, spellingZh } from "./syntax/spelling.js";
import { type StrategyMessages, strategyEn, strategyZh } from "./syntax/strategy.js";
import { type StructureMessages, structureEn, structureZh } from "./syntax/structure.js";
import type { Catalogue } from "./wording.js";

/** The arguments of each code that reading a text can give. */
export type SyntaxMessages = SpellingMessages & StructureMessages & PhraseMessages & HistoryMessages & StrategyMessages;

export const syntaxEn: Catalogue<SyntaxMessages> = {
  ...spellingEn,
  ...structureEn,
  ...phrasesEn,
  ...historyEn,
  ...strategyEn,
};

export const syntaxZh: Catalogue<SyntaxMessages> = {
  ...spellingZh,
  ...structureZh,
  ...phrasesZh,
  ...historyZh,
  ...strategyZh,
};
