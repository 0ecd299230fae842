/**
 * Plays scenes in the namespaces it is started in, each in new networks.
 *
 *   bun twin-inside.ts ours|real <SCENES >PLAYED
 */
import { closeSync, mkdirSync, openSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";

import type { Streams } from "../../../lib/builtins/builtin.ts";
import { ip } from "../../../lib/builtins/ip/ip.ts";
import { realIp } from "../../../lib/builtins/ip/real-ip.ts";
import { checked, libc } from "../../../lib/netlink/libc.ts";
import { inNetwork } from "../../../lib/netlink/namespaces.ts";
import { bind, detach, mount } from "../../../lib/netlink/mount.ts";
import { linesOf } from "../../support/host-lines.ts";
import { kernelState } from "./kernel-state.ts";
import type { IpLine, Scene } from "./scenes.ts";
import type { Played, PlayRequest } from "./twin.ts";

const CLONE_NEWNET = 0x4000_0000;

/** Before every scene; the addresses are ours, so that all that follows from them is the same in both worlds */
const GIVEN = [
  ...[0, 1, 2].map(
    (n) => `link add v${n} address 02:00:00:00:01:0${n} type veth peer name w${n} address 02:00:00:00:02:0${n}`,
  ),
  "link add b0 address 02:00:00:00:03:00 type bridge",
];

const isOurs = process.argv[2] === "ours";
const program = realIp() ?? "ip";

// One that stays in sight: else the kernel lets `ip netns exec` mount none
mount("tmpfs", "/run");
mkdirSync("/run/sys");
mount("sysfs", "/run/sys");
mount("sysfs", "/sys");
for await (const line of linesOf(Bun.stdin.stream())) {
  const answer = await play(JSON.parse(line) as PlayRequest).catch((error: unknown) => ({
    error: String(error instanceof Error ? error.stack : error),
  }));
  console.log(JSON.stringify(answer));
}

async function play({ scene, looking }: PlayRequest): Promise<Played[]> {
  using ended = new DisposableStack();
  mount("tmpfs", "/run");
  ended.defer(() => detach("/run"));
  const pid = scene.process === "one" ? startElsewhere(ended) : null;
  enterNew();
  prepare(scene, pid);
  const played: Played[] = [];
  for (const [index, line] of scene.lines.entries()) {
    const argv = line.words.map((word) => word.replaceAll("$pid", `${pid}`));
    const said = await answerTo({ ...line, words: argv });
    const isLast = index === scene.lines.length - 1;
    const state = looking === "after each line" || isLast ? kernelState(pid) : null;
    const hidden = (text: string) => (pid === null ? text : text.replaceAll(`${pid}`, "$pid"));
    played.push({
      line: line.words.join(" "),
      status: said.status,
      stdout: hidden(said.stdout),
      stderr: hidden(said.stderr),
      state,
    });
  }
  return played;
}

/** A process in a network of its own, which ends with the scene */
function startElsewhere(ended: DisposableStack): number {
  enterNew();
  const running = Bun.spawn(["sleep", "600"]);
  ended.defer(() => running.kill());
  return running.pid;
}

function enterNew(): void {
  checked("make a network", libc.unshare(CLONE_NEWNET));
  silenceIpv6();
}

/** What IPv6 does by itself comes a moment late */
function silenceIpv6(): void {
  for (const of of ["all", "default"]) writeFileSync(`/proc/sys/net/ipv6/conf/${of}/disable_ipv6`, "1");
}

function prepare({ given, entries }: Scene, pid: number | null): void {
  const { exitCode, stderr } = Bun.spawnSync([program, "-batch", "-"], {
    stdin: Buffer.from([...GIVEN, ...given, ""].join("\n").replaceAll("$pid", `${pid}`)),
  });
  if (exitCode !== 0) throw new Error(`Cannot prepare the scene: ${stderr.toString()}`);
  mkdirSync("/run/netns", { recursive: true });
  for (const name of readdirSync("/run/netns")) {
    const entry = openSync(`/run/netns/${name}`, "r");
    inNetwork(entry, silenceIpv6);
    closeSync(entry);
  }
  for (const { name, target } of entries)
    symlinkSync(target.replaceAll("$pid", `${pid}`), `/run/netns/${name.replaceAll("$pid", `${pid}`)}`);
}

function answerTo(line: IpLine): Promise<Omit<Played, "line" | "state">> | Omit<Played, "line" | "state"> {
  if (!isOurs) return byReal(line);
  return line.by === "ours" ? withoutReal(() => byOurs(line)) : byOurs(line);
}

function byReal({ words }: IpLine): Omit<Played, "line" | "state"> {
  const { exitCode, stdout, stderr } = Bun.spawnSync([program, ...words]);
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

async function byOurs({ words }: IpLine): Promise<Omit<Played, "line" | "state">> {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const streams: Streams = {
    input: null,
    output: (chunk) => stdout.push(chunk),
    errors: (chunk) => stderr.push(chunk),
    window: null,
  };
  const perform = () => Promise.reject(new Error("ip performed a command"));
  const status = await ip(words, { ...streams, perform });
  return { status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}

/** With the real ip in place, and not to be run */
async function withoutReal<T>(body: () => Promise<T>): Promise<T> {
  bind("/dev/null", program);
  try {
    return await body();
  } finally {
    detach(program);
  }
}
