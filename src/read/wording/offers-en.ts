import type { Length } from "../told.js";
import type { ToldValue } from "../told-strategy.js";
import type { OfferWording } from "../wording.js";
import { namesEn } from "./names-en.js";
import { lengthEn } from "./time-en.js";

/** A part of a message, or a parameter of a template. */
const slot = (id: string): string => namesEn.word({ text: id, id: null });

const valid = (term: Length | null): string =>
  term === null ? "with no end" : `valid for ${lengthEn(term)} after it is given`;

const any = (over: string | null): string => (over === null ? "any order" : `an order of ${over} or more`);
const on = (over: string | null): string => (over === null ? "" : ` on an order of ${over} or more`);

/** What is made of other benefits says nothing of its own about orders and time. */
const terms = (value: ToldValue, over: string | null, term: Length | null): string => {
  switch (value.is) {
    case "coupon":
      return `${value.amount} off ${any(over)}, ${valid(term)}`;
    case "percent":
      return `${value.share} off ${any(over)}, but at most ${value.upTo}, ${valid(term)}`;
    case "free_order":
      return `${any(over)} for free, up to ${value.upTo}, ${valid(term)}`;
    case "points":
      return `${value.amount}${on(over)}, ${valid(term)}`;
    case "gift":
    case "privilege":
      return `a ${value.is} worth ${value.worth}${on(over)}, ${valid(term)}`;
    case "check_in":
      return `for checking in, a gift worth ${value.worth}${on(over)}, ${valid(term)}`;
    case "check_in_points":
      return `for checking in, ${value.amount}${on(over)}, ${valid(term)}`;
    case "lottery":
      return `by lot: ${value.prizes.map(({ share, benefit }) => `${share} ${benefit}`).join(", ")}`;
    case "referral":
      return `${value.giver} for the user, ${value.friend} for the friend whom they bring`;
  }
};

export const offersEn: OfferWording = {
  reachAll: "it can reach every user",
  reachIf: "it can reach a user if ",
  cost: (amount) => `each send costs ${amount}`,
  quota: (n, per) => `at most ${n} sends a ${per} to all users together`,
  characters: (part, n) => `${slot(part)} of at most ${n} ${n === "1" ? "character" : "characters"}`,
  terms,
  stock: (stock) => {
    switch (stock.is) {
      case "quantity":
        return `${stock.n} in all`;
      case "byChannel":
        return `at most ${stock.n} of them over ${stock.channel}`;
      case "perUser":
        return `at most ${stock.n} per user`;
      case "budget":
        return `all of them cost us at most ${stock.amount}`;
      case "cost":
        return `each costs us ${stock.amount}`;
      case "salt":
        return `drawn by the salt ${stock.salt}`;
    }
  },
  materialFor: (channel) => `for ${channel}`,
  materialLine: (locale, part, text) => `${locale} ${slot(part)}: ${text}`,
  template: (id) => `the provider's template ${id}`,
  parameter: (name, value) => `${slot(name)} = ${value}`,
  fallbackLocale: (locale, recorded) =>
    recorded ? `users of any other language get ${locale}` : `no user's language is recorded, so all get ${locale}`,
};
