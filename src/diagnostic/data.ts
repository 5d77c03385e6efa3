import type { Catalogue } from "./wording.js";

/** The arguments of each code that reading `data.yaml` and the data behind it can give. Lists hold names, in order. */
export interface DataMessages {
  "data-no-mapping": { folder: string };
  "data-no-duckdb": Record<string, never>;
  /** `reason` is the YAML parser's. */
  "data-yaml": { reason: string };
  "data-yaml-feature": { feature: "alias" | "anchor" | "tag" | "merge key" };
  /** `example` is YAML to copy. */
  "data-shape": { place: string; example: string };
  "data-unknown-key": { key: string; known: readonly string[]; nearest: string | null };
  "data-missing-key": { key: string; place: string };
  "data-file-missing": { path: string; looked: string };
  "data-file-format": { path: string };
  "data-file-broken": { path: string; reason: string };
  "data-header": { path: string; column: string };
  "data-table-unknown": { table: string; tables: readonly string[]; nearest: string | null };
  "data-not-select": Record<string, never>;
  "data-sql": { reason: string };
  "data-column-missing": { column: string; columns: readonly string[]; nearest: string | null };
  "data-field-missing": { field: string; columns: readonly string[]; nearest: string | null; optional: boolean };
  "data-field-unknown": { field: string; fields: readonly string[]; nearest: string | null };
  "data-field-required": { field: string };
  "data-column-type": { column: string; found: string; needed: string };
  "data-zone-missing": { column: string };
  "data-zone-unknown": { zone: string };
  "data-unit-missing": { column: string };
  "data-event-missing": { event: string };
  "data-event-unknown": { event: string; events: readonly string[]; nearest: string | null };
  "data-score-missing": { tag: string };
  "data-score-unknown": { tag: string; tags: readonly string[]; nearest: string | null };
  /** `max` in millionths. */
  "data-too-many-rejected": { source: string; rejected: number; records: number; max: number };
  "data-sum-too-large": { phrase: string };
  "data-unknown-user": { user: string; users: number; nearest: readonly string[] };
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `\`${name}\``);
  if (names.length > 20) shown.push("…");
  return shown.join(", ");
}

function percent(millionths: number): string {
  return `${millionths / 10_000}%`;
}

const meant = (nearest: string | null): string => (nearest === null ? "" : `Did you mean \`${nearest}\`? `);

export const dataEn: Catalogue<DataMessages> = {
  "data-no-mapping": ({ folder }) => ({
    message: `there is no \`data.yaml\` in \`${folder}\``,
    fix: "Write a `data.yaml` beside the strategies that says where profiles and events come from; `touchline init` makes one to start from.",
  }),
  "data-no-duckdb": () => ({
    message: "reading a population needs DuckDB, which is not installed here",
    fix: "Run `npm install @duckdb/node-api`, then try again.",
  }),
  "data-yaml": ({ reason }) => ({
    message: `this is not valid YAML: ${reason}`,
    fix: "Correct the line; indent with blanks, never tabs, and write `key: value`.",
  }),
  "data-yaml-feature": ({ feature }) => ({
    message: `a YAML ${feature} is not allowed here`,
    fix: "Write the value out in full.",
  }),
  "data-shape": ({ place, example }) => ({
    message: `\`${place}\` can't be read`,
    fix: `Write it like this: \`${example}\`.`,
  }),
  "data-unknown-key": ({ key, known, nearest }) => ({
    message: `\`${key}\` is no key that belongs here`,
    fix: `${meant(nearest)}Use one of ${list(known)}.`,
  }),
  "data-missing-key": ({ key, place }) => ({
    message: `\`${place}\` has no \`${key}\``,
    fix: `Add \`${key}: …\` under \`${place}\`.`,
  }),
  "data-file-missing": ({ path, looked }) => ({
    message: `there is no file \`${path}\``,
    fix: `Put it at \`${looked}\`, correct the path, or name the folder of the data files with \`--data <folder>\`.`,
  }),
  "data-file-format": ({ path }) => ({
    message: `the format of \`${path}\` can't be told from its name`,
    fix: "Use a file that ends in .csv, .tsv, .jsonl, .ndjson, .json or .txt (each also with .gz) or in .parquet.",
  }),
  "data-file-broken": ({ path, reason }) => ({
    message: `\`${path}\` can't be read: ${reason}`,
    fix: "Make or copy the file anew; it may have been cut short.",
  }),
  "data-header": ({ path, column }) => ({
    message: `the first line of \`${path}\` does not name each column once: \`${column}\``,
    fix: "Give every column a name of its own in the first line (capitals do not tell names apart; `_line` is taken).",
  }),
  "data-table-unknown": ({ table, tables, nearest }) => ({
    message: `\`${table}\` is none of the files of this mapping`,
    fix: `${meant(nearest)}Name one of ${list(tables)}, or write a SELECT.`,
  }),
  "data-not-select": () => ({
    message: "`from` is not one single SELECT",
    fix: "Name a file, such as `from: people`, or write one SELECT without `;` and without `?`.",
  }),
  "data-sql": ({ reason }) => ({
    message: `this SELECT fails: ${reason}`,
    fix: 'Correct the SELECT. Columns of CSV and JSON files are text: convert with TRY_CAST, which turns what does not fit into NULL. Names that are words of SQL need quotes: `"at"`, `"on"`, `"order"`.',
  }),
  "data-column-missing": ({ column, columns, nearest }) => ({
    message: `there is no column \`${column}\``,
    fix: `${meant(nearest)}Columns found: ${list(columns)}.`,
  }),
  "data-field-missing": ({ field, columns, nearest, optional }) => ({
    message: `no column feeds the field \`${field}\` of the schema`,
    fix: `${meant(nearest)}Say which under \`columns\`, such as \`${field}: ${nearest ?? "a_column"}\`${
      optional ? `, or \`${field}: null\` if nobody's is known` : ""
    }. Columns found: ${list(columns)}.`,
  }),
  "data-field-unknown": ({ field, fields, nearest }) => ({
    message: `the schema has no field \`${field}\``,
    fix: `${meant(nearest)}Left of the colon stands the schema's field, right of it the column. Fields: ${list(fields)}.`,
  }),
  "data-field-required": ({ field }) => ({
    message: `\`${field}\` can't be null: the schema says that it is always known`,
    fix: `Name its column, or make it optional in the schema: \`${field}: …?\`.`,
  }),
  "data-column-type": ({ column, found, needed }) => ({
    message: `the column \`${column}\` holds ${found}, but ${needed} is needed`,
    fix: "Name another column, or convert it in a SELECT.",
  }),
  "data-zone-missing": ({ column }) => ({
    message: `the times in \`${column}\` carry no time zone`,
    fix: `Say which clock they show: \`{ column: ${column}, zone: UTC }\`, or another zone such as Asia/Shanghai.`,
  }),
  "data-zone-unknown": ({ zone }) => ({
    message: `\`${zone}\` is no time zone`,
    fix: "Write a name such as Asia/Shanghai, America/New_York or UTC.",
  }),
  "data-unit-missing": ({ column }) => ({
    message: `the times in \`${column}\` are plain numbers`,
    fix: `Say what they count since 1970: \`{ column: ${column}, unit: seconds }\` or \`unit: milliseconds\`.`,
  }),
  "data-event-missing": ({ event }) => ({
    message: `nothing says where the event \`${event}\` comes from`,
    fix: `Add it under \`events\`: \`${event}: { from: a_file, user: …, occurred_at: … }\`, or \`${event}: none\` if there is no such data.`,
  }),
  "data-event-unknown": ({ event, events, nearest }) => ({
    message: `the schema declares no event \`${event}\``,
    fix: `${meant(nearest)}Events declared: ${list(events)}.`,
  }),
  "data-score-missing": ({ tag }) => ({
    message: `nothing says where the scores of the model tag \`${tag}\` come from`,
    fix: `Add them under \`scores\`: \`${tag}: { from: a_file, user: …, scored_at: …, value: … }\`, or \`${tag}: none\` if there are none yet.`,
  }),
  "data-score-unknown": ({ tag, tags, nearest }) => ({
    message: `the project declares no model tag \`${tag}\``,
    fix: `${meant(nearest)}${tags.length === 0 ? "Declare it as `tag model`, or take it out." : `Model tags declared: ${list(tags)}.`}`,
  }),
  "data-too-many-rejected": ({ source, rejected, records, max }) => ({
    message: `${rejected} of ${records} records of \`${source}\` can't be used, more than the ${percent(max)} allowed`,
    fix: "Mend the data as the load report shows, or raise `max rejected` in data.yaml if so much loss is acceptable.",
  }),
  "data-sum-too-large": ({ phrase }) => ({
    message: `the total of \`${phrase}\` is too large to be counted exactly`,
    fix: "Use a shorter window, or look for absurd amounts in the data.",
  }),
  "data-unknown-user": ({ user, users, nearest }) => ({
    message: `there is no user \`${user}\` among the ${users} in the data`,
    fix:
      nearest.length > 0
        ? `Check the id. The ids next to it: ${list(nearest)}.`
        : "Check the id, and that data.yaml names the right file.",
  }),
};

const perhaps = (nearest: string | null): string => (nearest === null ? "" : `您是不是想写 \`${nearest}\`？`);
const names = (all: readonly string[]): string => list(all).replaceAll(", ", "、");
const features = { alias: "别名（*）", anchor: "锚点（&）", tag: "标签（!）", "merge key": "合并键（<<）" };

export const dataZh: Catalogue<DataMessages> = {
  "data-no-mapping": ({ folder }) => ({
    message: `\`${folder}\` 里没有 \`data.yaml\``,
    fix: "请在策略文件旁写一个 `data.yaml`，说明用户资料和行为数据从哪里来；`touchline init` 可以生成一份样例。",
  }),
  "data-no-duckdb": () => ({
    message: "读取用户数据需要 DuckDB，这里还没有安装",
    fix: "请运行 `npm install @duckdb/node-api`，然后重试。",
  }),
  "data-yaml": ({ reason }) => ({
    message: `YAML 格式有误：${reason}`,
    fix: "请修改这一行；缩进用空格，不要用制表符，写成 `键: 值`。",
  }),
  "data-yaml-feature": ({ feature }) => ({
    message: `这里不能使用 YAML 的${features[feature]}`,
    fix: "请把内容完整写出来。",
  }),
  "data-shape": ({ place, example }) => ({
    message: `无法理解 \`${place}\` 的写法`,
    fix: `请参照这样写：\`${example}\`。`,
  }),
  "data-unknown-key": ({ key, known, nearest }) => ({
    message: `这里没有 \`${key}\` 这一项`,
    fix: `${perhaps(nearest)}可用的有 ${names(known)}。`,
  }),
  "data-missing-key": ({ key, place }) => ({
    message: `\`${place}\` 缺少 \`${key}\``,
    fix: `请在 \`${place}\` 下面加上 \`${key}: …\`。`,
  }),
  "data-file-missing": ({ path, looked }) => ({
    message: `找不到文件 \`${path}\``,
    fix: `请把它放到 \`${looked}\`，或改正路径，或用 \`--data <文件夹>\` 指定数据所在的文件夹。`,
  }),
  "data-file-format": ({ path }) => ({
    message: `从文件名看不出 \`${path}\` 是什么格式`,
    fix: "请使用以 .csv、.tsv、.jsonl、.ndjson、.json、.txt（都可再加 .gz）或 .parquet 结尾的文件。",
  }),
  "data-file-broken": ({ path, reason }) => ({
    message: `\`${path}\` 读不出来：${reason}`,
    fix: "请重新导出或复制这个文件，它可能不完整。",
  }),
  "data-header": ({ path, column }) => ({
    message: `\`${path}\` 的第一行没有给每一列一个不重复的名字：\`${column}\``,
    fix: "请在第一行给每列各起一个名字（不区分大小写；`_line` 已被占用）。",
  }),
  "data-table-unknown": ({ table, tables, nearest }) => ({
    message: `\`files\` 里没有 \`${table}\``,
    fix: `${perhaps(nearest)}请写 ${names(tables)} 之一，或写一条 SELECT。`,
  }),
  "data-not-select": () => ({
    message: "`from` 不是一条单独的 SELECT",
    fix: "请写文件的名字，例如 `from: people`，或写一条不含 `;` 和 `?` 的 SELECT。",
  }),
  "data-sql": ({ reason }) => ({
    message: `这条 SELECT 执行失败：${reason}`,
    fix: '请修改 SELECT。CSV 和 JSON 的列都是文本，转换请用 TRY_CAST，转不了的会变成 NULL；与 SQL 关键字同名的列要加双引号，如 `"at"`、`"on"`、`"order"`。',
  }),
  "data-column-missing": ({ column, columns, nearest }) => ({
    message: `没有名为 \`${column}\` 的列`,
    fix: `${perhaps(nearest)}现有的列：${names(columns)}。`,
  }),
  "data-field-missing": ({ field, columns, nearest, optional }) => ({
    message: `没有哪一列对应字段 \`${field}\``,
    fix: `${perhaps(nearest)}请在 \`columns\` 里写明，例如 \`${field}: ${nearest ?? "某列"}\`${
      optional ? `；若没有这项数据，写 \`${field}: null\`` : ""
    }。现有的列：${names(columns)}。`,
  }),
  "data-field-unknown": ({ field, fields, nearest }) => ({
    message: `没有声明过字段 \`${field}\``,
    fix: `${perhaps(nearest)}冒号左边写字段名，右边写数据的列名。已声明的字段：${names(fields)}。`,
  }),
  "data-field-required": ({ field }) => ({
    message: `\`${field}\` 不能写 null：它声明为必有值`,
    fix: `请写明它的列，或把它改为可缺失：\`${field}: …?\`。`,
  }),
  "data-column-type": ({ column, found, needed }) => ({
    message: `列 \`${column}\` 的类型是 ${found}，这里需要 ${needed}`,
    fix: "请换一列，或在 SELECT 里转换类型。",
  }),
  "data-zone-missing": ({ column }) => ({
    message: `\`${column}\` 里的时间不带时区`,
    fix: `请写明时区：\`{ column: ${column}, zone: Asia/Shanghai }\`。`,
  }),
  "data-zone-unknown": ({ zone }) => ({
    message: `\`${zone}\` 不是时区名`,
    fix: "请写 Asia/Shanghai、America/New_York 或 UTC 这样的名称。",
  }),
  "data-unit-missing": ({ column }) => ({
    message: `\`${column}\` 里的时间是纯数字`,
    fix: `请写明是 1970 年以来的秒还是毫秒：\`{ column: ${column}, unit: seconds }\` 或 \`unit: milliseconds\`。`,
  }),
  "data-event-missing": ({ event }) => ({
    message: `没有说明事件 \`${event}\` 的数据从哪里来`,
    fix: `请在 \`events\` 下加上 \`${event}: { from: 某文件, user: …, occurred_at: … }\`；若确实没有数据，写 \`${event}: none\`。`,
  }),
  "data-event-unknown": ({ event, events, nearest }) => ({
    message: `没有声明过事件 \`${event}\``,
    fix: `${perhaps(nearest)}已声明的事件：${names(events)}。`,
  }),
  "data-score-missing": ({ tag }) => ({
    message: `没有说明模型标签 \`${tag}\` 的分数从哪里来`,
    fix: `请在 \`scores\` 下加上 \`${tag}: { from: 某文件, user: …, scored_at: …, value: … }\`；若还没有分数，写 \`${tag}: none\`。`,
  }),
  "data-score-unknown": ({ tag, tags, nearest }) => ({
    message: `没有声明过模型标签 \`${tag}\``,
    fix: `${perhaps(nearest)}${tags.length === 0 ? "请用 `tag model` 声明它，或删掉这一项。" : `已声明的模型标签：${names(tags)}。`}`,
  }),
  "data-too-many-rejected": ({ source, rejected, records, max }) => ({
    message: `\`${source}\` 的 ${records} 条记录中有 ${rejected} 条无法使用，超过了允许的 ${percent(max)}`,
    fix: "请按加载报告修正数据；若可以接受，请在 data.yaml 里调高 `max rejected`。",
  }),
  "data-sum-too-large": ({ phrase }) => ({
    message: `\`${phrase}\` 的总和太大，无法精确计算`,
    fix: "请缩短时间范围，或检查数据里有没有离谱的数值。",
  }),
  "data-unknown-user": ({ user, users, nearest }) => ({
    message: `数据里的 ${users} 个用户中没有 \`${user}\``,
    fix:
      nearest.length > 0
        ? `请检查 id。与它相邻的 id：${names(nearest)}。`
        : "请检查 id，以及 data.yaml 指向的文件是否正确。",
  }),
};
