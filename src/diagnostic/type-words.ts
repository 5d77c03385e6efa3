/** A type as messages name it: the plain ones by a word, money by its currency. */
export type ShownType =
  | "text"
  | "zone"
  | "locale"
  | "boolean"
  | "integer"
  | "number"
  | "ratio"
  | "points"
  | "date"
  | "lunarDate"
  | "version"
  | "instant"
  | "span"
  | "period"
  | "enum"
  | "test"
  | { readonly currency: string };

type Plain = Exclude<ShownType, object>;

const en: { readonly [T in Plain]: string } = {
  text: "text",
  zone: "a time zone",
  locale: "a locale",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  ratio: "a percentage",
  points: "points",
  date: "a date",
  lunarDate: "a lunar date",
  version: "a version number",
  instant: "an instant",
  span: "a length of time in hours or minutes",
  period: "a length of time in days or months",
  enum: "a choice from a list",
  test: "a condition",
};

const zh: { readonly [T in Plain]: string } = {
  text: "文本",
  zone: "时区",
  locale: "语言地区",
  boolean: "真假值",
  integer: "整数",
  number: "数值",
  ratio: "百分比",
  points: "积分",
  date: "日期",
  lunarDate: "农历日期",
  version: "版本号",
  instant: "时刻",
  span: "以小时或分钟计的时长",
  period: "以天或月计的时长",
  enum: "选项",
  test: "条件",
};

/** A type in English, with its article: `an amount in CNY`. */
export function typeEn(type: ShownType): string {
  return typeof type === "object" ? `an amount in ${type.currency}` : en[type];
}

/** A type in Chinese: `CNY 金额`. */
export function typeZh(type: ShownType): string {
  return typeof type === "object" ? `${type.currency} 金额` : zh[type];
}
