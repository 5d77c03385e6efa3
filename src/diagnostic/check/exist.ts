/** What could have been meant: the first few names of a kind, and how many more there are. */
export interface Exist {
  readonly names: readonly string[];
  readonly more: number;
}

/** `Use one of those that exist: …`, or what to do when there is none. */
export function useEn(exist: Exist, none: string): string {
  if (exist.names.length === 0) return none;
  const list = exist.names.map((name) => `\`${name}\``).join(", ");
  if (exist.more > 0) return `Use one that exists: ${list} … (${exist.more} more).`;
  return exist.names.length === 1 ? `Use the one that exists: ${list}.` : `Use one of: ${list}.`;
}

/** The same in Chinese. */
export function useZh(exist: Exist, none: string): string {
  if (exist.names.length === 0) return none;
  const list = exist.names.map((name) => `\`${name}\``).join("、");
  if (exist.more > 0) return `请从现有的里选：${list}……（另有 ${exist.more} 个）。`;
  return exist.names.length === 1 ? `请改用现有的 ${list}。` : `请从现有的里选：${list}。`;
}
