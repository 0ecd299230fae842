/**
 * Throw-away namespaces to run brctl in, the real one or ours: network, mount (with the `/sys` of that network) and
 * user. Every one starts with the same three pairs of veth.
 */
export type Side = "real" | "ours";

/** A program and its arguments */
export type Line = readonly string[];

/** What a `brctl` line said */
export interface Said {
  readonly line: Line;
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the `brctl` lines said, and the links after them */
export interface Ended {
  readonly said: readonly Said[];
  readonly links: unknown;
}

/** Where Debian has brctl and ip, also for those whose own PATH has no sbin */
export const PATH = "/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Runs the rest of a command line without any capability */
export const POWERLESS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", "--ambient-caps=-all"];

/** The addresses are ours, so that the bridge ids which follow from them are equal */
const DEVICES = [0, 1, 2]
  .map((n) => `link add v${n} address 02:00:00:00:00:0${n} type veth peer name w${n} address 02:00:00:00:00:1${n}`)
  .join("\n");

const SETUP = 'mount -t sysfs sysfs /sys && echo "$DEVICES" | ip -batch - && exec "$@"';

/** What a run has besides its lines */
export interface Circumstances {
  /** `ip` lines that come first, also where the rest has no capability */
  readonly given?: readonly string[];
  /** A command that runs the rest of a command line */
  readonly wrapper?: Line;
  readonly path?: string;
}

/** Splits a line on its blanks; `''` is an empty word */
export function words(line: string): Line {
  return line.split(" ").map((word) => (word === "''" ? "" : word));
}

/**
 * Runs lines in namespaces of their own.
 *
 * @throws {Error} if there is no real brctl, or no namespaces can be made, or a line that is not for brctl fails
 */
export async function run(
  side: Side,
  lines: readonly Line[],
  { given = [], wrapper = [], path = PATH }: Circumstances = {},
): Promise<Ended> {
  if (side === "real" && Bun.which("brctl", { PATH: path }) === null) {
    throw new Error('Cannot compare with the real brctl: the package "bridge-utils" is not installed');
  }
  const bun = [process.execPath, `${import.meta.dir}/inside.ts`, side];
  const shell = ["sh", "-c", SETUP, "sh", ...wrapper, ...bun];
  const inside = Bun.spawn(["unshare", "-Urnm", ...shell], {
    stdin: Buffer.from(JSON.stringify(lines)),
    stderr: "pipe",
    env: { PATH: path, DEVICES: [DEVICES, ...given].join("\n") },
  });
  const [text, errors, status] = await Promise.all([inside.stdout.text(), inside.stderr.text(), inside.exited]);
  if (status !== 0) throw new Error(`Cannot run the lines: ${errors}`);
  return JSON.parse(text, comparable);
}

/** Leaves out of `ip -j -d link` what differs from run to run: timers, what follows a link's state later, random addresses */
function comparable(key: string, value: unknown): unknown {
  if (key.endsWith("_timer") || key === "operstate") return undefined;
  if (key === "flags" && Array.isArray(value)) {
    return value.filter((flag) => flag !== "NO-CARRIER" && flag !== "LOWER_UP");
  }
  if (key === "address" && typeof value === "string") {
    return /^(?:02:00:00|00:00:00)/.test(value) ? value : "random";
  }
  return value;
}
