/** Does something with each of the items, so many at a time; the results in the order of the items */
export async function atATime<Item, Result>(
  together: number,
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: together }, work));
  return results;
}
