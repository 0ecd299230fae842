/** What a way to prove something saw */
export interface Finding {
  readonly seen: string;
  readonly ok: boolean;
}

/** How long something may take to come true, in milliseconds */
export const PATIENCE = 3000;

const POLL_MILLISECONDS = 5;

/** Asks again while it isn't so, as what the kernel does takes its time */
export async function eventually(find: () => Promise<Finding>): Promise<Finding> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const finding = await find();
    if (finding.ok || performance.now() >= deadline) return finding;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
