/**
 * The throw-away host of a star: namespaces of its own, with the machine's files visible.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../../lib/hosts/environment.ts";
import { awaitHolder, startHolder } from "../../../lib/hosts/holder.ts";
import { HostError } from "../../../lib/hosts/host-error.ts";
import { hostHeldBy, type OpenHost } from "../../../lib/hosts/open-host.ts";

/** Mounts its own `/proc`, `/sys`, terminals and `/run`: `ip netns add` would otherwise write to the machine's */
const FURNISH = [
  "mount -t proc proc /proc",
  "mount -t sysfs sysfs /sys",
  "mount -t devpts -o newinstance,ptmxmode=666 devpts /dev/pts",
  "mount -t tmpfs tmpfs /run",
  "mkdir /run/netns",
].join(" && ");

/**
 * Opens a host, which ends with this process, even when that is killed.
 *
 * Equivalent to: `unshare --net --mount --pid --fork --ipc --uts --kill-child …`, and for users other than
 * root in a user namespace
 *
 * @throws {HostError} when the kernel refuses
 */
export async function openBenchHost(): Promise<OpenHost> {
  const user = process.geteuid?.() === 0 ? "none" : "own id";
  const holder = startHolder(user, [], null);
  const pid = await awaitHolder(holder, user);
  if (pid === null) throw refused((await new Response(holder.stderr).text()).trim());
  const host = hostHeldBy(holder, pid, user);
  const { exitCode, stderr } = Bun.spawnSync(host.enter(["sh", "-c", FURNISH]), { env: HOST_ENVIRONMENT });
  if (exitCode === 0) return host;
  await host.close();
  throw refused(stderr.toString().trim());
}

function refused(complaint: string): HostError {
  return new HostError("Cannot open a host to build a star on", complaint, "the same as root, outside of a container");
}
