import type { EventInput } from "../../decide/input.js";
import type { Program } from "../../program/program.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { knownStrategies } from "../strategy-option.js";
import { checkWording } from "../wording/check.js";
import { problemWording } from "../wording/problem.js";
import { type Witness, witnessOf } from "./witness.js";

/** Shows an example of a user whom a strategy wants: in words, or as `decide` takes it; `witness` is `null` where none was built. */
export function showWitness(
  { io, language }: Session,
  program: Program,
  strategy: string,
  { dir, format }: { readonly dir: string; readonly format: string },
): ExitCode {
  knownStrategies(problemWording[language].usage, program, [strategy]);
  const witness = witnessOf(program, strategy);
  if (format === "json") {
    io.stdout.write(`${JSON.stringify({ format_version: 1, strategy, witness }, null, 2)}\n`);
    return exitCodes.fine;
  }
  const words = checkWording[language];
  if (!witness) {
    io.stdout.write(`${words.noExample(strategy)}\n`);
    return exitCodes.fine;
  }
  const next = commandLine("touchline", "read", dir, "--strategy", strategy);
  const lines = [words.example(strategy), ...inWords(witness, words), `${words.next}${next}`];
  io.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.fine;
}

function inWords({ user, events, until }: Witness, words: (typeof checkWording)["en"]): string[] {
  const profile = Object.entries(user).map(([name, value]) => `    user.${name}: ${JSON.stringify(value)}`);
  const history = events.map((event) => `    ${String(event.occurred_at)}  ${event.event}${fieldsIn(event)}`);
  return [
    `  ${words.profile}`,
    ...profile,
    `  ${words.history}`,
    ...(history.length === 0 ? [`    ${words.nothing}`] : history),
    `  ${words.looked(String(until))}`,
  ];
}

function fieldsIn({ event: _event, id: _id, occurred_at: _at, ...fields }: EventInput): string {
  return Object.entries(fields)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`)
    .join("");
}
