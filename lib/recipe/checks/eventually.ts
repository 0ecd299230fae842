/** The observation of a check */
export interface Finding {
  readonly seen: string;
  readonly ok: boolean;
}

const POLL_MILLISECONDS = 5;

/** Tries again for so many milliseconds until the check passes: the kernel needs some time */
export async function eventually(patience: number, find: () => Promise<Finding>): Promise<Finding> {
  const deadline = performance.now() + patience;
  for (;;) {
    const finding = await find();
    if (finding.ok || performance.now() >= deadline) return finding;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
