/** The signals that end a run early: Ctrl-C, `kill`, and a closed terminal */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A signal that ends a run early */
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** The wish to end the run */
export interface Stopped {
  /** The first signal; `null` before that */
  readonly by: StopSignal | null;
  /** Resolves with the first signal */
  readonly signal: Promise<StopSignal>;
}

/** Waits for the first of these signals; none of them ends this process by itself any more */
export function awaitStop(): Stopped {
  const { promise, resolve } = Promise.withResolvers<StopSignal>();
  let first: StopSignal | null = null;
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      first ??= signal;
      resolve(first);
    });
  }
  return {
    get by() {
      return first;
    },
    signal: promise,
  };
}
