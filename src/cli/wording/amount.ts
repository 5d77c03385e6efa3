import type { Language } from "../../diagnostic/wording.js";

/** Units of amounts, after a number that is already written out. */
export interface AmountWording {
  readonly points: (n: string) => string;
  readonly days: (n: string) => string;
  readonly hours: (n: string) => string;
  readonly minutes: (n: string) => string;
  readonly seconds: (n: string) => string;
  readonly percentagePoints: (n: string) => string;
}

const counted = (one: string, many: string) => (n: string) => `${n} ${n === "1" ? one : many}`;

const en: AmountWording = {
  points: counted("point", "points"),
  days: counted("day", "days"),
  hours: counted("hour", "hours"),
  minutes: counted("minute", "minutes"),
  seconds: counted("second", "seconds"),
  percentagePoints: counted("percentage point", "percentage points"),
};

const zh: AmountWording = {
  points: (n) => `${n} 积分`,
  days: (n) => `${n} 天`,
  hours: (n) => `${n} 小时`,
  minutes: (n) => `${n} 分钟`,
  seconds: (n) => `${n} 秒`,
  percentagePoints: (n) => `${n} 个百分点`,
};

export const amountWording: Readonly<Record<Language, AmountWording>> = { en, zh };
