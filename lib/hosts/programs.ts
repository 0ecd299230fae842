/**
 * The machine's own programs that recipes use: found, or installed where that is allowed.
 *
 * @module
 */
import { MissingProgram } from "./missing-program.ts";

/** Where system programs are, whatever the user's search path leaves out */
export const SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Debian's package of each program that a fresh machine may lack */
const PACKAGES: Readonly<Record<string, string>> = {
  busybox: "busybox-static",
  dnsmasq: "dnsmasq-base",
  dockerd: "docker.io",
  ifconfig: "net-tools",
  ip: "iproute2",
  iptables: "iptables",
  ping: "iputils-ping",
  route: "net-tools",
  ss: "iproute2",
};

/** What a package does beside bringing a program, which whoever installs it should know before */
const EFFECTS: Readonly<Record<string, string>> = {
  "docker.io": "Debian starts this machine's own Docker with the package docker.io, now and whenever it boots",
};

/** Whether programs may be installed: `--no-install` forbids it */
export type Installing = "allowed" | "forbidden";

/**
 * Makes sure that programs are there. Root, or a user who needs no password for sudo, gets those that are missing
 * installed, with the command announced; for anyone else it is the line to type.
 *
 * Equivalent to: `apt-get install --yes $packages`
 *
 * @param names those that a recipe may run; what isn't in any package of ours is its author's business
 * @param announce is told of each command before it runs
 * @returns whether the machine has others now than before
 * @throws {MissingProgram} when one is missing and can't be, or may not be, installed
 */
export async function requirePrograms(
  names: readonly string[],
  installing: Installing,
  announce: (line: string) => void,
): Promise<"as they were" | "changed"> {
  const missing = missingPackages(names);
  if (missing.length === 0) return "as they were";
  const line = `apt-get install --yes ${missing.join(" ")}`;
  const power = installing === "allowed" && isThere("apt-get") ? await powerToInstall() : null;
  if (power === null) throw notThere(names, `sudo ${line}`);
  for (const effect of effectsOf(missing)) announce(`wirework: ${effect}`);
  if (!(await runAnnounced([...power, ...line.split(" ")], announce))) {
    // A machine that has never asked its package archive knows no packages
    await runAnnounced([...power, "apt-get", "update"], announce);
    await runAnnounced([...power, ...line.split(" ")], announce);
  }
  if (missingPackages(names).length > 0) throw notThere(names, `sudo apt-get update && sudo ${line}`);
  return "changed";
}

function missingPackages(names: readonly string[]): readonly string[] {
  const packages = names.flatMap((name) => {
    const owner = Object.hasOwn(PACKAGES, name) ? PACKAGES[name] : undefined;
    return owner === undefined || isThere(name) ? [] : [owner];
  });
  return [...new Set(packages)];
}

function isThere(program: string): boolean {
  return Bun.which(program, { PATH: SYSTEM_PATH }) !== null;
}

/** What to put before a command that needs root; `null` when there is nothing that would do */
async function powerToInstall(): Promise<readonly string[] | null> {
  if (process.geteuid?.() === 0) return [];
  if (!isThere("sudo")) return null;
  const asked = Bun.spawn(["sudo", "--non-interactive", "true"], {
    env: installEnvironment(),
    stdio: ["ignore", "ignore", "ignore"],
  });
  return (await asked.exited) === 0 ? ["sudo", "--non-interactive"] : null;
}

/** Runs it with its output on our errors; whether it succeeded */
async function runAnnounced(argv: readonly string[], announce: (line: string) => void): Promise<boolean> {
  announce(`wirework: ${argv.join(" ")}`);
  const running = Bun.spawn([...argv], { env: installEnvironment(), stdio: ["ignore", STDERR, STDERR] });
  return (await running.exited) === 0;
}

const STDERR = 2;

/** The way to a package archive, apt.conf(5) */
const PROXIES = ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"] as const;

/** Without what makes apt-get, and the packages' own scripts, run something else as root: `APT_CONFIG`, `PERL5OPT` */
function installEnvironment(): NodeJS.ProcessEnv {
  const proxies = PROXIES.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { PATH: SYSTEM_PATH, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8", ...Object.fromEntries(proxies) };
}

function notThere(names: readonly string[], line: string): MissingProgram {
  const programs = Object.keys(PACKAGES).filter((name) => names.includes(name) && !isThere(name));
  const packages = missingPackages(names);
  const cause = [`not installed: ${packages.join(", ")}`, ...effectsOf(packages)].join("; ");
  return new MissingProgram(`Cannot run without ${programs.join(" and ")}`, cause, line);
}

function effectsOf(packages: readonly string[]): readonly string[] {
  return packages.map((name) => EFFECTS[name]).filter((effect) => effect !== undefined);
}
