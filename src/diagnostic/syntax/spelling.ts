import type { Catalogue } from "../wording.js";

/** Letters, names, texts and the limits of a file. */
export interface SpellingMessages {
  "bidi-control": { readonly code: string };
  "invisible-character": { readonly code: string };
  "unknown-character": { readonly written: string; readonly code: string };
  "currency-sign": { readonly written: string };
  semicolon: Record<string, never>;
  "comment-form": { readonly written: string };
  "square-bracket": { readonly written: string; readonly right: string };
  "mixed-scripts": { readonly name: string; readonly letters: string };
  "foreign-script": { readonly name: string; readonly letters: string };
  "bad-quoted-name": { readonly name: string };
  "digit-name": { readonly written: string };
  "reserved-word": { readonly written: string };
  misspelt: { readonly written: string; readonly near: string };
  "unclosed-text": { readonly written: string };
  "unclosed-name": { readonly written: string };
  "bad-escape": { readonly written: string };
  "hole-unclosed": Record<string, never>;
  "hole-empty": Record<string, never>;
  "hole-full-width": { readonly written: string };
  "brace-alone": Record<string, never>;
  "name-too-long": { readonly length: number; readonly limit: number };
  "list-too-long": { readonly items: number; readonly limit: number };
  "nesting-too-deep": { readonly limit: number };
  "declaration-too-large": { readonly nodes: number; readonly limit: number };
}

export const spellingEn: Catalogue<SpellingMessages> = {
  "bidi-control": ({ code }) => ({
    message: `there is an invisible character here (${code}) that makes the text look different from what it is`,
    fix: "Delete it; it usually comes from pasting out of a chat or a document.",
  }),
  "invisible-character": ({ code }) => ({
    message: `there is an invisible character here (${code})`,
    fix: "Delete it; it usually comes from pasting out of a chat or a document.",
  }),
  "unknown-character": ({ written, code }) => ({
    message: `\`${written}\` (${code}) has no meaning in a strategy file`,
    fix: 'Delete it, or put it in quotes if it belongs to a text: `"…"`.',
  }),
  "currency-sign": ({ written }) => ({
    message: `\`${written}\` does not say which currency`,
    fix: "Write the amount and then the currency's code, such as `20 CNY`.",
  }),
  semicolon: () => ({
    message: "clauses do not end with `;`",
    fix: "Delete it; a new line is enough.",
  }),
  "comment-form": ({ written }) => ({
    message: `\`${written}\` does not start a comment`,
    fix: "Start each line of a comment with `//`.",
  }),
  "square-bracket": ({ written, right }) => ({
    message: `\`${written}\` is not a bracket of this language`,
    fix: `Write \`${right}\`.`,
  }),
  "mixed-scripts": ({ name, letters }) => ({
    message: `the name \`${name}\` mixes alphabets: \`${letters}\` comes from another one than the rest`,
    fix: "Type the name again with Latin letters, Chinese characters, digits and `_` only.",
  }),
  "foreign-script": ({ name, letters }) => ({
    message: `the name \`${name}\` has letters that names cannot have: \`${letters}\``,
    fix: 'Use Latin letters without accents, Chinese characters, digits and `_`; any script may stand in a label: `"…"`.',
  }),
  "bad-quoted-name": ({ name }) => ({
    message: `\`${name}\` cannot be a name`,
    fix: "Between back-quotes, write letters, digits and `_`, without blanks.",
  }),
  "digit-name": ({ written }) => ({
    message: `the name \`${written}\` starts with a digit`,
    fix: `Put back-quotes around it: \`${written}\`.`,
  }),
  misspelt: ({ written, near }) => ({
    message: `\`${written}\` is not a word of the language`,
    fix: `Did you mean \`${near}\`?`,
  }),
  "reserved-word": ({ written }) => ({
    message: `\`${written}\` is a word of the language, so it cannot be a name as it stands`,
    fix: `Choose another name, or put back-quotes around it: \`${written}\`.`,
  }),
  "unclosed-text": () => ({
    message: "this text is not closed on its line",
    fix: 'Add the closing quote: `"…"`; write `\\n` where the message should break a line.',
  }),
  "unclosed-name": () => ({
    message: "this name in back-quotes is not closed",
    fix: "Add the closing back-quote after the name.",
  }),
  "bad-escape": ({ written }) => ({
    message: `\`${written}\` means nothing in a text`,
    fix: "Write `\\\\` for a backslash; the others are `\\\"`, `\\'`, `\\n` and `\\t`.",
  }),
  "hole-unclosed": () => ({
    message: "this hole is not closed inside its text",
    fix: "Add `}` after it; inside a hole, write texts in single quotes: `{user.nickname if unknown 'friend'}`. For a brace in the message write `{{`.",
  }),
  "hole-empty": () => ({
    message: "this hole has nothing in it",
    fix: "Write what to fill in, such as `{user.nickname if unknown 'friend'}`; for a brace in the message write `{{`.",
  }),
  "hole-full-width": ({ written }) => ({
    message: `\`${written}\` in full-width braces would be sent to people as it stands`,
    fix: "If it is a hole, write it in plain braces `{…}`.",
  }),
  "brace-alone": () => ({
    message: "this `}` closes no hole",
    fix: "Delete it, or write `}}` for a brace in the message.",
  }),
  "name-too-long": ({ length, limit }) => ({
    message: `this name has ${length} letters, and ${limit} are allowed`,
    fix: 'Choose a shorter name, and put what people should read in its label: `"…"`.',
  }),
  "list-too-long": ({ items, limit }) => ({
    message: `this list has ${items} items, and ${limit} are allowed`,
    fix: "Split it, or load the list as a field of the profile.",
  }),
  "nesting-too-deep": ({ limit }) => ({
    message: `more than ${limit} brackets or operators lie inside each other here`,
    fix: "Give the inner parts names of their own with `tag fact`, and use those.",
  }),
  "declaration-too-large": ({ nodes, limit }) => ({
    message: `this declaration has ${nodes} parts, and ${limit} are allowed`,
    fix: "Split it into several declarations.",
  }),
};

export const spellingZh: Catalogue<SpellingMessages> = {
  "bidi-control": ({ code }) => ({
    message: `这里有一个看不见的控制字符（${code}），会让文字看起来和实际不一样`,
    fix: "请删掉它；它通常是从聊天软件或文档里粘贴带过来的。",
  }),
  "invisible-character": ({ code }) => ({
    message: `这里有一个看不见的字符（${code}）`,
    fix: "请删掉它；它通常是从聊天软件或文档里粘贴带过来的。",
  }),
  "unknown-character": ({ written, code }) => ({
    message: `策略文件里不能直接写 \`${written}\`（${code}）`,
    fix: '请删掉；如果它是文案的一部分，请放进引号：`"…"`。',
  }),
  "currency-sign": ({ written }) => ({
    message: `\`${written}\` 没有说明是哪种货币`,
    fix: "请先写金额，再写货币代码，例如 `20 CNY`。",
  }),
  semicolon: () => ({
    message: "子句末尾不需要分号",
    fix: "请删掉分号，换行即可。",
  }),
  "comment-form": ({ written }) => ({
    message: `注释不能用 \`${written}\` 开头`,
    fix: "请在每行注释前写 `//`。",
  }),
  "square-bracket": ({ written, right }) => ({
    message: `这里不能用 \`${written}\``,
    fix: `请改成 \`${right}\`。`,
  }),
  "mixed-scripts": ({ name, letters }) => ({
    message: `名称 \`${name}\` 混用了不同文字的字母：\`${letters}\` 只是看起来一样`,
    fix: "请重新输入这个名称，只用英文字母、汉字、数字和 `_`。",
  }),
  "foreign-script": ({ name, letters }) => ({
    message: `名称 \`${name}\` 里有不能用的字母：\`${letters}\``,
    fix: '名称只能用英文字母、汉字、数字和 `_`；其他文字可以写在显示名里：`"…"`。',
  }),
  "bad-quoted-name": ({ name }) => ({
    message: `\`${name}\` 不能用作名称`,
    fix: "反引号之间请只写字母、汉字、数字和 `_`，不要有空格。",
  }),
  "digit-name": ({ written }) => ({
    message: `名称 \`${written}\` 以数字开头`,
    fix: `请加上反引号：\`${written}\`。`,
  }),
  misspelt: ({ written, near }) => ({
    message: `语言里没有 \`${written}\` 这个词`,
    fix: `是不是想写 \`${near}\`？`,
  }),
  "reserved-word": ({ written }) => ({
    message: `\`${written}\` 是语言里的词，不能直接当名称`,
    fix: `请换一个名称，或加上反引号：\`${written}\`。`,
  }),
  "unclosed-text": () => ({
    message: "这段文字在本行没有结束引号",
    fix: '请补上结束引号：`"…"`；文案里要换行，请写 `\\n`。',
  }),
  "unclosed-name": () => ({
    message: "这个反引号里的名称没有结束",
    fix: "请在名称后面补上反引号。",
  }),
  "bad-escape": ({ written }) => ({
    message: `文字里的 \`${written}\` 没有意义`,
    fix: "要写反斜杠请用 `\\\\`；其他可用的有 `\\\"`、`\\'`、`\\n` 和 `\\t`。",
  }),
  "hole-unclosed": () => ({
    message: "这个占位没有在文案里结束",
    fix: "请补上 `}`；占位里的文字请用单引号：`{user.nickname if unknown '朋友'}`。文案里要写花括号，请用 `{{`。",
  }),
  "hole-empty": () => ({
    message: "这个占位是空的",
    fix: "请写明要填什么，例如 `{user.nickname if unknown '朋友'}`；文案里要写花括号，请用 `{{`。",
  }),
  "hole-full-width": ({ written }) => ({
    message: `\`${written}\` 用了全角花括号，会原样发给用户`,
    fix: "如果它是占位，请改用半角花括号 `{…}`。",
  }),
  "brace-alone": () => ({
    message: "这个 `}` 前面没有对应的 `{`",
    fix: "请删掉；文案里要写花括号，请用 `}}`。",
  }),
  "name-too-long": ({ length, limit }) => ({
    message: `这个名称有 ${length} 个字符，最多 ${limit} 个`,
    fix: '请换一个短的名称，给人看的内容写在显示名里：`"…"`。',
  }),
  "list-too-long": ({ items, limit }) => ({
    message: `这个列表有 ${items} 项，最多 ${limit} 项`,
    fix: "请拆开，或把名单作为用户字段导入。",
  }),
  "nesting-too-deep": ({ limit }) => ({
    message: `这里的括号或运算套了超过 ${limit} 层`,
    fix: "请把里面的部分用 `tag fact` 单独起名，再引用它。",
  }),
  "declaration-too-large": ({ nodes, limit }) => ({
    message: `这个声明有 ${nodes} 个部分，最多 ${limit} 个`,
    fix: "请拆成几个声明。",
  }),
};
