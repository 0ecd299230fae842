/**
 * Names as a container finds them.
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
 * The address that a container has under a name, hosts(5): read from outside, so that any image will do, and without
 * following a link of the container's out of it.
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
    cause: "only a link gives a container a name for another one",
    tryThis: `docker run --link $server:${name} …`,
  });
}

/** More than anybody has in it; the file is the container's, which may fill it for ever */
const LARGEST_BYTES = 1_048_576;

/** Empty when the image has no such file, or something else in its place */
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
