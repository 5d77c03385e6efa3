import type { Language } from "../../diagnostic/wording.js";
import { grouped, plural } from "../number.js";

export interface CalibrateWording {
  readonly title: (project: string) => string;
  readonly until: string;
  readonly users: string;
  readonly zone: (zone: string) => string;
  readonly nothing: string;
  readonly kinds: Readonly<Record<"average" | "median" | "none" | "groups", string>>;
  readonly about: (members: number) => string;
  readonly how: Readonly<Record<"thin" | "none", (least: number, otherwise: string) => string>>;
  readonly after: string;
  readonly silences: string;
  readonly returned: string;
  readonly rate: string;
  readonly below: (bound: string) => string;
  readonly shareOf: (users: number, among: number) => string;
  readonly score: string;
  readonly average: string;
  readonly high: string;
  readonly tier: string;
  readonly group: string;
  readonly from: string;
  readonly share: string;
  readonly number: string;
  readonly now: string;
  readonly new_: string;
  readonly unfitted: string;
  readonly same: string;
  readonly moved: string;
  readonly movedOf: string;
  readonly written: (file: string) => string;
  readonly notWritten: string;
  readonly next: string;
  readonly reading: (file: string) => string;
  readonly validating: (source: string) => string;
  readonly looking: (done: number, total: number) => string;
}

const en: CalibrateWording = {
  title: (project) => `Calibration of ${project}`,
  until: "data until",
  users: "users",
  zone: (zone) => `(${zone})`,
  nothing:
    "nothing in this project is fitted to the population: no `measure`, no `groups`, no `value` with `high` or shares",
  kinds: {
    average: "split at the average",
    median: "split at the median",
    none: "by shares",
    groups: "by nearest centre",
  },
  about: (members) => `about ${plural(members, "user", "users")}`,
  how: {
    thin: (least, otherwise) => `fewer than ${least} were seen, which is too few: \`otherwise ${otherwise}\` is taken`,
    none: (_, otherwise) => `no rate is below the bound: \`otherwise ${otherwise}\` is taken`,
  },
  after: "after",
  silences: "silences",
  returned: "returned",
  rate: "rate",
  below: (bound) => `← the first below ${bound}`,
  shareOf: (users, among) => `${grouped(users)} of ${plural(among, "user", "users")}`,
  score: "score",
  average: "average",
  high: "high is",
  tier: "tier",
  group: "group",
  from: "from",
  share: "share",
  number: "number",
  now: "now",
  new_: "new",
  unfitted: "not fitted",
  same: "same",
  moved: "users elsewhere",
  movedOf: "share of all",
  written: (file) => `${file} was written.`,
  notWritten: "Nothing was written.",
  next: "next: ",
  reading: (file) => `reading ${file}`,
  validating: (source) => `checking ${source}`,
  looking: (done, total) => `looking at users: ${grouped(done)} of ${grouped(total)}`,
};

const zh: CalibrateWording = {
  title: (project) => `${project}：校准`,
  until: "数据截至",
  users: "用户",
  zone: (zone) => `（${zone}）`,
  nothing: "这个项目没有需要用人群数据校准的内容：没有 `measure`、`groups`，也没有用到 `high` 或占比的 `value`",
  kinds: { average: "以平均值为界", median: "以中位数为界", none: "按占比", groups: "按最近的中心" },
  about: (members) => `涉及 ${grouped(members)} 位用户`,
  how: {
    thin: (least, otherwise) => `样本不足 ${least}，太少：取 \`otherwise ${otherwise}\``,
    none: (_, otherwise) => `没有低于界限的回访率：取 \`otherwise ${otherwise}\``,
  },
  after: "沉默",
  silences: "沉默次数",
  returned: "回访",
  rate: "回访率",
  below: (bound) => `← 首个低于 ${bound}`,
  shareOf: (users, among) => `${grouped(among)} 位用户中的 ${grouped(users)} 位`,
  score: "得分",
  average: "平均",
  high: "算作高",
  tier: "分层",
  group: "分群",
  from: "起点",
  share: "占比",
  number: "数值",
  now: "现在",
  new_: "新的",
  unfitted: "未校准",
  same: "不变",
  moved: "换位用户",
  movedOf: "占全部",
  written: (file) => `已写入 ${file}。`,
  notWritten: "没有写入任何内容。",
  next: "下一步：",
  reading: (file) => `正在读取 ${file}`,
  validating: (source) => `正在检查 ${source}`,
  looking: (done, total) => `正在查看用户：${grouped(done)}／${grouped(total)}`,
};

export const calibrateWording: Readonly<Record<Language, CalibrateWording>> = { en, zh };
