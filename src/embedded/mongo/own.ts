/** A field of a record itself: `constructor` and its like, which every object inherits, are absent. */
export function own<T>(record: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
