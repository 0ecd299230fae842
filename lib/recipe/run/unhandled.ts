import { forbidExit } from "../forbid-exit.ts";

const EVENTS = ["unhandledRejection", "uncaughtException"] as const;

/**
 * Runs a function, and also fails with errors that nobody awaits meanwhile: in a callback, or in a promise
 * without `await`. `process.exit` is such an error, too.
 */
export async function catchingUnhandled<T>(body: () => Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const event of EVENTS) process.on(event, reject);
  using _exit = forbidExit();
  try {
    return await Promise.race([body(), promise]);
  } finally {
    for (const event of EVENTS) process.off(event, reject);
  }
}
