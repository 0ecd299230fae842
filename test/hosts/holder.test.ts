/** The process that holds a host: what it owns, what it is known by, and when it ends. */
import { describe, expect, test } from "bun:test";
import { existsSync, readFileSync, readlinkSync } from "node:fs";

import { awaitHolder, keepHolding, startHolder } from "../../lib/hosts/holder.ts";
import { endHeldHost, entering, identifyHolder } from "../../lib/hosts/holder-identity.ts";
import { SYSTEM_PATH } from "../../lib/hosts/programs.ts";
import { processStart } from "../../lib/netlink/process/process-start.ts";
import type { UserNamespace } from "../../lib/hosts/user-namespace.ts";
import { Held, HELD_KINDS } from "../support/machine/held.ts";

const MAPS: Record<UserNamespace, readonly number[]> = {
  "own id": [0, process.geteuid?.() ?? 0, 1],
  "unused ids": [0, 2_000_000_000, 65_536],
  none: (/\d+ +\d+ +\d+/.exec(readFileSync("/proc/self/uid_map", "utf8"))?.[0] ?? "").split(/ +/).map(Number),
};

describe.each(HELD_KINDS)("with %s", (kind) => {
  test("it owns every namespace, is the first process of its own, and has nothing of ours but what it is known by", async () => {
    const label = `label of ${crypto.randomUUID()}`;
    await using held = await Held.start(kind, label, ["env", "ENTERED=1"]);
    const { pid } = held;
    const shared = ["net", "mnt", "pid", "ipc", "uts", "user"].filter(
      (name) => readlinkSync(`/proc/${pid}/ns/${name}`) === readlinkSync(`/proc/self/ns/${name}`),
    );
    expect(shared).toEqual(kind === "none" ? ["user"] : []);
    expect(held.read("status")).toMatch(new RegExp(`^NSpid:.*\\t${pid}\\t1$`, "m"));
    expect(held.read("uid_map").trim().split(/ +/).map(Number)).toEqual([...MAPS[kind]]);
    expect(held.read("gid_map").trim().split(/ +/).map(Number)[0]).toBe(0);
    expect(readlinkSync(`/proc/${pid}/cwd`)).toBe("/");
    // Some shells add where they are
    const environment = held
      .read("environ")
      .split("\0")
      .filter((entry) => !/^(?:PWD=.*)?$/.test(entry));
    expect(environment.toSorted()).toEqual(["ENTERED=1", `PATH=${SYSTEM_PATH}`, `WIREWORK_LABEL=${label}`]);
    // proc_pid_stat(5): the sixth field is the session
    expect(held.read("stat").split(") ")[1]?.split(" ")[3]).toBe(`${held.holder.pid}`);
  });

  test("it ends with our end of its pipe", async () => {
    await using held = await Held.start(kind, null);
    await held.holder.stdin.end();
    await held.holder.exited;
    expect(existsSync(`/proc/${held.pid}`)).toBe(false);
  });

  test("a program joins it as root of the same namespaces", async () => {
    await using held = await Held.start(kind, null);
    const identity = identifyHolder(held.pid, kind);
    const script = "id -u; for name in net mnt pid ipc uts user; do readlink /proc/self/ns/$name; done";
    const { stdout, success } = Bun.spawnSync(entering(identity, ["unshare", "--mount-proc", "sh", "-c", script]));
    const [user, ...joined] = stdout.toString().trim().split("\n");
    expect({ success, user }).toEqual({ success: true, user: "0" });
    const its = ["net", "pid", "ipc", "uts", "user"].map((name) => readlinkSync(`/proc/${held.pid}/ns/${name}`));
    expect(joined.filter((name) => !name.startsWith("mnt:"))).toEqual(its);
  });

  test("whoever ends it waits for it, and for the process that made its namespaces", async () => {
    await using held = await Held.start(kind, null);
    await endHeldHost(identifyHolder(held.pid, kind));
    expect([held.pid, held.holder.pid].map((pid) => processStart(pid))).toEqual([null, null]);
  });

  test("what can't be started is no holder", async () => {
    const holder = startHolder(kind, ["sh", "-c", "echo no >&2; exit 1"], null);
    expect(await awaitHolder(holder, kind)).toBeNull();
    expect(await new Response(holder.stderr).text()).toBe("no\n");
  });
});

test("one that is told to keep outlives its pipe, until it is ended", async () => {
  await using held = await Held.start("own id", null);
  await keepHolding(held.holder);
  const children = () => held.read(`task/${held.pid}/children`);
  // It has read the word when it waits for a sleep of its own
  while (children() === "") await Bun.sleep(1);
  expect(held.holder.exitCode).toBeNull();
  expect(existsSync(`/proc/${held.pid}`)).toBe(true);
});
