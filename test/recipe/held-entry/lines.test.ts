/** Which lines would use an entry of /var/run/netns that is wrong, or make it again. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** The lines of these that are refused, where the entry 7 dangles, and 8 is the network that 8 is to be */
function refused(lines: readonly string[], isKnown = true): Promise<readonly string[]> {
  return inNamespaces(
    async (lines, isKnown) => {
      const { objectionToEntry } = await import("../../../lib/recipe/held-entry.ts");
      const { networkAt } = await import("../../../lib/netlink/process/process-identity.ts");
      const { parsePid } = await import("../../../lib/values/pid.ts");
      const made = "mount -t tmpfs tmpfs /run; mkdir /run/netns; cd /run/netns; ln -s /nowhere 7; touch 8";
      const { success, stderr } = Bun.spawnSync(["sh", "-ec", made]);
      if (!success) throw new Error(stderr.toString());
      const network = isKnown ? networkAt("/run/netns/8") : null;
      return lines.filter((line) =>
        ["7", "8"].some((pid) => objectionToEntry(parsePid(pid), network, line.split(" ")) !== null),
      );
    },
    lines,
    isKnown,
  );
}

/** All spellings that iproute2 takes */
const USES = [
  "netns exec 7 true",
  "netns exe 7 true",
  "netns ex 7 true",
  "netns e 7 true",
  "netns delete 6 netns 7",
  "-n 7 link",
  "-ne 7 link",
  "-net 7 link",
  "-netn 7 link",
  "-netns 7 link",
  "link set A netns 7",
].map((line) => `ip ${line}`);

const MAKES = [
  "ln -s /proc/7/ns/net /var/run/netns/7",
  "ln -s /proc/7/ns/net /run/netns/7",
  "ln -sn /proc/8/ns/net /run/netns/8",
  "ln --symbolic /proc/8/ns/net /run/netns/8",
  "ln -sF /proc/8/ns/net /run/netns/8",
  "ln -s /proc/f/ns/net /run/netns/8 -v",
];

const OTHERS = [
  "netns add 7",
  "netns delete 7",
  "link set A mtu 7",
  "link set xnetns 7",
  "netns exec 6 kill 7",
  "7",
  "-nx 7 link",
  "-netnsx 7 link",
  "netns execs 7",
  "link set A netns 8",
  "link set A netns 77",
  "netns exec 6 true netns7",
]
  .map((line) => `ip ${line}`)
  .concat(
    "nsenter netns 7",
    "ln -sf /proc/7/ns/net /run/netns/7",
    "ln -sfn /proc/7/ns/net /var/run/netns/7",
    "ln -nsf /proc/8/ns/net /var/run/netns/8",
    "ln -sTf /proc/8/ns/net /run/netns/8",
    "ln -f -s /proc/8/ns/net /run/netns/8",
    "ln -s --force /proc/8/ns/net /run/netns/8",
    "ln -s /proc/9/ns/net /run/netns/9",
    "ln -s /proc/7/ns/net /run/netns/77",
    "ln -s /proc/7/ns/net /tmp/run/netns/7",
    "rm /run/netns/7",
    "echo",
  );

test("lines that use a wrong entry, or make one again, are refused, and no others", async () => {
  expect(await refused([...USES, ...MAKES, ...OTHERS])).toEqual([...USES, ...MAKES]);
});

test("nothing is refused of a process whose network nobody knows", async () => {
  expect(await refused([...USES, ...MAKES], false)).toEqual([]);
});
