/**
 * What lines do, in all their spellings.
 */
import { describe, expect, test } from "bun:test";

import { containerMadeBy, deedsOf, deedsOfLine } from "../../lib/learner/deeds/deeds-of.ts";
import { ON_HOST } from "../../lib/resources/entering.ts";

const ENGINES = ["", "-H unix:///run/other.sock ", "-H=unix:///run/other.sock ", "--host=unix:///run/other.sock "];

function line(text: string): readonly [string, ...string[]] {
  const [program = "", ...args] = text.split(" ");
  return [program, ...args];
}

describe.each(ENGINES)("docker %s…", (engine) => {
  test.each(["build -t web", "build --tag=web", "build -tweb", "image build -qt web"])("%s makes an image", (build) => {
    expect(deedsOf(line(`sudo docker ${engine}${build} /tmp`))).toEqual([
      { kind: "image", polarity: "there", name: "web" },
    ]);
  });

  test.each(["rmi web", "image rm web"])("%s removes it", (removal) => {
    expect(deedsOf(line(`docker ${engine}${removal}`))).toEqual([{ kind: "image", polarity: "gone", name: "web" }]);
  });

  test("rm is about containers, unless it is about their links", () => {
    expect(deedsOf(line(`docker ${engine}container rm -f web`))).toEqual([
      { kind: "container", polarity: "gone", references: ["web"] },
    ]);
    expect(deedsOf(line(`docker ${engine}container rm --link=true web/db`))).toEqual([]);
  });

  test("run makes a container", () => {
    expect(containerMadeBy(line(`docker ${engine}run -d base`))).toEqual(["-d", "base"]);
    expect(containerMadeBy(line(`docker ${engine}run -v /a:/b base`))).toEqual(["-v", "/a:/b", "base"]);
    expect(containerMadeBy(line(`docker ${engine}create base`))).toBeNull();
    expect(containerMadeBy(line(`docker ${engine}volume create v`))).toBeNull();
    expect(containerMadeBy(line(`docker ${engine}ps -a`))).toBeNull();
  });
});

describe("of names of networks", () => {
  test.each<[typed: string, polarity: "there" | "gone"]>([
    ["sudo ip netns add N", "there"],
    ["ip netns exec M ip netns attach N 7", "there"],
    ["ip netns del N", "gone"],
  ])("`%s`: it is %s", (typed, polarity) => {
    expect(deedsOf(line(typed))).toEqual([{ kind: "path", polarity, path: "/var/run/netns/N" }]);
  });
});

describe("of programs beside `ip`", () => {
  test.each<[typed: string, deed: object | null]>([
    [
      "bridge link set dev A hairpin on cost 7",
      { kind: "link set", name: "A", settings: { "port.hairpin": "on", "port.cost": "7" } },
    ],
    [
      "bridge -n c1 link set dev A state blocking",
      { way: { words: ["ip", "netns", "exec", "c1"] }, settings: { "port.state": "4" } },
    ],
    ["brctl hairpin br0 A on", { kind: "link set", name: "A", settings: { "port.hairpin": "on" } }],
    ["tc qdisc add dev A root tbf rate 1mbit burst 10kb limit 10kb", { kind: "qdisc", parent: "root", qdisc: "tbf" }],
    ["tc qdisc del dev A parent 1:10", { kind: "qdisc", parent: "1:10", qdisc: null }],
    ["nft add table t", { kind: "named", polarity: "there", list: ["nft", "list", "table", "ip", "t"] }],
    ["nft delete chain inet t c", { kind: "named", polarity: "gone", name: "chain inet t c" }],
    ["nft add rule t c accept", null],
  ])("`%s` does %j", (typed, deed) => {
    const deeds = deedsOf(line(typed));
    if (deed === null) expect(deeds).toEqual([]);
    else expect(deeds).toMatchObject([deed]);
  });
});

describe("of files", () => {
  const path = (polarity: string, ...paths: readonly string[]) =>
    paths.map((one) => ({ kind: "path", polarity, path: one }));

  test.each<readonly [text: string, deeds: readonly unknown[]]>([
    ["mkdir -pm0755 /a/b /c", path("there", "/a/b", "/c")],
    ["mkdir /a -p", path("there", "/a")],
    ["mkdir -Z /a", []],
    ["touch -d now /a", path("there", "/a")],
    ["touch -c /a", []],
    ["rm -rf -- /a -f", path("gone", "/a", `${process.cwd()}/-f`)],
    ["rm -i /a", []],
    ["rmdir -p /a/b", path("gone", "/a", "/a/b")],
    ["tee -a /a", []],
    ["mv /a /b", path("gone", "/a").concat(path("there", "/b"))],
    ["cp /a /b", [{ kind: "copy", from: "/a", path: "/b", within: "a" }]],
    ["cp -T /a /b", [{ kind: "copy", from: "/a", path: "/b", within: null }]],
    ["mount -t tmpfs none /a/../b", [{ kind: "mount", path: "/b" }]],
    ["mount", []],
    ["ln -sfn x /l", [{ kind: "symbolic link", path: "/l", within: "x", target: "x" }]],
    ["ln /l x -s", [{ kind: "symbolic link", path: `${process.cwd()}/x`, within: "l", target: "/l" }]],
    ["ln x /l", []],
    ["sysctl -qw a.b=1", [{ kind: "setting", way: ON_HOST, path: "/proc/sys/a/b", value: "1" }]],
    ["sysctl a/b.c/d=1", [{ kind: "setting", way: ON_HOST, path: "/proc/sys/a/b.c/d", value: "1" }]],
    ["sysctl a.b/c.d=1", [{ kind: "setting", way: ON_HOST, path: "/proc/sys/a/b.c/d", value: "1" }]],
    ["sysctl -p a.b=1", []],
  ])("`%s` does %j", (text, deeds) => {
    expect<unknown>(deedsOf(line(text))).toEqual(deeds);
  });
});

describe("of iptables", () => {
  const rule = (polarity: string, table: string, words: string) => [
    {
      kind: "named",
      polarity,
      way: ON_HOST,
      list: ["iptables", "-t", table, "-C", ...words.split(" ")],
      name: `rule -A ${words}`,
    },
  ];

  type Named = readonly [polarity: string, name: string];
  const chain = (first: Named, table = "filter", ...others: readonly Named[]) =>
    [first, ...others].map(([polarity, name]) => ({
      kind: "named",
      polarity,
      way: ON_HOST,
      list: ["iptables", "-t", table, "-S", name],
      name: `chain ${name} in the table ${table}`,
    }));

  test.each([
    ["-A c -i x", rule("there", "filter", "c -i x")],
    ["-w 5 -tnat --insert=c 3 -i x", rule("there", "nat", "c -i x")],
    ["-D c -m limit --limit 3/s -j DROP --table nat", rule("gone", "nat", "c -m limit --limit 3/s -j DROP")],
    ["-D c 3", []],
    ["-N c", chain(["there", "c"])],
    ["-t nat -X c", chain(["gone", "c"], "nat")],
    ["-X", []],
    ["-E c d", chain(["gone", "c"], "filter", ["there", "d"])],
    ["-R c 1 -i x", rule("there", "filter", "c -i x")],
    [
      "-P FORWARD DROP",
      [
        {
          kind: "printed",
          way: ON_HOST,
          list: ["iptables", "-t", "filter", "-S", "FORWARD"],
          line: "-P FORWARD DROP",
          about: "-P FORWARD ",
        },
      ],
    ],
    ["-A c -D d", []],
  ])("`%s` does %j", (text, deeds) => {
    expect<unknown>(deedsOf(line(`iptables ${text}`))).toEqual(deeds);
  });

  test.each(["ip6tables", "iptables-legacy", "iptables-nft"])("each by its own program: %s", (program) => {
    expect(deedsOf(line(`${program} -A c -i x`))).toMatchObject([
      { list: [program, "-t", "filter", "-C", "c", "-i", "x"] },
    ]);
  });
});

describe("of what is written into a file", () => {
  const written = (...words: readonly string[]) => deedsOfLine([["echo", ...words]], { operator: ">", file: "/a" });

  test("it is what echo prints", () => {
    expect(written("a", "-n", "--")).toEqual([{ kind: "written", path: "/a", how: "replaced", text: "a -n --" }]);
  });

  test("nobody knows what an option of echo does", () => {
    expect(written("-n", "a")).toEqual([]);
    expect(written("--", "a")).toEqual([]);
  });

  test("nobody knows what most others print", () => {
    expect(deedsOfLine([["cat", "/b"]], { operator: ">", file: "/a" })).toEqual([]);
  });
});

test("a name server is the program that stays, and one that only prints is nothing", () => {
  const args = ["-k", "-C", "/dev/null", "--dhcp-range=x"];
  expect(deedsOf(["sudo", "/usr/sbin/dnsmasq", ...args])).toEqual([{ kind: "program", name: "dnsmasq", args }]);
  expect(deedsOf(["dnsmasq", "--help=dhcp"])).toEqual([]);
});

describe("of services", () => {
  test.each([
    ["service docker start", "docker", "start"],
    ["systemctl stop docker", "docker", "stop"],
    ["systemctl -q --no-block restart docker.service", "docker", "restart"],
  ])("`%s`", (text, name, action) => {
    expect<unknown>(deedsOf(line(text))).toEqual([{ kind: "service", name, action }]);
  });

  test.each([
    "service docker status",
    "service docker",
    "systemctl enable docker",
    "systemctl start",
    "service --status-all",
  ])("`%s` does nothing that is looked for", (text) => {
    expect(deedsOf(line(text))).toEqual([]);
  });
});
