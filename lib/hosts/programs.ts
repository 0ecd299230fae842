/**
 * Finds the machine's programs that recipes use, or installs them where that is allowed.
 *
 * @module
 */
import { MissingProgram } from "./missing-program.ts";

/** The folders of system programs, some of which the user's search path may lack */
export const SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** Debian packages of programs that a fresh machine may lack */
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

/** Side effects of installing a package, printed beforehand */
const EFFECTS: Readonly<Record<string, string>> = {
  "docker.io": "the package docker.io starts Docker on this machine, now and at every boot",
};

/** Permission to install programs; `--no-install` forbids it */
export type Installing = "allowed" | "forbidden";

/**
 * Requires programs. For root, or a user whose sudo needs no password, missing ones are installed and each
 * command is announced; others get the line to type.
 *
 * Equivalent to: `apt-get install --yes $packages`
 *
 * @param names the programs that a recipe may run; those of unknown packages are left to its author
 * @param announce is called with each command before it runs
 * @returns whether programs were installed
 * @throws {MissingProgram} when a program is missing and can't be, or must not be, installed
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
    // A fresh machine has no package lists yet
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

/** The prefix that runs a command as root; `null` when none would work */
async function powerToInstall(): Promise<readonly string[] | null> {
  if (process.geteuid?.() === 0) return [];
  if (!isThere("sudo")) return null;
  const asked = Bun.spawn(["sudo", "--non-interactive", "true"], {
    env: installEnvironment(),
    stdio: ["ignore", "ignore", "ignore"],
  });
  return (await asked.exited) === 0 ? ["sudo", "--non-interactive"] : null;
}

/** Runs a command with its output on stderr; reports whether it succeeded */
async function runAnnounced(argv: readonly string[], announce: (line: string) => void): Promise<boolean> {
  announce(`wirework: ${argv.join(" ")}`);
  const running = Bun.spawn([...argv], { env: installEnvironment(), stdio: ["ignore", STDERR, STDERR] });
  return (await running.exited) === 0;
}

const STDERR = 2;

/** Proxy settings that apt-get needs, apt.conf(5) */
const PROXIES = ["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"] as const;

/**
 * An environment without variables that could make apt-get, or a package's scripts, run something else as
 * root: `APT_CONFIG`, `PERL5OPT`
 */
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
