/**
 * The bridge and the network that a daemon is about to make rules for.
 */
import { expect, test } from "bun:test";

import { daemonRules } from "../../../lib/shell/invert/daemon-rules.ts";
import { networkWith } from "../../support/kernel/seen-network.ts";
import type { Look } from "../../../lib/resources/look.ts";

/** On a host with these options, where br0 has two addresses */
function lookAt(options: string | null): Look {
  return {
    text: async (argv) => {
      const line = argv.join(" ");
      const table = /^iptables -t (\S+) -S$/.exec(line)?.[1];
      return table === undefined ? null : `-P ${table} ACCEPT\n-A ${table} -j DROP\n`;
    },
    file: (path) =>
      path === "/etc/default/docker" && options !== null
        ? { content: Buffer.from(`DOCKER_OPTS="${options}"\n`), uid: 0, gid: 0, mode: 0o644 }
        : null,
    link: () => null,
    inode: () => null,
    network: () => null,
    see: (_path, read) => read(networkWith({ links: { br0: { addresses: ["192.168.5.1/24", "10.1.2.3/8"] } } })),
  };
}

test.each<[string | null, readonly string[]]>([
  [null, []],
  ["", []],
  ["--mtu=1400", []],
  ["-b br0", ["br0", "192.168.5.0/24", "10.0.0.0/8"]],
  ["--bridge=br1", ["br1"]],
  ["-b=docker0", []],
  ["--bridge=none", []],
  ["--bip=172.30.1.1/16", ["172.30.0.0/16"]],
  ["--bip=nonsense", []],
  ["--bridge=docker0 --bip=172.30.1.1/16", ["172.30.0.0/16"]],
  ["--bridge=br1 --bip=172.30.1.1/16", ["br1"]],
  ["--bridge=br1 --bridge=br2", ["br2"]],
])("of the options %j: %j", async (options, names) => {
  const step = (table: string) => {
    const before = [`-P ${table} ACCEPT`, `-A ${table} -j DROP`];
    return { kind: "rules" as const, table, names, before, when: "in turn" as const };
  };
  expect(await daemonRules(lookAt(options))).toEqual(names.length === 0 ? [] : [step("nat"), step("filter")]);
});
