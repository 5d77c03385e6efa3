import type { Catalogue } from "./wording.js";

/** The arguments of each code that reading a text can give. */
export interface SyntaxMessages {
  "not-yet": { construct: string };
}

export const syntaxEn: Catalogue<SyntaxMessages> = {
  "not-yet": ({ construct }) => ({
    message: `\`${construct}\` is not supported yet`,
    fix: "Leave it out for now; the language tour lists what works today.",
  }),
};

export const syntaxZh: Catalogue<SyntaxMessages> = {
  "not-yet": ({ construct }) => ({
    message: `暂不支持 \`${construct}\``,
    fix: "请先去掉这一部分；语言导览列出了目前可用的写法。",
  }),
};
