import type { Language, Wording } from "../../diagnostic/wording.js";
import type { Jumps } from "../../population/jumps.js";
import { grouped, plural } from "../number.js";

export interface MatrixWording {
  readonly title: (project: string) => string;
  readonly at: string;
  readonly rows: string;
  readonly columns: string;
  readonly users: string;
  readonly program: string;
  /** Users who are in no stage, in no tier. */
  readonly noStage: string;
  readonly noTier: string;
  readonly all: string;
  readonly share: string;
  readonly cells: string;
  readonly change: (since: string) => string;
  readonly jumps: (since: string) => string;
  readonly jump: Readonly<Record<keyof Jumps, string>>;
  readonly moves: (since: string, until: string) => string;
  readonly targets: string;
  readonly tier: string;
  readonly of: Readonly<Record<"goal" | "strategy", (id: string) => string>>;
  readonly aim: string;
  readonly target: string;
  readonly now: string;
  readonly entered: string;
  readonly enteredOf: (did: number, could: number) => string;
  /** Why the two numbers differ in what they are a share of. */
  readonly targetNote: string;
  readonly order: string;
  readonly pageLead: (rows: string, columns: string, at: string, zone: string, users: number) => string;
  readonly cellsChart: (rows: string, columns: string) => string;
  readonly jumpsChart: string;
  readonly movesChart: string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly counting: (done: number, total: number) => string;
  readonly usage: {
    readonly unknownLifecycle: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly unknownValue: (asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly noLifecycle: () => Wording;
    readonly noValue: () => Wording;
    readonly notCalibrated: (name: string, command: string) => Wording;
  };
}

const listed = (names: readonly string[], comma: string): string =>
  [...names.slice(0, 20).map((name) => `\`${name}\``), ...(names.length > 20 ? ["…"] : [])].join(comma);

const en: MatrixWording = {
  title: (project) => `Matrix of ${project}`,
  at: "at",
  rows: "rows",
  columns: "columns",
  users: "users",
  program: "program",
  noStage: "in no stage",
  noTier: "in no tier",
  all: "all",
  share: "share",
  cells: "Users, and their share of all",
  change: (since) => `Change since ${since}, in users`,
  jumps: (since) => `How the value of users changed since ${since}`,
  jump: {
    up: "up",
    down: "down",
    same: "the same",
    in: "came into a tier",
    out: "left all tiers",
    outside: "in no tier at either",
  },
  moves: (since, until) => `From the tier on ${since} (rows) to that on ${until} (columns), in users`,
  targets: "Targets that name a tier",
  tier: "tier",
  of: { goal: (id) => `goal ${id}`, strategy: (id) => `strategy ${id}` },
  aim: "aim of",
  target: "target",
  now: "share now",
  entered: "came to be in it",
  enteredOf: (did, could) => `${grouped(did)} of ${grouped(could)}`,
  targetNote: "A target is a share of the users touched; who came to be in a tier is counted among all who were not.",
  order: "Tiers stand as they are declared, the best first: up is towards the first.",
  pageLead: (rows, columns, at, zone, users) =>
    `${rows} by ${columns}, at ${at}, ${zone}, over ${plural(users, "user", "users")}.`,
  cellsChart: (rows, columns) => `Share of all users in each cell of ${rows} by ${columns}`,
  jumpsChart: "Users by how their value changed",
  movesChart: "Users by the tier they came from, on the left, and the tier they came to, on the right",
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  counting: (done, total) => `counting: ${grouped(done)} of ${plural(total, "user", "users")}`,
  usage: {
    unknownLifecycle: (asked, near, all) => ({
      message: `the project has no lifecycle \`${asked}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    unknownValue: (asked, near, all) => ({
      message: `the project has no value \`${asked}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    noLifecycle: () => ({
      message: "the project declares no lifecycle, which would be the rows",
      fix: "Declare one, such as: lifecycle buyer { stage new when did not pay ever  otherwise old }",
    }),
    noValue: () => ({
      message: "the project declares no value, which would be the columns",
      fix: "Declare one, such as: value spend of users who did pay ever { score m = sum of pay.amount ever better when higher  tier gold top 20% by m  otherwise rest }",
    }),
    notCalibrated: (name, command) => ({
      message: `\`${name}\` was never fitted to the population, so nobody is known to be in its tiers`,
      fix: `Run \`${command}\`, look at the numbers and keep \`calibration.yaml\` with the strategies.`,
    }),
  },
};

const zh: MatrixWording = {
  title: (project) => `${project}：用户矩阵`,
  at: "时点",
  rows: "行",
  columns: "列",
  users: "用户",
  program: "程序",
  noStage: "不在任何阶段",
  noTier: "不在任何层级",
  all: "合计",
  share: "占比",
  cells: "人数及占全体的比例",
  change: (since) => `自 ${since} 以来的人数变化`,
  jumps: (since) => `自 ${since} 以来的价值变化`,
  jump: { up: "升级", down: "降级", same: "不变", in: "进入层级", out: "离开层级", outside: "前后都不在" },
  moves: (since, until) => `从 ${since} 的层级（行）到 ${until} 的层级（列），人数`,
  targets: "指向某个层级的目标",
  tier: "层级",
  of: { goal: (id) => `目标 ${id}`, strategy: (id) => `策略 ${id}` },
  aim: "出自",
  target: "目标值",
  now: "当前占比",
  entered: "进入该层级",
  enteredOf: (did, could) => `${grouped(could)} 人中 ${grouped(did)} 人`,
  targetNote: "目标值是占被触达用户的比例；“进入该层级”的分母是先前不在该层级的全部用户。",
  order: "层级按声明的先后排列，最好的在前：往前为升，往后为降。",
  pageLead: (rows, columns, at, zone, users) =>
    `${rows} × ${columns}，时点 ${at}（${zone}），共 ${grouped(users)} 个用户。`,
  cellsChart: (rows, columns) => `${rows} × ${columns} 各格人数占全体的比例`,
  jumpsChart: "按价值变化分的人数",
  movesChart: "左边是原来的层级，右边是现在的层级，宽度是人数",
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  counting: (done, total) => `正在统计：${grouped(done)} / ${grouped(total)} 个用户`,
  usage: {
    unknownLifecycle: (asked, near, all) => ({
      message: `项目里没有生命周期 \`${asked}\``,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    unknownValue: (asked, near, all) => ({
      message: `项目里没有价值模型 \`${asked}\``,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    noLifecycle: () => ({
      message: "项目没有声明生命周期，矩阵没有行",
      fix: "请声明一个，例如：lifecycle buyer { stage new when did not pay ever  otherwise old }",
    }),
    noValue: () => ({
      message: "项目没有声明价值模型，矩阵没有列",
      fix: "请声明一个，例如：value spend of users who did pay ever { score m = sum of pay.amount ever better when higher  tier gold top 20% by m  otherwise rest }",
    }),
    notCalibrated: (name, command) => ({
      message: `\`${name}\` 还没有用数据校准过，不知道谁在哪个层级`,
      fix: `请运行 \`${command}\`，看过数字后把 \`calibration.yaml\` 和策略放在一起。`,
    }),
  },
};

export const matrixWording: Readonly<Record<Language, MatrixWording>> = { en, zh };
