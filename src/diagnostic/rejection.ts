import type { Language } from "./wording.js";

/** Why a record of the data can't be used. */
export type RejectionReason = keyof typeof en;

const en = {
  wrong_field_count: "not as many fields as the first line names",
  unclosed_quote: "a quote that is never closed",
  bad_quote: "text after a closing quote",
  not_utf8: "not UTF-8 text",
  not_json: "not a JSON object",
  missing_user: "no user id",
  missing_id: "no id",
  missing_time: "no time",
  invalid_time: "not a date and time",
  time_without_zone: "a time without a zone (give `zone` in data.yaml)",
  received_before_occurred: "received more than 5 minutes before it occurred",
  missing_value: "a required field is empty",
  unknown_member: "not one of the values that the schema lists",
  not_a_number: "not a number",
  not_whole: "not a whole number",
  too_fine: "finer than the smallest unit",
  out_of_range: "too large",
  not_a_boolean: "neither true nor false",
  not_a_date: "not a date",
  not_a_lunar_date: "not a lunar date (such as 1990-08-15, or 1990-05-15 leap)",
  no_such_lunar_date: "a day that the lunar calendar does not have",
  not_a_version: "not a version number (such as 8.2 or 8.2.0)",
  unknown_zone: "not a time zone",
  conflicting_profiles: "profiles of one user that contradict each other",
};

const zh: { readonly [R in RejectionReason]: string } = {
  wrong_field_count: "字段个数与第一行不符",
  unclosed_quote: "引号没有闭合",
  bad_quote: "右引号后面有多余的字符",
  not_utf8: "不是 UTF-8 文本",
  not_json: "不是 JSON 对象",
  missing_user: "没有用户 id",
  missing_id: "没有 id",
  missing_time: "没有时间",
  invalid_time: "不是日期时间",
  time_without_zone: "时间不带时区（请在 data.yaml 里写明 `zone`）",
  received_before_occurred: "接收时间比发生时间早 5 分钟以上",
  missing_value: "必填字段为空",
  unknown_member: "不在声明的取值之内",
  not_a_number: "不是数字",
  not_whole: "不是整数",
  too_fine: "比最小单位还细",
  out_of_range: "数值过大",
  not_a_boolean: "既不是 true 也不是 false",
  not_a_date: "不是日期",
  not_a_lunar_date: "不是农历日期（应如 1990-08-15，闰月写 1990-05-15 leap）",
  no_such_lunar_date: "农历里没有这一天",
  not_a_version: "不是版本号（应如 8.2 或 8.2.0）",
  unknown_zone: "不是时区名",
  conflicting_profiles: "同一用户的资料互相矛盾",
};

/** All reasons, in the order in which a record is examined: only the first that applies is counted. */
export const rejectionReasons = Object.keys(en) as readonly RejectionReason[];

/** What a reason says in a language. */
export function rejectionText(reason: RejectionReason, language: Language): string {
  return (language === "zh" ? zh : en)[reason];
}
