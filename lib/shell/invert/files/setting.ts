/**
 * Settings of the kernel: files below `/proc/sys` and `/sys`.
 *
 * @module
 */
import { resolve } from "node:path";

import type { Effect } from "../../../programs/effect.ts";
import { type Entering, ON_HOST } from "../../../resources/entering.ts";
import type { Network } from "../../../resources/identity.ts";
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Look } from "../../../resources/look.ts";
import { networkBehind, textIn } from "../../../resources/network.ts";
import { settingFile } from "../../../programs/sysctl.ts";
import type { Argv, Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";

/** Reports whether a file is a setting */
export function isSetting(path: string): boolean {
  return /^\/(?:proc\/sys|sys)\//.test(resolve(path));
}

/** Values of settings, in a network */
interface Settings {
  readonly network: Network | null;
  readonly settings: readonly Setting[];
}

/** A setting and its value */
interface Value {
  readonly path: string;
  readonly value: string;
}

/** A setting, and the settings that take its value along with it */
interface Setting extends Value {
  readonly along: readonly Value[];
}

/** Settings that the kernel changes along with another one. Linux, net/ipv4/devinet.c, inet_forward_change() */
const ALONG: Readonly<Record<string, string>> = {
  "/proc/sys/net/ipv4/ip_forward": "^net[.]ipv4[.]conf[.].*[.]forwarding$",
  "/proc/sys/net/ipv4/conf/all/forwarding": "^net[.]ipv4[.](?:ip_forward|conf[.].*[.]forwarding)$",
  "/proc/sys/net/ipv6/conf/all/forwarding": "^net[.]ipv6[.]conf[.].*[.]forwarding$",
  "/proc/sys/net/ipv6/conf/all/disable_ipv6": "^net[.]ipv6[.]conf[.].*[.]disable_ipv6$",
};

/** Plans the undo of written files that are settings */
export function planOfWrittenSettings(files: readonly string[], { argv, enter }: Typed): Plan {
  if (!files.every(isSetting)) return unknown("it writes settings together with other files: write a line for each");
  return settings(
    argv,
    enter,
    files.map((file) => resolve(file)),
  );
}

/** Plans the undo of `>` and `>>` */
export function planOfSettingWritten(argv: Argv, file: string): Plan {
  return settings(argv, ON_HOST, [resolve(file)]);
}

/** Equivalent to: `sysctl -w NAME=VALUE`, with the value that each had */
export function planOfSettings(effects: readonly Effect<"setting">[], { argv, enter }: Typed): Plan {
  return settings(
    argv,
    enter,
    effects.map(({ path }) => path),
  );
}

function settings(argv: Argv, enter: Entering, files: readonly string[]): Plan {
  return comparing<Settings>({
    argv,
    changes: `sets ${files.join(" and ")}`,
    see: (look) => see(look, enter, files),
    steps,
  });
}

async function see(look: Look, enter: Entering, files: readonly string[]): Promise<Settings> {
  const found = await Promise.all(
    files.map(async (file) => {
      const setting = await seeValue(look, enter, file);
      if (setting === null) return null;
      const along = await Promise.all((await pathsAlong(look, enter, file)).map((path) => seeValue(look, enter, path)));
      return { ...setting, along: along.filter((one) => one !== null) };
    }),
  );
  return { network: await networkBehind(look, enter), settings: found.filter((setting) => setting !== null) };
}

/** Reads a setting; `null` for one that can't be read, which is missing or can't be restored */
async function seeValue(look: Look, enter: Entering, path: string): Promise<Value | null> {
  const value = await textIn(look, enter, ["cat", path]);
  return value === null ? null : { path, value };
}

async function pathsAlong(look: Look, enter: Entering, file: string): Promise<readonly string[]> {
  const pattern = ALONG[file];
  if (pattern === undefined) return [];
  const printed = (await textIn(look, enter, ["sysctl", "-a", "-N", "-r", pattern])) ?? "";
  const paths = printed.split("\n").filter((name) => name !== "");
  return paths.map(settingFile).filter((path) => path !== file);
}

function steps({ network, settings }: Settings, after: Settings | null): readonly InverseStep[] {
  if (network === null) return [];
  return settings.flatMap(({ path, value: was, along }) => {
    const made = after === null ? null : (after.settings.find((setting) => setting.path === path)?.value ?? was);
    if (made === was) return [];
    const others = along.filter(({ value }) => value !== was);
    return [
      settingStep(network, path, { was, made }),
      // By then they have the same value as that setting
      ...others.map((other) => settingStep(network, other.path, { was: other.value, made: null })),
    ];
  });
}

function settingStep(
  network: Network,
  path: string,
  { was, made }: { readonly was: string; readonly made: string | null },
): InverseStep {
  const takes = { kind: "setting", network, path, was, made } as const;
  if (!path.startsWith("/proc/sys/"))
    return { kind: "file", path, content: Buffer.from(was).toString("base64"), owner: null, takes, when: "in turn" };
  const name = path.slice("/proc/sys/".length);
  return step(network.enter, ["sysctl", "-q", "-w", `${name}=${was.trimEnd()}`], takes);
}
