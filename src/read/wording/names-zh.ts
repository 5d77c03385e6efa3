import type { Sign, Weekday } from "../fixed.js";

export const weekdayZh: Readonly<Record<Weekday, string>> = {
  Monday: "周一",
  Tuesday: "周二",
  Wednesday: "周三",
  Thursday: "周四",
  Friday: "周五",
  Saturday: "周六",
  Sunday: "周日",
};

export const signZh: Readonly<Record<Sign, string>> = {
  aries: "白羊座",
  taurus: "金牛座",
  gemini: "双子座",
  cancer: "巨蟹座",
  leo: "狮子座",
  virgo: "处女座",
  libra: "天秤座",
  scorpio: "天蝎座",
  sagittarius: "射手座",
  capricorn: "摩羯座",
  aquarius: "水瓶座",
  pisces: "双鱼座",
  rat: "鼠",
  ox: "牛",
  tiger: "虎",
  rabbit: "兔",
  dragon: "龙",
  snake: "蛇",
  horse: "马",
  goat: "羊",
  monkey: "猴",
  rooster: "鸡",
  dog: "狗",
  pig: "猪",
};
