/** What divides users, and whom it leaves out. `example`: phrases that hold of one of them; `null` where nobody can tell. */
export function leftOutEn(what: string, whom: string, example: readonly string[] | null): string {
  if (example === null) return `it takes too long to tell whether ${what} leaves out ${whom}`;
  return `${what} leaves out ${whom}${example.length === 0 ? "" : `, for example where ${quoted(example, " and ")}`}`;
}

/** The same in Chinese. */
export function leftOutZh(what: string, whom: string, example: readonly string[] | null): string {
  if (example === null) return `要判断${what} 是否漏掉了${whom}，计算量太大`;
  return `${what} 漏掉了${whom}${example.length === 0 ? "" : `，例如 ${quoted(example, "、")} 的用户`}`;
}

function quoted(phrases: readonly string[], by: string): string {
  return phrases.map((phrase) => `\`${phrase}\``).join(by);
}
