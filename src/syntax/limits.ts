/** What one file may hold. Beyond these a text is refused with its own message, so that no input can exhaust the machine. */
export const limits = Object.freeze({
  /** Bytes of UTF-8 in a file. */
  fileBytes: 256 * 1024,
  /** Brackets and braces inside each other; also operators and `not` in one row without brackets. */
  nesting: 64,
  /** Tagged nodes in one declaration. */
  nodes: 10_000,
  /** Items of one list: members, fields, clauses of a block. */
  list: 10_000,
  /** Steps of a sequence or a process. */
  steps: 10,
  /** UTF-16 code units of a name. */
  name: 128,
  /** Diagnostics of one file; what comes after is not told. */
  diagnostics: 100,
});

/** The length of `text` in UTF-8; a lone surrogate counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code >= 0xd800 && code < 0xdc00 && isLow(text.charCodeAt(i + 1))) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** How many tagged nodes a tree has. Iterative: a tree may be as deep as the limits allow. */
export function countNodes(root: object): number {
  const open: unknown[] = [root];
  let count = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("is" in value) count++;
    open.push(...Object.values(value));
  }
  return count;
}
