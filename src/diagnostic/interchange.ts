import type { Diagnostic } from "./diagnostic.js";
import type { Catalogue, Language, Wording } from "./wording.js";

/** What a value of a document must be: a plain kind, a whole number in a range, or what its pattern says. */
export type NeededJson =
  | "text"
  | "name"
  | "boolean"
  | "list"
  | "object"
  | { readonly whole: { readonly least: number; readonly most: number } }
  | { readonly says: string };

/** The documents that `touchline import` reads. */
export type DocumentKind = "tree" | "json-logic";

/** What can be wrong with a document to be imported. `got` is a value as JSON, shortened. */
export interface InterchangeMessages {
  "not-json": { readonly reason: string };
  /** `limit` in bytes. */
  "document-too-large": { readonly limit: number };
  "other-document": { readonly needs: DocumentKind };
  "other-version": { readonly got: string; readonly version: number };
  "wrong-json": { readonly path: string; readonly needs: NeededJson; readonly got: string };
  "not-one-of": {
    readonly path: string;
    readonly got: string;
    readonly near: string | null;
    readonly known: readonly string[];
  };
  "missing-member": { readonly path: string; readonly name: string };
  "unknown-member": {
    readonly path: string;
    readonly name: string;
    readonly near: string | null;
    readonly known: readonly string[];
  };
  "list-too-short": { readonly path: string; readonly least: number };
  "nested-too-deep": { readonly path: string };
  "bad-file-name": { readonly path: string; readonly got: string };
  "file-twice": { readonly path: string; readonly file: string };
  /** `text` is what it would be written as, `diagnostic` what is said of that. */
  "cannot-be-written": { readonly path: string; readonly text: string; readonly diagnostic: Diagnostic | null };

  // A rule of JSON Logic that the language cannot say; `phrase` is the piece of it, as JSON.
  "logic-operator": Piece & { readonly op: string; readonly near: string | null };
  "logic-list": Piece & { readonly op: string };
  "logic-no-word": Piece & { readonly op: string };
  "logic-arguments": Piece & { readonly op: string; readonly got: number };
  "logic-name": Piece & { readonly got: string };
  "logic-unknown-name": Piece & { readonly name: string; readonly near: string | null };
  "logic-value": Piece & { readonly got: string };
  "logic-choice": Piece;
  "logic-kinds": Piece & { readonly left: LogicKind; readonly right: LogicKind };
  "logic-order": Piece & { readonly kind: LogicKind };
  "logic-no-member": Piece & { readonly got: string; readonly near: string | null; readonly known: readonly string[] };
  "logic-too-fine": Piece & { readonly got: string };
  "logic-units": Piece;
  "logic-division": Piece;
  "logic-empty-text": Piece;
  "logic-never": Piece;
  /** The checker does not accept what a rule says: `message` is its own word. */
  "logic-unsound": Piece & { readonly who: string; readonly message: string };
}

interface Piece {
  readonly path: string;
  readonly phrase: string;
}

/** Kinds of values in a rule. */
export type LogicKind = "number" | "text" | "boolean" | "choice" | "date" | "instant" | "null";

export type LogicProblemCode = Extract<keyof InterchangeMessages, `logic-${string}`>;

const SHOWN = 12;

const codes = (names: readonly string[], comma: string, more: string): string =>
  names
    .slice(0, SHOWN)
    .map((name) => `\`${name}\``)
    .join(comma) + (names.length > SHOWN ? more : "");

const listEn = (names: readonly string[]): string => codes(names, ", ", ", …");
const listZh = (names: readonly string[]): string => codes(names, "、", "……");

/** One line of a text, short enough to show. */
function line(text: string): string {
  const [first = ""] = text.split("\n");
  return first.length > 80 ? `${first.slice(0, 79)}…` : first;
}

const neededEn: Readonly<Record<NeededJson & string, readonly [string, string]>> = {
  text: ["text", '"…"'],
  name: ["a name", '"pay"'],
  boolean: ["true or false", "true"],
  list: ["a list", "[…]"],
  object: ["an object", '{ "is": … }'],
};

const neededZh: Readonly<Record<NeededJson & string, readonly [string, string]>> = {
  text: ["文本", '"…"'],
  name: ["名称", '"pay"'],
  boolean: ["true 或 false", "true"],
  list: ["列表", "[…]"],
  object: ["对象", '{ "is": … }'],
};

function needEn(needs: NeededJson): readonly [string, string] {
  if (typeof needs === "string") return neededEn[needs];
  if ("says" in needs) return [`${needs.says}, as text`, '"7"'];
  return [`a whole number from ${needs.whole.least} to ${needs.whole.most}`, String(needs.whole.least + 1)];
}

function needZh(needs: NeededJson): readonly [string, string] {
  if (typeof needs === "string") return neededZh[needs];
  if ("says" in needs) return [saysZh[needs.says] ?? needs.says, '"7"'];
  return [`${needs.whole.least} 到 ${needs.whole.most} 之间的整数`, String(needs.whole.least + 1)];
}

const saysZh: Readonly<Record<string, string>> = {
  "a decimal number": "写成文本的十进制数",
  "a unit of time, `%`, `points` or a currency": "时间单位、`%`、`points` 或货币代码",
};

const documentsEn: Readonly<Record<DocumentKind, Wording>> = {
  tree: {
    message: 'this is no tree of strategy files: it does not begin with `"touchline": "tree"`',
    fix: "Give what `touchline export --to tree` writes, or what `grammar/tree.schema.json` describes.",
  },
  "json-logic": {
    message: "this is neither a JSON Logic rule nor what `touchline export --to json-logic` writes",
    fix: 'Give a rule, such as {">=": [{"var": "user.age"}, 18]}.',
  },
};

const documentsZh: Readonly<Record<DocumentKind, Wording>> = {
  tree: {
    message: '这不是策略文件的语法树：开头没有 `"touchline": "tree"`',
    fix: "请给 `touchline export --to tree` 写出的内容，格式见 `grammar/tree.schema.json`。",
  },
  "json-logic": {
    message: "这既不是 JSON Logic 规则，也不是 `touchline export --to json-logic` 写出的内容",
    fix: '请给一条规则，例如 {">=": [{"var": "user.age"}, 18]}。',
  },
};

const kindsEn: Readonly<Record<LogicKind, string>> = {
  number: "a number",
  text: "a text",
  boolean: "true or false",
  choice: "a choice",
  date: "a date",
  instant: "an instant",
  null: "`null`",
};

const kindsZh: Readonly<Record<LogicKind, string>> = {
  number: "数字",
  text: "文本",
  boolean: "true 或 false",
  choice: "选项",
  date: "日期",
  instant: "时刻",
  null: "`null`",
};

const en: Catalogue<InterchangeMessages> = {
  "not-json": ({ reason }) => ({
    message: `the file is not JSON: ${reason}`,
    fix: "Check that it is complete, and that it is UTF-8.",
  }),
  "document-too-large": ({ limit }) => ({
    message: `the file is larger than ${limit / 1024 / 1024} MiB`,
    fix: "Split it into several documents.",
  }),
  "other-document": ({ needs }) => documentsEn[needs],
  "other-version": ({ got, version }) => ({
    message: `the document has format version ${got}, and this Touchline reads version ${version}`,
    fix: "Write it anew with the Touchline that is to read it.",
  }),
  "wrong-json": ({ path, needs, got }) => ({
    message: `\`${path}\` must be ${needEn(needs)[0]}; ${got} is not`,
    fix: `Write it like this: ${needEn(needs)[1]}.`,
  }),
  "not-one-of": ({ path, got, near, known }) => ({
    message: `\`${path}\` is ${got}, which is none of its values`,
    fix: `${near === null ? "" : `Did you mean \`${near}\`? `}Use one of: ${listEn(known)}.`,
  }),
  "missing-member": ({ path, name }) => ({
    message: `\`${path}\` needs a member \`${name}\``,
    fix: `Add \`"${name}": …\` to it.`,
  }),
  "unknown-member": ({ path, name, near, known }) => ({
    message: `\`${path}\` is not read: \`${name}\` is no member of this object`,
    fix: near === null ? `Take it out. Its members are: ${listEn(known)}.` : `Did you mean \`${near}\`?`,
  }),
  "list-too-short": ({ path, least }) => ({
    message: `\`${path}\` must hold at least ${least}`,
    fix: least > 1 ? "Write the one thing without a list around it, or add another." : "Add one, or take the list out.",
  }),
  "nested-too-deep": ({ path }) => ({
    message: `\`${path.slice(0, 60)}…\` is nested deeper than a strategy file can be`,
    fix: "Give parts of it a name with `tag fact`, and use the names.",
  }),
  "bad-file-name": ({ path, got }) => ({
    message: `\`${path}\` is ${got}, which is no name of a strategy file`,
    fix: 'Write a relative path that ends with `.touch`, such as "schema.touch" or "shop/tags.touch".',
  }),
  "file-twice": ({ path, file }) => ({
    message: `\`${path}\`: a file before it is called \`${file}\` too`,
    fix: "Give each file its own name.",
  }),
  "cannot-be-written": ({ path, text }) => ({
    message: `\`${path}\` says what the language cannot: \`${line(text)}\` would be read differently`,
    fix: "Compare it with what `touchline export --to tree` writes for a similar declaration.",
  }),
  "logic-operator": ({ phrase, op, near }) => ({
    message: `\`${phrase}\`: \`${op}\` is no operator of JSON Logic`,
    fix: near === null ? "Say it with the operators of jsonlogic.com." : `Did you mean \`${near}\`?`,
  }),
  "logic-list": ({ phrase, op }) => ({
    message: `\`${phrase}\` goes through a list with \`${op}\`, and a profile holds no lists`,
    fix: "Say it about events instead, such as `did pay at least 3 times ever`.",
  }),
  "logic-no-word": ({ phrase, op }) => ({
    message: `\`${phrase}\`: the language has no word for \`${op}\``,
    fix: "Compute it before, as a field of the user, and test that field.",
  }),
  "logic-arguments": ({ phrase, op, got }) => ({
    message: `\`${phrase}\`: \`${op}\` does not take ${got === 1 ? "1 argument" : `${got} arguments`}`,
    fix: "Write as many as it takes, in a list.",
  }),
  "logic-name": ({ phrase, got }) => ({
    message: `\`${phrase}\` reads ${got}, which is not the name of one value`,
    fix: 'Name a field of the user, such as {"var": "user.city"}, or an exported fact.',
  }),
  "logic-unknown-name": ({ phrase, name, near }) => ({
    message: `\`${phrase}\`: the project has no field and no fact \`${name}\``,
    fix:
      near === null
        ? "Name a field of the user, such as `user.city`, or a fact that `touchline export --to json-logic` names."
        : `Did you mean \`${near}\`?`,
  }),
  "logic-value": ({ phrase, got }) => ({
    message: `\`${phrase}\` has ${got} where one value must stand`,
    fix: "Compare single values: texts, numbers, true or false.",
  }),
  "logic-choice": ({ phrase }) => ({
    message: `\`${phrase}\` computes a value by cases, which the language does in tests only`,
    fix: 'Move the comparison into the cases: {"if": [test, {"<": [a, 1]}, {"<": [b, 1]}]}.',
  }),
  "logic-kinds": ({ phrase, left, right }) => ({
    message: `\`${phrase}\` sets ${kindsEn[left]} against ${kindsEn[right]}; JSON Logic converts silently, the language never`,
    fix: 'Write both sides as the same kind of value, such as 18 instead of "18".',
  }),
  "logic-order": ({ phrase, kind }) => ({
    message: `\`${phrase}\` orders ${kindsEn[kind]}, which has no smaller and no greater in the language`,
    fix: 'Test for being the same, or for being one of several: {"in": [{"var": "user.city"}, ["a", "b"]]}.',
  }),
  "logic-no-member": ({ phrase, got, near, known }) => ({
    message: `\`${phrase}\`: ${got} is none of the choices`,
    fix: near === null ? `Use one of: ${listEn(known)}.` : `Did you mean \`${near}\`?`,
  }),
  "logic-too-fine": ({ phrase, got }) => ({
    message: `\`${phrase}\`: ${got} is finer than the smallest unit of what it is compared with`,
    fix: "Round it to the smallest unit that can be stored.",
  }),
  "logic-units": ({ phrase }) => ({
    message: `\`${phrase}\` sets an exported fact, in its stored unit, against a field of the user as it is given`,
    fix: "Use exported facts on both sides; each field of the user is one, too.",
  }),
  "logic-division": ({ phrase }) => ({
    message: `\`${phrase}\` divides by what may be 0 or leaves no exact decimal`,
    fix: "Multiply the other side of the comparison instead.",
  }),
  "logic-empty-text": ({ phrase }) => ({
    message: `\`${phrase}\` may look for an empty text, which JSON Logic finds in some texts and not in others`,
    fix: "Look for a text of at least one character that is written down.",
  }),
  "logic-never": () => ({
    message: "the rule never holds, whoever the user is",
    fix: "Leave the strategy out, or write when it should hold.",
  }),
  "logic-unsound": ({ who, message }) => ({
    message: `the rule would be \`who ${line(who)}\`, of which the checker says: ${message}`,
    fix: "Change the rule, or write the clause by hand.",
  }),
};

const zh: Catalogue<InterchangeMessages> = {
  "not-json": ({ reason }) => ({
    message: `文件不是 JSON：${reason}`,
    fix: "请检查文件是否完整、是否为 UTF-8。",
  }),
  "document-too-large": ({ limit }) => ({
    message: `文件超过 ${limit / 1024 / 1024} MiB`,
    fix: "请拆成几个文档。",
  }),
  "other-document": ({ needs }) => documentsZh[needs],
  "other-version": ({ got, version }) => ({
    message: `文档的格式版本是 ${got}，当前的 Touchline 只支持版本 ${version}`,
    fix: "请用读取方同一版本的 Touchline 重新生成。",
  }),
  "wrong-json": ({ path, needs, got }) => ({
    message: `\`${path}\` 应为${needZh(needs)[0]}，${got} 不符合`,
    fix: `请这样写：${needZh(needs)[1]}。`,
  }),
  "not-one-of": ({ path, got, near, known }) => ({
    message: `\`${path}\` 的值是 ${got}，没有这个取值`,
    fix: `${near === null ? "" : `是不是想写 \`${near}\`？`}可用的有：${listZh(known)}。`,
  }),
  "missing-member": ({ path, name }) => ({
    message: `\`${path}\` 缺少成员 \`${name}\``,
    fix: `请补上 \`"${name}": …\`。`,
  }),
  "unknown-member": ({ path, name, near, known }) => ({
    message: `\`${path}\` 不会被读取：这个对象没有成员 \`${name}\``,
    fix: near === null ? `请去掉它。可用的成员有：${listZh(known)}。` : `是不是想写 \`${near}\`？`,
  }),
  "list-too-short": ({ path, least }) => ({
    message: `\`${path}\` 至少要有 ${least} 项`,
    fix: least > 1 ? "只有一项时不用列表，直接写这一项；或再补一项。" : "请补上一项，或去掉这个列表。",
  }),
  "nested-too-deep": ({ path }) => ({
    message: `\`${path.slice(0, 60)}…\` 嵌套得太深，策略文件写不下`,
    fix: "请用 `tag fact` 给其中一部分起名字，再引用名字。",
  }),
  "bad-file-name": ({ path, got }) => ({
    message: `\`${path}\` 的值是 ${got}，不能用作策略文件名`,
    fix: '请写以 `.touch` 结尾的相对路径，例如 "schema.touch" 或 "shop/tags.touch"。',
  }),
  "file-twice": ({ path, file }) => ({
    message: `\`${path}\`：前面已经有文件叫 \`${file}\``,
    fix: "请给每个文件不同的名字。",
  }),
  "cannot-be-written": ({ path, text }) => ({
    message: `\`${path}\` 的内容写不成这门语言：写成 \`${line(text)}\` 会被读成别的意思`,
    fix: "请对照 `touchline export --to tree` 对类似声明写出的内容。",
  }),
  "logic-operator": ({ phrase, op, near }) => ({
    message: `\`${phrase}\`：JSON Logic 没有 \`${op}\` 这个运算`,
    fix: near === null ? "请改用 jsonlogic.com 上列出的运算。" : `是不是想写 \`${near}\`？`,
  }),
  "logic-list": ({ phrase, op }) => ({
    message: `\`${phrase}\` 用 \`${op}\` 遍历列表，而用户资料里没有列表`,
    fix: "请改为对事件的条件，例如 `did pay at least 3 times ever`。",
  }),
  "logic-no-word": ({ phrase, op }) => ({
    message: `\`${phrase}\`：这门语言没有与 \`${op}\` 对应的写法`,
    fix: "请事先算好，存成用户的一个字段，再对该字段设条件。",
  }),
  "logic-arguments": ({ phrase, op, got }) => ({
    message: `\`${phrase}\`：\`${op}\` 不能有 ${got} 个参数`,
    fix: "请按它需要的个数，写成列表。",
  }),
  "logic-name": ({ phrase, got }) => ({
    message: `\`${phrase}\` 读取的是 ${got}，不是某个值的名字`,
    fix: '请写用户字段，例如 {"var": "user.city"}，或导出的事实名。',
  }),
  "logic-unknown-name": ({ phrase, name, near }) => ({
    message: `\`${phrase}\`：项目里没有叫 \`${name}\` 的字段或事实`,
    fix:
      near === null
        ? "请写用户字段，例如 `user.city`，或 `touchline export --to json-logic` 给出的事实名。"
        : `是不是想写 \`${near}\`？`,
  }),
  "logic-value": ({ phrase, got }) => ({
    message: `\`${phrase}\`：应该是单个值的地方写了 ${got}`,
    fix: "请比较单个值：文本、数字、true 或 false。",
  }),
  "logic-choice": ({ phrase }) => ({
    message: `\`${phrase}\` 分情况计算一个值，这门语言只能分情况判断`,
    fix: '请把比较写进每种情况：{"if": [条件, {"<": [a, 1]}, {"<": [b, 1]}]}。',
  }),
  "logic-kinds": ({ phrase, left, right }) => ({
    message: `\`${phrase}\` 拿${kindsZh[left]}和${kindsZh[right]}相比；JSON Logic 会悄悄转换，这门语言不会`,
    fix: '请把两边写成同一种值，例如写 18，不要写 "18"。',
  }),
  "logic-order": ({ phrase, kind }) => ({
    message: `\`${phrase}\` 给${kindsZh[kind]}排大小，这门语言里它没有大小之分`,
    fix: '请判断是否相同，或是否属于几个之一：{"in": [{"var": "user.city"}, ["a", "b"]]}。',
  }),
  "logic-no-member": ({ phrase, got, near, known }) => ({
    message: `\`${phrase}\`：${got} 不在选项里`,
    fix: near === null ? `可用的有：${listZh(known)}。` : `是不是想写 \`${near}\`？`,
  }),
  "logic-too-fine": ({ phrase, got }) => ({
    message: `\`${phrase}\`：${got} 比对方的最小单位还细`,
    fix: "请取整到能保存的最小单位。",
  }),
  "logic-units": ({ phrase }) => ({
    message: `\`${phrase}\` 拿导出的事实（最小单位）和用户字段（原单位）相比`,
    fix: "请两边都用导出的事实；每个用户字段也是一个事实。",
  }),
  "logic-division": ({ phrase }) => ({
    message: `\`${phrase}\` 的除数可能为 0，或除不尽`,
    fix: "请改为把比较的另一边乘上除数。",
  }),
  "logic-empty-text": ({ phrase }) => ({
    message: `\`${phrase}\` 可能在找空文本，JSON Logic 有时找得到、有时找不到`,
    fix: "请写明要找的文本，至少一个字。",
  }),
  "logic-never": () => ({
    message: "这条规则对任何用户都不成立",
    fix: "请去掉这条策略，或写明什么时候成立。",
  }),
  "logic-unsound": ({ who, message }) => ({
    message: `这条规则会写成 \`who ${line(who)}\`，但检查不通过：${message}`,
    fix: "请改规则，或手写这一条。",
  }),
};

const wordings: Readonly<Record<Language, Catalogue<InterchangeMessages>>> = { en, zh };

/** What is said of a problem in a language. */
export function interchangeWording<C extends keyof InterchangeMessages>(
  { code, args }: { readonly code: C; readonly args: InterchangeMessages[C] },
  language: Language,
): Wording {
  return wordings[language][code](args);
}
