import { calendarFileEn, calendarFileZh } from "./calendar.js";
import { calibrationEn, calibrationZh } from "./calibration.js";
import { checkEn, checkZh } from "./check.js";
import { dataEn, dataZh } from "./data.js";
import type { Code, Diagnostic } from "./diagnostic.js";
import { fileEn, fileZh } from "./file.js";
import type { Messages } from "./messages.js";
import { scenarioEn, scenarioZh } from "./scenario.js";
import { syntaxEn, syntaxZh } from "./syntax.js";
import type { Language, Wording } from "./wording.js";

const wordings: { readonly [L in Language]: { readonly [C in Code]: (args: Messages[C]) => Wording } } = {
  en: { ...fileEn, ...syntaxEn, ...checkEn, ...dataEn, ...calendarFileEn, ...calibrationEn, ...scenarioEn },
  zh: { ...fileZh, ...syntaxZh, ...checkZh, ...dataZh, ...calendarFileZh, ...calibrationZh, ...scenarioZh },
};

/** All codes, in the order of the stages. */
export const codes: readonly Code[] = Object.keys(wordings.en) as Code[];

/** What a diagnostic says in a language. */
export function wordingOf<C extends Code>(diagnostic: Diagnostic<C>, language: Language): Wording {
  return wordings[language][diagnostic.code](diagnostic.args);
}
