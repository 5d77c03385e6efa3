import type { Language } from "../../diagnostic/wording.js";

/** Commands that bring the project to other programs, and back. */
export type ExchangeCommand = "bundle" | "export" | "import";

/** Their arguments and options. */
export interface ExchangeOptions {
  readonly bundleOut: string;
  readonly exportTo: string;
  readonly exportStrategy: string;
  readonly exportOut: string;
  readonly importFile: string;
  readonly importFrom: string;
  readonly importProject: string;
  readonly importOut: string;
}

interface ExchangeHelp {
  readonly commands: Readonly<Record<ExchangeCommand, { readonly about: string; readonly more: string }>>;
  readonly options: ExchangeOptions;
}

const en: ExchangeHelp = {
  commands: {
    bundle: {
      about: "compile the project to one JSON file that a service loads to decide",
      more: `
Example:
  $ touchline bundle my-shop -o program.json

Then, in the service:
  import { loadBundle } from "touchline";`,
    },
    export: {
      about: "write the project for other programs: as a tree, as JSON Logic rules, or as TypeScript types",
      more: `
tree        what the files declare, as JSON; grammar/tree.schema.json, in the package, is its JSON Schema
json-logic  the \`who\` of each strategy as rules over named facts, with a sentence for each fact; what JSON Logic
            cannot say exactly is refused, with the phrase
types       the user and the events as types: a service that passes a wrong profile does not compile

Examples:
  $ touchline export my-shop --to tree
  $ touchline export my-shop --to json-logic --strategy wake
  $ touchline export my-shop --to types --out src/my-shop.ts`,
    },
    import: {
      about: "turn what another program wrote into the language: a tree, or a JSON Logic rule",
      more: `
tree        printed as text; several files are written to the folder that \`--out\` names
json-logic  a rule, or what \`export\` wrote, as \`who\` clauses; a \`var\` names a field of the user, such as
            user.city, or a fact as \`export\` names it. What means anything else in the language is refused,
            with the phrase

Examples:
  $ touchline import shop.json --from tree --out my-shop
  $ touchline import rule.json --from json-logic --project my-shop`,
    },
  },
  options: {
    bundleOut: "the file to write",
    exportTo: "what to write",
    exportStrategy: "only this strategy, with json-logic (repeat the option for several)",
    exportOut: "the file to write (the terminal if left out)",
    importFile: "the JSON file to read",
    importFrom: "what the file holds",
    importProject: "the project whose fields and facts a rule reads",
    importOut: "the folder to write the files of a tree to; it must be new or empty",
  },
};

const zh: ExchangeHelp = {
  commands: {
    bundle: {
      about: "把项目编译成一个 JSON 文件，供服务加载后做决策",
      more: `
示例：
  $ touchline bundle my-shop -o program.json

然后在服务里：
  import { loadBundle } from "touchline";`,
    },
    export: {
      about: "把项目交给别的程序用：语法树、JSON Logic 规则或 TypeScript 类型",
      more: `
tree        文件里声明的内容，以 JSON 给出；它的 JSON Schema 随包附带：grammar/tree.schema.json
json-logic  每条策略的 \`who\`，写成对命名事实的规则，每个事实配一句说明；JSON Logic 无法精确表达的会报错，
            并指出是哪一句
types       用户和事件的类型：服务传错资料就编译不过

示例：
  $ touchline export my-shop --to tree
  $ touchline export my-shop --to json-logic --strategy wake
  $ touchline export my-shop --to types --out src/my-shop.ts`,
    },
    import: {
      about: "把别的程序写出的内容变成这门语言：语法树，或 JSON Logic 规则",
      more: `
tree        打印成文本；有多个文件时写入 \`--out\` 指定的文件夹
json-logic  一条规则，或 \`export\` 写出的内容，变成 \`who\`；\`var\` 里写用户字段（如 user.city）或 \`export\`
            给事实起的名字。意思对不上的会报错，并指出是哪一句

示例：
  $ touchline import shop.json --from tree --out my-shop
  $ touchline import rule.json --from json-logic --project my-shop`,
    },
  },
  options: {
    bundleOut: "要写入的文件",
    exportTo: "要写成什么",
    exportStrategy: "只要这条策略，用于 json-logic（可重复使用）",
    exportOut: "要写入的文件（不写则打印到终端）",
    importFile: "要读的 JSON 文件",
    importFrom: "文件里是什么",
    importProject: "规则读取的字段和事实属于哪个项目",
    importOut: "语法树的文件写入哪个文件夹，必须不存在或为空",
  },
};

export const exchangeHelp: Readonly<Record<Language, ExchangeHelp>> = { en, zh };
