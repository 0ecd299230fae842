/**
 * Plays scenes in the namespaces it is started in, each in new networks.
 *
 *   bun twin-inside.ts ours|real <SCENES >PLAYED
 */
import { closeSync, mkdirSync, openSync, readdirSync, symlinkSync } from "node:fs";

import { realProgram } from "../../../lib/builtins/real-program.ts";
import { inNetwork } from "../../../lib/netlink/namespaces.ts";
import { bind, detach, mount } from "../../../lib/netlink/mount.ts";
import { linesOf } from "../../support/host/host-lines.ts";
import { kernelState } from "../../support/kernel/kernel-state.ts";
import { CABLES, enterNewNetwork, prepareByIp, silenceIpv6 } from "../../support/host/new-network.ts";
import { answerInProcess, type Said } from "./answer-in-process.ts";
import type { IpLine, Scene } from "./scenes.ts";
import type { Played, PlayRequest } from "./twin.ts";

const isOurs = process.argv[2] === "ours";
const program = realProgram("ip") ?? "ip";

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
  enterNewNetwork();
  prepare(scene, pid);
  const played: Played[] = [];
  for (const [index, line] of scene.lines.entries()) {
    const argv = line.words.map((word) => word.replaceAll("$pid", `${pid}`));
    const said = await answerTo({ ...line, words: argv });
    const isLast = index === scene.lines.length - 1;
    const state = isLast || (looking === "after each of ours" && line.by === "ours") ? kernelState(pid) : null;
    const hidden = (text: string) => (pid === null ? text : text.replaceAll(`${pid}`, "$pid"));
    const { status, stdout, stderr } = said;
    played.push({ line: line.words.join(" "), status, stdout: hidden(stdout), stderr: hidden(stderr), state });
  }
  return played;
}

/** A process in a network of its own, which ends with the scene, or else with this process */
function startElsewhere(ended: DisposableStack): number {
  enterNewNetwork();
  const running = Bun.spawn(["cat"], { stdin: "pipe", stdout: "ignore" });
  ended.defer(() => running.kill());
  return running.pid;
}

function prepare({ given, entries }: Scene, pid: number | null): void {
  prepareByIp([...CABLES, ...given].map((line) => line.replaceAll("$pid", `${pid}`)));
  mkdirSync("/run/netns", { recursive: true });
  for (const name of readdirSync("/run/netns")) {
    const entry = openSync(`/run/netns/${name}`, "r");
    inNetwork(entry, silenceIpv6);
    closeSync(entry);
  }
  for (const { name, target } of entries)
    symlinkSync(target.replaceAll("$pid", `${pid}`), `/run/netns/${name.replaceAll("$pid", `${pid}`)}`);
}

function answerTo(line: IpLine): Promise<Said> | Said {
  if (!isOurs) return byReal(line);
  return line.by === "ours" ? withoutReal(() => answerInProcess(line.words)) : answerInProcess(line.words);
}

function byReal({ words }: IpLine): Said {
  const { exitCode, stdout, stderr } = Bun.spawnSync([program, ...words]);
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
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
