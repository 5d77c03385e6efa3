/** The languages in which Touchline speaks to people. */
export type Language = "en" | "zh";

/** One message: what is wrong, in the author's terms, and what to do about it. */
export interface Wording {
  /** The cause: names the thing and back-ticks the author's own text. */
  readonly message: string;
  /** The fix: an imperative sentence, with an example where one helps. */
  readonly fix: string;
}

/** One stage's wordings in one language: a code maps its arguments to a message. */
export type Catalogue<M> = { readonly [C in keyof M]: (args: M[C]) => Wording };
