import type { Language, Wording } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface PortraitWording {
  readonly title: (project: string) => string;
  readonly at: string;
  readonly users: string;
  readonly group: string;
  readonly size: string;
  readonly program: string;
  /** Users who are in no stage of a lifecycle. */
  readonly none: string;
  readonly apart: string;
  readonly theGroup: string;
  readonly rest: string;
  readonly effect: string;
  readonly interval: string;
  readonly share: string;
  readonly stage: Readonly<Record<"lifecycle" | "value" | "groups", string>>;
  readonly between: (low: string, high: string) => string;
  readonly strength: Readonly<Record<"tiny" | "small" | "medium" | "large", string>>;
  readonly how: string;
  readonly few: Readonly<Record<"group" | "rest", (least: number) => string>>;
  readonly nothing: string;
  readonly more: (shown: number, all: number) => string;
  readonly compared: (compared: number, tooFew: number, least: number) => string;
  readonly unfitted: (names: string, command: string) => string;
  readonly noStages: string;
  // What is compared.
  readonly known: (name: string) => string;
  readonly yes: (name: string) => string;
  readonly is: (name: string, value: string) => string;
  readonly inStage: Readonly<Record<"lifecycle" | "value" | "groups", (name: string) => string>>;
  readonly average: (name: string) => string;
  readonly age: (name: string) => string;
  readonly years: (n: string) => string;
  readonly days: (n: string) => string;
  readonly did: (name: string, days: number) => string;
  readonly often: (name: string, days: number) => string;
  readonly active: (days: number) => string;
  readonly hour: (from: string, to: string) => string;
  // The page.
  readonly lead: (at: string, zone: string, users: number) => string;
  readonly sizeOf: (group: string, users: string, share: string) => string;
  readonly apartChart: (group: string) => string;
  readonly sizesChart: (name: string) => string;
  readonly whatIs: string;
  readonly howStrong: string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly comparing: (done: number, total: number) => string;
  readonly usage: {
    readonly oneGroup: () => Wording;
    readonly unknownStage: (option: string, asked: string, near: string | null, all: readonly string[]) => Wording;
    readonly noSuch: Readonly<Record<"--stage" | "--tier", () => Wording>>;
    readonly notCalibrated: (name: string, command: string) => Wording;
  };
}

const listed = (names: readonly string[], comma: string): string =>
  [...names.slice(0, 20).map((name) => `\`${name}\``), ...(names.length > 20 ? ["…"] : [])].join(comma);

const en: PortraitWording = {
  title: (project) => `Portrait of users of ${project}`,
  at: "at",
  users: "users",
  group: "group",
  size: "size",
  program: "program",
  none: "in none",
  apart: "What sets the group apart from the rest, the strongest first",
  theGroup: "group",
  rest: "rest",
  effect: "effect",
  interval: "95 % interval",
  share: "share",
  stage: { lifecycle: "stage", value: "tier", groups: "group" },
  between: (low, high) => `${low} to ${high}`,
  strength: { tiny: "very small", small: "small", medium: "medium", large: "large" },
  how: "Effect: Cohen's h for shares, Hedges' g for averages; 0.2 is small, 0.5 is medium, 0.8 is large. Left out is what may be chance.",
  few: {
    group: (least) => `too small to compare: fewer than ${least} users`,
    rest: (least) => `nothing to compare with: fewer than ${least} users are outside`,
  },
  nothing: "nothing differs beyond chance",
  more: (shown, all) => `the ${shown} strongest of ${all}; more with --top ${all}`,
  compared: (compared, tooFew, least) =>
    tooFew === 0
      ? `${plural(compared, "thing", "things")} compared`
      : `${plural(compared, "thing", "things")} compared; ${grouped(tooFew)} more known of fewer than ${least} users on one side`,
  unfitted: (names, command) => `Left out, since nobody's place is known yet: ${names}. Run: ${command}`,
  noStages: 'The project declares no lifecycle and no value. Name a group: --of "did pay in the last 30 days"',
  known: (name) => `${name} is known`,
  yes: (name) => `${name}: yes`,
  is: (name, value) => `${name}: ${value}`,
  inStage: {
    lifecycle: (name) => `${name}: in a stage`,
    value: (name) => `${name}: in a tier`,
    groups: (name) => `${name}: in a group`,
  },
  average: (name) => `${name}, average`,
  age: (name) => `${name}, how long ago on average`,
  years: (n) => `${n} years`,
  days: (n) => `${n} days`,
  did: (name, days) => `did ${name} in the last ${days} days`,
  often: (name, days) => `how often ${name} in the last ${days} days, of who did`,
  active: (days) => `did anything in the last ${days} days`,
  hour: (from, to) => `busiest hour ${from}–${to}`,
  lead: (at, zone, users) => `At ${at}, ${zone}, over ${plural(users, "user", "users")}.`,
  sizeOf: (group, users, share) => `${group}: ${users} users, ${share} of all.`,
  apartChart: (group) => `How far the group ${group} differs from the rest, with 95 % intervals`,
  sizesChart: (name) => `Users by ${name}`,
  whatIs: "what",
  howStrong: "strength",
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  comparing: (done, total) => `comparing: ${grouped(done)} of ${plural(total, "user", "users")}`,
  usage: {
    oneGroup: () => ({
      message: "`--of`, `--stage` and `--tier` each name a group, and a portrait is of one",
      fix: "Keep one of them; `--of` can join conditions with `and`.",
    }),
    unknownStage: (option, asked, near, all) => ({
      message: `the project has no \`${asked}\` for \`${option}\``,
      fix: near === null ? `Use one of: ${listed(all, ", ")}.` : `Did you mean \`${near}\`?`,
    }),
    noSuch: {
      "--stage": () => ({
        message: "the project declares no lifecycle, so it has no stages",
        fix: 'Name the group by what its users did: `--of "did pay in the last 30 days"`.',
      }),
      "--tier": () => ({
        message: "the project declares no value, so it has no tiers",
        fix: 'Name the group by what its users did: `--of "did pay in the last 30 days"`.',
      }),
    },
    notCalibrated: (name, command) => ({
      message: `\`${name}\` was never fitted to the population, so nobody is known to be in its tiers`,
      fix: `Run \`${command}\`, look at the numbers and keep \`calibration.yaml\` with the strategies.`,
    }),
  },
};

const zh: PortraitWording = {
  title: (project) => `${project}：用户画像`,
  at: "时点",
  users: "用户",
  group: "人群",
  size: "人数",
  program: "程序",
  none: "不在其中",
  apart: "这群人和其他人的差异（从大到小）",
  theGroup: "人群",
  rest: "其他人",
  effect: "效应",
  interval: "95% 区间",
  share: "占比",
  stage: { lifecycle: "阶段", value: "层级", groups: "分群" },
  between: (low, high) => `${low} 至 ${high}`,
  strength: { tiny: "很小", small: "小", medium: "中", large: "大" },
  how: "效应：占比用 Cohen's h，平均值用 Hedges' g；0.2 为小，0.5 为中，0.8 为大。可能出于偶然的差异没有列出。",
  few: {
    group: (least) => `人数太少，无法比较：不到 ${least} 人`,
    rest: (least) => `没有可比的对象：其他人不到 ${least} 人`,
  },
  nothing: "没有超出偶然的差异",
  more: (shown, all) => `列出最大的 ${shown} 条，共 ${all} 条；要看全部请用 --top ${all}`,
  compared: (compared, tooFew, least) =>
    tooFew === 0
      ? `共比较 ${grouped(compared)} 项`
      : `共比较 ${grouped(compared)} 项；另有 ${grouped(tooFew)} 项因一方已知的不到 ${least} 人而未比较`,
  unfitted: (names, command) => `尚未校准、无法划分而略去：${names}。请运行：${command}`,
  noStages: '项目没有声明生命周期或价值模型。请指定人群：--of "did pay in the last 30 days"',
  known: (name) => `${name}：已知`,
  yes: (name) => `${name}：是`,
  is: (name, value) => `${name}：${value}`,
  inStage: {
    lifecycle: (name) => `${name}：在某个阶段`,
    value: (name) => `${name}：在某个层级`,
    groups: (name) => `${name}：在某个分群`,
  },
  average: (name) => `${name}（平均）`,
  age: (name) => `${name}距今（平均）`,
  years: (n) => `${n} 年`,
  days: (n) => `${n} 天`,
  did: (name, days) => `最近 ${days} 天有过${name}`,
  often: (name, days) => `最近 ${days} 天${name}次数（有过的人）`,
  active: (days) => `最近 ${days} 天有过行为`,
  hour: (from, to) => `最活跃的钟点 ${from}–${to}`,
  lead: (at, zone, users) => `时点 ${at}（${zone}），共 ${grouped(users)} 个用户。`,
  sizeOf: (group, users, share) => `${group}：${users} 人，占全体 ${share}。`,
  apartChart: (group) => `人群“${group}”和其他人的差异及 95% 区间`,
  sizesChart: (name) => `按${name}分的人数`,
  whatIs: "项目",
  howStrong: "强弱",
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  comparing: (done, total) => `正在比较：${grouped(done)} / ${grouped(total)} 个用户`,
  usage: {
    oneGroup: () => ({
      message: "`--of`、`--stage`、`--tier` 各指一个人群，一次只能画一个",
      fix: "请只留一个；`--of` 里可以用 `and` 连接多个条件。",
    }),
    unknownStage: (option, asked, near, all) => ({
      message: `\`${option}\` 的 \`${asked}\` 在项目里不存在`,
      fix: near === null ? `请从现有的里选：${listed(all, "、")}。` : `是不是想写 \`${near}\`？`,
    }),
    noSuch: {
      "--stage": () => ({
        message: "项目没有声明生命周期，也就没有阶段",
        fix: '请改用行为来指定人群：`--of "did pay in the last 30 days"`。',
      }),
      "--tier": () => ({
        message: "项目没有声明价值模型，也就没有层级",
        fix: '请改用行为来指定人群：`--of "did pay in the last 30 days"`。',
      }),
    },
    notCalibrated: (name, command) => ({
      message: `\`${name}\` 还没有用数据校准过，不知道谁在哪个层级`,
      fix: `请运行 \`${command}\`，看过数字后把 \`calibration.yaml\` 和策略放在一起。`,
    }),
  },
};

export const portraitWording: Readonly<Record<Language, PortraitWording>> = { en, zh };
