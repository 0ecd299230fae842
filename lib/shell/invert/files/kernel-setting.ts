/**
 * Settings of the kernel: files below `/proc/sys` and `/sys`, and `sysctl`.
 *
 * @module
 */
import { resolve } from "node:path";

import type { Network } from "../identity.ts";
import { type InverseStep, NONE, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../look.ts";
import { networkBehind, textIn } from "../network.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** Whether a file is a setting */
export function isSetting(path: string): boolean {
  return /^\/(?:proc\/sys|sys)\//.test(resolve(path));
}

/** What settings are, by their files, in a network */
interface Settings {
  readonly network: Network | null;
  readonly values: ReadonlyMap<string, string>;
}

/** Settings that the kernel changes along with another one. Linux, net/ipv4/devinet.c, inet_forward_change() */
const ALONG: Readonly<Record<string, string>> = {
  "/proc/sys/net/ipv4/ip_forward": "^net[.]ipv4[.]conf[.].*[.]forwarding$",
  "/proc/sys/net/ipv4/conf/all/forwarding": "^net[.]ipv4[.](?:ip_forward|conf[.].*[.]forwarding)$",
  "/proc/sys/net/ipv6/conf/all/forwarding": "^net[.]ipv6[.]conf[.].*[.]forwarding$",
  "/proc/sys/net/ipv6/conf/all/disable_ipv6": "^net[.]ipv6[.]conf[.].*[.]disable_ipv6$",
};

/** `tee`, and the like, to files that are settings */
export function writtenSettings({ argv, enter }: Typed, files: readonly string[]): Plan {
  if (!files.every(isSetting)) return unknown("it writes settings together with other files: write a line for each");
  return settings(
    argv,
    enter,
    files.map((file) => resolve(file)),
  );
}

/** `>` and `>>` */
export function writtenSetting(argv: Argv, file: string): Plan {
  return settings(argv, [], [resolve(file)]);
}

/** `sysctl -w NAME=VALUE` */
export function sysctl(typed: Typed): Plan {
  const options = typed.args.filter((word) => word.startsWith("-"));
  const words = typed.args.filter((word) => !word.startsWith("-"));
  if (options.some((word) => /^(?:-p|--load|--system|-f)/.test(word))) return unknown("it sets whatever is in files");
  const written = words.filter((word) => word.includes("="));
  if (written.length === 0) return NONE;
  return settings(
    typed.argv,
    typed.enter,
    written.map((word) => fileOf(word.slice(0, word.indexOf("=")).trim())),
  );
}

/** With dots or slashes between its parts, whichever comes first; the other one is then a part of a name. sysctl(8) */
function fileOf(name: string): string {
  const isDotted = /[./]/.exec(name)?.[0] === ".";
  const swapped = name.replace(/[./]/g, (separator) => (separator === "." ? "/" : "."));
  return `/proc/sys/${isDotted ? swapped : name}`;
}

function settings(argv: Argv, enter: readonly string[], files: readonly string[]): Plan {
  return comparing<Settings>({
    argv,
    changes: `sets ${files.join(" and ")}`,
    see: (look) => see(look, enter, files),
    steps,
  });
}

async function see(look: Look, enter: readonly string[], files: readonly string[]): Promise<Settings> {
  const along = await Promise.all(files.map((file) => settingsAlong(look, enter, file)));
  const values = await Promise.all(
    [...files, ...along.flat()].map(async (file) => [file, await textIn(look, enter, ["cat", file])] as const),
  );
  return {
    network: await networkBehind(look, enter),
    // What can't be read can't be written either, mostly
    values: new Map(values.flatMap(([file, value]) => (value === null ? [] : [[file, value] as const]))),
  };
}

async function settingsAlong(look: Look, enter: readonly string[], file: string): Promise<readonly string[]> {
  const pattern = ALONG[file];
  if (pattern === undefined) return [];
  const printed = (await textIn(look, enter, ["sysctl", "-a", "-N", "-r", pattern])) ?? "";
  return printed
    .split("\n")
    .filter((name) => name !== "")
    .map(fileOf);
}

function steps({ network, values }: Settings, after: Settings | null): readonly InverseStep[] {
  if (network === null) return [];
  const changed = [...values].filter(([file, was]) => after === null || after.values.get(file) !== was);
  return changed.map(([path, was]) => {
    // What it becomes by those that are put back before it is not known
    const made = changed.length > 1 ? null : (after?.values.get(path) ?? null);
    const takes = { kind: "setting", network, path, was, made } as const;
    if (!path.startsWith("/proc/sys/"))
      return { kind: "file", path, content: Buffer.from(was).toString("base64"), owner: null, takes, when: "in turn" };
    const name = path.slice("/proc/sys/".length);
    return step(network.enter, ["sysctl", "-q", "-w", `${name}=${was.trimEnd()}`], takes);
  });
}
