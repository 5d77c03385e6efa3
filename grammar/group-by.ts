/** Chevrotain calls `Object.groupBy`, which Node has from 21 on; this stands in before chevrotain loads. */
function groupBy<T>(items: Iterable<T>, keyOf: (item: T, index: number) => PropertyKey): object {
  const groups = new Map<PropertyKey, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return Object.fromEntries(groups);
}

if (!("groupBy" in Object)) Object.defineProperty(Object, "groupBy", { value: groupBy, configurable: true });
