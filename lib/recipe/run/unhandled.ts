const EVENTS = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Runs a function, and fails as well with what is thrown meanwhile where nobody awaits it: in a callback, or in a
 * promise without its `await`.
 */
export async function catchingUnhandled<T>(body: () => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const event of EVENTS) process.on(event, reject);
  try {
    return await Promise.race([body(), promise]);
  } finally {
    for (const event of EVENTS) process.off(event, reject);
  }
}
