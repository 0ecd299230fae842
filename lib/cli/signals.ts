/** The signals that end a run early: Ctrl-C, `kill`, and a terminal that is closed */
const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** One of them */
export type StopSignal = (typeof STOP_SIGNALS)[number];

/** Waits for the first of them; from now on none of them ends this process by itself */
export function firstSignal(): Promise<StopSignal> {
  const { promise, resolve } = Promise.withResolvers<StopSignal>();
  for (const signal of STOP_SIGNALS) process.on(signal, () => resolve(signal));
  return promise;
}
