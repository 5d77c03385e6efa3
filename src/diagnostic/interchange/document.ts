import type { Diagnostic } from "../diagnostic.js";
import type { Catalogue, Wording } from "../wording.js";
import { line, listEn, listZh } from "./shown.js";

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

/** What can be wrong with the form of a document to be imported. `got` is a value as JSON, shortened. */
export interface DocumentMessages {
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

export const documentEn: Catalogue<DocumentMessages> = {
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
};

export const documentZh: Catalogue<DocumentMessages> = {
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
};
