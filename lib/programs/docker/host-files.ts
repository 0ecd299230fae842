/**
 * Files of the host that a line of `docker` may change, so that it can't be undone.
 *
 * @module
 */
import type { Parsed } from "../parse.ts";
import { valuesOf } from "../terms.ts";
import { mountsIn } from "./container-mounts.ts";

const FILE = "it writes a file of the host";

/** Devices that store nothing */
const FLEETING = /^\/dev\/net\/tun(?::|$)/;

/** Says in a clause what a new container could change on the host, or leave there; `null` for nothing */
export function obstacleOfContainer(told: Parsed | null): string | null {
  if (told === null) return null;
  if (valuesOf(told, "cidfile").length > 0) return FILE;
  const mounts = mountsIn(told);
  if (mounts.some(({ of }) => of === "a volume with a name"))
    return "a volume with a name stays when its container goes";
  if (mounts.some(({ of, access }) => of === "a folder of the host" && access === "rw"))
    return "a container that has a folder of the host can change what is in it";
  if (valuesOf(told, "device").some((device) => !FLEETING.test(device)))
    return "a container that has a device of the host can change what is on it";
  return null;
}

/** Says in a clause what a command writes on the host; `null` when it only prints, or writes into a container */
export function writesOnHost(command: "cp" | "export" | "save", told: Parsed | null): string | null {
  const said = (...names: readonly string[]) => (told === null ? [] : valuesOf(told, ...names));
  if (command === "cp")
    return /^[^/.][^/]*:/.test(said("source", "target").at(-1) ?? "") ? null : "it writes files of the host";
  return said("output").length > 0 ? FILE : null;
}
