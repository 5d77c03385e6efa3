import type { Language } from "../../diagnostic/wording.js";
import { plural } from "../number.js";

/** How many cases there are in how many files, and how many of them fail. */
export interface TestCounts {
  readonly files: number;
  readonly cases: number;
  readonly failed: number;
}

export interface TestWording {
  /** Behind the name of a file. */
  readonly file: (cases: number, failed: number) => string;
  readonly summary: (counts: TestCounts) => string;
  readonly expected: string;
  readonly got: string;
  readonly touched: (n: number) => string;
  readonly ghosts: (n: number) => string;
  readonly untouched: string;
  readonly notDue: string;
  /** `gate` and `why` are `null` where it does not matter. */
  readonly refused: (gate: string | null, why: string | null) => string;
  readonly cancelled: (gate: string | null, why: string | null) => string;
  readonly tag: (id: string) => string;
  readonly stage: (id: string) => string;
  /** One of several touches of a strategy, from 1. */
  readonly touch: (strategy: string, n: number, field: string) => string;
  /** How many of what there is to cover are covered. */
  readonly coverage: (covered: number, wanted: number, share: string) => string;
  readonly owner: Readonly<Record<"strategy" | "tag" | "stage" | "of", (id: string) => string>>;
  /** How many clauses of one owner are covered. */
  readonly ofClauses: (covered: number, clauses: number) => string;
  readonly holds: string;
  readonly fails: string;
  readonly decisive: string;
  readonly source: string;
  readonly unnamed: string;
  /** What to do about clauses that are not covered. */
  readonly cover: string;
  readonly below: (least: number) => string;
  readonly next: string;
  readonly again: string;
  readonly nothing: (folder: string) => string;
  readonly write: (file: string) => string;
  readonly firstCase: string;
}

const stopped = (gate: string | null, why: string | null): string =>
  [gate === null ? "" : ` at \`${gate}\``, why === null ? "" : `, ${why}`].join("");

const en: TestWording = {
  file: (cases, failed) => `${plural(cases, "case", "cases")}${failed > 0 ? `, ${failed} failed` : ""}`,
  summary: ({ files, cases, failed }) =>
    `${plural(cases, "case", "cases")} in ${plural(files, "file", "files")}: ${
      failed === 0 ? "all passed" : `${cases - failed} passed, ${failed} failed`
    }`,
  expected: "expected",
  got: "got",
  touched: (n) => (n === 1 ? "touched" : n === 0 ? "not touched" : `touched ${n} times`),
  ghosts: (n) => (n === 1 ? "held back, to compare with" : n === 0 ? "not held back" : `held back ${n} times`),
  untouched: "not touched",
  notDue: "not due",
  refused: (gate, why) => `not touched${gate === null && why === null ? "" : `: stopped${stopped(gate, why)}`}`,
  cancelled: (gate, why) => `cancelled before it goes out${stopped(gate, why)}`,
  tag: (id) => `tag ${id}`,
  stage: (id) => `stage in ${id}`,
  touch: (strategy, n, field) => `${strategy}${n === 1 ? "" : ` (${n})`} ${field}`,
  coverage: (covered, wanted, share) => `clauses: ${covered} of ${wanted} are covered (${share})`,
  owner: {
    strategy: (id) => id,
    tag: (id) => `tag ${id}`,
    stage: (id) => `stage ${id}`,
    of: (id) => `whom ${id} is about`,
  },
  ofClauses: (covered, clauses) => `${covered} of ${plural(clauses, "clause", "clauses")}`,
  holds: "holds",
  fails: "fails",
  decisive: "decisive",
  source: "source",
  unnamed: "no case speaks of it",
  cover:
    "A clause is covered by a case in which it holds, one in which it fails, and one that would come out otherwise if it said the opposite.",
  below: (least) => `fewer than the ${least}% asked for`,
  next: "next, for example: ",
  again: "this case alone: ",
  nothing: (folder) => `There is no case in ${folder} yet.`,
  write: (file) => `Write the first one in ${file}:`,
  firstCase: "what should come of it, in a sentence",
};

const stoppedZh = (gate: string | null, why: string | null): string =>
  [gate === null ? "" : `止步于“${gate}”`, why ?? ""].filter((part) => part !== "").join("，");

const zh: TestWording = {
  file: (cases, failed) => `${cases} 个用例${failed > 0 ? `，${failed} 个不符` : ""}`,
  summary: ({ files, cases, failed }) =>
    `${files} 个文件，${cases} 个用例：${failed === 0 ? "全部符合预期" : `${cases - failed} 个符合预期，${failed} 个不符`}`,
  expected: "预期",
  got: "实际",
  touched: (n) => (n === 1 ? "触达" : n === 0 ? "不触达" : `触达 ${n} 次`),
  ghosts: (n) => (n === 1 ? "留作对照" : n === 0 ? "不留作对照" : `留作对照 ${n} 次`),
  untouched: "不触达",
  notDue: "没有到点",
  refused: (gate, why) => (gate === null && why === null ? "不触达" : `不触达：${stoppedZh(gate, why)}`),
  cancelled: (gate, why) => (gate === null && why === null ? "发出前取消" : `发出前取消：${stoppedZh(gate, why)}`),
  tag: (id) => `标签 ${id}`,
  stage: (id) => `阶段 ${id}`,
  touch: (strategy, n, field) => `${strategy}${n === 1 ? "" : `（第 ${n} 次）`} ${field}`,
  coverage: (covered, wanted, share) => `条件：共 ${wanted} 条，已检验 ${covered} 条（${share}）`,
  owner: {
    strategy: (id) => id,
    tag: (id) => `标签 ${id}`,
    stage: (id) => `阶段 ${id}`,
    of: (id) => `${id} 的范围`,
  },
  ofClauses: (covered, clauses) => `${clauses} 条中的 ${covered} 条`,
  holds: "成立过",
  fails: "不成立过",
  decisive: "起作用",
  source: "出处",
  unnamed: "没有用例提到它",
  cover: "一条条件要这样检验：有用例里它成立，有用例里它不成立，而且把它反过来，会有用例不符。",
  below: (least) => `低于要求的 ${least}%`,
  next: "下一步，例如：",
  again: "只看这一个：",
  nothing: (folder) => `${folder} 里还没有用例。`,
  write: (file) => `把第一个用例写在 ${file} 里：`,
  firstCase: "用一句话写明应该怎样",
};

export const testWording: Readonly<Record<Language, TestWording>> = { en, zh };
