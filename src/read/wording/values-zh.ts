import { signZh } from "../../calendar/sign.js";
import type { BenefitPart, Sort } from "../told.js";
import type { ValueWording } from "../wording.js";
import { row, zh } from "./chinese.js";
import { namesZh, partZh } from "./names-zh.js";
import { whenZh } from "./time-zh.js";

/** What is added up starts from nothing, so it goes by what has come together so far. */
const adds: ReadonlySet<string> = new Set(["count", "countDays", "countDistinct", "sum"]);

const extreme = (fn: "min" | "max", sort: Sort): string => {
  if (sort === "date") return fn === "min" ? "最早" : "最晚";
  return fn === "min" ? "最低" : "最高";
};

const benefitParts: Readonly<Record<BenefitPart, string>> = {
  amount: "权益面额",
  over: "权益门槛",
  expires_at: "权益到期时间",
};

export const valuesZh: ValueWording = {
  userField: (field) => row("用户的", field),
  triggerField: (field) => zh`触发事件的${field}`,
  stageOf: (lifecycle, is) => zh`用户在${lifecycle}中的${partZh[is]}`,
  benefitPart: (part) => benefitParts[part],
  tag: (tag) => row("标签", tag),
  point: (nth, event) =>
    nth === 1 ? row("首次", event) : nth === "last" ? row("上次", event) : zh`第 ${`${nth}`} 次${event}`,
  festival: (shown) => namesZh.name(shown),
  event: (event, where) => (where === null ? event : `${event}（${where}）`),
  aggregate: (fn, event, field, stretch, sort) => {
    const start = stretch.is === "ever" && !adds.has(fn) ? "历史上" : whenZh(stretch);
    if (fn === "countDays") return zh`${start}有${event}的天数`;
    if (fn === "count" || field === null) return zh`${start}${event}的次数`;
    const of = zh`${start}${event}`;
    switch (fn) {
      case "sum":
        return zh`${of}的${field}合计`;
      case "countDistinct":
        return zh`${of}的${field}数（去重）`;
      case "mostFrequent":
        return zh`${of}中出现最多的${field}`;
      case "average":
        return zh`${of}的平均${field}`;
      case "min":
      case "max":
        return zh`${of}的${extreme(fn, sort)}${field}`;
    }
  },
  timeSince: (moment) => row(moment, "距今"),
  fieldOf: (field, point) => zh`${point}的${field}`,
  mapped: (map, value) => zh`${value}对应的${map}`,
  zodiac: (calendar, date) => zh`${date}对应的${calendar === "western" ? "星座" : "生肖"}`,
  sign: (sign) => signZh[sign],
  ifUnknown: (value, fallback, kind, compound) => {
    const remark =
      kind === "never"
        ? zh`从未有过时按 ${fallback}计`
        : kind === "text"
          ? zh`未知时用${fallback}`
          : zh`未知时按 ${fallback}计`;
    return compound ? `（${value}，${remark}）` : `${value}（${remark}）`;
  },
  arithmetic: (left, op, right) => `${left} ${{ "+": "+", "-": "−", "*": "×", "/": "÷" }[op]} ${right}`,
  bracket: (text) => `（${text}）`,
};
