import type { Language } from "../diagnostic/wording.js";
import type { Io } from "./io.js";

/** What every command is given: the world, and the language to speak. */
export interface Session {
  readonly io: Io;
  readonly language: Language;
}
