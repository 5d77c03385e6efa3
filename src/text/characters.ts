/**
 * How many characters a message has, as providers count them: code points, letters and their marks taken together where
 * Unicode has one for both. Not what a screen draws as one: that differs between machines, and the same text must always fit.
 */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text.normalize("NFC")) count++;
  return count;
}
