import { type InputMessages, inputEn, inputZh } from "./input.js";
import type { Catalogue, Wording } from "./wording.js";

/** What a case may name of the project. */
export type ScenarioName =
  | "strategy"
  | "channel"
  | "benefit"
  | "material"
  | "variant"
  | "event"
  | "tag"
  | "strategy tag"
  | "lifecycle"
  | "stage"
  | "gate";

/** The arguments of each code that reading a file of cases can give, besides those that it shares with `data.yaml`. */
export interface ScenarioMessages {
  /** `limit` in bytes. */
  "scenario-too-large": { limit: number };
  /** `relative`: whether words such as `2 hours ago` may stand there. */
  "scenario-time": { text: string; relative: boolean };
  "scenario-name": { kind: ScenarioName; name: string; known: readonly string[]; nearest: string | null };
  "scenario-twice": { name: string };
  "scenario-like": { name: string; known: readonly string[]; nearest: string | null };
  "scenario-when": { name: string; why: "missing" | "both" | "half" | "reversed" };
  "scenario-clause": { strategy: string; clause: string; clauses: number };
  "scenario-expects-nothing": { name: string };
  /** What a decision would refuse to be asked about. */
  "scenario-input": { problem: InputProblem };
}

/** One of the problems of `InputMessages`. */
export type InputProblem = {
  readonly [C in keyof InputMessages]: { readonly code: C; readonly args: InputMessages[C] };
}[keyof InputMessages];

function list(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > 20 ? ["…"] : [])].join(", ");
}

function said(catalogue: Catalogue<InputMessages>, { code, args }: InputProblem): Wording {
  return (catalogue[code] as (args: unknown) => Wording)(args);
}

const meant = (nearest: string | null): string => (nearest === null ? "" : `Did you mean \`${nearest}\`? `);

const articles: { readonly [K in ScenarioName]: string } = {
  strategy: "a strategy",
  channel: "a channel",
  benefit: "a benefit",
  material: "a material",
  variant: "a variant of that strategy",
  event: "an event",
  tag: "a tag",
  "strategy tag": "a strategy tag",
  lifecycle: "a lifecycle, value or groups",
  stage: "one of its stages",
  gate: "a gate",
};

/** All but those of something else: gates of Touchline, stages of a lifecycle, variants of a strategy. */
const withinProject: ReadonlySet<ScenarioName> = new Set([
  "strategy",
  "channel",
  "benefit",
  "material",
  "event",
  "tag",
  "strategy tag",
  "lifecycle",
]);

const whenEn: { readonly [W in ScenarioMessages["scenario-when"]["why"]]: string } = {
  missing: "does not say when",
  both: "says `at` as well as `from` and `to`",
  half: "has only one of `from` and `to`",
  reversed: "ends before it begins",
};

export const scenarioEn: Catalogue<ScenarioMessages> = {
  "scenario-too-large": ({ limit }) => ({
    message: `this file of cases is larger than ${limit / 1024} KiB, the limit for one file`,
    fix: "Split it into several files in the folder `tests`, one idea a file.",
  }),
  "scenario-time": ({ text, relative }) => ({
    message: text === "" ? "there is no time here" : `\`${text}\` is no time`,
    fix: `Write the user's clock, \`2026-06-18 10:00\`, or an instant with its zone, \`2026-06-18T10:00:00+08:00\`${
      relative
        ? "; or count back from the case's own time: `3 days ago at 10:00`, `yesterday at 20:00`, `2 hours ago`"
        : ""
    }.`,
  }),
  "scenario-name": ({ kind, name, known, nearest }) => ({
    message: `\`${name}\` is not ${articles[kind]}${withinProject.has(kind) ? " of this project" : ""}`,
    fix: `${meant(nearest)}${known.length === 0 ? "There is none." : `Use one of ${list(known)}.`}`,
  }),
  "scenario-twice": ({ name }) => ({
    message: `another case of this file is called \`${name}\``,
    fix: "Give each case a name of its own that says what it shows.",
  }),
  "scenario-like": ({ name, known, nearest }) => ({
    message: `no case before this one is called \`${name}\``,
    fix: `${meant(nearest)}${known.length === 0 ? "`like` names a case that stands earlier in the same file." : `Name one of ${list(known)}.`}`,
  }),
  "scenario-when": ({ name, why }) => ({
    message: `\`${name}\` ${whenEn[why]}`,
    fix: "Write `at: 2026-06-18 10:00` for one instant, or `from` and `to` for all that falls due after the one up to the other.",
  }),
  "scenario-clause": ({ strategy, clause, clauses }) => ({
    message: `\`${clause}\` is no clause of the \`who\` of \`${strategy}\``,
    fix:
      clauses === 0
        ? "It has no `who`: nobody is refused there. Expect another gate."
        : `Count the clauses as \`touchline explain\` does, from 1 to ${clauses}.`,
  }),
  "scenario-expects-nothing": ({ name }) => ({
    message: `\`${name}\` expects nothing, so it can't fail`,
    fix: "Write under `expect` what is to come of it: `decisions`, `none`, `refused`, `tags` or `stages`.",
  }),
  "scenario-input": ({ problem }) => said(inputEn, problem),
};

const perhaps = (nearest: string | null): string => (nearest === null ? "" : `您是不是想写 \`${nearest}\`？`);
const names = (all: readonly string[]): string => list(all).replaceAll(", ", "、");

const kinds: { readonly [K in ScenarioName]: string } = {
  strategy: "策略",
  channel: "渠道",
  benefit: "权益",
  material: "素材",
  variant: "实验组",
  event: "事件",
  tag: "标签",
  "strategy tag": "策略标签",
  lifecycle: "生命周期、价值模型或分群",
  stage: "阶段",
  gate: "关卡",
};

const whenZh: { readonly [W in ScenarioMessages["scenario-when"]["why"]]: string } = {
  missing: "没有写明时间",
  both: "既写了 `at`，又写了 `from` 和 `to`",
  half: "的 `from` 和 `to` 只写了一个",
  reversed: "的终点早于起点",
};

export const scenarioZh: Catalogue<ScenarioMessages> = {
  "scenario-too-large": ({ limit }) => ({
    message: `这个用例文件超过了 ${limit / 1024} KiB，单个文件最多这么大`,
    fix: "请拆成 `tests` 文件夹里的几个文件，一个文件只说一件事。",
  }),
  "scenario-time": ({ text, relative }) => ({
    message: text === "" ? "这里缺少时间" : `看不懂时间 \`${text}\``,
    fix: `请写用户当地的钟点，如 \`2026-06-18 10:00\`，或带时区的时刻，如 \`2026-06-18T10:00:00+08:00\`${
      relative ? "；也可以从用例的时间往回数：`3 days ago at 10:00`、`yesterday at 20:00`、`2 hours ago`" : ""
    }。`,
  }),
  "scenario-name": ({ kind, name, known, nearest }) => ({
    message: `没有名为 \`${name}\` 的${kinds[kind]}`,
    fix: `${perhaps(nearest)}${known.length === 0 ? "这里一个也没有。" : `现有的：${names(known)}。`}`,
  }),
  "scenario-twice": ({ name }) => ({
    message: `这个文件里已有名为 \`${name}\` 的用例`,
    fix: "请给每个用例起一个不同的名字，说清它要说明什么。",
  }),
  "scenario-like": ({ name, known, nearest }) => ({
    message: `在它之前没有名为 \`${name}\` 的用例`,
    fix: `${perhaps(nearest)}${known.length === 0 ? "`like` 只能写同一文件里排在前面的用例。" : `可用的有 ${names(known)}。`}`,
  }),
  "scenario-when": ({ name, why }) => ({
    message: `用例 \`${name}\` ${whenZh[why]}`,
    fix: "只看一个时刻就写 `at: 2026-06-18 10:00`；要看一段时间里的所有安排，就写 `from` 和 `to`。",
  }),
  "scenario-clause": ({ strategy, clause, clauses }) => ({
    message: `\`${strategy}\` 的 \`who\` 里没有第 \`${clause}\` 条`,
    fix:
      clauses === 0
        ? "它没有写 `who`，不会在那里拦下任何人；请改为预期别的关卡。"
        : `请照 \`touchline explain\` 的编号写，从 1 到 ${clauses}。`,
  }),
  "scenario-expects-nothing": ({ name }) => ({
    message: `用例 \`${name}\` 没有任何预期，永远不会失败`,
    fix: "请在 `expect` 下写明应有的结果：`decisions`、`none`、`refused`、`tags` 或 `stages`。",
  }),
  "scenario-input": ({ problem }) => said(inputZh, problem),
};
