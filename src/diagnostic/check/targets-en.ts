import { typeEn } from "../type-words.js";
import { useEn } from "./exist.js";
import type { TargetWording } from "./targets.js";

export const targetsEn: TargetWording = {
  "unknown-product-stage": ({ name, exist }) => ({
    message: `\`${name}\` is not a stage of a product`,
    fix: useEn(exist, "Write for example `product stage growth`."),
  }),
  "unknown-hypothesis-state": ({ name, exist }) => ({
    message: `\`${name}\` does not say how far a hypothesis has come`,
    fix: useEn(exist, "Write for example `testing`."),
  }),
  hypothesis: ({ text, state }) =>
    state === "untested"
      ? {
          message: `“${text}” is untested common sense`,
          fix: "Give the strategy a holdout or a split, and write `testing` once it runs.",
        }
      : {
          message: `“${text}” has been found to be wrong, and the strategy still acts on it`,
          fix: "Remove the strategy, or write down the hypothesis that it stands on now.",
        },
  "aim-lifecycle": ({ word, name, exist }) => ({
    message: `there is no lifecycle called \`${name}\` for \`aim ${word}\``,
    fix: useEn(exist, `Write \`aim ${word}\` alone, or declare the lifecycle first: \`lifecycle ${name} { … }\`.`),
  }),
  "aim-off-focus": ({ word, stage, focus }) => ({
    message: `\`aim ${word}\` is not what a product in the stage \`${stage}\` needs first`,
    fix: `Look again at what the strategy is for: in this stage, ${list(focus)} come first.`,
  }),
  "metric-value": ({ metric, text, type }) => ({
    message: `the metric \`${metric}\` adds up over users, and \`${text}\`, ${typeEn(type)}, does not`,
    fix: "Use a number, an amount or days, such as `sum of pay.amount in the last 30 days`.",
  }),
  "metric-level": ({ metric, text, type, write }) => ({
    message: `the metric \`${metric}\` is ${typeEn(type)}, and its level \`${text}\` is not`,
    fix: `Write it in the metric's own unit, such as \`${write}\`.`,
  }),
  "scale-order": ({ metric, text, before, better }) => ({
    message: `on the scale of \`${metric}\`, where ${better} is better, \`${text}\` is no better than \`${before}\` before it`,
    fix: "Put the level that is reached first at the front, and each better one after it.",
  }),
  "target-beyond-scale": ({ metric, text, last }) => ({
    message: `the target \`${text}\` of \`${metric}\` lies beyond the last level of its scale, \`${last}\``,
    fix: `Add \`${text}\` to the scale, or aim at one of its levels.`,
  }),
  "second-north-star": ({ first, second }) => ({
    message: `\`${first}\` and \`${second}\` are both the north star`,
    fix: "Steer by one of the two, and remove `north star` from the other.",
  }),
  "rate-order": ({ process, from, to }) => ({
    message: `in the process \`${process}\`, \`${to}\` does not come after \`${from}\``,
    fix: "Name an earlier step first and a later one second.",
  }),
  "line-part": ({ line, role, name, exist }) => ({
    message: `there is no ${role} called \`${name}\` for the line \`${line}\``,
    fix: useEn(exist, `Declare it first: \`${role} ${name} …\`.`),
  }),
  "line-into": ({ metric, type, into, other }) => ({
    message: `\`${metric}\` (${typeEn(type)}) cannot be a part of \`${into}\` (${typeEn(other)})`,
    fix: "Let a metric go into one that is measured in the same unit.",
  }),
  "line-circle": ({ path }) => ({
    message: `the metric \`${path[0]}\` would be a part of itself: ${path.map((name) => `\`${name}\``).join(" goes into ")}`,
    fix: "Remove one of these `into`.",
  }),
  "expect-days": ({ least, each }) => ({
    message: `no ${each} has ${least} days, so nobody could do what is expected`,
    fix: each === "day" ? `Expect it each week, or \`at least ${least} times each day\`.` : "Expect fewer days.",
  }),
  "unknown-per": ({ name }) => ({
    message: `\`${name}\` is not a stretch of time that counts here`,
    fix: "Write `day`, `week` or `month`.",
  }),
  "second-source": ({ first, second }) => ({
    message: `\`${first}\` and \`${second}\` both say where a user came from`,
    fix: "Keep the mark `source` on one of the two.",
  }),
  "source-type": ({ field, type }) => ({
    message: `\`${field}\` is ${typeEn(type)}, which names no source`,
    fix: `Mark a text or a list of choices, such as \`${field}: one of (ads, feed) source\`.`,
  }),
  "cost-needs-source": ({ source }) => ({
    message: `no field of the user says who came from \`${source}\``,
    fix: "Mark the field that does, such as `channel: text source`.",
  }),
  "cost-source": ({ source, field, exist }) => ({
    message: `\`${source}\` is not one of the choices of \`user.${field}\`, where users come from`,
    fix: useEn(exist, "Add the choice where the field is declared."),
  }),
  "cost-twice": ({ source }) => ({
    message:
      source === null
        ? "the cost of all other sources is there twice"
        : `the cost of the source \`${source}\` is there twice`,
    fix: "Keep one of the two.",
  }),
};

function list(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}
