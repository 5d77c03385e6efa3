import type { Frame } from "../evaluate/frame.js";
import type { Environment } from "../evaluate/reader.js";
import type { Program } from "../program/program.js";

/** What gates are made from. */
export interface GateSources {
  readonly program: Program;
  readonly environment: Environment;
  /** Per strategy: the place of the first clause that fails, or −1. */
  readonly matchers: readonly ((frame: Frame, row: number) => number)[];
}
