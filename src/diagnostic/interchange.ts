import { type DocumentMessages, documentEn, documentZh } from "./interchange/document.js";
import { type LogicMessages, logicEn, logicZh } from "./interchange/logic.js";
import type { Catalogue, Language, Wording } from "./wording.js";

/** What can be wrong with a document to be imported. */
export type InterchangeMessages = DocumentMessages & LogicMessages;

const wordings: Readonly<Record<Language, Catalogue<InterchangeMessages>>> = {
  en: { ...documentEn, ...logicEn },
  zh: { ...documentZh, ...logicZh },
};

/** What is said of a problem in a language. */
export function interchangeWording<C extends keyof InterchangeMessages>(
  { code, args }: { readonly code: C; readonly args: InterchangeMessages[C] },
  language: Language,
): Wording {
  return wordings[language][code](args);
}
