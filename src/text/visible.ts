/**
 * Text from files and from data, made safe for a terminal: what moves the cursor, changes colours or reverses the
 * direction of reading is shown by its code point, such as `<U+202E>`, so that nothing on the screen can lie.
 */
const hidden = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** The text on one line, with every control character spelled out. */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `<U+${codeOf(character)}>`);
}

/** The same for a sentence that quotes a piece of a file: where the piece goes on over lines, one blank stands for each. */
export function visibleSentence(text: string): string {
  return visible(text.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, " "));
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
