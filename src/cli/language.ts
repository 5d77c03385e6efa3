import type { Language } from "../diagnostic/wording.js";

/**
 * The language to speak: `--lang` as it stands in the arguments, else the environment's, else English.
 * It is needed before the arguments are parsed, because what is wrong with them is told in it too.
 */
export function chooseLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  return fromArguments(argv) ?? fromEnvironment(env);
}

function fromArguments(argv: readonly string[]): Language | null {
  for (const [index, argument] of argv.entries()) {
    const value = argument === "--lang" ? argv[index + 1] : argument.startsWith("--lang=") ? argument.slice(7) : null;
    if (value === "en" || value === "zh") return value;
  }
  return null;
}

/** POSIX: the first of these that is set and not empty decides about messages. */
function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh(?:[_.@-]|$)/i.test(locale) ? "zh" : "en";
}
