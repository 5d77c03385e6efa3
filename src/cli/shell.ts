/** A word of a command to type: quoted, if a shell would read it otherwise. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A command line to copy. */
export function commandLine(...words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
