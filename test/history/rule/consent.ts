import type { Purpose } from "../../../src/program/program.js";
import {
  type History,
  instantOf,
  type Item,
  type Rule,
  sentOf,
  strategyOf,
  touchesOf,
  type UserHistory,
} from "../log.js";

/** Nobody is touched over a channel, for a purpose, that they do not want: neither as of the decision nor as of the send. */
export const consent: Rule = (history) =>
  history.users.flatMap((user) => [
    ...touchesOf(user).flatMap((touch) =>
      touch.step === "1" && isOut(history, user, touch, instantOf(touch.at))
        ? [{ rule: "consent", user: user.id, detail: `${touch.strategy} decided at ${touch.at}` }]
        : [],
    ),
    ...sentOf(user).flatMap((touch) =>
      instantOf(touch.send_at) <= history.until && isOut(history, user, touch, instantOf(touch.send_at))
        ? [{ rule: "consent", user: user.id, detail: `${touch.strategy} sent at ${touch.send_at}` }]
        : [],
    ),
  ]);

function isOut(
  history: History,
  user: UserHistory,
  touch: { readonly strategy: string; readonly channel: string },
  now: number,
): boolean {
  const { purpose } = strategyOf(history, touch.strategy);
  const heard = user.log.filter((item): item is Consent => item.kind === "opt_out" || item.kind === "opt_in");
  return heard.some(
    (out) =>
      out.kind === "opt_out" &&
      instantOf(out.at) <= now &&
      speaksOf(out, touch.channel, purpose) &&
      !heard.some((back) => back.kind === "opt_in" && instantOf(back.at) <= now && takesBack(back, out)),
  );
}

type Consent = Extract<Item, { kind: "opt_out" | "opt_in" }>;

function speaksOf(out: Consent, channel: string, purpose: Purpose): boolean {
  return (out.channel ?? channel) === channel && (out.purpose ?? purpose) === purpose;
}

/** A later opt-in takes back an opt-out that it includes. */
function takesBack(back: Consent, out: Consent): boolean {
  if (instantOf(back.at) <= instantOf(out.at)) return false;
  return (
    (back.channel === undefined || back.channel === out.channel) &&
    (back.purpose === undefined || back.purpose === out.purpose)
  );
}
