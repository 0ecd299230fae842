const POLL_MILLISECONDS = 2;

/** Asks until there is an answer or the time is over */
export async function answerWithin<T>(milliseconds: number, ask: () => T | null): Promise<T | null> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    const answer = ask();
    if (answer !== null || performance.now() >= deadline) return answer;
    await Bun.sleep(POLL_MILLISECONDS);
  }
}
