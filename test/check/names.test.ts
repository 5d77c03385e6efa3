import { describe, expect, it } from "vitest";
import { currencies, currencyDigits } from "../../src/check/currency.js";
import { localeOf } from "../../src/check/declaration/locale.js";
import { isZoneName, zoneNames } from "../../src/check/zone-name.js";

describe("names that come from outside", () => {
  it.each([
    ["Asia/Shanghai", true],
    ["America/New_York", true],
    ["UTC", true],
    ["US/Eastern", true],
    ["Asia/Kolkata", true],
    ["Asia/Calcutta", true],
    ["asia/shanghai", false],
    ["us/eastern", false],
    ["Asia/Shangai", false],
    ["+08:00", false],
    ["", false],
    ["__proto__", false],
  ])("a time zone is spelled as IANA spells it: %s", (name, expected) => expect(isZoneName(name)).toBe(expected));

  it("offers no zone that it would refuse", () => {
    expect(zoneNames.filter((name) => !isZoneName(name))).toEqual([]);
  });

  it.each([
    ["CNY", 2],
    ["JPY", 0],
    ["KWD", 3],
    ["UYW", 4],
    ["RMB", null],
    ["cny", null],
    ["constructor", null],
  ])("%s has %s digits after the point", (code, digits) => expect(currencyDigits(code)).toBe(digits));

  it("knows the currencies that people pay in, and none that does not exist", () => {
    const known = new Set(currencies);
    const current = ["AUD", "BRL", "CAD", "CHF", "CNY", "EUR", "GBP", "HKD", "IDR", "INR", "JPY", "KRW", "MOP", "MXN"];
    expect(
      [...current, "MYR", "NZD", "PHP", "RUB", "SGD", "THB", "TWD", "USD", "VND", "ZAR"].filter((c) => !known.has(c)),
    ).toEqual([]);
    const platform = new Set(Intl.supportedValuesOf("currency"));
    // Units of account and young currencies, which the platform leaves out of its list.
    const unlisted = ["CLF", "UYI", "UYW", "SLE", "VED", "ZWG"];
    expect(currencies.filter((code) => !platform.has(code) && !unlisted.includes(code))).toEqual([]);
  });

  it.each([
    ["zh-CN", "zh-CN"],
    ["zh-cn", "zh-CN"],
    ["EN", "en"],
    ["zh-hant-tw", "zh-Hant-TW"],
    ["es-419", "es-419"],
    ["sl-rozaj", "sl-rozaj"],
    ["chinese", null],
    ["zh_CN", null],
    ["z", null],
    ["", null],
    ["zh-", null],
  ])("a language tag is formed as BCP 47 says: %s", (text, expected) => {
    expect(localeOf(text)).toBe(expected);
    if (expected !== null) expect(Intl.getCanonicalLocales(text)).toEqual([expected]);
  });
});
