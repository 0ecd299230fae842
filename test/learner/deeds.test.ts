/**
 * What lines do: of `docker` in all their spellings, and of programs beside `ip`.
 */
import { describe, expect, test } from "bun:test";

import { containerMadeBy, deedsOf } from "../../lib/learner/deeds/deeds-of.ts";

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
    expect(containerMadeBy(line(`docker ${engine}ps -a`))).toBeNull();
  });
});

test.each<[typed: string, deed: object | null]>([
  ["bridge link set dev A hairpin on cost 7", { kind: "link set", name: "A", port: { hairpin: "on", cost: "7" } }],
  ["bridge -n c1 link set dev A state blocking", { way: ["ip", "netns", "exec", "c1"], port: { state: "4" } }],
  ["brctl hairpin br0 A on", { kind: "link set", name: "A", port: { hairpin: "on" } }],
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
