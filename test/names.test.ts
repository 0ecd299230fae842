/**
 * Files of lib/ share a name only where they mean the same: one thing at several layers.
 */
import { expect, test } from "bun:test";
import { basename, dirname, join } from "node:path";

const LIB = join(import.meta.dir, "../lib");

/** The names that several files have: what all of them mean, and their folders */
const SHARED: Readonly<Record<string, { readonly means: string; readonly in: string }>> = {
  address: {
    means: "an IP address, alone or on an interface",
    in: "learner/probes netlink/see programs/ip programs/ip/perform values/address",
  },
  "assigned-name": { means: "the name that Docker generates for a container", in: "recipe values/name" },
  boot: { means: "the start of a throw-away machine", in: "cli/commands hosts" },
  brctl: { means: "the program", in: "builtins/brctl programs/brctl" },
  "bridge-options": { means: "options of a bridge, as the kernel has them", in: "netlink/links netlink/see" },
  build: { means: "`docker build`", in: "builtins/docker/commands/images builtins/docker/engine/images" },
  builtin: { means: "a program that wirework implements itself", in: "builtins cli/commands" },
  complaint: { means: "an error in the words of a program that wirework performs", in: "programs programs/ip/perform" },
  container: { means: "a container of Docker", in: "builtins/docker/engine learner/probes" },
  "daemon-options": { means: "the options of dockerd", in: "builtins/docker/options programs/docker/options" },
  "docker-run": { means: "`docker run`", in: "builtins/docker/commands programs/docker script" },
  docker: { means: "the program, and what its engine keeps", in: "builtins/docker labs/still-ours programs/docker" },
  entry: { means: "an address, route, rule or neighbour in its list", in: "labs/still-ours learner/probes resources" },
  environment: {
    means: "the environment variables that programs get",
    in: "builtins/docker/commands builtins/docker/engine/process hosts hosts/machine",
  },
  files: { means: "files, folders and symbolic links that lines have changed", in: "labs/still-ours learner/probes" },
  gc: { means: "what crashed commands have left", in: "cli/commands labs" },
  hostname: { means: "the name of a host", in: "netlink values/name" },
  image: {
    means: "a Docker image",
    in: "builtins/docker builtins/docker/commands/images learner/probes shell/invert/docker",
  },
  images: {
    means: "the Docker images that there are",
    in: "builtins/docker/commands/images builtins/docker/engine/images",
  },
  inside: { means: "the process that is started inside of a host", in: "cli/check cli/machine cli/run" },
  interfaces: { means: "the interfaces that there are", in: "builtins/docker/engine/network labs/live" },
  ip: { means: "the program", in: "builtins/ip programs/ip" },
  job: { means: "what a runner is to do", in: "cli/check cli/machine cli/run" },
  line: { means: "a line of the folder's program, read", in: "programs/docker programs/iptables" },
  "link-add": { means: "`ip link add`", in: "programs/ip programs/ip/perform" },
  "link-delete": { means: "`ip link delete`", in: "programs/ip programs/ip/perform" },
  "link-set": { means: "`ip link set`", in: "programs/ip programs/ip/perform" },
  "link-settings": { means: "what `ip link set` can set", in: "netlink/links programs/ip/perform resources" },
  link: { means: "an interface", in: "learner/probes netlink/see resources" },
  links: { means: "interfaces, all or some", in: "labs/still-ours programs/ip/objects" },
  mount: { means: "mount(2), and the program for it", in: "learner/probes netlink programs shell/invert" },
  neighbour: { means: "a neighbour of `ip neighbour`", in: "netlink/see programs/ip" },
  netns: {
    means: "the entries of `ip netns`",
    in: "labs/still-ours programs/ip programs/ip/objects programs/ip/perform resources/netns",
  },
  network: {
    means: "what one namespace has: interfaces, addresses, routes",
    in: "netlink/netns netlink/see resources",
  },
  nft: { means: "the program, and its tables", in: "labs/still-ours programs/nft resources/nft" },
  open: { means: "the opening of a throw-away host of the folder's kind", in: "hosts/docker hosts/sandbox" },
  program: { means: "a program that a line starts, and that stays", in: "learner/probes shell/invert" },
  publish: { means: "`docker run --publish`", in: "builtins/docker/engine/ports programs/docker/options" },
  qdisc: {
    means: "a queueing discipline of `tc qdisc`",
    in: "labs/still-ours learner/probes programs/tc resources/qdisc",
  },
  route: { means: "a route of the kernel", in: "netlink/see programs/ip programs/ip/perform programs/net-tools" },
  rule: { means: "a routing rule of `ip rule`", in: "netlink/see programs/ip" },
  runner: { means: "the start of the process that runs a recipe", in: "cli/machine cli/run" },
  script: { means: "a recipe as a bash script", in: "cli/commands script" },
  service: {
    means: "a service of the machine",
    in: "builtins/service labs/still-ours learner/probes programs shell/invert",
  },
  sudo: { means: "the program", in: "builtins/sudo programs" },
  tcp: { means: "a TCP connection between network namespaces", in: "netlink/socket recipe/checks" },
  udp: { means: "a UDP datagram between network namespaces", in: "netlink/socket recipe/checks" },
  unix: { means: "an abstract Unix socket, met across networks", in: "netlink/socket recipe/checks" },
  verbs: { means: "the verbs of the folder's program", in: "programs/brctl programs/nft" },
};

const folders = Map.groupBy([...new Bun.Glob("**/*.ts").scanSync(LIB)].toSorted(), (file) => basename(file, ".ts"));

test("files of one name mean the same, and stand in the table", () => {
  const found = [...folders]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files.map(dirname).toSorted().join(" ")}`);
  expect(found.toSorted()).toEqual(
    Object.entries(SHARED)
      .map(([name, { in: where }]) => `${name}: ${where}`)
      .toSorted(),
  );
});

test("files in all folders are seen", () => {
  expect(folders.get("mod")).toEqual(["mod.ts"]);
  expect(folders.get("link-set")).toContain("programs/ip/perform/link-set.ts");
});
