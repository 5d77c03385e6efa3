import type { Language, Wording } from "../../diagnostic/wording.js";
import type { Unsaid } from "../../interop/logic/writer.js";
import { plural } from "../number.js";

export interface ExportWording {
  /** What was written to a file: how many files, strategies and facts it holds. */
  readonly written: {
    readonly tree: (file: string, files: number, declarations: number) => string;
    readonly "json-logic": (file: string, strategies: number, facts: number) => string;
    readonly types: (file: string, events: number) => string;
  };
  readonly comments: (n: number) => string;
  /** A part of a `who` that JSON Logic cannot say. */
  readonly refused: (phrase: string, why: Unsaid) => Wording;
  readonly place: (strategy: string, clause: number) => string;
  readonly onlyLogic: Wording;
  readonly now: string;
  readonly today: string;
  readonly instant: (moment: string) => string;
  readonly date: (moment: string) => string;
  readonly shifted: (date: string, months: number) => string;
}

const elsewhereEn = (phrase: string, what: "trigger" | "touches"): Wording => ({
  message:
    what === "trigger"
      ? `JSON Logic cannot say \`${phrase}\`: it reads the event that starts the strategy, which is in no profile and no history`
      : `JSON Logic cannot say \`${phrase}\`: it depends on what was sent before, which only deciding knows`,
  fix: "Decide this strategy with Touchline itself.",
});

const elsewhereZh = (phrase: string, what: "trigger" | "touches"): Wording => ({
  message:
    what === "trigger"
      ? `JSON Logic 表达不了 \`${phrase}\`：它要看触发策略的那次事件，用户字段和历史数据里都没有`
      : `JSON Logic 表达不了 \`${phrase}\`：它取决于之前发过什么，只有决策时才知道`,
  fix: "请让这条策略直接由 Touchline 判断。",
});

const en: ExportWording = {
  written: {
    tree: (file, files, declarations) =>
      `${file}: ${plural(declarations, "declaration", "declarations")} of ${plural(files, "file", "files")}`,
    "json-logic": (file, strategies, facts) =>
      `${file}: ${plural(strategies, "strategy", "strategies")} over ${plural(facts, "fact", "facts")}`,
    types: (file, events) => `${file}: types of the user and of ${plural(events, "event", "events")}`,
  },
  comments: (n) => `${plural(n, "comment stays", "comments stay")} behind: a tree holds what is declared`,
  refused: (phrase, why) => {
    if (why.is === "elsewhere") return elsewhereEn(phrase, why.what);
    return why.is === "computed"
      ? {
          message: `JSON Logic cannot say \`${phrase}\`: it would have to compute a ${why.what === "zodiac" ? "sign of a date" : "date that is months away"} from another computed date`,
          fix: "Let it read the date from a field of the user or from one event.",
        }
      : {
          message: `JSON Logic cannot say \`${phrase}\` exactly: its numbers are doubles, which ${why.limit === null ? "do not hold the constants" : `stay exact only while the facts are at most ${why.limit}`}`,
          fix: "Compare with less multiplication, or decide this strategy with Touchline itself.",
        };
  },
  place: (strategy, clause) => `${strategy}, clause ${clause}`,
  onlyLogic: {
    message: "`--strategy` is for `--to json-logic`",
    fix: "Leave it out: trees and types are of the whole project.",
  },
  now: "the instant of the decision",
  today: "the local date of the decision",
  instant: (moment) => `the instant of ${moment}`,
  date: (moment) => `the local date of ${moment}`,
  shifted: (date, months) =>
    `${plural(Math.abs(months), "month", "months")} ${months < 0 ? "before" : "after"} ${date}`,
};

const zh: ExportWording = {
  written: {
    tree: (file, files, declarations) => `${file}：${files} 个文件，${declarations} 条声明`,
    "json-logic": (file, strategies, facts) => `${file}：${strategies} 条策略，用到 ${facts} 个事实`,
    types: (file, events) => `${file}：用户和 ${events} 种事件的类型`,
  },
  comments: (n) => `有 ${n} 条注释没有带走：语法树只含声明`,
  refused: (phrase, why) => {
    if (why.is === "elsewhere") return elsewhereZh(phrase, why.what);
    return why.is === "computed"
      ? {
          message: `JSON Logic 表达不了 \`${phrase}\`：要从一个算出来的日期再算${why.what === "zodiac" ? "星座或生肖" : "几个月前后的日期"}`,
          fix: "请直接用用户字段或某次事件的日期。",
        }
      : {
          message: `JSON Logic 无法精确表达 \`${phrase}\`：它的数字是双精度浮点数，${why.limit === null ? "放不下其中的常数" : `事实超过 ${why.limit} 就不再精确`}`,
          fix: "请减少相乘，或让这条策略直接由 Touchline 判断。",
        };
  },
  place: (strategy, clause) => `${strategy}，条件 ${clause}`,
  onlyLogic: { message: "`--strategy` 只用于 `--to json-logic`", fix: "请去掉它：语法树和类型都针对整个项目。" },
  now: "决策的时刻",
  today: "决策当天的本地日期",
  instant: (moment) => `${moment}的时刻`,
  date: (moment) => `${moment}的本地日期`,
  shifted: (date, months) => `${date}之${months < 0 ? "前" : "后"} ${Math.abs(months)} 个月`,
};

export const exportWording: Readonly<Record<Language, ExportWording>> = { en, zh };
