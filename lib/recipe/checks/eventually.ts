/** What a way to prove something saw */
export interface Finding {
  readonly seen: string;
  readonly ok: boolean;
}

const POLL_MILLISECONDS = 5;

/** Asks again while it isn't so, for so many milliseconds, as what the kernel does takes its time */
export async function eventually(patience: number, find: () => Promise<Finding>): Promise<Finding> {
  const deadline = performance.now() + patience;
  for (;;) {
    const finding = await find();
    if (finding.ok || performance.now() >= deadline) return finding;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
