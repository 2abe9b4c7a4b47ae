/** Enough to keep a disk busy while another file is hashed. */
const width = 4;

/** Does the work for each item, a few at a time; rejects with the first failure, after which no further item is begun. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const pending = items.values();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const item of pending) {
      if (hasFailed) return;
      await work(item);
    }
  };
  const guarded = (): Promise<void> =>
    worker().catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
  await Promise.all(Array.from({ length: width }, guarded));
}
