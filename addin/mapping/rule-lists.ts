// Ordered rules: the first that fits decides, so their order is part of what a person says.
export function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((known, index) => (index === at ? item : known));
}

export function removed<T>(list: readonly T[], at: number): T[] {
  return list.filter((_, index) => index !== at);
}

/** The item one place up (−1) or down (+1); beyond the ends nothing changes. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const [item, other] = [list[at], list[at + by]];
  if (item === undefined || other === undefined) return [...list];
  return replaced(replaced(list, at, other), at + by, item);
}
