import type { ProjectSettings } from "../../program/program.js";
import type { Name, Project, Quantity } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { currencies } from "../currency.js";
import { lengthOf } from "../length.js";
import { meant } from "../report.js";
import { money } from "../type.js";
import { isZoneName, zoneNames } from "../zone-name.js";
import { localeOf } from "./locale.js";
import { weekday } from "./weekday.js";

/** The project's settings: zone and currency must be said; weeks start on Monday and nothing is waited for unless said. */
export function project(c: Checker, node: Project): ProjectSettings | null {
  const zone = zoneOf(c, node);
  const currency = currencyOf(c, node);
  const weekStarts = node.weekStarts ? weekday(c, node.weekStarts) : 1;
  const settle = node.settle ? settleOf(c, node.settle) : 0;
  const locales = localesOf(c, node.locales);
  if (zone === null || currency === null || weekStarts === null || settle === null) return null;
  if (locales.length < node.locales.length) return null;
  return {
    id: node.name.text,
    label: node.label?.text ?? null,
    zone,
    currency: currency.currency,
    minor: currency.minor,
    weekStarts,
    settle,
    locales,
  };
}

function zoneOf(c: Checker, node: Project): string | null {
  if (!node.zone) return c.report.add("project-needs", node.name.span, { part: "time zone" });
  if (isZoneName(node.zone.text)) return node.zone.text;
  const { suggestion } = meant(node.zone, zoneNames);
  return c.report.add("unknown-zone", node.zone.span, { name: node.zone.text }, { suggestion });
}

function currencyOf(c: Checker, node: Project): { currency: string; minor: number } | null {
  if (!node.currency) return c.report.add("project-needs", node.name.span, { part: "currency" });
  const type = money(node.currency.text);
  if (type?.is === "money") return type;
  return unknownCurrency(c, node.currency);
}

function unknownCurrency(c: Checker, name: Name): null {
  const { suggestion } = meant(name, currencies);
  return c.report.add("unknown-currency", name.span, { name: name.text }, { suggestion });
}

/** The locales that users have, as BCP 47 spells them, each once. */
function localesOf(c: Checker, names: readonly Name[]): string[] {
  const first = new Map<string, Name>();
  for (const name of names) {
    const locale = localeOf(name.text);
    const earlier = locale === null ? undefined : first.get(locale);
    if (locale === null) c.report.add("bad-locale", name.span, { text: name.text });
    else if (earlier) {
      c.report.add("locale-twice", name.span, { locale }, { related: [earlier.span] });
    } else first.set(locale, name);
  }
  return [...first.keys()];
}

function settleOf(c: Checker, quantity: Quantity): number | null {
  const length = lengthOf(quantity);
  if (length?.unit === "ms") return length.n;
  return c.report.add("bad-length", quantity.span, { text: c.phrases.textOf(quantity.span), needs: "hours" });
}
