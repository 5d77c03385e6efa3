import type { CommanderError } from "commander";
import type { Wording } from "../diagnostic/wording.js";
import type { CommandName } from "./wording/help.js";
import type { UsageWording } from "./wording/problem.js";

/**
 * What commander found wrong with the arguments, in our words. Commander gives a code and an English sentence;
 * the sentence is taken apart at its quotes, and one that looks different is passed on as it is.
 */
export function usageWording(error: CommanderError, words: UsageWording, command: CommandName | null): Wording {
  const message = error.message.replace(/^error: /, "");
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? "");
  const near = /Did you mean (?:one of )?(.+)\?\)?$/.exec(message)?.[1] ?? null;
  switch (error.code) {
    case "commander.unknownOption":
      return words.unknownOption(first, near);
    case "commander.unknownCommand":
      return words.unknownCommand(first, near);
    case "commander.missingArgument":
      return words.missingArgument(first);
    case "commander.missingMandatoryOptionValue":
      return words.missingOption(first, command);
    case "commander.optionMissingArgument":
      return words.missingValue(first);
    case "commander.excessArguments":
      return words.tooMany();
    case "commander.invalidArgument":
      return words.badChoice(first, second, /Allowed choices are (.+)\.$/.exec(message)?.[1] ?? "");
    default:
      return words.other(message);
  }
}
