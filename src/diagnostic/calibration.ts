import type { Catalogue } from "./wording.js";

/** The arguments of each code that a calibration can give: its file, besides what it shares with `data.yaml`, and what is fitted. */
export interface CalibrationMessages {
  /** `limit` in bytes. */
  "calibration-too-large": { limit: number };
  "calibration-instant": { text: string };
  /** `example` is YAML to copy. */
  "calibration-amount": { text: string; example: string };
  "calibration-kind": { name: string };
  "calibration-uneven": { group: string; scores: readonly string[] };
  /** Nothing was found for it, or for something else by the same name. `command` finds it. */
  "calibration-missing": { name: string; command: string };
  "calibration-void": { name: string; command: string };
  /** `until` and `due` are dates as text. */
  "calibration-old": { name: string; until: string; due: string; command: string };
  "fit-nobody": { name: string };
  "fit-groups": { name: string; asked: number; found: number; members: number };
  "fit-where": { name: string };
}

const list = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

export const calibrationEn: Catalogue<CalibrationMessages> = {
  "calibration-too-large": ({ limit }) => ({
    message: `this calibration is larger than ${limit / 1024} KiB, the limit for one file`,
    fix: "Run `touchline calibrate` to write it anew; nothing else belongs in it.",
  }),
  "calibration-instant": ({ text }) => ({
    message: `\`${text}\` is no instant`,
    fix: "Write date, clock and offset, such as `2026-06-18T12:00:00.000Z`, or run `touchline calibrate` to write the file anew.",
  }),
  "calibration-amount": ({ text, example }) => ({
    message: text === "" ? "there is no amount here" : `\`${text}\` is no amount that belongs here`,
    fix: `Write it like this: \`${example}\`; or run \`touchline calibrate\` to write the file anew.`,
  }),
  "calibration-kind": ({ name }) => ({
    message: `it is not clear what was found for \`${name}\``,
    fix: "Write exactly one of `period`, `share`, `value` and `groups`, or run `touchline calibrate` to write the file anew.",
  }),
  "calibration-uneven": ({ group, scores }) => ({
    message: `the group \`${group}\` does not stand at one place for each score`,
    fix: `Give each of ${list(scores)} once, in this order, or run \`touchline calibrate\` to write the file anew.`,
  }),
  "calibration-missing": ({ name, command }) => ({
    message: `\`${name}\` was never fitted to the population, so nobody knows its numbers`,
    fix: `Run \`${command}\`, look at the numbers and keep \`calibration.yaml\` with the strategies.`,
  }),
  "calibration-void": ({ name, command }) => ({
    message: `\`${name}\` was changed since it was fitted: the numbers in \`calibration.yaml\` were found for something else`,
    fix: `Run \`${command}\`, and look at what changes.`,
  }),
  "calibration-old": ({ name, until, due, command }) => ({
    message: `\`${name}\` was fitted on ${until}, and was to be fitted again by ${due}`,
    fix: `Run \`${command} --diff\` to see what would change, then without \`--diff\`.`,
  }),
  "fit-nobody": ({ name }) => ({
    message: `\`${name}\` is about nobody: no user passes its \`of users who …\` at this instant`,
    fix: "Choose a later `--until`, widen `of users who …`, or see in the load report of `touchline plan` whether events are missing.",
  }),
  "fit-groups": ({ name, asked, found, members }) => ({
    message: `the ${members} users that \`${name}\` is about fall into only ${found} of its ${asked} groups`,
    fix: `${found > 1 ? `Declare ${found} groups, or choose` : "Choose"} scores that tell users further apart.`,
  }),
  "fit-where": ({ name }) => ({
    message: `what \`${name}\` asks of its event can't be asked of a whole population at once`,
    fix: "Compare the event's own fields in its `where`, without maps and signs of the zodiac.",
  }),
};

export const calibrationZh: Catalogue<CalibrationMessages> = {
  "calibration-too-large": ({ limit }) => ({
    message: `这个校准文件超过了 ${limit / 1024} KiB，单个文件最多这么大`,
    fix: "请运行 `touchline calibrate` 重新生成；里面不该有别的内容。",
  }),
  "calibration-instant": ({ text }) => ({
    message: `\`${text}\` 不是有效的时刻`,
    fix: "请写明日期、钟点和时差，例如 `2026-06-18T12:00:00.000Z`；也可以运行 `touchline calibrate` 重新生成文件。",
  }),
  "calibration-amount": ({ text, example }) => ({
    message: text === "" ? "这里缺少数值" : `\`${text}\` 不是这里该写的数值`,
    fix: `请写成 \`${example}\`；也可以运行 \`touchline calibrate\` 重新生成文件。`,
  }),
  "calibration-kind": ({ name }) => ({
    message: `看不出为 \`${name}\` 算出的是什么`,
    fix: "`period`、`share`、`value`、`groups` 请写且只写一个；也可以运行 `touchline calibrate` 重新生成文件。",
  }),
  "calibration-uneven": ({ group, scores }) => ({
    message: `分群 \`${group}\` 没有在每个得分上各占一个位置`,
    fix: `请按这个顺序各写一次：${list(scores)}；也可以运行 \`touchline calibrate\` 重新生成文件。`,
  }),
  "calibration-missing": ({ name, command }) => ({
    message: `\`${name}\` 还没有用人群数据校准过，没有可用的数值`,
    fix: `请运行 \`${command}\`，看过数值后把 \`calibration.yaml\` 与策略一起保存。`,
  }),
  "calibration-void": ({ name, command }) => ({
    message: `\`${name}\` 校准之后改过定义：\`calibration.yaml\` 里的数值是按旧定义算的`,
    fix: `请运行 \`${command}\`，看看有什么变化。`,
  }),
  "calibration-old": ({ name, until, due, command }) => ({
    message: `\`${name}\` 是 ${until} 校准的，最迟 ${due} 就该重新校准`,
    fix: `请先运行 \`${command} --diff\` 看看会有什么变化，再去掉 \`--diff\` 运行一次。`,
  }),
  "fit-nobody": ({ name }) => ({
    message: `\`${name}\` 不涉及任何人：这个时刻没有用户满足它的 \`of users who …\``,
    fix: "请换一个更晚的 `--until`，或放宽 `of users who …`；也可以在 `touchline plan` 的加载报告里看看是否缺少事件。",
  }),
  "fit-groups": ({ name, asked, found, members }) => ({
    message: `\`${name}\` 涉及的 ${members} 位用户只落在 ${asked} 个分群中的 ${found} 个里`,
    fix: `请${found > 1 ? `只声明 ${found} 个分群，或` : ""}换用更能区分用户的得分。`,
  }),
  "fit-where": ({ name }) => ({
    message: `\`${name}\` 对事件的条件无法一次对整个人群计算`,
    fix: "请在 `where` 里只比较事件自己的字段，不用映射表和星座、生肖。",
  }),
};
