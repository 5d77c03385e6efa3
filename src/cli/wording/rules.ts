import type { Language } from "../../diagnostic/wording.js";

export interface RulesWording {
  /** Over the list. */
  readonly all: string;
  readonly error: string;
  readonly warning: string;
  readonly example: string;
  readonly says: string;
  readonly mended: string;
  readonly unseen: string;
  readonly next: string;
  /** How bad it is, behind the code of a rule. */
  readonly inBrackets: (severity: string) => string;
}

const en: RulesWording = {
  all: "What `check` proves without any data. Only what is proved is said; what may be is left open.",
  error: "error",
  warning: "warning",
  example: "Example",
  says: "`check` says",
  mended: "Mended",
  unseen: "Not seen: ",
  next: "next, for example: ",
  inBrackets: (severity) => ` (${severity})`,
};

const zh: RulesWording = {
  all: "`check` 不用数据就能证明的事。只报能证明的；说不准的不报。",
  error: "错误",
  warning: "警告",
  example: "例子",
  says: "`check` 会说",
  mended: "改好之后",
  unseen: "看不到的：",
  next: "下一步，例如：",
  inBrackets: (severity) => `（${severity}）`,
};

export const rulesWording: Readonly<Record<Language, RulesWording>> = { en, zh };
