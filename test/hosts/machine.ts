/**
 * A machine that is thrown away: the present one in a mount namespace, with changes.
 */
import { BARE, type Ended } from "../support/wirework.ts";
import { readableProject } from "../support/project.ts";

/** Real root only may mount over the machine's files for others */
export const IS_ROOT = process.geteuid?.() === 0;

/** Who runs wirework there, as what comes before its command line */
export type Prefix = readonly string[];

export const ROOT: Prefix = ["env"];
export const NOBODY: Prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

/** The command line that changes a machine with a shell script, and runs wirework there; `$project` is the project's folder */
export function onMachine(prepare: string, prefix: Prefix, args: readonly string[]): string[] {
  const namespaces = ["unshare", ...(IS_ROOT ? [] : ["--user", "--map-root-user"]), "--mount", "--propagation=private"];
  const project = readableProject();
  const script = `set -e\nproject=$1; shift\n${prepare}\nexec "$@"`;
  return [...namespaces, "sh", "-c", script, "sh", project, ...prefix, `${project}/scripts/wirework`, ...args];
}

/** Runs wirework on such a machine, to its end */
export async function runOnMachine(prepare: string, prefix: Prefix, args: readonly string[]): Promise<Ended> {
  const running = Bun.spawn(onMachine(prepare, prefix, args), {
    cwd: "/",
    env: BARE,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  return { status, stdout, stderr };
}
