/** Which packages are needed for programs that are missing, and how they are installed. All programs are stand-ins. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";
import { naming } from "../support/naming.ts";

const inNamespaces = namespacesFor(import.meta.dir);

interface Case {
  readonly names: readonly string[];
  readonly installing: "allowed" | "forbidden";
  /** `apt-get` in a shell, which brings a program by `bring NAME`; `null` when there is none */
  readonly installer: string | null;
}

/** What is needed of programs none of which is there */
function required(given: Case) {
  return inNamespaces(async ({ names, installing, installer }) => {
    const { requirePrograms } = await import("../../lib/hosts/programs.ts");
    const { MissingProgram } = await import("../../lib/hosts/missing-program.ts");
    const { emptied, hidden, programsAt } = await import("../support/host/in-place.ts");
    const all = ["busybox", "dnsmasq", "dockerd", "ifconfig", "ip", "iptables", "ping", "route", "ss", "apt-get"];
    hidden(...all);
    for (const folder of ["/usr/local/bin", "/usr/sbin"]) emptied(folder);
    const bring = 'bring() { for name; do ln -s /usr/bin/env "/usr/sbin/$name"; done; }';
    programsAt("/usr/local/sbin", installer === null ? {} : { "apt-get": `${bring}\n${installer}` });
    const announced: string[] = [];
    try {
      const result = await requirePrograms(names, installing, (line) => announced.push(line));
      return { result, announced };
    } catch (error) {
      if (!(error instanceof MissingProgram)) throw error;
      return { message: error.message, cause: error.cause, tryThis: error.tryThis, announced };
    }
  }, given);
}

const FORBIDDEN = { installing: "forbidden", installer: "bring ping" } as const;

test.each([
  ["busybox", "busybox-static"],
  ["dnsmasq", "dnsmasq-base"],
  ["ifconfig", "net-tools"],
  ["ip", "iproute2"],
  ["iptables", "iptables"],
  ["ping", "iputils-ping"],
  ["route", "net-tools"],
  ["ss", "iproute2"],
])("%s comes with %s", async (program, owner) => {
  expect(await required({ ...FORBIDDEN, names: [program] })).toEqual({
    message: naming(program),
    cause: `not installed: ${owner}`,
    tryThis: `sudo apt-get install --yes ${owner}`,
    announced: [],
  });
});

test("several are named in one order, each package once, with what it does besides", async () => {
  const names = ["ss", "dockerd", "route", "ip", "ifconfig"];
  expect(await required({ ...FORBIDDEN, names })).toEqual({
    message: naming("dockerd and ifconfig and ip and route and ss"),
    cause: expect.stringMatching(/^not installed: iproute2, docker\.io, net-tools; .* docker\.io /),
    tryThis: "sudo apt-get install --yes iproute2 docker.io net-tools",
    announced: [],
  });
});

test.each(["brctl", "toString", "no-such-program"])("%s is in no package of ours", async (name) => {
  expect(await required({ ...FORBIDDEN, names: [name] })).toEqual({ result: "as they were", announced: [] });
});

test("programs are looked for where the system has them, whatever the user's own path leaves out", async () => {
  const asks = `const { requirePrograms } = await import("../../lib/hosts/programs.ts");
    console.log(await requirePrograms(["ip"], "forbidden", () => {}));`;
  const running = Bun.spawn([process.execPath, "--no-env-file", "--eval", asks], {
    cwd: import.meta.dir,
    env: { PATH: "/nowhere" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect([await running.stdout.text(), await running.stderr.text()]).toEqual(["as they were\n", ""]);
});

test("what is there is not installed", async () => {
  const seen = await required({ names: [], installing: "allowed", installer: "bring ping" });
  expect(seen).toEqual({ result: "as they were", announced: [] });
});

const INSTALL = "wirework: apt-get install --yes iputils-ping";
const UPDATE = "wirework: apt-get update";

test.each([
  ["at once", '[ "$*" = "install --yes iputils-ping" ] && bring ping', [INSTALL]],
  [
    "after an update",
    'if [ "$1" = update ]; then : >/usr/sbin/lists; else [ -e /usr/sbin/lists ] && bring ping; fi',
    [INSTALL, UPDATE, INSTALL],
  ],
])("root gets it installed %s, with the commands announced", async (_, installer, announced) => {
  const names = ["ping", "brctl"];
  expect(await required({ names, installing: "allowed", installer })).toEqual({ result: "changed", announced });
});

test("what a package does besides is announced first", async () => {
  const { announced } = await required({ names: ["dockerd"], installing: "allowed", installer: "bring dockerd" });
  expect(announced).toEqual([
    expect.stringMatching(/^wirework: .* docker\.io /),
    "wirework: apt-get install --yes docker.io",
  ]);
});

test("what an installation does not bring is missing still", async () => {
  const names = ["ping", "ip"];
  const line = "apt-get install --yes iputils-ping iproute2";
  expect(await required({ names, installing: "allowed", installer: "bring ping" })).toEqual({
    message: naming("ip"),
    cause: "not installed: iproute2",
    tryThis: `sudo apt-get update && sudo ${line}`,
    announced: [`wirework: ${line}`],
  });
});

test("where there is no apt-get, nothing is tried", async () => {
  const seen = await required({ names: ["ping"], installing: "allowed", installer: null });
  expect(seen).toMatchObject({ tryThis: "sudo apt-get install --yes iputils-ping", announced: [] });
});
