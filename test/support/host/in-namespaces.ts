/** Runs functions in throw-away namespaces, where they are root and nothing is the machine's. */

/** Runs a function elsewhere, and returns its result */
export type Elsewhere = <Args extends readonly unknown[], T>(
  body: (...args: Args) => T | Promise<T>,
  ...args: Args
) => Promise<T>;

/** New user, mount, network, UTS and IPC namespaces, with root in them */
export const UNSHARE = ["unshare", "--user", "--map-root-user", "--mount", "--net", "--uts", "--ipc"] as const;

/**
 * Returns a function that runs a test file's functions, each in a process of its own in new namespaces.
 *
 * A function is passed as text: it may use nothing from its surroundings but its arguments, and must
 * `import(…)` what it needs. Its result and arguments are JSON. What it throws is thrown here, as text.
 *
 * @param folder the test file's folder, `import.meta.dir`, the base of imported paths
 * @param more further options of unshare(1): `--pid` needs `--fork`
 */
export function namespacesFor(folder: string, more: readonly string[] = []): Elsewhere {
  return async (body, ...args) => {
    const call = `console.log(JSON.stringify((await (${body.toString()})(...${JSON.stringify(args)})) ?? null))`;
    const running = Bun.spawn([...UNSHARE, ...more, process.execPath, "--no-env-file", "--eval", call], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
    if ((await running.exited) !== 0) throw new Error(stderr);
    return JSON.parse(stdout); // The function's result
  };
}
