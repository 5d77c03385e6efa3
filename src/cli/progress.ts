import { stopwatch } from "../host/stopwatch.js";
import { clip } from "../text/width.js";
import type { Output } from "./io.js";

/** Tells on stderr how far long work has come. */
export interface Progress {
  /** One short line; it replaces the one before on a terminal. */
  update(line: string): void;
  /** Takes the line away, so that what follows starts on a clean one. */
  end(): void;
}

/** Work that is over within this many milliseconds is done in silence. */
const SILENCE = 1000;
/** A terminal's line is redrawn at most this often; a log gets a plain line far more rarely. */
const REDRAW = 100;
const LOG = 5000;

/** A progress line for one command. `clock` gives the milliseconds since it began. */
export function progress(output: Output, clock: () => number = stopwatch()): Progress {
  let next = output.isTerminal ? SILENCE : LOG;
  let drawn = false;
  return {
    update(line) {
      const now = clock();
      if (now < next) return;
      next = now + (output.isTerminal ? REDRAW : LOG);
      if (!output.isTerminal) output.write(`${line}\n`);
      else output.write(`\r\u001b[K${clip(line, output.columns - 1)}`);
      drawn = output.isTerminal;
    },
    end() {
      if (drawn) output.write("\r\u001b[K");
      drawn = false;
    },
  };
}
