import { type InputMessages, inputEn } from "../diagnostic/input.js";

/** One thing that is wrong with an input: where, what, and what to do. Values of `pii` fields are in none of it. */
export interface InputProblem<C extends keyof InputMessages = keyof InputMessages> {
  /** Such as `user.birthday`, `events[3].amount`, `since`. */
  readonly path: string;
  readonly code: C;
  /** For wording it in another language; see `InputMessages`. */
  readonly args: InputMessages[C];
  /** The cause, in English. */
  readonly message: string;
  /** What to do about it, in English. */
  readonly fix: string;
}

/** An input that can't be decided on. `problems` lists all of what is wrong with it. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    const lines = problems.map(({ message, fix }) => `- ${message}. ${fix}`);
    super(`${problems.length === 1 ? "1 problem" : `${problems.length} problems`} in the input\n${lines.join("\n")}`);
    this.problems = problems;
  }
}

/** Collects what is wrong, so that all of it can be told at once. */
export type Report = <C extends keyof InputMessages>(code: C, path: string, args: InputMessages[C]) => void;

export function createReport(): { readonly problems: readonly InputProblem[]; readonly report: Report } {
  const problems: InputProblem[] = [];
  return {
    problems,
    report(code, path, args) {
      const { message, fix } = inputEn[code](args);
      problems.push({ path, code, args, message, fix });
    },
  };
}
