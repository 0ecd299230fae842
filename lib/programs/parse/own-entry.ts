/** Returns a table's own entry; inherited names such as `constructor` have none */
export function ownEntry<Entry>(table: Readonly<Record<string, Entry>> = {}, name = ""): Entry | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
