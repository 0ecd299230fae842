/**
 * The userland proxy, from outside: started, held, gone.
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

/** A proxy that listens */
export interface Proxy extends Disposable {
  /** The ports that it has got, one for each forward */
  readonly ports: readonly number[];
  /** The pipe that it lives by: it ends when nobody has this any more, so it outlives neither its starter nor a supervisor */
  readonly life: number;
}

/** A port that a proxy can't have */
export class PortRefused extends Error {
  readonly forward: Forward;
  /** The kernel's word for it */
  readonly code: string;

  constructor(forward: Forward, code: string) {
    super(`Cannot listen on ${forward.address}:${forward.ports.at(-1) ?? 0}: ${code}`);
    this.name = "PortRefused";
    this.forward = forward;
    this.code = code;
  }
}

/**
 * Starts a proxy, which has a lock on the container's file for as long as it lives.
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
    // What it has got is free again
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
  const proxy = Bun.spawn([...BUN_COMMAND, PROGRAM, files.forwards], {
    detached: true,
    cwd: "/",
    stdio: [input, "pipe", "ignore", lock],
  });
  proxy.unref();
  return proxy;
}

async function readAnswer(output: ReadableStream<Uint8Array>): Promise<ProxyAnswer> {
  let text = "";
  for await (const chunk of output) {
    text += Buffer.from(chunk).toString();
    if (text.endsWith("\n")) return JSON.parse(text) as ProxyAnswer; // of proxy-program.ts
  }
  throw new Error("the userland proxy ended before it listened");
}

function refusal(forwards: readonly Forward[], { failed, code }: Extract<ProxyAnswer, { ok: false }>): Error {
  const forward = forwards[failed];
  return forward === undefined ? new Error(code) : new PortRefused(forward, code);
}
