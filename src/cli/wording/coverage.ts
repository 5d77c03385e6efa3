import type { Language } from "../../diagnostic/wording.js";
import type { UserFate } from "../../population/coverage-fate.js";
import type { AimWord, ProductStage } from "../../program/program.js";
import { grouped, plural } from "../number.js";

export interface CoverageWording {
  readonly title: (project: string) => string;
  readonly interval: string;
  readonly between: (since: string, until: string, zone: string) => string;
  readonly users: string;
  readonly program: string;
  readonly fates: string;
  readonly fate: Readonly<Record<UserFate, string>>;
  readonly share: string;
  readonly touchedBefore: (n: number) => string;
  readonly all: string;
  readonly matrix: (rows: string, columns: string | null) => string;
  readonly matrixNote: string;
  readonly stageNote: string;
  readonly nobody: string;
  readonly inNone: string;
  readonly everybody: string;
  readonly unserved: (axes: string) => string;
  readonly allServed: string;
  readonly neverWanted: string;
  readonly neverTouched: (targeted: number) => string;
  readonly wanted: string;
  readonly touched: string;
  readonly more: (n: number) => string;
  readonly empty: string;
  readonly points: string;
  readonly stages: string;
  readonly aims: string;
  readonly goals: string;
  readonly none: string;
  readonly aim: Readonly<Record<AimWord, string>>;
  readonly productStage: Readonly<Record<ProductStage, string>>;
  /** After an aim that a product in this stage should have. */
  readonly inFocus: (stage: string) => string;
  readonly comma: string;
  readonly usersOf: (name: string, users: number) => string;
  readonly pairs: string;
  readonly noPairs: string;
  readonly goesFirst: string;
  readonly goesAfter: string;
  readonly shared: string;
  readonly ofSmaller: string;
  readonly byPriority: (first: number, second: number) => string;
  readonly byName: (priority: number) => string;
  readonly exclusive: string;
  readonly notExclusive: string;
  readonly lead: (since: string, until: string, zone: string, users: number) => string;
  readonly fatesNote: string;
  readonly pairsNote: string;
  readonly note: string;
  readonly uncalibrated: (names: string, command: string) => string;
  readonly next: string;
  /** Shown while the work goes on. */
  readonly reading: (name: string) => string;
  readonly validating: (name: string) => string;
  readonly deciding: (done: number, total: number) => string;
}

const en: CoverageWording = {
  title: (project) => `Coverage of ${project} (dry run: nothing is sent)`,
  interval: "interval",
  between: (since, until, zone) => `after ${since} up to ${until}, ${zone}`,
  users: "users",
  program: "program",
  fates: "Whom strategies touch, and why not the others",
  fate: {
    unreachable: "no channel reaches them",
    no_consent: "opted out, on the stop list, or without consent",
    never_targeted: "no strategy ever wanted them",
    not_allowed: "wanted, but not allowed at the time",
    held_back: "wanted, but held back to compare with",
    out_of_reach: "wanted, but not over the strategy's channels",
    no_time: "wanted, but there was no time to send",
    lost: "wanted, but lost to another strategy",
    capped: "wanted, but touched often enough (caps, repeats)",
    unfunded: "wanted, but the benefit ran out",
    not_composed: "wanted, but the text could not be filled in",
    cancelled: "wanted, but cancelled before it went out",
    touched: "touched",
  },
  share: "share",
  touchedBefore: (n) => `${grouped(n)} of them touched earlier in the interval`,
  all: "all",
  matrix: (rows, columns) => (columns === null ? `Coverage by ${rows}` : `Coverage by ${rows} × ${columns}`),
  matrixNote: "users, and the share of them that was touched; as users stand at the end of the interval",
  stageNote: "as users stand at the end of the interval",
  nobody: "-",
  inNone: "in none",
  everybody: "everybody",
  unserved: (axes) => `Cells that no strategy serves: ${axes}`,
  allServed: "Every cell with users in it is served.",
  neverWanted: "no strategy wanted any of them",
  neverTouched: (targeted) => `${grouped(targeted)} wanted, nobody touched`,
  wanted: "wanted",
  touched: "touched",
  more: (n) => `… and ${grouped(n)} more`,
  empty: "Without a strategy",
  points: "operating points",
  stages: "stages",
  aims: "aims",
  goals: "goals",
  none: "none",
  aim: {
    acquisition: "acquisition",
    activation: "activation",
    retention: "retention",
    revenue: "revenue",
    referral: "referral",
    ripen: "ripen",
    retain: "retain",
  },
  productStage: { cold_start: "cold start", growth: "growth", mature: "maturity", decline: "decline" },
  inFocus: (stage) => ` (wanted in ${stage})`,
  comma: ", ",
  usersOf: (name, users) => `${name} (${plural(users, "user", "users")})`,
  pairs: "Strategies that want the same people",
  noPairs: "No two strategies wanted the same user.",
  goesFirst: "goes first",
  goesAfter: "goes after",
  shared: "in common",
  ofSmaller: "of the smaller",
  byPriority: (first, second) => `priority ${first} before ${second}`,
  byName: (priority) => `both priority ${priority}: by name`,
  exclusive: "exclude each other",
  notExclusive: "both may touch",
  lead: (since, until, zone, users) =>
    `After ${since} up to ${until}, ${zone}, of ${plural(users, "user", "users")}. Decided as \`plan\` decides; nothing was sent.`,
  fatesNote:
    "Every user is counted once, by the first line that is true of them. Reach and consent are those at the end.",
  pairsNote: "Users whom both wanted at some time in the interval, and their share of the smaller strategy's users.",
  note: "A dry run without `--entries` does not know earlier touches and opt-outs: caps and consent count only what this run and the profiles say.",
  uncalibrated: (names, command) => `Left out, since their numbers are not found yet: ${names}. Run \`${command}\`.`,
  next: "next, for example: ",
  reading: (name) => `reading ${name}`.trimEnd(),
  validating: (name) => `checking ${name}`.trimEnd(),
  deciding: (done, total) => `deciding: ${grouped(done)} of ${plural(total, "user", "users")}`,
};

const zh: CoverageWording = {
  title: (project) => `${project}：覆盖情况（试算，不会发送任何消息）`,
  interval: "区间",
  between: (since, until, zone) => `${since} 之后，到 ${until}（含），${zone}`,
  users: "用户",
  program: "程序",
  fates: "触达了谁，没触达的又是为什么",
  fate: {
    unreachable: "没有渠道能触达",
    no_consent: "已退订、在停发名单上或未授权",
    never_targeted: "没有策略选中过",
    not_allowed: "选中，但当时不允许触达",
    held_back: "选中，但留作对照",
    out_of_reach: "选中，但策略的渠道触达不到",
    no_time: "选中，但没有合适的发送时间",
    lost: "选中，但让给了别的策略",
    capped: "选中，但已触达够了（频次上限、重复间隔）",
    unfunded: "选中，但权益已发完",
    not_composed: "选中，但文案填不出来",
    cancelled: "选中，但发出前取消了",
    touched: "已触达",
  },
  share: "占比",
  touchedBefore: (n) => `其中 ${grouped(n)} 人在区间内更早触达过`,
  all: "合计",
  matrix: (rows, columns) => (columns === null ? `覆盖：${rows}` : `覆盖：${rows} × ${columns}`),
  matrixNote: "人数，和其中触达的占比；按区间结束时所处的阶段计",
  stageNote: "按区间结束时所处的阶段计",
  nobody: "-",
  inNone: "不在其中",
  everybody: "全体",
  unserved: (axes) => `没有策略服务的格子：${axes}`,
  allServed: "有用户的格子都有策略服务。",
  neverWanted: "没有策略选中其中任何人",
  neverTouched: (targeted) => `选中 ${grouped(targeted)} 人，一个也没触达`,
  wanted: "选中",
  touched: "触达",
  more: (n) => `……另有 ${grouped(n)} 个`,
  empty: "还没有策略覆盖的",
  points: "运营点",
  stages: "阶段",
  aims: "目的",
  goals: "目标",
  none: "无",
  aim: {
    acquisition: "拉新",
    activation: "激活",
    retention: "留存",
    revenue: "变现",
    referral: "推荐",
    ripen: "促成熟",
    retain: "防流失",
  },
  productStage: { cold_start: "冷启动期", growth: "成长期", mature: "成熟期", decline: "衰退期" },
  inFocus: (stage) => `（${stage}的重点）`,
  comma: "、",
  usersOf: (name, users) => `${name}（${grouped(users)} 人）`,
  pairs: "争同一批人的策略",
  noPairs: "没有两条策略选中过同一个用户。",
  goesFirst: "先触达",
  goesAfter: "后触达",
  shared: "共同选中",
  ofSmaller: "占较小一方",
  byPriority: (first, second) => `优先级 ${first} 先于 ${second}`,
  byName: (priority) => `优先级同为 ${priority}，按名字先后`,
  exclusive: "互斥",
  notExclusive: "可都触达",
  lead: (since, until, zone, users) =>
    `${since} 之后，到 ${until}（含），${zone}，共 ${grouped(users)} 个用户。按 \`plan\` 的规则判断，没有发送任何消息。`,
  fatesNote: "每个用户只计一次，算在第一条符合的原因里。渠道和授权以区间结束时为准。",
  pairsNote: "两条策略在区间内都选中过的用户，以及占较小一方选中用户的比例。",
  note: "没有给出 `--entries` 时，试算不知道以前触达过谁、谁退订过：频次和授权只看本次试算和用户资料。",
  uncalibrated: (names, command) => `以下还没有校准，未列出：${names}。请运行 \`${command}\`。`,
  next: "下一步，例如：",
  reading: (name) => `正在读取 ${name}`.trimEnd(),
  validating: (name) => `正在核对 ${name}`.trimEnd(),
  deciding: (done, total) => `正在判断：${grouped(done)} / ${grouped(total)} 个用户`,
};

export const coverageWording: Readonly<Record<Language, CoverageWording>> = { en, zh };
