import { dayOf, type Rule, sentOf, strategyOf } from "../log.js";

/** Strategies that exclude each other touch nobody on dates that lie too near. */
export const exclusion: Rule = (history) =>
  history.users.flatMap((user) => {
    const sent = sentOf(user).filter(({ step }) => step === "1");
    return sent.flatMap((one) =>
      strategyOf(history, one.strategy).exclusive.flatMap(({ strategy, days }) => {
        const rival = history.program.strategies[strategy]?.id;
        const near = sent.find(
          (other) => other.strategy === rival && Math.abs(dayOf(other.send_date) - dayOf(one.send_date)) < days,
        );
        const detail = `${one.strategy} on ${one.send_date}, ${near?.strategy} on ${near?.send_date}`;
        return near ? [{ rule: "exclusion", user: user.id, detail }] : [];
      }),
    );
  });
