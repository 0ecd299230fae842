/**
 * Resolves names as a container does.
 *
 * @module
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

import { KernelError } from "../../netlink/libc.ts";
import { openInRoot } from "../../netlink/open-in-root.ts";
import { StepError } from "../../shell/failure/step-error.ts";
import type { Ipv4 } from "../../values/address/ipv4.ts";
import { parseIpv4, reasonAgainstIpv4 } from "../../values/address/ipv4.ts";
import type { Pid } from "../../values/pid.ts";

/**
 * Returns the address of a name in a container's hosts(5). The file is read from outside, so any image will
 * do; links that lead out of the container are not followed.
 *
 * Equivalent to: `docker exec $container grep -w $name /etc/hosts`
 *
 * @param pid the container's first process
 * @throws {StepError} when the container has no such name
 */
export function lookUp(pid: Pid, container: string, name: string): Ipv4 {
  const address = readHosts(pid)
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim().split(/\s+/))
    .find(([first = "", ...names]) => names.includes(name) && reasonAgainstIpv4(first) === null)?.[0];
  if (address !== undefined) return parseIpv4(address);
  throw new StepError({
    message: `Cannot look up "${name}" in ${container}: its /etc/hosts has no such name`,
    command: `docker exec ${container} cat /etc/hosts`,
    cause: "only a link gives a container the name of another one",
    tryThis: `docker run --link $server:${name} …`,
  });
}

/** A limit far above any real file: the container could make it endless */
const LARGEST_BYTES = 1_048_576;

/** Reads `/etc/hosts`; empty when the image has none, or it is not a file */
function readHosts(pid: Pid): string {
  try {
    const file = openInRoot(`/proc/${pid}/root`, "/etc/hosts");
    try {
      return fstatSync(file).isFile() ? beginningOf(`/proc/self/fd/${file}`) : "";
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof KernelError && error.code === "ENOENT") return "";
    throw error;
  }
}

function beginningOf(path: string): string {
  const file = openSync(path, constants.O_RDONLY);
  try {
    const bytes = Buffer.alloc(LARGEST_BYTES);
    let length = 0;
    let read = -1;
    while (read !== 0 && length < LARGEST_BYTES) {
      read = readSync(file, bytes, { offset: length });
      length += read;
    }
    return bytes.toString("utf8", 0, length);
  } finally {
    closeSync(file);
  }
}
