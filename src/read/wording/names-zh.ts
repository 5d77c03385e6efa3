import type { Weekday } from "../fixed.js";

export const weekdayZh: Readonly<Record<Weekday, string>> = {
  Monday: "周一",
  Tuesday: "周二",
  Wednesday: "周三",
  Thursday: "周四",
  Friday: "周五",
  Saturday: "周六",
  Sunday: "周日",
};
