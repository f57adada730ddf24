/** The items in groups of one key, in the order in which the keys first come. */
export function by<T>(items: readonly T[], key: (item: T, place: number) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const [place, item] of items.entries()) {
    const name = key(item, place);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
