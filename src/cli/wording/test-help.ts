import type { Language } from "../../diagnostic/wording.js";

/** The options of `test`. */
export interface TestOptions {
  readonly testCase: string;
  readonly testCoverage: string;
  readonly testMin: string;
}

interface TestHelp {
  readonly command: { readonly about: string; readonly more: string };
  readonly options: TestOptions;
}

const en: TestHelp = {
  command: {
    about: "run the cases in `tests/*.yaml`: a user with a history, an instant, and what is to come of it",
    more: `
A case that fails shows what was expected, what came, and the way of the strategy through the gates, as \`explain\` does.
\`--coverage\` tells of each clause whether the cases saw it hold and fail, and whether it is decisive: whether some case
would fail if the clause said the opposite.

  cases:
    - name: no order for a week
      at: 2026-06-18 10:00
      given:
        user: { id: anna, phone: "13800000001" }
        events:
          - { event: order, at: 8 days ago at 12:00, amount: 40 }
      expect:
        decisions:
          - { strategy: miss_you, channel: sms }

Examples:
  $ touchline test my-shop
  $ touchline test my-shop --case "no order"
  $ touchline test my-shop --coverage --min 100
  $ touchline test my-shop --format junit > junit.xml`,
  },
  options: {
    testCase: "only the cases with this in their name",
    testCoverage: "also tell which clauses the cases look into",
    testMin: "the same, and end with 1 if fewer percent of the clauses are covered",
  },
};

const zh: TestHelp = {
  command: {
    about: "运行 `tests/*.yaml` 里的用例：一个用户和他的经历、一个时刻、应有的结果",
    more: `
不符合预期的用例，会列出预期和实际，并像 \`explain\` 那样逐关说明那条策略的判断过程。
\`--coverage\` 说明每一条条件：用例里有没有成立过、有没有不成立过、起不起作用（把它反过来，有没有用例会不符）。

  cases:
    - name: 一周没下单
      at: 2026-06-18 10:00
      given:
        user: { id: anna, phone: "13800000001" }
        events:
          - { event: order, at: 8 days ago at 12:00, amount: 40 }
      expect:
        decisions:
          - { strategy: miss_you, channel: sms }

示例：
  $ touchline test my-shop
  $ touchline test my-shop --case 没下单
  $ touchline test my-shop --coverage --min 100
  $ touchline test my-shop --format junit > junit.xml`,
  },
  options: {
    testCase: "只运行名字里有这几个字的用例",
    testCoverage: "同时说明用例检验了哪些条件",
    testMin: "同上，检验到的条件少于这个百分比时以 1 退出",
  },
};

export const testHelp: Readonly<Record<Language, TestHelp>> = { en, zh };
