/**
 * What the kernel and ip make of interface names, asked in a throw-away network namespace.
 *
 * @module
 */
import { expect, test } from "bun:test";
import fc from "fast-check";

import { ifName, parseIfName } from "../../lib/values/name/if-name.ts";
import { refusalOf } from "./refusals.ts";

test("every name that is accepted can be made, shown and set up with ip", () => {
  const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".split("");
  const random = fc.sample(fc.stringMatching(/^[!-~]{1,15}$/), {
    numRuns: 30,
    seed: 2,
  });
  const names = new Set([...letters, ...random, "eth0", "docker0", "123456789012345"]);
  const accepted = [...names].filter(isAccepted);
  expect(accepted.length).toBeGreaterThan(60);
  expect(workable(accepted)).toEqual(accepted);
}, 300_000);

// ip itself refuses the last two before it asks the kernel
test.each([".", "..", "eth0:1", "all", "default", "eth%d", "a%s", "1234567890123456", "eth/0", "eth 0", "eth0\n"])(
  "the kernel makes no interface called %j, and the name is refused",
  (name) => {
    refusalOf(ifName, name);
    expect(workable([name])).toEqual([]);
  },
);

test.each(["a", "b", "h", "l", "m", "t", "type", "help", "dev", "mtu", "up", "master"])(
  "ip does not take %s for a name, and the name is refused",
  (name) => {
    refusalOf(ifName, name);
    expect(workable([name])).toEqual([]);
  },
);

function isAccepted(name: string): boolean {
  try {
    return parseIfName(name) === name;
  } catch {
    return false;
  }
}

/** The names with which `ip link add`, `show` and `set` do what they say; deletion is the namespace's end, as each takes the kernel a while */
function workable(names: readonly string[]): string[] {
  const script = `
    for name; do
      ip link add "$name" type bridge && ip link show dev "$name" && ip link show "$name" | grep -F " $name: " &&
      ip link set "$name" up && printf '%s\\0' "$name" >&3
    done 3>&1 >/dev/null 2>&1
    exit 0`;
  const { stdout, stderr, exitCode } = Bun.spawnSync([
    "unshare",
    "--user",
    "--map-root-user",
    "--net",
    "sh",
    "-c",
    script,
    "sh",
    ...names,
  ]);
  if (exitCode !== 0) throw new Error(`Cannot open a throw-away namespace: ${stderr.toString()}`);
  return stdout.toString().split("\0").slice(0, -1);
}
