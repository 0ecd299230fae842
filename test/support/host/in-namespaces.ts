/**
 * Functions that are run in throw-away namespaces, where they are root and nothing is the machine's.
 */

/** Runs a function elsewhere, and gives what it returns */
export type Elsewhere = <Args extends readonly unknown[], T>(
  body: (...args: Args) => T | Promise<T>,
  ...args: Args
) => Promise<T>;

/** New user, mount, network, UTS and IPC namespaces, and one's own root in them */
export const UNSHARE = ["unshare", "--user", "--map-root-user", "--mount", "--net", "--uts", "--ipc"] as const;

/**
 * Makes what runs a test file's functions, each in a process of its own in new namespaces.
 *
 * A function goes there as text: it may use nothing from around it but its arguments, and has to `import(…)` what it
 * needs. What it returns, and its arguments, are JSON. What it throws is thrown here, as text.
 *
 * @param folder of the test file, `import.meta.dir`, from where paths of imports are seen
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
    return JSON.parse(stdout); // what the function returned
  };
}
