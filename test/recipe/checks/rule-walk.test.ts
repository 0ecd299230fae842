/**
 * The way of a packet through iptables, in listings of five Dockers and in such as no Docker makes.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { linesOf } from "../../../lib/recipe/checks/output-proof.ts";
import { type ExpectedRule, metInOrder, spelledRules } from "../../../lib/recipe/checks/rule-order.ts";
import { hasWords, rulesMet } from "../../../lib/recipe/checks/rule-walk.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { pattern } from "../../support/naming.ts";

const SPORT = "--sport 80 -j ACCEPT";
const DPORT = "--dport 80 -j ACCEPT";
const DROP = "-i docker0 -o docker0 -j DROP";
const LINK: readonly ExpectedRule[] = [[SPORT, DPORT], DROP];

/** The chains in which a packet meets the link's rules and the DROP */
const LAYOUTS = {
  "1.1": ["FORWARD", "FORWARD", "FORWARD"],
  "1.9": ["DOCKER", "DOCKER", "FORWARD"],
  "20.10": ["DOCKER", "DOCKER", "FORWARD"],
  "28": ["DOCKER", "DOCKER", "DOCKER-FORWARD"],
  "29": ["DOCKER", "DOCKER", "DOCKER-FORWARD"],
} as const;

const versions = Object.entries(LAYOUTS);

function recorded(version: string): readonly string[] {
  const text = readFileSync(`${import.meta.dir}/recorded/iptables-${version}.txt`, "utf8");
  return linesOf(text).filter((line) => !line.startsWith("#"));
}

/** The listing with each of its lines in another place, or none, where a test says so */
function changed(version: string, change: (line: string) => readonly string[]): readonly string[] {
  return recorded(version).flatMap(change);
}

describe("with --icc=false and a link, a packet meets the link's rules before the DROP", () => {
  test.each(versions)("in Docker %s, each in its chain", (version, chains) => {
    const met = metInOrder("FORWARD", LINK)(recorded(version));
    expect(met?.map((line) => line.split(" ")[1])).toEqual([...chains]);
    expect(met?.map((line) => [SPORT, DPORT, DROP].find((words) => hasWords(line, words)))).toEqual(
      version === "1.1" ? [SPORT, DPORT, DROP] : [DPORT, SPORT, DROP],
    );
  });

  test.each(versions)("in Docker %s, and not with the rule of one direction only", (version) => {
    for (const missing of [SPORT, DPORT, DROP]) {
      const listing = changed(version, (line) => (hasWords(line, missing) ? [] : [line]));
      expect(metInOrder("FORWARD", LINK)(listing)).toBeNull();
    }
  });

  test.each(versions)(
    "in Docker %s, and not behind a DROP of the same packets, with or without a second",
    (version) => {
      const early = changed(version, (line) => (line === "-P OUTPUT ACCEPT" ? [line, `-A FORWARD ${DROP}`] : [line]));
      expect(metInOrder("FORWARD", LINK)(early)).toBeNull();
      const moved = early.filter(
        (line, at) => !hasWords(line, DROP) || at === early.findIndex((it) => hasWords(it, DROP)),
      );
      expect(metInOrder("FORWARD", LINK)(moved)).toBeNull();
    },
  );

  test.each(["DROP", "ACCEPT", "REJECT --reject-with icmp-port-unreachable", "RETURN"])(
    "and not behind a rule that is for every packet: %s",
    (target) => {
      for (const [version] of versions) {
        const rule = `-A FORWARD -m comment --comment "for all -j NOTHING" -j ${target}`;
        const listing = changed(version, (line) => (line === "-P OUTPUT ACCEPT" ? [line, rule] : [line]));
        expect(metInOrder("FORWARD", LINK)(listing)).toBeNull();
      }
    },
  );

  test.each(versions.filter(([version]) => version !== "1.1"))(
    "in Docker %s, and not without the jump to them",
    (version) => {
      const listing = changed(version, (line) => (line.endsWith(" -j DOCKER") ? [] : [line]));
      expect(metInOrder("FORWARD", LINK)(listing)).toBeNull();
    },
  );

  test.each(["20.10", "28", "29"])("in Docker %s, and not when the user's own chain stops all", (version) => {
    const listing = [
      ...recorded(version).filter((line) => line !== "-A DOCKER-USER -j RETURN"),
      "-A DOCKER-USER -j DROP",
    ];
    expect(metInOrder("FORWARD", LINK)(listing)).toBeNull();
  });

  test("and in the article's order only in Docker 1.1", () => {
    const inTheArticlesOrder = versions.filter(
      ([version]) => metInOrder("FORWARD", [SPORT, DPORT, DROP])(recorded(version)) !== null,
    );
    expect(inTheArticlesOrder.map(([version]) => version)).toEqual(["1.1"]);
  });
});

describe("a packet meets the rules of", () => {
  const rule = (text: string) => `-A ${text}`;

  test.each([
    ["a chain in their order, and its policy last", ["-P A ACCEPT", "-A A -p tcp -j DROP", "-A A -p udp"], [1, 2, 0]],
    [
      "a chain that is jumped to in place, and then goes on",
      ["-N B", "-A A -j B", "-A A -j DROP", "-A B -p tcp"],
      [1, 3, 2],
    ],
    ["a chain that is gone to, and then nothing", ["-N B", "-A A -g B", "-A A -j DROP", "-A B -p tcp"], [1, 3]],
    [
      "the rest as well, when only some packets go there",
      ["-A A -p tcp -g B", "-A A -j DROP", "-A B -j ACCEPT"],
      [0, 2, 1],
    ],
    [
      "a chain of which all return, and the rest",
      ["-A A -j B", "-A A -j DROP", "-A B -j RETURN", "-A B -p tcp"],
      [0, 2, 1],
    ],
    ["no rule behind a chain that stops all", ["-P A DROP", "-A A -j B", "-A A -p tcp", "-A B -j DROP"], [1, 3]],
    ["a chain that two jump to twice", ["-A A -p tcp -j B", "-A A -p udp -j B", "-A B -s 10.0.0.1/32"], [0, 2, 1, 2]],
    ["a chain whose name is that of no target", ["-A A -j LOG", "-A A -p tcp -j MARK --set-xmark 0x1/0xf"], [0, 1]],
    ["a chain that is empty, as if it weren't there", ["-N B", "-A A -j B", "-A A -j DROP"], [1, 2]],
  ] as const)("%s", (_, listing, places) => {
    expect(rulesMet(listing, "A")).toEqual(places.map((place) => listing[place] ?? ""));
  });

  test("no chain that isn't there, and none of another's name", () => {
    expect(rulesMet(recorded("29"), "FORWARDED")).toEqual([]);
    expect(rulesMet(["-P AB ACCEPT", rule("AB -j DROP")], "A")).toEqual([]);
  });

  test.each([
    ["itself", ["-A A -p tcp -j A"], "A → A"],
    ["it by another", ["-A A -j B", "-A B -p tcp -g C", "-A C -j B"], "A → B → C → B"],
  ])("no chain that leads back to %s, which is an error", (_, listing, loop) => {
    expect(() => rulesMet(listing, "A")).toThrow(`(${loop})`);
  });
});

describe("a rule has words", () => {
  const RULE = `-A DOCKER ! -i docker0 -o docker0 -p tcp -m tcp --dport 8080 -m comment --comment "a -j DROP" -j ACCEPT`;

  test.each([
    ["-o docker0", true],
    ["-p tcp -m tcp --dport 8080", true],
    ["-A DOCKER", true],
    ["! -i docker0 -o docker0", true],
    ["-i docker0 -o docker0", false],
    ["--dport 80", false],
    ["dport 8080", false],
    ["-j DROP", false],
    ["-o docker0 -j ACCEPT", false],
  ])("%s: %p", (words, has) => {
    expect(hasWords(RULE, words)).toBe(has);
  });
});

describe("what is expected", () => {
  test("is announced as it is looked for, a value that only a run would know by its name", () => {
    const parts = { name: "ip", value: "172.17.0.9", sample: "172.17.0.3", spelled: "name" } as const;
    const ip = new Named({ ...parts, word: "172.17.0.9" });
    const before = new Named({ ...parts, word: "172.17.0.3" });
    expect(spelledRules([[SPORT, DPORT], ip])).toMatch(pattern([SPORT, DPORT, "\n172.17.0.9"]));
    expect(spelledRules([before])).toBe("$ip");
    expect(metInOrder("A", [ip])(["-A A -s 172.17.0.9 -j DROP"])).toHaveLength(1);
  });

  test.each([[[]], [[[]]], [[" "]], [[["", DROP]]]])("can't be nothing, as that could not fail: %j", (expected) => {
    expect(() => metInOrder("FORWARD", expected)).toThrow("such a check could not fail");
  });

  test("is a rule for each, even where several fit one", () => {
    const listing = ["-A A -p tcp -j ACCEPT"];
    expect(metInOrder("A", [["-p tcp", "-j ACCEPT"]])(listing)).toBeNull();
    expect(metInOrder("A", ["-p tcp", "-j ACCEPT"])(listing)).toBeNull();
  });
});

describeOnDocker("the engine that is installed", () => {
  test("lists what is recorded of Docker 20.10", async () => {
    await using host = await TestHost.open({ name: "root", prefix: [] }, "docker");
    await host.program`bash -c ${"echo 'DOCKER_OPTS=\"--icc=false\"' > /etc/default/docker"}`;
    await host.$`service docker restart`;
    await host.$`docker run -d --name web --expose 80 base sleep 600`;
    await host.$`docker run -d --link web:www base sleep 600`;
    const { stdout } = await host.$`iptables -S`;
    expect(linesOf(stdout)).toEqual(recorded("20.10"));
  });
});
