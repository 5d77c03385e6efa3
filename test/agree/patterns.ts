import fc from "fast-check";
import { pick, said, type Text } from "./said.js";

export const small = fc.integer({ min: 0, max: 6 }).map(String);
export const times = fc.integer({ min: 1, max: 3 });
export const operator = pick("<", "<=", ">", ">=", "is", "is not");
export const order = pick("<", "<=", ">", ">=");
export const cents = pick("0", "0.01", "5", "9.99", "10", "10.01", "19.99", "20", "30");
export const money = said`${cents} CNY`;
export const decimals = pick("0", "0.1", "0.25", "0.3", "0.333333", "0.5", "1.5");
export const range = pick("0 CNY and 10 CNY", "9.99 CNY and 20 CNY", "20 CNY and 20 CNY");
export const percents = pick("0%", "25%", "33.3333%", "50%", "100%");

export const kinds = pick("shoe", "hat", "coat");
export const pages = pick('"a"', '"b"', '""', '"首页"');

export const viewTest: Text = fc.oneof(
  said`kind is ${kinds}`,
  said`kind is not ${kinds}`,
  said`kind is one of (${kinds}, coat)`,
  said`kind is not one of (${kinds}, hat)`,
  said`price ${operator} ${money}`,
  said`price between ${range}`,
  pick("page is known", "page is not known"),
  said`(page is known and page is ${pages})`,
  said`(page is not known or page contains ${pages})`,
  said`(page if unknown ${pages}) is ${pages}`,
  said`(kind is ${kinds} and price ${order} ${money})`,
  said`(kind is ${kinds} or price ${order} ${money})`,
  said`(not kind is ${kinds})`,
);

export const payTest: Text = fc.oneof(
  said`amount ${operator} ${money}`,
  said`items ${operator} ${small}`,
  said`items is one of (${small}, 2)`,
  pick("gift is true", "gift is false", "tip is known", "tip is not known"),
  said`(tip is known and tip ${order} ${money})`,
  said`(tip if unknown ${money}) ${order} ${money}`,
  said`(amount * 2 ${order} ${money} and not gift is true)`,
  said`(amount ${order} ${money} or items ${operator} ${small})`,
);

const maybe = (event: string, test: Text): Text => fc.oneof(pick(event), said`${pick(event)} where ${test}`);

export const pattern: Text = fc.oneof(maybe("view", viewTest), maybe("pay", payTest), pick("visit"));
