/** Which kernel modules are asked for, loaded and unloaded again. Neither `/sys/module` nor modprobe is the machine's. */
import { expect, test } from "bun:test";

import { HostError } from "../../lib/hosts/host-error.ts";
import { requireModules } from "../../lib/hosts/modules.ts";
import { namespacesFor } from "../support/host/in-namespaces.ts";
import { naming } from "../support/naming.ts";

const inNamespaces = namespacesFor(import.meta.dir);

interface Case {
  /** Modules that are there */
  readonly there: readonly string[];
  readonly names: readonly string[];
  /** What is said to each question; `null` when there is nobody to ask */
  readonly answers: readonly boolean[] | null;
  /** `modprobe`, in a shell */
  readonly modprobe: string | null;
  /** Whether bridges ask iptables, which is what shows that br_netfilter is there */
  readonly sign?: boolean;
}

/** Loads and unloads */
const WORKING = '[ "$1" = --remove ] && exec rmdir "/sys/module/$2"; mkdir "/sys/module/$1"';
const FAILING = 'echo "modprobe: FATAL: $1" >&2; exit 1';

interface Seen {
  readonly error: { readonly message: string; readonly cause: string; readonly tryThis: string } | null;
  readonly modules: string;
  readonly questions: readonly string[];
  /** What modprobe was asked for */
  readonly calls: readonly string[];
  /** The modules that are there while they are needed, and after that */
  readonly during: readonly string[];
  readonly after: readonly string[];
}

function required(given: Case): Promise<Seen> {
  return inNamespaces(async ({ there, names, answers, modprobe, sign = false }) => {
    const { existsSync, readdirSync, readFileSync } = await import("node:fs");
    const { requireModules } = await import("../../lib/hosts/modules.ts");
    const { HostError } = await import("../../lib/hosts/host-error.ts");
    const { emptied, filesAt, programsAt } = await import("../support/host/in-place.ts");
    emptied("/srv");
    emptied("/sys/module");
    filesAt("/sys/module", Object.fromEntries(there.map((name) => [`${name}/`, ""])));
    for (const folder of ["/proc/sys/net", "/usr/local/bin", "/usr/sbin"]) emptied(folder);
    if (sign) filesAt("/proc/sys/net", { "bridge/bridge-nf-call-iptables": "1" });
    const lines = `echo "$*" >>/srv/calls; ${modprobe}`;
    programsAt("/usr/local/sbin", modprobe === null ? {} : { modprobe: lines });
    const questions: string[] = [];
    const waiting = [...(answers ?? [])];
    const ask = async (question: string) => {
      questions.push(question);
      return waiting.shift() ?? false;
    };
    let error = null;
    let during: string[] = [];
    let modules = "";
    try {
      using loaded = await requireModules(names, answers === null ? null : ask);
      modules = loaded.modules;
      during = readdirSync("/sys/module");
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      error = { message: thrown.message, cause: thrown.cause, tryThis: thrown.tryThis };
    }
    const calls = existsSync("/srv/calls") ? readFileSync("/srv/calls", "utf8").trim().split("\n") : [];
    return {
      error,
      modules,
      questions,
      calls,
      during: during.toSorted(),
      after: readdirSync("/sys/module").toSorted(),
    };
  }, given);
}

test("nobody is asked for what is there", async () => {
  const seen = await required({ there: ["one", "two"], names: ["two", "one"], answers: null, modprobe: WORKING });
  expect(seen).toEqual({
    error: null,
    modules: "as they were",
    questions: [],
    calls: [],
    during: ["one", "two"],
    after: ["one", "two"],
  });
});

test("each that is missing is asked for, loaded, and unloaded in the end, the last one first", async () => {
  const names = ["one", "two", "three"];
  const seen = await required({ there: ["two"], names, answers: [true, true], modprobe: WORKING });
  expect(seen).toEqual({
    error: null,
    modules: "changed",
    questions: [expect.stringContaining("module one?"), expect.stringContaining("module three?")],
    calls: ["one", "three", "--remove three", "--remove one"],
    during: ["one", "three", "two"],
    after: ["two"],
  });
});

test("what its loading changes for others is in the question, where that is known", async () => {
  const names = ["br_netfilter", "one"];
  const asked = async (name: string) =>
    (await required({ there: ["br_netfilter"], names: [name], answers: [false], modprobe: WORKING })).questions;
  expect(await asked("one")).toEqual([expect.stringMatching(/one\? $/)]);
  expect(await asked("br_netfilter")).toEqual([expect.stringMatching(/br_netfilter\? .*this machine's own bridges/)]);
  expect(await required({ there: ["one"], names, answers: null, modprobe: WORKING, sign: true })).toMatchObject({
    error: null,
    modules: "as they were",
  });
});

test("where modprobe is not installed, the cause names its package", async () => {
  const seen = await required({ there: [], names: ["one"], answers: [true], modprobe: null });
  expect(seen.error).toEqual(missing("one", naming("modprobe", "kmod")));
});

const NOT_LOADED = "it is not loaded, and loading it changes the whole machine";

const missing = (name: string, cause: string) => ({
  message: naming(name),
  cause,
  tryThis: `sudo modprobe ${name}`,
});

test("after a no, what was loaded before is unloaded", async () => {
  const seen = await required({ there: [], names: ["one", "two", "three"], answers: [true, false], modprobe: WORKING });
  expect(seen).toMatchObject({
    error: missing("two", NOT_LOADED),
    calls: ["one", "--remove one"],
    after: [],
  });
});

test("where there is nobody to ask, nothing is loaded", async () => {
  const seen = await required({ there: [], names: ["one"], answers: null, modprobe: WORKING });
  expect(seen).toMatchObject({ error: missing("one", NOT_LOADED), calls: [] });
});

test.each([
  ["that complains", FAILING, "modprobe: FATAL: two"],
  ["that says nothing and loads nothing", "exit 0", "modprobe did not load it"],
])("a modprobe %s is the cause, and what was loaded before is unloaded", async (_, modprobe, cause) => {
  const first = `case $* in *one) ${WORKING};; *) ${modprobe};; esac`;
  const seen = await required({ there: [], names: ["one", "two"], answers: [true, true], modprobe: first });
  expect(seen).toMatchObject({
    error: missing("two", cause),
    calls: ["one", "two", "--remove one"],
    after: [],
  });
});

test.each(["", "-r", "--remove", "a b", "../x", "a/b", "a\n", "a.ko", "\u001b[2J"])(
  "%j is not the name of a module, and nothing is asked",
  async (name) => {
    const asked: string[] = [];
    const ask = async (question: string) => asked.push(question) > 0;
    const error: unknown = await requireModules(["kernel-of_no_machine", name], ask).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HostError);
    expect(error).toMatchObject({
      message: naming(JSON.stringify(name)),
      tryThis: expect.stringContaining("permissions.modules"),
    });
    expect(asked).toEqual([]);
  },
);
