/** What a run has started is known by the mark in its environment, and nothing else is ended. */
import { afterEach, expect, test } from "bun:test";

import { runMark } from "../../../lib/hosts/machine/environment.ts";
import { endCommandsOf } from "../../../lib/labs/machine/commands-of-run.ts";
import { processStart } from "../../../lib/netlink/process/process-start.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

const FOLDER = emptyFolder();
const MARK = runMark(FOLDER);

const started: Bun.Subprocess[] = [];
afterEach(() => {
  for (const one of started.splice(0)) one.kill("SIGKILL");
});

/** A program that stays, with this environment and no more; it is there, with that, when this returns */
async function start(env: Readonly<Record<string, string>>, word = "") {
  const argv = ["sh", "-c", "trap '' TERM INT HUP; echo; read -r _", "sh", word];
  const one = Bun.spawn(argv, { env, stdio: ["pipe", "pipe", "ignore"] });
  started.push(one);
  await one.stdout.getReader().read();
  return one;
}

test("all that has it is ended by force, and waited for", async () => {
  const ours = await Promise.all([1, 2].map((n) => start({ FIRST: "1", WIREWORK_RUN: MARK, LAST: `${n}` })));
  await endCommandsOf(FOLDER);
  expect(ours.map(({ pid }) => processStart(pid))).toEqual([null, null]);
  await Promise.all(ours.map(({ exited }) => exited));
  expect(ours.map(({ signalCode }) => signalCode)).toEqual(["SIGKILL", "SIGKILL"]);
});

test("what only speaks of it, or has another's, goes on", async () => {
  const others = [
    await start({ WIREWORK_RUN: `${MARK}2` }),
    await start({ WIREWORK_RUN: MARK.slice(0, -1) }),
    await start({ OTHER: `WIREWORK_RUN=${MARK}` }),
    await start({ XWIREWORK_RUN: MARK }),
    await start({}, `WIREWORK_RUN=${MARK}`),
  ];
  await endCommandsOf(FOLDER);
  expect(others.map(({ pid }) => processStart(pid)).filter((one) => one === null)).toEqual([]);
});

test("the run of a lab of that name and path in another container goes on", async () => {
  const other = await start({ WIREWORK_RUN: runMark(emptyFolder()) });
  await endCommandsOf(FOLDER);
  expect(processStart(other.pid)).not.toBeNull();
});

test("who ends them has it too, and goes on", async () => {
  const script = `
    import { runMark } from "../../../lib/hosts/machine/environment.ts";
import { endCommandsOf } from ${JSON.stringify(`${import.meta.dir}/../../../lib/labs/machine/commands-of-run.ts`)};
    await endCommandsOf(${JSON.stringify(FOLDER)});
    console.log("goes on");`;
  const running = Bun.spawn([process.execPath, "--no-env-file", "-e", script], {
    env: { WIREWORK_RUN: MARK, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  expect(await running.stdout.text()).toBe("goes on\n");
});
