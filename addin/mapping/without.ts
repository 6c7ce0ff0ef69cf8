// A value without some of its optional parts.
export function without<T extends object, K extends keyof T>(value: T, ...parts: readonly K[]): Omit<T, K> {
  const kept = Object.entries(value).filter(([part]) => !parts.some((left) => left === part));
  return Object.fromEntries(kept) as Omit<T, K>;
}
