/**
 * The sockets that the engine listens at. It has no process that could: each is a file that is there while the engine runs, by
 * which its own `docker` knows that it is the one meant. Any other client is refused by the kernel.
 *
 * @module
 */
import { rmSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";

import { makeSocketFile } from "../../../netlink/socket/socket-file.ts";
import { addressText, DEFAULT_ADDRESS, type DaemonAddress, parseDaemonAddress } from "../daemon-address.ts";
import { DockerFailure } from "../failure.ts";
import { invalidArgument } from "../options/flag-value.ts";
import { codeOf, goWords } from "../go-words.ts";

/** Who may use one: its owner, and the group that Docker's has */
const MODE = 0o660;

/**
 * The sockets that `--host` asks for, or the usual one.
 *
 * @throws {DockerFailure} in dockerd's words; for what it could listen at and the embedded engine can't, in our own
 */
export function socketPaths(hosts: readonly string[]): readonly string[] {
  const addresses = hosts.length === 0 ? [DEFAULT_ADDRESS] : hosts.map(readAddress);
  return [...new Set(addresses.map((address) => resolve("/", pathOf(address))))];
}

function readAddress(text: string): DaemonAddress {
  try {
    return parseDaemonAddress(text);
  } catch (error) {
    if (!(error instanceof DockerFailure)) throw error;
    throw invalidArgument({ long: "host", short: "H" }, text, error.message);
  }
}

function pathOf(address: DaemonAddress): string {
  if (address.kind === "unix") return address.path;
  if (address.kind === "fd")
    throw notListening("no sockets found via socket activation: make sure the service was started by systemd");
  throw notListening(
    `the embedded engine has no process that could listen at ${addressText(address)}, only sockets such as ${addressText(DEFAULT_ADDRESS)}`,
  );
}

/**
 * Makes the sockets, all or none; a file that is in the place of one goes.
 *
 * @throws {DockerFailure} in dockerd's words
 */
export function openSockets(paths: readonly string[]): Disposable {
  using opened = new DisposableStack();
  for (const path of paths) {
    openSocket(path);
    opened.defer(() => rmSync(path, { force: true }));
  }
  return opened.move();
}

function openSocket(path: string): void {
  const creating = `can't create unix socket ${path}`;
  try {
    unlinkSync(path);
  } catch (error) {
    const code = codeOf(error);
    if (code !== "ENOENT") throw notListening(`${creating}: ${goWords(code)}`);
  }
  try {
    makeSocketFile(path, MODE);
  } catch (error) {
    throw notListening(`${creating}: listen unix ${path}: bind: ${goWords(codeOf(error))}`);
  }
}

/** Takes the sockets away */
export function closeSockets(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true });
}

function notListening(reason: string): DockerFailure {
  return new DockerFailure(`failed to load listeners: ${reason}`);
}
