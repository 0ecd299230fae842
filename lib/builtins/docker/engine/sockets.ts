/**
 * The engine's sockets. No process listens: each is a file that exists while the engine runs, by which the
 * builtin `docker` recognises its engine. The kernel refuses any other client.
 *
 * @module
 */
import { rmSync, unlinkSync } from "node:fs";
import { resolve } from "node:path";

import { makeSocketFile } from "../../../netlink/socket/socket-file.ts";
import { addressText, DEFAULT_ADDRESS, type DaemonAddress, parseDaemonAddress } from "../daemon-address.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";
import { invalidArgument } from "../../../programs/docker/options/flag-value.ts";
import { codeOf, goWords } from "../go-words.ts";

/** Docker's mode: the owner and the group may use it */
const MODE = 0o660;

/**
 * Returns the paths of the sockets from `--host`, or the default one.
 *
 * @throws {DockerFailure} in dockerd's words; in our own for an address that only dockerd can listen at
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
    `the embedded engine has no process to listen at ${addressText(address)}, only sockets such as ${addressText(DEFAULT_ADDRESS)}`,
  );
}

/**
 * Creates the sockets, all or none, and replaces existing files.
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

/** Removes the sockets */
export function closeSockets(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { force: true });
}

function notListening(reason: string): DockerFailure {
  return new DockerFailure(`failed to load listeners: ${reason}`);
}
