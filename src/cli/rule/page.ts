import type { Code } from "../../diagnostic/diagnostic.js";
import type { Language } from "../../diagnostic/wording.js";

/** Something said in every language. */
export type Said = Readonly<Record<Language, string>>;

/**
 * One claim that `check` proves without data, for whoever meets its message. `wrong` and `mended` stand beside the project in
 * `beside.ts`: of the first check says the claim, of the second nothing.
 */
export interface RulePage {
  readonly code: Code;
  /** The claim in half a line. */
  readonly claim: Said;
  /** How it is shown, and why it matters. */
  readonly shown: Said;
  /** What the proof does not see. */
  readonly unseen: Said;
  readonly wrong: string;
  readonly mended: string;
}
