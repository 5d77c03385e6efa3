import type { Language } from "../../diagnostic/wording.js";
import { grouped } from "../number.js";

export interface SampleWording {
  readonly writing: (table: string, done: number, of: number) => string;
  readonly written: (dir: string, users: number, days: number) => string;
  readonly table: string;
  readonly rows: string;
  readonly planted: (rows: number) => string;
  readonly next: string;
}

const en: SampleWording = {
  writing: (table, done, of) => `writing ${table} (${done + 1} of ${of})`,
  written: (dir, users, days) => `a synthetic shop in ${dir}: ${grouped(users)} users, ${grouped(days)} days`,
  table: "table",
  rows: "rows",
  planted: (rows) => `${grouped(rows)} of the rows are dirty on purpose; the load report of \`plan\` finds them.`,
  next: "next: ",
};

const zh: SampleWording = {
  writing: (table, done, of) => `正在写 ${table}（${done + 1}/${of}）`,
  written: (dir, users, days) => `已在 ${dir} 生成模拟商城：${grouped(users)} 个用户，${grouped(days)} 天的行为`,
  table: "表",
  rows: "行数",
  planted: (rows) => `其中故意放了 ${grouped(rows)} 行脏数据，\`plan\` 的数据报告会一一列出。`,
  next: "下一步：",
};

export const sampleWording: Readonly<Record<Language, SampleWording>> = { en, zh };
