/**
 * Holders of this user's hosts that run, whatever is written of them.
 *
 * @module
 */
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

import { cgroupName } from "./docker/cgroup-name.ts";
import { hierarchies } from "./docker/cgroups.ts";
import { LABEL } from "./holder.ts";
import { type HolderIdentity, identifyHolder } from "./holder-identity.ts";
import type { ThrowAwayKind } from "./host-kind.ts";
import { UNUSED_IDS, type UserNamespace } from "./user-namespace.ts";

/** A holder, and what its host is known by */
export interface HolderInSight {
  readonly label: string;
  readonly kind: ThrowAwayKind;
  readonly holder: HolderIdentity;
}

/** The first process of a process namespace right below this one, which nothing inside of a host can be: proc_pid_status(5) */
const FIRST = /^NSpid:\t\d+\t1$/m;
const USER = /^Uid:\t(\d+)\t/m;

/**
 * The holders that were given a label, by looking at every process of this user.
 *
 * What a process says of itself is not believed but for the label: root of a host can change that, and nothing else here.
 */
export function holdersInSight(): readonly HolderInSight[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => holderAt(Number(entry)) ?? []);
}

function holderAt(pid: number): HolderInSight | null {
  const status = read(`/proc/${pid}/status`);
  if (!FIRST.test(status) || !isOurs(Number(USER.exec(status)?.[1]))) return null;
  const label = labelOf(pid);
  if (label === null) return null;
  const holder = identifyHolder(pid, userNamespaceOf(pid));
  const name = cgroupName(pid, holder.start);
  const isDocker = hierarchies().some((hierarchy) => existsSync(join(hierarchy, name)));
  return holder.start === null ? null : { label, kind: isDocker ? "docker" : "sandbox", holder };
}

/** The root of root's sandboxes is nobody else's */
function isOurs(user: number): boolean {
  const self = process.geteuid?.();
  return user === self || (self === 0 && user === UNUSED_IDS.first);
}

function labelOf(pid: number): string | null {
  const entries = read(`/proc/${pid}/environ`).split("\0");
  const entry = entries.find((text) => text.startsWith(`${LABEL}=`));
  return entry === undefined ? null : entry.slice(LABEL.length + 1);
}

function userNamespaceOf(pid: number): UserNamespace {
  if (link(`/proc/${pid}/ns/user`) === link("/proc/self/ns/user")) return "none";
  const [, outside] = read(`/proc/${pid}/uid_map`).trim().split(/\s+/);
  return Number(outside) === UNUSED_IDS.first ? "unused ids" : "own id";
}

function link(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}

/** Empty when it has ended meanwhile, or is somebody else's */
function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
