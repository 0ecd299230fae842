/** The signals that end a run early: Ctrl-C, `kill`, and a terminal that is closed */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One of them */
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** Whether somebody wants the run to end */
export interface Stopped {
  /** The first signal that came; `null` while none has */
  readonly by: StopSignal | null;
  /** Waits for the first */
  readonly signal: Promise<StopSignal>;
}

/** Waits for the first of them; from now on none of them ends this process by itself */
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
