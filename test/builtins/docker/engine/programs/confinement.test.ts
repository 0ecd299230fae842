/**
 * What a container's programs may do, as they are started and as they ask.
 */
import { describe, expect, test } from "bun:test";

import { capabilitiesOf, confined, onTerminal } from "../../../../../lib/builtins/docker/engine/process/confinement.ts";
import { CAPABILITIES, type Capability } from "../../../../../lib/netlink/process/capabilities.ts";

/** Docker's own, `docker run base grep CapBnd /proc/self/status`: 0xa80425fb */
const DOCKERS: readonly Capability[] = [
  "chown",
  "dac_override",
  "fowner",
  "fsetid",
  "kill",
  "setgid",
  "setuid",
  "setpcap",
  "net_bind_service",
  "net_raw",
  "sys_chroot",
  "mknod",
  "audit_write",
  "setfcap",
];

/** Those that the kernel asks for in no namespace but the machine's first */
const MACHINES: readonly Capability[] = [
  "audit_control",
  "block_suspend",
  "mac_admin",
  "mac_override",
  "sys_boot",
  "sys_module",
  "sys_pacct",
  "sys_rawio",
  "sys_time",
  "syslog",
  "wake_alarm",
];

const COMMAND = { command: ["sleep", "600"], environment: ["A=1", "B=2 3"], workingFolder: "/srv" };

test("a container's programs have Docker's capabilities", () => {
  const capabilities = [...capabilitiesOf({ privileged: false })];
  expect(capabilities.toSorted()).toEqual([...DOCKERS].toSorted());
  // The same set as a number
  const bits = CAPABILITIES.map((name, bit) => (capabilities.includes(name) ? 2 ** bit : 0));
  expect(bits.reduce((sum, one) => sum + one, 0)).toBe(0xa80425fb);
});

test("a privileged one's have all but the machine's", () => {
  const capabilities: ReadonlySet<string> = capabilitiesOf({ privileged: true });
  expect([...CAPABILITIES].filter((name) => !capabilities.has(name)).toSorted()).toEqual([...MACHINES]);
  expect(capabilities.size).toBe(CAPABILITIES.length - MACHINES.length);
});

describe("a program that joins a container", () => {
  const words = (capabilities: string) => [
    "setpriv",
    `--bounding-set=${capabilities}`,
    "--inh-caps=-all",
    "--",
    "env",
    "--default-signal",
    "--ignore-environment",
    "--chdir=/srv",
    "A=1",
    "B=2 3",
    "sleep",
    "600",
  ];

  test.each([
    [false, ["-all", ...DOCKERS.map((name) => `+${name}`)]],
    [true, ["+all", ...MACHINES.map((name) => `-${name}`)]],
  ])("is confined, where that is privileged: %p", (privileged, capabilities) => {
    expect(confined(COMMAND, { privileged })).toEqual(words(capabilities.join(",")));
  });

  test("has its terminal for its own", () => {
    const privileges = { privileged: true };
    expect(onTerminal(COMMAND, privileges)).toEqual(["setsid", "--ctty", ...confined(COMMAND, privileges)]);
  });
});
