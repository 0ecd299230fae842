/**
 * How each command is taken back: one table, by program.
 *
 * @module
 */
import { CP } from "../../programs/files/placed.ts";
import { RM, RMDIR } from "../../programs/files/rm.ts";
import { TEE, TOUCH } from "../../programs/files/written.ts";
import type { Redirection } from "../template/line.ts";
import { brctl } from "./brctl.ts";
import { dnsmasq } from "./dnsmasq.ts";
import { docker } from "./docker/docker.ts";
import { changedPaths } from "./files/changed-paths.ts";
import { find } from "./files/find.ts";
import { link } from "./files/link.ts";
import { makeFolder } from "./files/make-folder.ts";
import { sysctl } from "./files/kernel-setting.ts";
import { move } from "./files/move.ts";
import { growingFile, writtenFile } from "./files/written-file.ts";
import { modprobe, mount } from "./mount.ts";
import { isHarmless } from "./harmless.ts";
import { NONE, type Plan, unknown } from "./inversion.ts";
import { iptables } from "./iptables/iptables.ts";
import { ip } from "./ip/ip.ts";
import { service, systemctl } from "./service.ts";
import { type Argv, typed, type Typed } from "./typed.ts";
import { planOfLine } from "./verb-plan.ts";

/** What is known of a program */
interface Inverted {
  invert(typed: Typed): Plan;
  /** Whether it is about the network that it runs in, or about the host, which a container's files are not */
  readonly about: "network" | "host";
}

const PROGRAMS: Readonly<Record<string, Inverted>> = {
  ip: { invert: ip, about: "network" },
  brctl: { invert: brctl, about: "network" },
  bridge: { invert: planOfLine, about: "network" },
  nft: { invert: planOfLine, about: "network" },
  tc: { invert: planOfLine, about: "network" },
  iptables: { invert: iptables, about: "network" },
  ip6tables: { invert: iptables, about: "network" },
  "iptables-legacy": { invert: iptables, about: "network" },
  "iptables-nft": { invert: iptables, about: "network" },
  sysctl: { invert: sysctl, about: "network" },
  docker: { invert: docker, about: "host" },
  dnsmasq: { invert: dnsmasq, about: "host" },
  service: { invert: service, about: "host" },
  systemctl: { invert: systemctl, about: "host" },
  ln: { invert: link, about: "host" },
  mkdir: { invert: makeFolder, about: "host" },
  rm: { invert: changedPaths(RM), about: "host" },
  rmdir: { invert: changedPaths(RMDIR), about: "host" },
  touch: { invert: changedPaths(TOUCH), about: "host" },
  tee: { invert: changedPaths(TEE), about: "host" },
  cp: { invert: changedPaths(CP), about: "host" },
  mv: { invert: move, about: "host" },
  find: { invert: find, about: "host" },
  mount: { invert: mount, about: "host" },
  umount: { invert: () => unknown("nobody here knows what is to be mounted there again"), about: "host" },
  modprobe: { invert: modprobe, about: "host" },
  kill: { invert: () => unknown("a process that has ended is not started again"), about: "host" },
  "iptables-restore": { invert: () => unknown("it replaces rules of any origin"), about: "network" },
  "ip6tables-restore": { invert: () => unknown("it replaces rules of any origin"), about: "network" },
};

/**
 * What takes a command back, also behind `sudo`, `ip netns exec` and `nsenter`, as far as its words tell.
 *
 * @example
 * ```ts
 * import { planOf } from "./invert.ts";
 * import { expect } from "bun:test";
 *
 * expect(planOf(["sudo", "ip", "link", "set", "A", "up"])).toMatchObject({ kind: "undoable", changes: "sets A up" });
 * expect(planOf(["ip", "addr", "show", "A"])).toEqual({ kind: "none" });
 * expect(planOf(["sh", "-c", "…"])).toEqual({ kind: "stranger", program: "sh" });
 * ```
 */
export function planOf(argv: Argv): Plan {
  const command = typed(argv);
  if ("kind" in command) return command;
  const { program, args, files } = command;
  if (isHarmless(program, args)) return NONE;
  const known = Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined;
  if (known === undefined) return { kind: "stranger", program };
  const plan = known.invert(command);
  if (plan.kind === "undoable" && known.about === "host" && files === "other")
    return unknown("it changes what only a container sees");
  return plan;
}

/**
 * What takes back that a file is written: what was in it, with its owner and permissions.
 *
 * @example
 * ```ts
 * import { planOfRedirection } from "./invert.ts";
 * import { expect } from "bun:test";
 *
 * expect(planOfRedirection({ operator: ">", file: "/dev/null" })).toEqual({ kind: "none" });
 * expect(planOfRedirection({ operator: ">>", file: "/etc/hosts" })).toMatchObject({ kind: "undoable" });
 * ```
 */
export function planOfRedirection(written: Redirection): Plan {
  return writtenFile(written);
}

/** The same, of a file that a program writes on when the line is done: whatever is in it then goes */
export function planOfGrowing(written: Redirection): Plan {
  return growingFile(written);
}
