import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { recipeNames } from "../../lib/recipe/load.ts";
import { emptyFolder, fileWith } from "../support/recipe-file.ts";
import { withoutNamespaces } from "../support/no-namespaces.ts";
import { type Ended, wirework } from "../support/wirework.ts";

/** Where no sandbox could be opened: a message about that would be the wrong one */
function type(args: readonly string[], folder = "/"): Promise<Ended> {
  return wirework(withoutNamespaces, args, { folder });
}

/** Of each: what is typed, and all that is said */
type Row = readonly [line: string, message: string, hint?: string];

function testRefused(rows: readonly Row[]): void {
  test.concurrent.each(rows.map(([line, message, hint = ""]) => ({ line, message, hint })))(
    "wirework $line",
    async ({ line, message, hint }) => {
      const stderr = `wirework: ${message}\n${hint === "" ? "" : `  ${hint}\n`}`;
      expect(await type(line.split(" "))).toEqual({ status: 2, stdout: "", stderr });
    },
  );
}

test("where no sandbox can be opened, a run says so, with the cause and the line that changes it", async () => {
  const { status, stdout, stderr } = await type(["run", "point-to-point"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toBe(
    "wirework: Cannot open a sandbox: this machine does not let this user make namespaces\n" +
      "  cause: user.max_user_namespaces is 0\n  try: sudo sysctl -w user.max_user_namespaces=15000\n",
  );
});

describe("a command that there is not", () => {
  testRefused([
    ["rum point-to-point", 'Unknown command "rum": did you mean "run"?', "try: wirework run"],
    [
      "frobnicate",
      'Unknown command "frobnicate": there are run, up, ps, exec, shell, check, down, gc, list, claims, show, steps, script, explain, new, builtin, version, help',
      "try: wirework help",
    ],
    ["--quiet run point-to-point", 'Unknown command "--quiet": options come after the command', "try: wirework help"],
    [
      "constructor",
      'Unknown command "constructor": there are run, up, ps, exec, shell, check, down, gc, list, claims, show, steps, script, explain, new, builtin, version, help',
      "try: wirework help",
    ],
    ["help rum", 'Unknown command "rum": did you mean "run"?', "try: wirework run"],
    [
      "builtin",
      "Cannot run a builtin without its name: one of brctl, docker, ip, ipconfig, service, sudo",
      "try: wirework builtin docker version",
    ],
    ["builtin dokcer", 'Unknown builtin "dokcer": there are brctl, docker, ip, ipconfig, service, sudo'],
  ]);
});

describe("a recipe that there is not", () => {
  testRefused([
    ["run", "Cannot run a recipe without its name", "try: wirework list"],
    ["run --json=x", 'Option "--json" takes no value', "try: --json"],
    ["show", "Cannot show a recipe without its name", "try: wirework list"],
    [
      "run point-to-pont",
      'Cannot find the recipe "point-to-pont": did you mean "point-to-point"?',
      "try: point-to-point",
    ],
    [
      "show point-to-pont",
      'Cannot find the recipe "point-to-pont": did you mean "point-to-point"?',
      "try: point-to-point",
    ],
    ["run weave", `Cannot find the recipe "weave": there are ${recipeNames().join(", ")}`, "try: wirework list"],
    ["run ./nowhere.ts", 'Cannot find the recipe file "./nowhere.ts"', "try: wirework list"],
    ["run /usr", 'Cannot read "/usr" as a recipe: it is not a file', "try: wirework list"],
    ["run /dev/null", 'Cannot read "/dev/null" as a recipe: it is not a file', "try: wirework list"],
  ]);
});

describe("an option", () => {
  testRefused([
    ["run point-to-point --form 10.9.0.1", 'Unknown option "--form": did you mean "--from"?', "try: --from"],
    [
      "run point-to-point --xyzzy",
      'Unknown option "--xyzzy": there are --on, --load, --yes, --interrupt, --dry-run, --step, --without, --keep, --quiet, --no-install, --json, --help, --from, --to, --port, --image',
    ],
    [
      "run --form 10.9.0.1 point-to-point",
      'Unknown option "--form": there are --on, --load, --yes, --interrupt, --dry-run, --step, --without, --keep, --quiet, --no-install, --json, --help, and the recipe\'s own behind its name',
    ],
    ["list --xyzzy", 'Unknown option "--xyzzy": there are --options, --json, --help'],
    ["run point-to-point --from", 'Option "--from" needs a value'],
    ["run point-to-point --from=", 'Option "--from" needs a value'],
    ["run point-to-point --from --to 10.1.1.9", 'Option "--from" needs a value'],
    ["run point-to-point --from 10.9.0.1 --from 10.9.0.2", 'Option "--from" is given twice'],
    ["run point-to-point extra", 'Unexpected "extra": one word is taken here, and options'],
    ["list extra", 'Unexpected "extra": only options are taken here'],
    ["run point-to-point --on mars", 'Cannot run on "mars": there are sandbox, docker and host', "try: --on sandbox"],
  ]);
});

describe("an address", () => {
  testRefused([
    [
      "run point-to-point --from 10.1",
      `--from: Cannot use "10.1" as a host's address: it has four parts, and this has 2`,
    ],
    [
      "run point-to-point --from 010.0.0.1",
      `--from: Cannot use "010.0.0.1" as a host's address: a leading zero makes a part octal to some programs`,
    ],
    [
      "run point-to-point --from 10.1.1.256",
      `--from: Cannot use "10.1.1.256" as a host's address: a part is 255 at most, and this has "256"`,
    ],
    [
      "run point-to-point --from fe80::1%eth0",
      `--from: Cannot use "fe80::1%eth0" as a host's address: a zone such as %eth0 belongs to IPv6, and recipes wire IPv4`,
    ],
    ["run point-to-point --from 10.1.1.2", 'Cannot use these options together: --from and --to are both "10.1.1.2"'],
    [
      "run net-none-manual --gateway 10.0.0.1",
      "Cannot use these options together: --gateway 10.0.0.1 is outside of 172.17.0.0/16, the network of --address",
    ],
    [
      "run net-none-manual --gateway 172.17.255.255",
      "Cannot use these options together: --gateway 172.17.255.255 is the network's or the broadcast address of 172.17.0.0/16",
    ],
    [
      "run net-none-manual --gateway 172.17.42.99",
      "Cannot use these options together: --gateway and --address are both 172.17.42.99",
    ],
    [
      "run net-none-manual --address 172.17.0.0/16",
      `--address: Cannot use "172.17.0.0/16" as a host's address with its prefix: 172.17.0.0 is the network address of 172.17.0.0/16`,
      "try: --address 172.17.0.1/16",
    ],
    [
      "run custom-bridge --address 192.168.5.255/24",
      `--address: Cannot use "192.168.5.255/24" as a host's address with its prefix: 192.168.5.255 is the broadcast address of 192.168.5.0/24`,
      "try: --address 192.168.5.1/24",
    ],
  ]);
});

describe("a name", () => {
  testRefused([
    [
      "run custom-bridge --bridge veth-of-16-chars",
      '--bridge: Cannot use "veth-of-16-chars" as an interface name: 16 characters, and the kernel allows 15',
    ],
    ["run custom-bridge --bridge a/b", '--bridge: Cannot use "a/b" as an interface name: the kernel allows no slash'],
    [
      "run custom-bridge --bridge ..",
      `--bridge: Cannot use ".." as an interface name: in /sys/class/net it would be a directory's own name`,
    ],
    ["run custom-bridge --bridge --help", 'Option "--bridge" needs a value'],
    [
      "run custom-bridge --bridge=--help",
      '--bridge: Cannot use "--help" as an interface name: a name that begins with a hyphen looks like an option',
    ],
    [
      "run point-to-point --image Base",
      '--image: Cannot use "Base" as an image name: a repository name must be lower case',
      "try: --image base",
    ],
    [
      "run link-icc-false --server web/1",
      '--server: Cannot use "web/1" as a container name: only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed, two characters at least',
    ],
    ["run link-icc-false --port 65536", '--port: Cannot use "65536" as a port: the largest is 65535'],
    ["run link-icc-false --port 81", 'Cannot use these options together: --port and --closed are both "81"'],
    [
      "run link-icc-false --other 79",
      "Cannot use these options together: --other 79 is below --port 80, which begins the range",
    ],
    [
      "run link-icc-false --closed 90",
      "Cannot use these options together: --closed 90 is not between --port 80 and --other 82",
    ],
    [
      "run publish-ports --last=8000",
      "Cannot use these options together: --last 8000 is below --other 8080, which begins the range",
    ],
    [
      "run publish-ports --other=9000 --last=9021",
      "Cannot use these options together: --last 9021 is 21 above --other 9000, and the range may end 20 above at most",
    ],
  ]);

  test("with a blank in it", async () => {
    const { status, stderr } = await type(["run", "custom-bridge", "--bridge", "a b"]);
    expect(status).toBe(2);
    expect(stderr).toStartWith('wirework: --bridge: Cannot use "a b" as an interface name: ');
  });
});

describe("a value that the recipe has another use for, or that something else has", () => {
  const together = (line: string, reason: string): Row => [
    `run ${line}`,
    `Cannot use these options together: ${reason}`,
  ];
  const inPs = (name: string) => `--hostname cannot be "${name}", which docker ps has anyway`;
  const local = (option: string, name: string) =>
    `--${option} cannot be "${name}", which every container's /etc/hosts has`;
  testRefused([
    together("dns --hostname base", inPs("base")),
    together("dns --hostname sleep", inPs("sleep")),
    together("dns --hostname 600", inPs("600")),
    together("dns --hostname database", '--hostname and --server are both "database"'),
    together("dns --hostname bookworm --image debian:bookworm", inPs("bookworm")),
    together("dns --server web", '--hostname and --server are both "web"'),
    together("dns --hostname localhost", local("hostname", "localhost")),
    together("dns --alias ip6-localhost", local("alias", "ip6-localhost")),
    together("dns --alias printer", '--alias cannot be "printer", which the name server knows'),
    together("dns --alias host.example.com", '--alias cannot be "host.example.com", which the name server knows'),
    together("dns --known localhost", local("known", "localhost")),
    together("dns --known database", '--server and --known are both "database"'),
    together("link-icc-false --alias localhost", local("alias", "localhost")),
    together("link-icc-false --server database", '--server cannot be "database", which must be no container\'s name'),
    together("publish-ports --known localhost", local("known", "localhost")),
    together("publish-ports --port 53", '--port cannot be "53", where the name server outside listens'),
    together("publish-ports --port 49153", "--port 49153 is one that Docker may choose itself: take one below 32768"),
    together(
      "publish-ports --other 49153 --last 49160",
      "--other 49153 is one that Docker may choose itself: take one below 32768",
    ),
    together(
      "customise-docker0 --bip 192.168.1.1/28 --neighbour 192.168.1.2",
      "--neighbour 192.168.1.2 is a container's, as Docker gives them the lowest of 192.168.1.0/28: take one above 192.168.1.4",
    ),
    together(
      "customise-docker0 --bip 203.0.113.9/24 --neighbour 203.0.113.77",
      "--bip 203.0.113.0/24 overlaps with 203.0.113.0/24, the network outside",
    ),
    together("customise-docker0 --mtu 68", "--mtu 68 is below 84, the length of a ping"),
    together(
      "iptables-off --address 203.0.113.9/24",
      "--address 203.0.113.0/24 overlaps with 203.0.113.0/24, the network outside",
    ),
    together(
      "how-docker-networks --uplink veth65f9",
      '--uplink cannot be "veth65f9", which is the host\'s end of the cable',
    ),
    together("how-docker-networks --uplink B", '--uplink cannot be "B", which is the container\'s end of the cable'),
  ]);
});

describe("a file that is no recipe", () => {
  const FORM = '  try: export default recipe({ … }), from "wirework"\n';
  test.concurrent.each([
    ["", `Cannot run "FILE": it has no default export\n${FORM}`],
    ["export const recipe = 1;", `Cannot run "FILE": it has no default export\n${FORM}`],
    ["export default { run() {} };", `Cannot run "FILE": its default export was not made by recipe(…)\n${FORM}`],
    ["\nthrow new Error('no such luck');", 'Cannot load "FILE"\n  cause: line 2: Error: no such luck\n'],
    ["throw null;", 'Cannot load "FILE"\n  cause: null\n'],
    ["export default {", 'Cannot load "FILE"\n  cause: line 1: Expected identifier but found end of file\n'],
    ["\0", 'Cannot load "FILE"\n  cause: line 1: Unexpected \\x00\n'],
    [
      "import { nothing } from 'wirework';\nexport default nothing;",
      `Cannot load "FILE"\n  cause: SyntaxError: Export named 'nothing' not found in module 'wirework'.\n`,
    ],
    [
      "import pad from 'left-pad';\nexport default pad;",
      `Cannot load "FILE"\n  cause: Cannot find package 'left-pad' imported from FILE\n`,
    ],
    [
      'import { port, recipe } from "wirework";\nexport default recipe({ summary: "", options: { port: port({ default: "0", help: "" }) }, permissions: { run: [] }, async run() {} });',
      'Cannot load "FILE"\n  cause: line 2: BadValue: Cannot use "0" as a port: the smallest is 1\n',
    ],
    [
      'import { port, recipe } from "wirework";\nexport default recipe({ summary: "", options: { json: port({ default: "1", help: "" }) }, permissions: { run: [] }, async run() {} });',
      `Cannot run "my-link": its option --json is one of wirework's own\n`,
    ],
  ])("%j", async (text, told) => {
    const file = fileWith(text);
    const stderr = `wirework: ${told.replaceAll("FILE", file)}`;
    expect(await type(["run", file])).toEqual({ status: 2, stdout: "", stderr });
  });

  test("a recipe's name without its folder says how to write it", async () => {
    const file = fileWith("", "my-link.ts");
    const { status, stderr } = await type(["run", "my-link"], join(file, ".."));
    expect(status).toBe(2);
    expect(stderr).toBe(
      `wirework: Cannot find the recipe "my-link": there are ${recipeNames().join(", ")}\n` + "  try: ./my-link.ts\n",
    );
  });

  test("a folder", async () => {
    const folder = emptyFolder();
    const stderr = `wirework: Cannot read "${folder}/" as a recipe: it is not a file\n  try: wirework list\n`;
    expect(await type(["run", `${folder}/`])).toEqual({ status: 2, stdout: "", stderr });
  });
});

describe("with --json the error is a document alone on stdout", () => {
  test.concurrent.each([
    ["rum --json", 'Unknown command "rum": did you mean "run"?', "wirework run"],
    ["--json run point-to-point", 'Unknown command "--json": options come after the command', "wirework help"],
    [
      "run --json point-to-pont",
      'Cannot find the recipe "point-to-pont": did you mean "point-to-point"?',
      "point-to-point",
    ],
    ["run point-to-point --json --from", 'Option "--from" needs a value', null],
    ["list x --json", 'Unexpected "x": only options are taken here', null],
    ["version x --json", 'Unexpected "x": only options are taken here', null],
    ["show --json", "Cannot show a recipe without its name", "wirework list"],
    [
      "help x --json",
      'Unknown command "x": there are run, up, ps, exec, shell, check, down, gc, list, claims, show, steps, script, explain, new, builtin, version, help',
      "wirework help",
    ],
  ])("wirework %s", async (line, message, hint) => {
    const { status, stdout, stderr } = await type(line.split(" "));
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({ schema: 1, error: { message, cause: null, try: hint }, exit: 2 });
  });
});
