/** `ip netns` of ours says what iproute2's own says, and leaves the same entries: each undoes what the other has done. */
import { beforeEach, expect, test } from "bun:test";

import { readLine } from "../../../lib/builtins/ip/own-line.ts";
import type { Said } from "../../support/host/host-lines.ts";
import { describeInSandbox, type TestHost } from "../../support/host/test-host.ts";

/** `real` starts iproute2's own, `ours` answers in the process inside */
type Side = "real" | "ours";

/** Behind `ip`; what is behind `sh:` a shell does, and it only has to succeed */
type Line = string;

/** No entry, and no folder of entries */
const RESET = `
for entry in /run/netns/*; do umount -l "$entry"; rm -rf "$entry"; done 2>/dev/null
while umount -l /run/netns; do :; done 2>/dev/null
rm -rf /run/netns`;

/** The entries with their modes, and what is mounted there, without numbers that differ from one time to the next */
const STATE = `
[ ! -e /run/netns ] || ls -ldAU --time-style=+ /run/netns /run/netns/*
awk '$5 ~ "/run/netns" { $1 = $2 = $3 = ""; gsub(/[:=][0-9]+/, ""); gsub(/:.[0-9]+/, ""); print }' /proc/self/mountinfo | sort`;

const LONGEST = "x".repeat(255);

/** Played from nothing, by either side */
const SAME: readonly (readonly [promise: string, lines: readonly Line[]])[] = [
  [
    "a name is given once, and is gone when it is deleted",
    [
      "netns list",
      "-j netns list",
      "netns add one",
      "netns add one",
      "netns add two extra words",
      "netns list",
      "netns",
      "net",
      "-j netns",
      "netns show",
      "netns list one",
      "netns lst",
      "netns delete one",
      "netns del two extra",
      "netns list",
      "netns a three",
      "netns d three",
    ],
  ],
  [
    "what cannot be done is complained of",
    [
      "netns add",
      "netns delete nope",
      "netns delete",
      "netns del",
      "netns add a/b",
      "netns add .",
      "netns add ..",
      "netns add ''",
      "netns del ''",
      "netns list ..",
      `netns add ${LONGEST}x`,
      `netns add ${LONGEST}`,
      `netns del ${LONGEST}`,
      `netns add ${"é".repeat(128)}`,
      "netns pids",
      "netns pids nope",
      "netns pids nope more",
      "netns identify 1 2",
      "netns identify nope",
      "netns identify 4194304999",
      "netns identify a/b",
      "netns add --help",
      "netns add é",
      "netns list",
    ],
  ],
  [
    "links, files and folders are entries as well",
    [
      "netns add one",
      "sh: ln -s /proc/4194304/ns/net /run/netns/gone",
      "sh: ln -s /proc/1/ns/net /run/netns/first",
      "sh: ln -s /run/netns/one /run/netns/other",
      "sh: touch /run/netns/file",
      "sh: mkdir /run/netns/folder",
      "netns list",
      "-j netns list",
      "netns identify",
      "netns identify 1",
      "netns pids one",
      "netns add gone",
      "netns add first",
      "netns del gone",
      "netns del first",
      "netns del other",
      "netns del file",
      "netns del folder",
      "netns list",
    ],
  ],
  [
    "a network has the number that a link to it has given it",
    [
      "netns add one",
      "netns add two",
      "link add v0 type veth peer name w0 netns two",
      "netns list",
      "-j netns list",
      "-n two netns list",
      "netns exec two ip netns list",
      "link set v0 netns one",
      "netns list",
      "-n one netns",
      "netns del one",
      "netns list",
    ],
  ],
  [
    "the network of a process gets a name",
    [
      "netns attach first 1",
      "netns attach first 1",
      "netns attach none 4194304",
      "netns attach a/b 1",
      "netns list",
      "netns identify",
      "netns identify 1",
      "netns attach second 1",
      "netns identify 1",
      "netns del first",
    ],
  ],
  [
    "a folder that is a mount already, or a link, is made a shared one",
    [
      "sh: mkdir /run/netns; mount -t tmpfs tmpfs /run/netns",
      "netns add one",
      "netns del one",
      "sh: umount /run/netns; umount /run/netns; rmdir /run/netns; mkdir /run/elsewhere; ln -s elsewhere /run/netns",
      "netns add one",
      "netns del one",
      "sh: while umount /run/elsewhere; do :; done; rmdir /run/elsewhere; rm /run/netns; touch /run/netns",
      "netns add one",
      "netns list",
      "netns identify 1",
      "sh: rm /run/netns",
    ],
  ],
];

/** What gives a name or takes it away, here; all else is the real one's on either side, and shows what was done */
const CHANGES = /^netns (?:a|add|attach|d|del|delete)(?: |$)/;

const LINES = SAME.flatMap(([, lines]) => lines).filter((line) => CHANGES.test(line));

test.each(LINES)("ip %s is answered without the real one", (line) => {
  expect(readLine(words(line))).not.toBeNull();
});

test.each([
  "netns",
  "netns list",
  "netns identify 1",
  "netns pids one",
  "netns help",
  "netns set one 1",
  "netns exec one ping",
  "netns list-id",
  "netns monitor",
  "-n one netns add two",
  "-all netns del",
])("ip %s is left to the real one", (line) => {
  expect(readLine(words(line))).toBeNull();
});

describeInSandbox((host) => {
  beforeEach(async () => void (await shell(host(), RESET)));

  test.each(SAME)("%s", async (_, lines) => {
    const real = await play(host(), "real", lines);
    await shell(host(), RESET);
    expect(await play(host(), "ours", lines)).toEqual(real);
  });

  test("what one side has made the other finds, and deletes", async () => {
    for (const [maker, other] of [
      ["real", "ours"],
      ["ours", "real"],
    ] as const) {
      expect(await ask(host(), maker, "netns add one")).toEqual({ status: 0, stdout: "", stderr: "" });
      expect((await ask(host(), other, "netns list")).stdout).toBe("one\n");
      expect((await ask(host(), other, "-n one link set lo up")).status).toBe(0);
      expect((await ask(host(), other, "netns del one")).status).toBe(0);
      expect((await ask(host(), maker, "netns list")).stdout).toBe("");
    }
  });

  test("names that both sides give at the same time are all there, in a folder that is mounted once", async () => {
    const [real, ours] = await Promise.all([
      shell(host(), "for name in a b c d e f; do ip netns add $name & done; wait"),
      Promise.all(["u", "v", "w", "x", "y", "z"].map((name) => ask(host(), "ours", `netns add ${name}`))),
    ]);
    for (const said of [real, ...ours]) expect(said).toEqual({ status: 0, stdout: "", stderr: "" });
    const mounts = await shell(host(), "awk '$5 ~ \"^/run/netns\" { print $5 }' /proc/self/mountinfo | sort");
    const names = [..."abcdefuvwxyz"].map((name) => `/run/netns/${name}\n`);
    expect(mounts.stdout).toBe(`/run/netns\n${names.join("")}`);
  });

  test("who may not mount is told the same, and nothing is left", async () => {
    // The sandbox has no ip of ours on its search path, but the same program for brctl
    await shell(host(), `sed 's/brctl/ip/' /run/wirework-host/bin/brctl >/tmp/ip; chmod +x /tmp/ip; mkdir /run/netns`);
    for (const line of ["netns add one", "netns del one"]) {
      const [real, ours] = [await powerless(host(), `/bin/ip ${line}`), await powerless(host(), `/tmp/ip ${line}`)];
      expect(ours).toEqual(real);
      expect((await shell(host(), "ls /run/netns")).stdout).toBe("");
    }
  });
});

async function play(
  host: TestHost,
  side: Side,
  lines: readonly Line[],
): Promise<readonly (Said & { line: Line; state: string })[]> {
  const played = [];
  for (const line of lines) {
    const said = await ask(host, side, line);
    played.push({ line, ...said, state: (await shell(host, STATE)).stdout });
  }
  return played;
}

async function ask(host: TestHost, side: Side, line: Line): Promise<Said> {
  if (line.startsWith("sh: ")) return shell(host, line.slice(4));
  const argv = words(line);
  return side === "ours" ? host.run(["ip", ...argv]) : host.program`/bin/ip ${argv}`;
}

/** Without any capability */
async function powerless(host: TestHost, command: string): Promise<Said> {
  return shell(host, `exec setpriv --bounding-set=-all --inh-caps=-all --ambient-caps=-all ${command}`);
}

async function shell(host: TestHost, script: string): Promise<Said> {
  return host.program`sh -c ${script}`;
}

/** `''` is an empty word */
function words(line: Line): readonly string[] {
  return line.split(" ").map((word) => (word === "''" ? "" : word));
}
