import type { Language } from "../../diagnostic/wording.js";
import type { SourceReport } from "../../population/load-report.js";
import { grouped, plural } from "../number.js";

/** The load report. */
export interface LoadWording {
  readonly clean: (files: number, records: number) => string;
  readonly title: (files: number, records: number) => string;
  readonly kinds: Readonly<Record<SourceReport["kind"], string>>;
  readonly records: string;
  readonly leftOut: string;
  readonly rejected: string;
  readonly duplicates: string;
  readonly later: string;
  readonly withoutProfile: string;
  readonly used: string;
  readonly leftOutOf: (source: string) => string;
  readonly rejectedOf: (source: string, rejected: number, share: string) => string;
  readonly line: (n: number) => string;
  readonly hidden: string;
  readonly comma: string;
}

const en: LoadWording = {
  clean: (files, records) =>
    `Data: ${plural(files, "file", "files")}, ${plural(records, "record", "records")}, all used`,
  title: (files, records) =>
    `Data: ${plural(files, "file", "files")}, ${plural(records, "record", "records")}; not all could be used`,
  kinds: { file: "file", profiles: "profiles", event: "event", scores: "scores of" },
  records: "records",
  leftOut: "left out",
  rejected: "rejected",
  duplicates: "duplicates",
  later: "not yet visible",
  withoutProfile: "without profile",
  used: "used",
  leftOutOf: (source) => `${source}: left out, as data.yaml says`,
  rejectedOf: (source, rejected, share) => `${source}: ${grouped(rejected)} rejected (${share})`,
  line: (n) => `line ${n}`,
  hidden: "(hidden)",
  comma: ", ",
};

const zh: LoadWording = {
  clean: (files, records) => `数据：${files} 个文件，${grouped(records)} 条记录，全部可用`,
  title: (files, records) => `数据：${files} 个文件，${grouped(records)} 条记录，有一部分用不上`,
  kinds: { file: "文件", profiles: "用户资料", event: "事件", scores: "模型分" },
  records: "记录",
  leftOut: "不计",
  rejected: "剔除",
  duplicates: "重复",
  later: "尚不可见",
  withoutProfile: "无用户资料",
  used: "可用",
  leftOutOf: (source) => `${source}：按 data.yaml 的约定不计`,
  rejectedOf: (source, rejected, share) => `${source}：剔除 ${grouped(rejected)} 条（${share}）`,
  line: (n) => `第 ${n} 行`,
  hidden: "（已隐藏）",
  comma: "，",
};

export const loadWording: Readonly<Record<Language, LoadWording>> = { en, zh };
