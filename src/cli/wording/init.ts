import type { Language } from "../../diagnostic/wording.js";

export interface InitWording {
  readonly made: (dir: string) => string;
  /** What each file of the template is for. */
  readonly files: Readonly<Record<string, string>>;
  readonly next: string;
}

const en: InitWording = {
  made: (dir) => `A small project in ${dir}:`,
  files: {
    "README.md": "what to try",
    "schema.touch": "what is known about users, and what they do",
    "models.touch": "how far along users are, and what they are worth",
    "strategy.touch": "whom to reach, when, how and with what",
    "data.yaml": "where users and events come from",
    "tests/miss_you.yaml": "what is to come of whom: cases to test the strategy with",
    "tests/models.yaml": "cases for the stages and tiers",
    "data/users.csv": "seven made-up users",
    "data/orders.csv": "what they ordered",
  },
  next: "next: ",
};

const zh: InitWording = {
  made: (dir) => `已在 ${dir} 建好一个小项目：`,
  files: {
    "README.md": "可以试着做什么",
    "schema.touch": "用户有哪些资料、会做哪些事",
    "models.touch": "用户走到了哪一步、价值有多高",
    "strategy.touch": "什么时候、触达谁、怎么触达、给什么",
    "data.yaml": "用户和事件的数据从哪里来",
    "tests/miss_you.yaml": "什么样的人该有什么结果：用来检验策略的用例",
    "tests/models.yaml": "检验阶段和分层的用例",
    "data/users.csv": "七个虚构的用户",
    "data/orders.csv": "他们下过的单",
  },
  next: "下一步：",
};

export const initWording: Readonly<Record<Language, InitWording>> = { en, zh };
