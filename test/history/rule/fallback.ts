import type { Receipt } from "../../../src/decide/entry.js";
import { instantOf, type Rule, strategyOf, touchesOf } from "../log.js";

/** What an outcome implies. */
const implied: Readonly<Record<string, readonly string[]>> = {
  delivered: ["delivered", "opened", "clicked"],
  opened: ["opened", "clicked"],
  clicked: ["clicked"],
};

/** A fallback follows the acknowledged hand-over of the step before by its wait, if nothing has come of that by then; it gives the same. */
export const fallbacks: Rule = (history) =>
  history.users.flatMap((user) => {
    const touches = touchesOf(user);
    const receipts = user.log.filter((item): item is Receipt => item.kind === "receipt");
    return touches.flatMap((touch) => {
      if (touch.step === "1") return [];
      const broken = (detail: string): ReturnType<Rule> => [
        { rule: "fallback", user: user.id, detail: `${touch.strategy} ${touch.occurrence} ${touch.step}: ${detail}` },
      ];
      const before = touches.find(
        (one) =>
          one.strategy === touch.strategy &&
          one.occurrence === touch.occurrence &&
          Number(one.step) === Number(touch.step) - 1,
      );
      if (!before) return broken("no step before");
      const variant = strategyOf(history, touch.strategy).variants.find(({ id }) => id === touch.variant);
      const wait = variant?.offer?.steps[Number(touch.step) - 1]?.wait;
      const handed = receipts.find(({ key, outcome }) => key === before.key && outcome === "handed_over");
      if (!wait || !handed) return broken("never handed over");
      const due = instantOf(handed.at) + wait.ms;
      if (instantOf(touch.send_at) < due + history.program.project.settle) return broken(`sent at ${touch.send_at}`);
      const came = receipts.some(
        ({ key, outcome, at }) =>
          key === before.key && (implied[wait.unless] ?? []).includes(outcome) && instantOf(at) <= due,
      );
      if (came) return broken(`although ${wait.unless}`);
      return before.benefit?.id === touch.benefit?.id ? [] : broken("with another benefit");
    });
  });
