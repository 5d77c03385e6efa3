import type { Language, Wording } from "../../diagnostic/wording.js";
import type { FileProblemCode } from "../../host/problem.js";
import type { CommandName } from "./help.js";

/** What is said when a command cannot do its work for reasons outside the strategy files. */
export interface ProblemWording {
  readonly error: string;
  readonly fix: string;
  readonly file: Readonly<Record<FileProblemCode, (path: string, reason: string) => Wording>>;
  readonly interrupted: string;
  /** So many more of the same kind were not shown. */
  readonly more: (n: number) => string;
  readonly notWritten: (path: string) => string;
  readonly incomplete: (path: string) => string;
  /** Something that Touchline itself did wrong. */
  readonly internal: (message: string) => Wording;
  readonly usage: UsageWording;
}

/** `asked` is what the person typed, `near` what they may have meant (or `null`). */
export interface UsageWording {
  readonly unknownOption: (asked: string, near: string | null) => Wording;
  readonly unknownCommand: (asked: string, near: string | null) => Wording;
  readonly missingArgument: (name: string) => Wording;
  readonly missingOption: (flags: string, command: CommandName | null) => Wording;
  readonly missingValue: (flags: string) => Wording;
  readonly tooMany: () => Wording;
  readonly badChoice: (flags: string, asked: string, choices: string) => Wording;
  readonly noZone: (option: string, asked: string) => Wording;
  readonly notInstant: (option: string, asked: string) => Wording;
  readonly emptyInterval: (since: string, until: string) => Wording;
  readonly notNumber: (option: string, asked: string, least: number) => Wording;
  readonly unknownRule: (asked: string, near: string | null, all: readonly string[]) => Wording;
  readonly unknownStrategy: (asked: string, near: string | null, all: readonly string[]) => Wording;
  readonly notPercent: (option: string, asked: string) => Wording;
  readonly unknownCase: (asked: string, near: string | null) => Wording;
  readonly other: (message: string) => Wording;
}

const reasonEn = (reason: string): string => {
  if (reason === "EACCES" || reason === "EPERM") return " (no permission)";
  if (reason === "ENOSPC") return " (the disk is full)";
  if (reason === "EROFS") return " (the disk is read-only)";
  return reason === "" ? "" : ` (${reason})`;
};

const reasonZh = (reason: string): string => {
  if (reason === "EACCES" || reason === "EPERM") return "（没有权限）";
  if (reason === "ENOSPC") return "（磁盘已满）";
  if (reason === "EROFS") return "（磁盘只读）";
  return reason === "" ? "" : `（${reason}）`;
};

const meantEn = (near: string | null, otherwise: string): string =>
  near === null ? otherwise : `Did you mean \`${near}\`?`;
const meantZh = (near: string | null, otherwise: string): string =>
  near === null ? otherwise : `是不是想写 \`${near}\`？`;

const en: ProblemWording = {
  error: "error: ",
  fix: "fix: ",
  file: {
    "no-folder": (path) => ({
      message: `there is no folder \`${path}\``,
      fix: "Name a folder that exists, or start a project there: `touchline init <dir>`.",
    }),
    "not-a-folder": (path) => ({
      message: `\`${path}\` is not a folder`,
      fix: "Name the folder that holds the strategy files, not one of the files.",
    }),
    "folder-in-use": (path) => ({
      message: `\`${path}\` already holds files, and nothing of yours is overwritten`,
      fix: "Choose a new or empty folder.",
    }),
    "file-in-use": (path) => ({
      message: `\`${path}\` already exists, and nothing of yours is overwritten`,
      fix: "Choose another folder, such as `touchline init my-shop`.",
    }),
    unreadable: (path, reason) => ({
      message: `\`${path}\` cannot be read${reasonEn(reason)}`,
      fix: "Check that it exists and that you may read it.",
    }),
    unwritable: (path, reason) => ({
      message: `\`${path}\` cannot be written${reasonEn(reason)}`,
      fix: "Choose a place where you may write, and check the free space.",
    }),
    "no-parent-folder": (path) => ({
      message: `\`${path}\` cannot be written: its folder does not exist`,
      fix: "Create the folder first, or choose another place.",
    }),
    "is-a-folder": (path) => ({
      message: `\`${path}\` cannot be written: it is a folder`,
      fix: "Give a file name, such as `decisions.jsonl`.",
    }),
  },
  interrupted: "stopped; nothing was written",
  more: (n) => `… and ${n} more`,
  notWritten: (path) => `stopped; \`${path}\` was not written`,
  incomplete: (path) => `stopped; \`${path}\` is incomplete: delete it`,
  internal: (message) => ({
    message: `Touchline itself failed: ${message}`,
    fix: "This is a mistake in Touchline, not in your files. Please report it with the command that you typed.",
  }),
  usage: {
    unknownOption: (asked, near) => ({
      message: `there is no option \`${asked}\``,
      fix: meantEn(near, "Add `--help` to the command to see its options."),
    }),
    unknownCommand: (asked, near) => ({
      message: `there is no command \`${asked}\``,
      fix: meantEn(near, "Run `touchline --help` to see the commands."),
    }),
    missingArgument: (name) => ({
      message: `the command needs \`<${name}>\``,
      fix: "Add it, or add `--help` to see an example.",
    }),
    missingOption: (flags, command) => ({
      message: `the command needs \`${flags}\``,
      fix: `Add it; \`touchline ${command === null ? "" : `${command} `}--help\` shows an example.`,
    }),
    missingValue: (flags) => ({
      message: `\`${flags}\` needs a value`,
      fix: "Write the value after it, or add `--help` to see an example.",
    }),
    tooMany: () => ({
      message: "there are more arguments than the command takes",
      fix: "Add `--help` to see what it takes; put quotes around a name with blanks.",
    }),
    badChoice: (flags, asked, choices) => ({
      message: `\`${flags}\` cannot be \`${asked}\``,
      fix: `Choose one of: ${choices}.`,
    }),
    noZone: (option, asked) => ({
      message: `\`${option} ${asked}\` does not say in which time zone`,
      fix: `Add \`Z\` for UTC or an offset, such as \`${withOffset(asked, "+08:00")}\`.`,
    }),
    notInstant: (option, asked) => ({
      message: `\`${option} ${asked}\` is not an instant`,
      fix: "Write date, time and zone, such as `2026-06-18T20:00:00+08:00`.",
    }),
    emptyInterval: (since, until) => ({
      message: `the interval is empty: \`--since ${since}\` is not before \`--until ${until}\``,
      fix: "Give a `--since` that is earlier, or leave it out for 24 hours.",
    }),
    notNumber: (option, asked, least) => ({
      message: `\`${option} ${asked}\` is not a whole number that can be used here`,
      fix: `Write a whole number from ${least} up, such as \`${option} 20000\`.`,
    }),
    notPercent: (option, asked) => ({
      message: `\`${option}\` needs a share in percent, not \`${asked}\``,
      fix: `Give a whole number from 0 to 100, for example \`${option} 100\`.`,
    }),
    unknownCase: (asked, near) => ({
      message: `no case has \`${asked}\` in its name`,
      fix: meantEn(near, "Give the name of a case, or a part of it."),
    }),
    unknownRule: (asked, near, all) => ({
      message: `there is no rule \`${asked}\``,
      fix: meantEn(near, `Use one of: ${listed(all, ", ")}.`),
    }),
    unknownStrategy: (asked, near, all) => ({
      message: `the project has no strategy \`${asked}\``,
      fix: meantEn(near, `Use one of: ${listed(all, ", ")}.`),
    }),
    other: (message) => ({ message, fix: "Add `--help` to see how the command is used." }),
  },
};

const zh: ProblemWording = {
  error: "错误：",
  fix: "改法：",
  file: {
    "no-folder": (path) => ({
      message: `没有 \`${path}\` 这个文件夹`,
      fix: "请指定一个存在的文件夹，或用 `touchline init <dir>` 在那里新建项目。",
    }),
    "not-a-folder": (path) => ({
      message: `\`${path}\` 不是文件夹`,
      fix: "请指定存放策略文件的文件夹，而不是其中某个文件。",
    }),
    "folder-in-use": (path) => ({
      message: `\`${path}\` 里已经有文件，不会覆盖你的文件`,
      fix: "请换一个新的或空的文件夹。",
    }),
    "file-in-use": (path) => ({
      message: `\`${path}\` 已经存在，不会覆盖你的文件`,
      fix: "请换一个文件夹，例如 `touchline init my-shop`。",
    }),
    unreadable: (path, reason) => ({
      message: `无法读取 \`${path}\`${reasonZh(reason)}`,
      fix: "请确认它存在，并且你有读取权限。",
    }),
    unwritable: (path, reason) => ({
      message: `无法写入 \`${path}\`${reasonZh(reason)}`,
      fix: "请换一个有写入权限的位置，并检查剩余空间。",
    }),
    "no-parent-folder": (path) => ({
      message: `无法写入 \`${path}\`：所在的文件夹不存在`,
      fix: "请先建好文件夹，或换一个位置。",
    }),
    "is-a-folder": (path) => ({
      message: `无法写入 \`${path}\`：它是一个文件夹`,
      fix: "请写文件名，例如 `decisions.jsonl`。",
    }),
  },
  interrupted: "已中止，没有写出任何文件",
  more: (n) => `……另有 ${n} 处`,
  notWritten: (path) => `已中止，没有写出 \`${path}\``,
  incomplete: (path) => `已中止，\`${path}\` 不完整，请删除`,
  internal: (message) => ({
    message: `Touchline 自身出错：${message}`,
    fix: "这是 Touchline 的问题，不是你的文件有错。请把刚才输入的命令一并反馈给我们。",
  }),
  usage: {
    unknownOption: (asked, near) => ({
      message: `没有 \`${asked}\` 这个选项`,
      fix: meantZh(near, "在命令后加 `--help` 可以查看所有选项。"),
    }),
    unknownCommand: (asked, near) => ({
      message: `没有 \`${asked}\` 这个命令`,
      fix: meantZh(near, "运行 `touchline --help` 可以查看所有命令。"),
    }),
    missingArgument: (name) => ({
      message: `这个命令需要参数 \`<${name}>\``,
      fix: "请补上，或加 `--help` 查看示例。",
    }),
    missingOption: (flags, command) => ({
      message: `这个命令需要 \`${flags}\``,
      fix: `请补上；示例见 \`touchline ${command === null ? "" : `${command} `}--help\`。`,
    }),
    missingValue: (flags) => ({
      message: `\`${flags}\` 后面缺少值`,
      fix: "请在后面写上值，或加 `--help` 查看示例。",
    }),
    tooMany: () => ({
      message: "参数太多，这个命令用不了这么多",
      fix: "加 `--help` 查看用法；带空格的名字请加引号。",
    }),
    badChoice: (flags, asked, choices) => ({
      message: `\`${flags}\` 不能是 \`${asked}\``,
      fix: `请从这些里选一个：${choices}。`,
    }),
    noZone: (option, asked) => ({
      message: `\`${option} ${asked}\` 没有写明时区`,
      fix: `请在末尾加上时区，例如北京时间写 \`${withOffset(asked, "+08:00")}\`，UTC 写 \`Z\`。`,
    }),
    notInstant: (option, asked) => ({
      message: `\`${option} ${asked}\` 不是一个时刻`,
      fix: "请写全日期、时间和时区，例如 `2026-06-18T20:00:00+08:00`。",
    }),
    emptyInterval: (since, until) => ({
      message: `区间是空的：\`--since ${since}\` 不早于 \`--until ${until}\``,
      fix: "请把 `--since` 写得早一些，或不写（默认 24 小时）。",
    }),
    notNumber: (option, asked, least) => ({
      message: `\`${option} ${asked}\` 不是可用的整数`,
      fix: `请写不小于 ${least} 的整数，例如 \`${option} 20000\`。`,
    }),
    notPercent: (option, asked) => ({
      message: `\`${option}\` 要写百分比，不能是 \`${asked}\``,
      fix: `请写 0 到 100 的整数，例如 \`${option} 100\`。`,
    }),
    unknownCase: (asked, near) => ({
      message: `没有哪个用例的名字里有 \`${asked}\``,
      fix: meantZh(near, "请写用例的名字，或其中的一部分。"),
    }),
    unknownRule: (asked, near, all) => ({
      message: `没有规则 \`${asked}\``,
      fix: meantZh(near, `请从现有的里选：${listed(all, "、")}。`),
    }),
    unknownStrategy: (asked, near, all) => ({
      message: `项目里没有策略 \`${asked}\``,
      fix: meantZh(near, `请从现有的里选：${listed(all, "、")}。`),
    }),
    other: (message) => ({ message, fix: "加 `--help` 查看用法。" }),
  },
};

/** As many names as a person reads. */
function listed(names: readonly string[], comma: string): string {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > shown.length ? ["…"] : [])].join(comma);
}

/** The text with a time, if it has none, and an offset: what the person most likely meant. */
function withOffset(asked: string, offset: string): string {
  return asked.length === 10 ? `${asked}T00:00:00${offset}` : asked.replace(" ", "T") + offset;
}

export const problemWording: Readonly<Record<Language, ProblemWording>> = { en, zh };
