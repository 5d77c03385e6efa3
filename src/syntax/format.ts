import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Source } from "../text/source.js";
import { parse } from "./parse.js";
import { print } from "./print.js";

export interface Formatted {
  /** In the layout of the language; as it was, if there are errors or a new layout would exceed the limits of a file. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Lays a strategy file out. A text with an error in its spelling stays as it is: what could not be read must not be lost. */
export function format(source: Source): Formatted {
  const { file, diagnostics } = parse(source);
  if (diagnostics.some(({ severity }) => severity === "error")) return { text: source.text, diagnostics };
  const text = print(file, source.text);
  const again = parse({ name: source.name, text });
  const sound = again.diagnostics.every(({ severity }) => severity !== "error");
  const whole = again.file.comments.length === file.comments.length;
  return { text: sound && whole && print(again.file, text) === text ? text : source.text, diagnostics };
}
