import { type CheckMessages, checkEn, checkZh } from "./check.js";
import type { Code, Diagnostic } from "./diagnostic.js";
import { type SyntaxMessages, syntaxEn, syntaxZh } from "./syntax.js";
import type { Language, Wording } from "./wording.js";

/** Every code with the arguments of its wording: one interface per stage. */
export type Messages = SyntaxMessages & CheckMessages;

const wordings: { readonly [L in Language]: { readonly [C in Code]: (args: Messages[C]) => Wording } } = {
  en: { ...syntaxEn, ...checkEn },
  zh: { ...syntaxZh, ...checkZh },
};

/** All codes, in the order of the stages. */
export const codes: readonly Code[] = Object.keys(wordings.en) as Code[];

/** What a diagnostic says in a language. */
export function wordingOf<C extends Code>(diagnostic: Diagnostic<C>, language: Language): Wording {
  return wordings[language][diagnostic.code](diagnostic.args);
}
