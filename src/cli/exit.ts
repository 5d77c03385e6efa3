import { INTERRUPTED } from "../host/interrupt.js";

/** How a command ends, the same for all commands. */
export const exitCodes = {
  /** Everything is fine. */
  fine: 0,
  /** The project or the data is wrong. */
  wrong: 1,
  /** The command was called wrongly, or a file cannot be read or written. */
  usage: 2,
  /** A person stopped the command; nothing was written. */
  interrupted: INTERRUPTED,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
