/**
 * Finds running holders of this user's hosts, independent of any record.
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

/** A holder, and its host's label */
export interface HolderInSight {
  readonly label: string;
  readonly kind: ThrowAwayKind;
  readonly holder: HolderIdentity;
}

/**
 * The first process of a PID namespace directly below this one: proc_pid_status(5). Nothing inside a host can
 * look like this
 */
const FIRST = /^NSpid:\t\d+\t1$/m;
const USER = /^Uid:\t(\d+)\t/m;

/**
 * Finds labelled holders by looking at every process of this user.
 *
 * Only the label is taken from the process itself: root of a host can change that, and nothing else that is
 * read here.
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

/** Reports whether a user id is this user's; for root, ids of root's sandboxes count too */
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

/** Reads a file in `/proc`; empty when the process has ended, or is another user's */
function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}
