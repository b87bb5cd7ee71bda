/** The same record with every value seen anew. */
export const mapValues = <V, W>(
  record: Readonly<Record<string, V>>,
  see: (value: V, key: string) => W,
): Record<string, W> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, see(value, key)]));
