/**
 * Chinese text from pieces: at every seam between a Chinese character and a Latin letter or a digit stands a blank, and none
 * before a name in quotation marks that stands where a number might.
 * The pieces themselves stay as they are, for what a person has written must be shown as written.
 */
export function zh(parts: TemplateStringsArray, ...holes: readonly string[]): string {
  return parts.reduce((text, part, index) => seam(seam(text, holes[index - 1] ?? ""), part));
}

/** The pieces in a row, with the same blanks. */
export function row(...pieces: readonly string[]): string {
  return pieces.reduce(seam, "");
}

const endsHan = /\p{Script=Han}$/u;
const endsBlank = /\p{Script=Han} $/u;
const startsHan = /^\p{Script=Han}/u;
const endsLatin = /[\p{Script=Latin}\p{Nd}%]$/u;
const startsLatin = /^[\p{Script=Latin}\p{Nd}]/u;

function seam(a: string, b: string): string {
  // Two units hold any one character, so that a long text is not searched for its end.
  const end = a.slice(-2);
  if (b.startsWith("「") && endsBlank.test(end)) return a.slice(0, -1) + b;
  const meets = (endsHan.test(end) && startsLatin.test(b)) || (endsLatin.test(end) && startsHan.test(b));
  return meets ? `${a} ${b}` : a + b;
}
