import { calendarFileEn, calendarFileZh } from "./calendar.js";
import { checkEn, checkZh } from "./check.js";
import { dataEn, dataZh } from "./data.js";
import type { Code, Diagnostic } from "./diagnostic.js";
import { fileEn, fileZh } from "./file.js";
import type { Messages } from "./messages.js";
import { syntaxEn, syntaxZh } from "./syntax.js";
import type { Language, Wording } from "./wording.js";

const wordings: { readonly [L in Language]: { readonly [C in Code]: (args: Messages[C]) => Wording } } = {
  en: { ...fileEn, ...syntaxEn, ...checkEn, ...dataEn, ...calendarFileEn },
  zh: { ...fileZh, ...syntaxZh, ...checkZh, ...dataZh, ...calendarFileZh },
};

/** All codes, in the order of the stages. */
export const codes: readonly Code[] = Object.keys(wordings.en) as Code[];

/** What a diagnostic says in a language. */
export function wordingOf<C extends Code>(diagnostic: Diagnostic<C>, language: Language): Wording {
  return wordings[language][diagnostic.code](diagnostic.args);
}
