/**
 * Starts and holds the userland proxy.
 *
 * @module
 */
import { closeSync, openSync, writeFileSync } from "node:fs";

import { BUN_COMMAND } from "../../../../hosts/bun-command.ts";
import { tryLock } from "../../../../netlink/flock.ts";
import { openPipe } from "../../../../netlink/pipe.ts";
import type { ContainerFiles } from "../store.ts";
import type { Forward, ProxyAnswer } from "./forward.ts";

const PROGRAM = `${import.meta.dir}/proxy-program.ts`;

/** A listening proxy */
export interface Proxy extends Disposable {
  /** Its ports, one for each forward */
  readonly ports: readonly number[];
  /**
   * A pipe's end: the proxy ends when every copy of it is closed, and so outlives neither its starter nor a
   * supervisor
   */
  readonly life: number;
}

/** Thrown when a proxy can't get a port */
export class PortRefused extends Error {
  readonly forward: Forward;
  /** The kernel's error */
  readonly code: string;

  constructor(forward: Forward, code: string) {
    super(`Cannot listen on ${forward.address}:${forward.ports.at(-1) ?? 0}: ${code}`);
    this.name = "PortRefused";
    this.forward = forward;
    this.code = code;
  }
}

/**
 * Starts a proxy, which locks a file of the container's for as long as it lives.
 *
 * @throws {PortRefused} when a port is taken, or an address isn't the host's
 */
export async function startProxy(files: ContainerFiles, forwards: readonly Forward[]): Promise<Proxy> {
  using opened = new DisposableStack();
  const pipe = openPipe();
  const life = opened.adopt(pipe.write, closeSync);
  const proxy = spawn(files, pipe.read, forwards);
  const answer = await readAnswer(proxy.stdout);
  if (!answer.ok) {
    // Its ports are free again after that
    await proxy.exited;
    throw refusal(forwards, answer);
  }
  const kept = opened.move();
  return { ports: answer.ports, life, [Symbol.dispose]: () => kept.dispose() };
}

function spawn(files: ContainerFiles, input: number, forwards: readonly Forward[]) {
  using passed = new DisposableStack();
  passed.adopt(input, closeSync);
  const lock = passed.adopt(openSync(files.proxy, "a", 0o600), closeSync);
  tryLock(lock, "exclusive");
  writeFileSync(files.forwards, JSON.stringify(forwards), { mode: 0o600 });
  return Bun.spawn([...BUN_COMMAND, PROGRAM, files.forwards], {
    detached: true,
    cwd: "/",
    stdio: [input, "pipe", "ignore", lock],
  });
}

async function readAnswer(output: ReadableStream<Uint8Array>): Promise<ProxyAnswer> {
  let text = "";
  for await (const chunk of output) {
    text += Buffer.from(chunk).toString();
    if (text.endsWith("\n")) return JSON.parse(text) as ProxyAnswer; // Printed by proxy-program.ts
  }
  throw new Error("the userland proxy ended before it listened");
}

function refusal(forwards: readonly Forward[], { failed, code }: Extract<ProxyAnswer, { ok: false }>): Error {
  const forward = forwards[failed];
  return forward === undefined ? new Error(code) : new PortRefused(forward, code);
}
