/**
 * What somebody else has made or changed since is not touched, whatever it is called.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";
import type { HostState } from "../../support/host/host-state.ts";
import { UndoHost } from "../../support/undo/undo-host.ts";

/** What a lab did, and what somebody else did afterwards; all of the latter is there after the undo */
interface Case {
  readonly name: string;
  readonly setup?: readonly string[];
  readonly lines: readonly string[];
  readonly meanwhile: readonly string[];
  /** What is said to be left */
  readonly left?: readonly string[];
}

const FOLDER = "/tmp/strangers";

const CASES: readonly Case[] = [
  {
    name: "a link of the same name",
    lines: ["sudo ip link add A type veth peer name B", "sudo ip link set A up"],
    meanwhile: ["sudo ip link del A", "sudo ip link add A type bridge", "sudo ip link set A up"],
  },
  {
    name: "an address that is there again, on another link of the same name",
    setup: ["sudo ip link add C type bridge"],
    lines: ["sudo ip addr add 10.1.0.1/24 dev C", "sudo ip link set C mtu 1400"],
    meanwhile: [
      "sudo ip link del C",
      "sudo ip link add C type bridge",
      "sudo ip link set C mtu 1400",
      "sudo ip addr add 10.1.0.1/24 dev C",
    ],
  },
  {
    name: "a setting that somebody has changed again",
    setup: ["sudo ip link add D type bridge"],
    lines: ["sudo ip link set D mtu 1400", "sudo sysctl -w net.ipv4.conf.lo.rp_filter=1"],
    meanwhile: ["sudo ip link set D mtu 1300", "sudo sysctl -w net.ipv4.conf.lo.rp_filter=2"],
  },
  {
    name: "a folder with somebody else's file in it",
    lines: [`sudo mkdir -p ${FOLDER}/a/b`],
    meanwhile: [`sudo touch ${FOLDER}/a/theirs`, `sudo rmdir ${FOLDER}/a/b`],
  },
  {
    name: "a folder of the same name",
    lines: [`sudo mkdir -p ${FOLDER}/c`],
    meanwhile: [`sudo mv ${FOLDER}/c ${FOLDER}/d`, `sudo mkdir ${FOLDER}/c`],
  },
  {
    name: "a file that somebody has written to",
    setup: [`sudo mkdir -p ${FOLDER}`],
    lines: [`echo ours > ${FOLDER}/file`],
    meanwhile: [`sudo cp /etc/passwd ${FOLDER}/file`],
    left: [`${FOLDER}/file`],
  },
  {
    name: "a symbolic link that leads elsewhere by now",
    setup: [`sudo mkdir -p ${FOLDER}`],
    lines: [`sudo ln -s /nowhere ${FOLDER}/link`],
    meanwhile: [`sudo ln -sfn /elsewhere ${FOLDER}/link`],
  },
  {
    name: "a network namespace of the same name, and what is in it",
    setup: ["sudo ip netns add other"],
    lines: ["sudo ip netns add N", "sudo ip -n N link set lo up", "sudo ip -n N link add E type bridge"],
    meanwhile: ["sudo ip netns del N", "sudo ip netns add N", "sudo ip -n N link add E type bridge"],
  },
  {
    name: "the same rule, which was there before, and others before and after it",
    setup: ["sudo iptables -A FORWARD -i same -j DROP"],
    lines: ["sudo iptables -A FORWARD -i ours -j DROP"],
    meanwhile: [
      "sudo iptables -D FORWARD -i ours -j DROP",
      "sudo iptables -I FORWARD -i first -j DROP",
      "sudo iptables -A FORWARD -i last -j DROP",
    ],
  },
  {
    name: "a container of the same name",
    lines: ["sudo docker run -d --name same base sleep 600"],
    meanwhile: ["sudo docker rm -f same", "sudo docker run -d --name same base sleep 600"],
  },
  {
    name: "a mount on top of ours",
    setup: [`sudo mkdir -p ${FOLDER}/mount`],
    lines: [`sudo mount -t tmpfs ours ${FOLDER}/mount`],
    meanwhile: [`sudo mount -t tmpfs theirs ${FOLDER}/mount`, `sudo touch ${FOLDER}/mount/theirs`],
  },
  {
    name: "a route that somebody has put there again",
    setup: ["sudo ip link add F type bridge", "sudo ip link set F up", "sudo ip addr add 10.2.0.1/24 dev F"],
    lines: ["sudo ip route add 10.3.0.0/24 via 10.2.0.5"],
    meanwhile: ["sudo ip route replace 10.3.0.0/24 via 10.2.0.6"],
  },
];

describeInSandbox((host) => {
  let opened: UndoHost | null = null;
  beforeAll(async () => void (opened = await UndoHost.open(host(), "sandbox")));
  afterAll(() => opened?.[Symbol.asyncDispose]());

  describe.each(CASES.map((one) => [one.name, one] as const))(
    "%s",
    (_name, { setup = [], lines, meanwhile, left = [] }) => {
      test("is left alone", async () => {
        const answer = await opened?.undo({ setup, lines, meanwhile, paths: [FOLDER] });
        expect(answer?.after).toEqual(answer?.between);
        expect(answer?.failures).toEqual(left.map((path) => expect.stringContaining(path)));
      });
    },
  );

  test("of rules that are the same as somebody's, one is taken, the last if nobody has moved them", async () => {
    const [same, other] = ["-A OUTPUT -o same -j DROP", "-A OUTPUT -o other -j DROP"];
    const request = { lines: [`sudo iptables ${same}`], paths: [] };
    const first = await opened?.undo({ ...request, setup: [`sudo iptables ${same}`, `sudo iptables ${other}`] });
    expect(rulesOf(first?.between)).toEqual([same, other, same]);
    expect(rulesOf(first?.after)).toEqual([same, other]);
    const moved = await opened?.undo({ ...request, meanwhile: ["sudo iptables -I OUTPUT -o first -j DROP"] });
    expect(rulesOf(moved?.after)).toEqual(["-A OUTPUT -o first -j DROP", other, same]);
  });
});

function rulesOf(state: HostState | undefined): readonly string[] {
  const lines = state?.["iptables"] as readonly string[]; // what host-state.ts says of it
  return lines.flatMap((line) => (line.startsWith("filter -A OUTPUT") ? [line.replace("filter ", "")] : []));
}
