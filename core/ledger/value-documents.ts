export function valueDocuments<T>(d: T): T {
  return d;
}
