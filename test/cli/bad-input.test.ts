import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { recipeNames } from "../../lib/recipe/load.ts";
import { emptyFolder, fileWith } from "../support/recipe-file.ts";
import { naming, pattern } from "../support/naming.ts";
import { withoutNamespaces } from "../support/host/no-namespaces.ts";
import { type Ended, wirework } from "../support/wirework.ts";

/** Where no sandbox could be opened: a message about that would be the wrong one */
function type(args: readonly string[], folder = "/"): Promise<Ended> {
  return wirework(withoutNamespaces, args, { folder });
}

/** Of each: what is typed, the values that the message names, and what to type instead */
type Row = readonly [line: string, values: readonly string[], hint?: string];

function testRefused(kind: "usage" | "recipe", rows: readonly Row[]): void {
  test.concurrent.each(rows.map(([line, values, hint = null]) => ({ line, values, hint })))(
    "wirework $line",
    async ({ line, values, hint }) => {
      const [command = "", ...args] = line.split(" ");
      const { status, stdout, stderr } = await type([command, "--json", ...args]);
      expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
      const error = { kind, message: naming(...values), cause: null, try: hint };
      expect(JSON.parse(stdout)).toEqual({ schema: 1, error, exit: 2 });
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

/** Names of commands, as a message lists them */
const COMMANDS =
  "run, up, ps, exec, shell, check, down, gc, list, claims, show, steps, script, explain, new, builtin, version, help";

describe("a command that there is not", () => {
  testRefused("usage", [
    ["rum point-to-point", ['Unknown command "rum": did you mean "run"?'], "wirework run"],
    ["frobnicate", [`"frobnicate": the commands are ${COMMANDS}`], "wirework help"],
    ["--quiet run point-to-point", ['"--quiet": options come after the command'], "wirework help"],
    ["constructor", ['"constructor"', COMMANDS], "wirework help"],
    ["help rum", ['"rum"', '"run"'], "wirework run"],
  ]);

  test("a builtin without its name", async () => {
    expect(await type(["builtin"])).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "wirework: Cannot run a builtin without its name: one of brctl, docker, ip, ipconfig, service, sudo\n" +
        "  try: wirework builtin docker version\n",
    });
  });

  test("a builtin that there is not", async () => {
    const { status, stdout, stderr } = await type(["builtin", "dokcer"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(
      'wirework: Unknown builtin "dokcer": the builtins are brctl, docker, ip, ipconfig, service, sudo\n',
    );
  });
});

describe("a recipe that there is not", () => {
  testRefused("usage", [
    ["run", ["Cannot run a recipe without its name"], "wirework list"],
    ["run --json=x", ["--json"], "--json"],
    ["show", ["Cannot show a recipe without its name"], "wirework list"],
  ]);
  testRefused("recipe", [
    ["run point-to-pont", ['"point-to-pont"', '"point-to-point"'], "point-to-point"],
    ["show point-to-pont", ['"point-to-pont"', '"point-to-point"'], "point-to-point"],
    ["run weave", ['Cannot find the recipe "weave": the recipes are', recipeNames().join(", ")], "wirework list"],
    ["run ./nowhere.ts", ['Cannot find the recipe file "./nowhere.ts"'], "wirework list"],
    ["run /usr", ['"/usr"'], "wirework list"],
    ["run /dev/null", ['Cannot read "/dev/null" as a recipe: it is not a file'], "wirework list"],
  ]);
});

describe("an option", () => {
  const ALL = [
    "--on, --load, --yes, --interrupt, --dry-run, --step, --without, --keep, --quiet, --no-install, --json, --help",
  ];
  testRefused("usage", [
    ["run point-to-point --form 10.9.0.1", ['"--form"', '"--from"'], "--from"],
    ["run point-to-point --xyzzy", ['"--xyzzy"', `${ALL}, --from, --to, --port, --image`]],
    ["run --form 10.9.0.1 point-to-point", ['"--form"', `${ALL}, and the recipe's own options after its name`]],
    ["list --xyzzy", ['"--xyzzy"', "--options, --json, --help"]],
    ["run point-to-point --from", ['"--from"']],
    ["run point-to-point --from=", ['"--from"']],
    ["run point-to-point --from --to 10.1.1.9", ['"--from"']],
    ["run point-to-point --from 10.9.0.1 --from 10.9.0.2", ['"--from"']],
    ["run point-to-point extra", ['"extra"']],
    ["list extra", ['"extra"']],
    ["run point-to-point --on mars", ['"mars"', "sandbox, docker and host"], "--on sandbox"],
  ]);
});

describe("an address", () => {
  testRefused("usage", [
    ["run point-to-point --from 10.1", ["--from", "Cannot use", '"10.1" as a host\'s address', "2"]],
    ["run point-to-point --from 010.0.0.1", ["--from", '"010.0.0.1"', "octal"]],
    ["run point-to-point --from 10.1.1.256", ["--from", '"10.1.1.256"', "255", '"256"']],
    ["run point-to-point --from fe80::1%eth0", ["--from", '"fe80::1%eth0"', "%eth0", "IPv6"]],
    ["run point-to-point --from 10.1.1.2", ['Cannot use these options together: --from and --to are both "10.1.1.2"']],
    ["run net-none-manual --gateway 10.0.0.1", ["--gateway 10.0.0.1", "172.17.0.0/16", "--address"]],
    ["run net-none-manual --gateway 172.17.255.255", ["--gateway 172.17.255.255", "broadcast", "172.17.0.0/16"]],
    ["run net-none-manual --gateway 172.17.42.99", ["--gateway", "--address", "172.17.42.99"]],
    [
      "run net-none-manual --address 172.17.0.0/16",
      ["--address", "a host's address with its prefix", "network", "172.17.0.0/16"],
      "--address 172.17.0.1/16",
    ],
    [
      "run custom-bridge --address 192.168.5.255/24",
      ["--address", '"192.168.5.255/24"', "broadcast", "192.168.5.0/24"],
      "--address 192.168.5.1/24",
    ],
  ]);
});

describe("a name", () => {
  testRefused("usage", [
    ["run custom-bridge --bridge veth-of-16-chars", ["--bridge", '"veth-of-16-chars"', "16", "15"]],
    ["run custom-bridge --bridge a/b", ["--bridge", '"a/b"', "slash"]],
    ["run custom-bridge --bridge ..", ["--bridge", '".."', "/sys/class/net"]],
    ["run custom-bridge --bridge --help", ['"--bridge"']],
    ["run custom-bridge --bridge=--help", ["--bridge", '"--help"', "hyphen"]],
    ["run point-to-point --image Base", ["--image", '"Base"', "lower case"], "--image base"],
    ["run link-icc-false --server web/1", ["--server", '"web/1"', "[a-zA-Z0-9][a-zA-Z0-9_.-]"]],
    ["run link-icc-false --port 65536", ["--port", '"65536"', "65535"]],
    ["run link-icc-false --port 81", ["--port", "--closed", '"81"']],
    ["run link-icc-false --other 79", ["--other 79", "--port 80"]],
    ["run link-icc-false --closed 90", ["--closed 90", "--port 80", "--other 82"]],
    ["run publish-ports --last=8000", ["--last 8000", "--other 8080"]],
    ["run publish-ports --other=9000 --last=9021", ["--last 9021", "21", "--other 9000", "20"]],
  ]);

  test("with a blank in it", async () => {
    const { status, stdout } = await type(["run", "custom-bridge", "--json", "--bridge", "a b"]);
    expect(status).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "usage", message: naming("--bridge", '"a b"') } });
  });
});

describe("a value that the recipe has another use for, or that something else has", () => {
  testRefused("usage", [
    ["run dns --hostname base", ["--hostname", '"base"', "docker ps"]],
    ["run dns --hostname sleep", ["--hostname", '"sleep"', "docker ps"]],
    ["run dns --hostname 600", ['--hostname cannot be "600", which docker ps prints anyway']],
    ["run dns --hostname database", ["--hostname", "--server", '"database"']],
    ["run dns --hostname bookworm --image debian:bookworm", ["--hostname", '"bookworm"', "docker ps"]],
    ["run dns --server web", ["--hostname", "--server", '"web"']],
    ["run dns --hostname localhost", ["--hostname", '"localhost"', "/etc/hosts"]],
    ["run dns --alias ip6-localhost", ["--alias", '"ip6-localhost"', "/etc/hosts"]],
    ["run dns --alias printer", ["--alias", '"printer"', "name server"]],
    ["run dns --alias host.example.com", ['--alias cannot be "host.example.com", which the name server knows']],
    ["run dns --known localhost", ["--known", '"localhost"', "/etc/hosts"]],
    ["run dns --known database", ["--server", "--known", '"database"']],
    ["run link-icc-false --alias localhost", ["--alias", '"localhost"', "/etc/hosts"]],
    [
      "run link-icc-false --server database",
      ["--server cannot be", '"database", which must not be a container\'s name'],
    ],
    ["run publish-ports --known localhost", ["--known", '"localhost"', "/etc/hosts"]],
    ["run publish-ports --port 53", ['--port cannot be "53", where the name server outside listens']],
    ["run publish-ports --port 49153", ["--port 49153", "32768"]],
    ["run publish-ports --other 49153 --last 49160", ["--other 49153", "32768"]],
    [
      "run customise-docker0 --bip 192.168.1.1/28 --neighbour 192.168.1.2",
      ["--neighbour 192.168.1.2", "192.168.1.0/28", "192.168.1.4"],
    ],
    [
      "run customise-docker0 --bip 203.0.113.9/24 --neighbour 203.0.113.77",
      ["--bip 203.0.113.0/24", "203.0.113.0/24", "outside"],
    ],
    ["run customise-docker0 --mtu 68", ["--mtu 68", "84", "ping"]],
    ["run iptables-off --address 203.0.113.9/24", ["--address 203.0.113.0/24", "203.0.113.0/24", "outside"]],
    ["run how-docker-networks --uplink veth65f9", ["--uplink cannot be", '"veth65f9", which is the host\'s end']],
    ["run how-docker-networks --uplink B", ["--uplink cannot be", '"B", which is the container\'s end']],
  ]);
});

describe("a file that is no recipe", () => {
  const FORM = '  try: export default recipe({ … }), from "wirework"\n';
  const NO_EXPORT = `Cannot run "FILE": it has no default export\n${FORM}`;
  test.concurrent.each([
    ["", NO_EXPORT],
    ["export const recipe = 1;", NO_EXPORT],
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
    expect(stderr).toMatch(pattern(["wirework", '"my-link"', recipeNames().join(", "), "try: ./my-link.ts"]));
  });

  test("a folder", async () => {
    const folder = emptyFolder();
    const { status, stdout } = await type(["run", "--json", `${folder}/`]);
    expect(status).toBe(2);
    const error = { kind: "recipe", message: naming(`"${folder}/"`), cause: null, try: "wirework list" };
    expect(JSON.parse(stdout)).toMatchObject({ error });
  });
});

test.concurrent.each(["run point-to-point --json --from", "list x --json", "--json run point-to-point"])(
  "wherever --json stands, the error is a document alone on stdout: wirework %s",
  async (line) => {
    const { status, stdout, stderr } = await type(line.split(" "));
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ schema: 1, error: { kind: "usage" }, exit: 2 });
  },
);

test("without --json the message and what to type are lines of stderr", async () => {
  const { error } = JSON.parse((await type(["run", "--json", "point-to-pont"])).stdout);
  const stderr = `wirework: ${error.message}\n  try: ${error.try}\n`;
  expect(await type(["run", "point-to-pont"])).toEqual({ status: 2, stdout: "", stderr });
});
