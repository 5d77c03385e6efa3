import type { Language } from "../../diagnostic/wording.js";
import { type DivisionCommand, divisionHelp, type DivisionOptions } from "./division-help.js";
import { type ExchangeCommand, exchangeHelp, type ExchangeOptions } from "./exchange-help.js";
import { testHelp, type TestOptions } from "./test-help.js";
import { type PopulationCommand, populationHelp, type PopulationOptions } from "./population-help.js";

/** What `--help` says. The names of commands and options are the same in every language. */
export interface HelpWording extends PopulationOptions, DivisionOptions, TestOptions, ExchangeOptions {
  readonly headings: Readonly<Record<"Usage:" | "Arguments:" | "Options:" | "Commands:", string>>;
  readonly usage: string;
  readonly about: string;
  readonly commands: Readonly<Record<CommandName, { readonly about: string; readonly more: string }>>;
  readonly dir: string;
  readonly rule: string;
  readonly sampleDir: string;
  readonly initDir: string;
  readonly lang: string;
  readonly help: string;
  readonly helpCommand: string;
  readonly version: string;
  readonly format: string;
  readonly until: string;
  readonly since: string;
  readonly data: string;
  readonly onlyStrategy: string;
  readonly onlyUser: string;
  readonly readStrategy: string;
  readonly oneStrategy: string;
  readonly oneUser: string;
  readonly entries: string;
  readonly out: string;
  readonly onlyCheck: string;
  readonly running: string;
  readonly witness: string;
  readonly users: string;
  readonly days: string;
  readonly seed: string;
  readonly after: string;
  readonly choices: string;
  readonly byDefault: string;
}

export type CommandName =
  | "init"
  | "check"
  | "rules"
  | "read"
  | "fmt"
  | "plan"
  | "explain"
  | "test"
  | "sample"
  | PopulationCommand
  | DivisionCommand
  | ExchangeCommand;

const en: HelpWording = {
  headings: { "Usage:": "Usage:", "Arguments:": "Arguments:", "Options:": "Options:", "Commands:": "Commands:" },
  usage: "[options] <command>",
  about:
    "Strategies as code for user operations: who to touch, when, over which channel, with which benefit and words, and for everybody else, why not. Nothing is ever sent: these commands check, count and explain.",
  ...populationHelp.en.options,
  ...divisionHelp.en.options,
  ...testHelp.en.options,
  ...exchangeHelp.en.options,
  commands: {
    ...populationHelp.en.commands,
    ...divisionHelp.en.commands,
    ...exchangeHelp.en.commands,
    test: testHelp.en.command,
    init: {
      about: "start a small project: a schema, one strategy, a few rows of data",
      more: `
Examples:
  $ touchline init                 in this folder
  $ touchline init my-shop         in a new folder`,
    },
    check: {
      about: "find mistakes in the strategy files, with a fix for each",
      more: `
All \`*.touch\` files under the folder form one project. Data is not read.

Examples:
  $ touchline check my-shop
  $ touchline check my-shop --running program.json     splits may change only as \`was\` says
  $ touchline check my-shop --witness wake      makes up a user whom the strategy would find
  $ touchline check my-shop --format github     annotations on a pull request
  $ touchline check my-shop --format json | jq '.diagnostics[].message'`,
    },
    rules: {
      about: "what `check` proves without any data, each with an example, its message, and the mended text",
      more: `
Examples:
  $ touchline rules
  $ touchline rules dead-who`,
    },
    read: {
      about: "say every declaration back as sentences, to check that the files mean what was meant",
      more: `
The sentences are made from the files themselves and add nothing. Conditions are numbered as \`explain\` numbers them.

Examples:
  $ touchline read my-shop
  $ touchline read my-shop --lang zh --strategy wake
  $ touchline read my-shop --format json | jq -r '.declarations[].sentence'`,
    },
    fmt: {
      about: "set the strategy files in the one layout of the language",
      more: `
Only the layout changes, never the meaning; comments stay where they are. A file with an error is left as it is.

Examples:
  $ touchline fmt my-shop
  $ touchline fmt my-shop --check               changes nothing; ends with 1 if a file would change`,
    },
    plan: {
      about: "dry run over the whole population: who would be touched, who not and why, at what cost",
      more: `
Every user is judged at each occurrence in the interval after \`--since\` up to and including \`--until\`.
What was sent before, and who has opted out, is read from \`--entries\`: what \`--out\` of an earlier run wrote, with more lines like
  {"user":"u42","kind":"opt_out","at":"2026-06-18T09:00:00Z","channel":"sms"}

Examples:
  $ touchline plan my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline plan my-shop --until 2026-06-18T12:00:00Z --out decisions.jsonl
  $ touchline plan my-shop --until 2026-06-19T12:00:00Z --entries decisions.jsonl
  $ touchline plan my-shop --until 2026-06-18T12:00:00Z --strategy wake --user u42`,
    },
    explain: {
      about: "why one user is, or is not, touched by one strategy",
      more: `
Goes gate by gate at each occurrence in the interval; within \`who\`, clause by clause, with the value seen and the
value needed; then what fills a cap, who won, what is left, and what came later: cancellations and further steps.
Personal data (\`pii\`) shows only as known or unknown. What was sent before is read from \`--entries\`, as by \`plan\`.

Examples:
  $ touchline explain my-shop --user u42 --strategy wake --until 2026-06-18T20:00:00+08:00
  $ touchline explain my-shop --user u42 --strategy wake --until 2026-06-19T20:00:00+08:00 --entries decisions.jsonl`,
    },
    sample: {
      about: "write a synthetic shop to play with: users, 90 days of events, some dirty rows",
      more: `
The same seed always gives the same shop.

Examples:
  $ touchline sample big-shop
  $ touchline sample big-shop --users 1000000 --seed 7`,
    },
  },
  dir: "the project's folder (this folder if left out)",
  rule: "the rule to read about, such as dead-who (all are listed if left out)",
  sampleDir: "the folder to write to; it must be new or empty",
  initDir: "the folder to start in (this folder if left out)",
  lang: "language of messages; from LC_ALL or LANG if left out",
  help: "show this help",
  helpCommand: "show the help of a command",
  version: "show the version",
  format: "form of the output",
  until: "end of the interval, included: an instant with its zone, such as 2026-06-18T20:00:00+08:00",
  since: "start of the interval, excluded; 24 hours before --until if left out",
  data: "folder that the files named in data.yaml are looked up in (the project's folder if left out)",
  onlyStrategy: "only this strategy (repeat the option for several)",
  onlyUser: "only this user (repeat the option for several)",
  readStrategy: "only this strategy (repeat the option for several)",
  oneStrategy: "the strategy to explain",
  oneUser: "the user's id",
  entries: "what was recorded before: earlier touches, opt-outs, receipts; one JSON object per line",
  out: "also write what is decided to this file, one JSON object per line: touches, ghosts, cancellations",
  onlyCheck: "change nothing, only list the files that would change",
  running: "the bundle that is running now: its splits may change only as `was` says",
  witness: "show an example of a user whom this strategy wants, built without data; with json as `decide` takes it",
  users: "how many users",
  days: "how many days of events",
  seed: "number that the random choices start from",
  after: `
Start here:
  $ touchline init my-shop
  $ touchline check my-shop
  $ touchline help plan

Exit codes:
  0  everything is fine
  1  the project or the data is wrong
  2  the command was called wrongly, or a file cannot be read or written
  130  stopped with Ctrl-C; nothing was written`,
  choices: "one of",
  byDefault: "default",
};

const zh: HelpWording = {
  headings: { "Usage:": "用法：", "Arguments:": "参数：", "Options:": "选项：", "Commands:": "命令：" },
  usage: "[选项] <命令>",
  about:
    "把用户运营策略写成代码：什么时候、触达谁、走哪个渠道、给什么权益、说什么话；没被触达的人，也说得清原因。\n这些命令只做检查、测算和解释，不会真的发送任何消息。",
  ...populationHelp.zh.options,
  ...divisionHelp.zh.options,
  ...testHelp.zh.options,
  ...exchangeHelp.zh.options,
  commands: {
    ...populationHelp.zh.commands,
    ...divisionHelp.zh.commands,
    ...exchangeHelp.zh.commands,
    test: testHelp.zh.command,
    init: {
      about: "新建一个小项目：数据结构、一条策略、几行数据",
      more: `
示例：
  $ touchline init                 在当前文件夹
  $ touchline init my-shop         新建一个文件夹`,
    },
    check: {
      about: "检查策略文件，指出每处错误和改法",
      more: `
文件夹里所有 \`*.touch\` 文件合起来是一个项目。本命令不读数据。

示例：
  $ touchline check my-shop
  $ touchline check my-shop --running program.json     对照线上版本，分流占比只能按 \`was\` 调整
  $ touchline check my-shop --witness wake      举例说明策略要找什么样的人
  $ touchline check my-shop --format github     在合并请求上逐行标注
  $ touchline check my-shop --format json | jq '.diagnostics[].message'`,
    },
    rules: {
      about: "`check` 不用数据就能证明的事：每条都有例子、报错和改好的写法",
      more: `
示例：
  $ touchline rules
  $ touchline rules dead-who`,
    },
    read: {
      about: "把每条声明读成一句句话，方便核对写的是不是想要的",
      more: `
这些话直接由策略文件生成，不增不减。条件的编号和 \`explain\` 里的一致。

示例：
  $ touchline read my-shop
  $ touchline read my-shop --lang zh --strategy wake
  $ touchline read my-shop --format json | jq -r '.declarations[].sentence'`,
    },
    fmt: {
      about: "把策略文件排成统一的格式",
      more: `
只改排版，不改意思；注释留在原处。有错误的文件不动。

示例：
  $ touchline fmt my-shop
  $ touchline fmt my-shop --check               不改文件；有文件要改时以 1 退出`,
    },
    plan: {
      about: "对全体用户试算：会触达谁、不触达谁、为什么、要花多少钱",
      more: `
时间区间从 \`--since\` 之后起，到 \`--until\` 为止（含）；区间内每到一个触发时刻，逐个用户判断。
以前发过什么、谁退订过，从 \`--entries\` 读入：可以用上一次 \`--out\` 写出的文件，再加上这样的行：
  {"user":"u42","kind":"opt_out","at":"2026-06-18T09:00:00Z","channel":"sms"}

示例：
  $ touchline plan my-shop --until 2026-06-18T20:00:00+08:00
  $ touchline plan my-shop --until 2026-06-18T12:00:00Z --out decisions.jsonl
  $ touchline plan my-shop --until 2026-06-19T12:00:00Z --entries decisions.jsonl
  $ touchline plan my-shop --until 2026-06-18T12:00:00Z --strategy wake --user u42`,
    },
    explain: {
      about: "解释某个用户为什么会、或为什么不会被某条策略触达",
      more: `
对区间内的每个触发时刻，逐关说明；在 \`who\` 里逐条说明，给出实际值和要求值；还说明频次上限被哪些触达占满、
让给了谁、还剩多少，以及之后的取消和后续步骤。个人信息（\`pii\`）只显示“已知”或“未知”。
以前的触达和退订从 \`--entries\` 读取，与 \`plan\` 相同。

示例：
  $ touchline explain my-shop --user u42 --strategy wake --until 2026-06-18T20:00:00+08:00
  $ touchline explain my-shop --user u42 --strategy wake --until 2026-06-19T20:00:00+08:00 --entries decisions.jsonl`,
    },
    sample: {
      about: "生成一个模拟商城用来练手：用户、90 天的事件、少量脏数据",
      more: `
种子相同，生成的商城就完全相同。

示例：
  $ touchline sample big-shop
  $ touchline sample big-shop --users 1000000 --seed 7`,
    },
  },
  dir: "项目所在的文件夹（不写则为当前文件夹）",
  rule: "要看的规则，例如 dead-who（不写则全部列出）",
  sampleDir: "写入的文件夹，必须不存在或为空",
  initDir: "新建项目的文件夹（不写则为当前文件夹）",
  lang: "提示语言；不写则取自 LC_ALL 或 LANG",
  help: "显示帮助",
  helpCommand: "显示某个命令的帮助",
  version: "显示版本号",
  format: "输出格式",
  until: "区间终点（含），须带时区，例如 2026-06-18T20:00:00+08:00",
  since: "区间起点（不含）；不写则为 --until 之前 24 小时",
  data: "data.yaml 里写的数据文件所在的文件夹（不写则为项目文件夹）",
  onlyStrategy: "只算这条策略（可重复使用）",
  onlyUser: "只算这个用户（可重复使用）",
  readStrategy: "只读这条策略（可重复使用）",
  oneStrategy: "要解释的策略",
  oneUser: "用户 id",
  entries: "以前的记录：触达、退订、回执；一行一个 JSON",
  out: "同时把触达、对照（不发送）和取消写入这个文件，一行一个 JSON",
  onlyCheck: "不改文件，只列出要改的",
  running: "线上正在运行的 bundle：它的分流占比只能按 `was` 调整",
  witness: "不用数据，举例说明这条策略要找什么样的人；加 json 则输出 `decide` 能读的内容",
  users: "用户数",
  days: "事件的天数",
  seed: "随机种子",
  after: `
从这里开始：
  $ touchline init my-shop
  $ touchline check my-shop
  $ touchline help plan

退出码：
  0  一切正常
  1  项目或数据有误
  2  命令用法不对，或文件无法读写
  130  被 Ctrl-C 中止，没有写出任何文件`,
  choices: "可选",
  byDefault: "默认",
};

export const helpWording: Readonly<Record<Language, HelpWording>> = { en, zh };
