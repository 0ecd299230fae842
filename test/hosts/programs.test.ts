/**
 * Programs that are missing: hidden, on a machine that is thrown away, and installed by a stand-in for apt-get.
 */
import { describe, expect, test } from "bun:test";

import { standIn, without } from "./changed-programs.ts";
import { IS_ROOT, NOBODY, type Prefix, ROOT, runOnMachine } from "./machine.ts";

const missing = (programs: string) => `Cannot run without ${programs}`;

/** Knows its packages only after an update, as on a fresh machine */
const APT_GET = standIn(
  "apt-get",
  `case $* in
  update) mkdir -m 777 /srv/bin/lists; exit ;;
  "install --yes iputils-ping") [ -d /srv/bin/lists ] || exit 100; exec chmod 755 /srv/bin/ping ;;
  *) exit 100
esac`,
);

const INSTALLS_NOTHING = standIn("apt-get", "exit 100");

/** Needs no password */
const SUDO = standIn("sudo", `[ "$1" = --non-interactive ] || exit 1; shift; exec "$@"`);
const ASKING_SUDO = standIn("sudo", "echo 'sudo: a password is required' >&2; exit 1");

const RUN = ["run", "point-to-point", "--quiet"];

const LINE = "sudo apt-get install --yes iputils-ping";

interface Case {
  readonly who: string;
  readonly machine: string;
  readonly prefix: Prefix;
  readonly args: readonly string[];
}

const REFUSED: readonly Case[] = [
  { who: "nobody", machine: APT_GET, prefix: NOBODY, args: [] },
  { who: "nobody whose sudo wants a password", machine: `${APT_GET}\n${ASKING_SUDO}`, prefix: NOBODY, args: [] },
  { who: "nobody who forbids it", machine: `${APT_GET}\n${SUDO}`, prefix: NOBODY, args: ["--no-install"] },
  { who: "root who forbids it", machine: APT_GET, prefix: ROOT, args: ["--no-install"] },
];

const ANNOUNCED = ["apt-get install --yes iputils-ping", "apt-get update", "apt-get install --yes iputils-ping"];

if (IS_ROOT) {
  describe("where ping is not installed", () => {
    test.each(REFUSED)("$who gets the line to type, and nothing is installed", async ({ machine, prefix, args }) => {
      const ended = await runOnMachine(`${without("ping")}\n${machine}`, prefix, [...RUN, ...args]);
      expect(ended).toEqual({
        status: 2,
        stdout: "",
        stderr: `wirework: ${missing("ping")}\n  cause: not installed: iputils-ping\n  try: ${LINE}\n`,
      });
    });

    test("root gets it installed, with the commands announced", async () => {
      const { status, stderr } = await runOnMachine(`${without("ping")}\n${APT_GET}`, ROOT, RUN);
      expect({ status, stderr }).toEqual({
        status: 0,
        stderr: ANNOUNCED.map((line) => `wirework: ${line}\n`).join(""),
      });
    });

    test("so does who needs no password for sudo", async () => {
      const prepare = `${without("ping")}\nchmod 777 /srv/bin\n${APT_GET}\n${SUDO}`;
      const { status, stderr } = await runOnMachine(prepare, NOBODY, RUN);
      const commands = ANNOUNCED.map((line) => `wirework: sudo --non-interactive ${line}\n`);
      expect({ status, stderr }).toEqual({ status: 0, stderr: commands.join("") });
    });

    test("what installs it knows the way to the archive, and nothing else of the user's environment", async () => {
      const refuses = '[ "$PERL5OPT$APT_CONFIG" = "" ] && [ "$http_proxy" = http://192.0.2.1:80 ] || exit 1';
      const sudo = standIn("sudo", `${refuses}\n[ "$1" = --non-interactive ] || exit 1; shift; exec "$@"`);
      const prepare = `${without("ping")}\nchmod 777 /srv/bin\n${APT_GET}\n${sudo}`;
      const environment = ["env", "PERL5OPT=-T", "APT_CONFIG=/nowhere", "http_proxy=http://192.0.2.1:80"];
      expect(await runOnMachine(prepare, [...NOBODY, ...environment], RUN)).toMatchObject({ status: 0 });
    });

    test("an install that fails is an error, with the lines that would be needed", async () => {
      const { status, stderr } = await runOnMachine(`${without("ping")}\n${INSTALLS_NOTHING}`, ROOT, RUN);
      expect(status).toBe(2);
      expect(stderr).toEndWith(
        `wirework: ${missing("ping")}\n  cause: not installed: iputils-ping\n  try: sudo apt-get update && ${LINE}\n`,
      );
    });
  });

  describe("of the programs", () => {
    test("only those that a recipe uses are needed", async () => {
      expect((await runOnMachine(without("iptables"), NOBODY, RUN)).status).toBe(0);
    });

    test.each([
      ["iptables", "iptables", "link-icc-false"],
      ["ip", "iproute2", "custom-bridge"],
      ["dnsmasq", "dnsmasq-base", "dns"],
    ])("%s is, by a recipe that uses it", async (program, owner, recipe) => {
      const { status, stderr } = await runOnMachine(without(program), NOBODY, ["run", recipe]);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: `wirework: ${missing(program)}\n  cause: not installed: ${owner}\n  try: sudo apt-get install --yes ${owner}\n`,
      });
    });

    test("several that are missing are named in one line", async () => {
      const { stderr } = await runOnMachine(without("ping", "ip"), NOBODY, ["run", "custom-bridge"]);
      expect(stderr).toContain(`${missing("ip and ping")}\n`);
      expect(stderr).toContain("sudo apt-get install --yes iproute2 iputils-ping\n");
    });

    test("brctl is never needed", async () => {
      const prepare = `if command -v brctl >/dev/null; then ${without("brctl")}; fi`;
      expect((await runOnMachine(prepare, NOBODY, ["run", "net-none-manual", "--quiet"])).status).toBe(0);
    });
  });
}
