#!/usr/bin/env node
import { INTERRUPTED, interruptSignal } from "../host/interrupt.js";
import type { Output } from "./io.js";
import { run } from "./run.js";

/** What people see when they are not at a terminal is as wide as this. */
const PLAIN_COLUMNS = 100;

function output(stream: NodeJS.WriteStream): Output {
  // Whoever reads may stop early, as `touchline plan | head` does: that is no error of ours.
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  return {
    write: (text) => stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns || PLAIN_COLUMNS : PLAIN_COLUMNS,
  };
}

const code = await run(process.argv.slice(2), {
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  interrupted: interruptSignal(),
});
process.exitCode = code;
// Work that cannot be called back may still be going on in another thread.
if (code === INTERRUPTED) process.exit(code);
