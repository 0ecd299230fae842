/** Programs see as much of the user's environment as is needed to reach the user's own Docker, and no more. */
import { expect, test } from "bun:test";
import { join } from "node:path";

/** What a module makes of an environment, in a process of its own */
async function made(module: string, call: string, env: Readonly<Record<string, string>>): Promise<unknown> {
  const path = join(import.meta.dir, "../../lib/hosts", module);
  const script = `console.log(JSON.stringify((await import(${JSON.stringify(path)})).${call}))`;
  const running = Bun.spawn([process.execPath, "--no-env-file", "--eval", script], {
    env: { ...env, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(await running.stdout.text());
}

const SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const DOCKERS = {
  DOCKER_API_VERSION: "1",
  DOCKER_CERT_PATH: "/c",
  DOCKER_CONFIG: "/d",
  DOCKER_CONTEXT: "x",
  DOCKER_HOST: "unix:///s",
  DOCKER_TLS_VERIFY: "1",
};
const OURS = { WIREWORK_RUN: "26:1841", WIREWORK_BUILTINS: "none" };
const THEIRS = { PERL5OPT: "-T", PATH: "/theirs", LANG: "de_DE", DOCKER_OTHER: "1" };

test("on this machine itself, they have the user's home, terminal and Docker", async () => {
  const environment = { ...DOCKERS, ...OURS, HOME: "/home/u", TERM: "xterm" };
  expect(await made("machine/environment.ts", "machineEnvironment()", { ...environment, ...THEIRS })).toEqual({
    ...environment,
    PATH: SYSTEM,
    LANG: "C.UTF-8",
  });
  const least = { PATH: SYSTEM, HOME: "/root", TERM: "dumb", LANG: "C.UTF-8" };
  expect(await made("machine/environment.ts", "machineEnvironment()", {})).toEqual(least);
});

test("on a throw-away host, they have its own programs first, and only the terminal is the user's", async () => {
  const own = { PATH: `/run/wirework-host/bin:${SYSTEM}`, HOME: "/root", LANG: "C.UTF-8" };
  const given = { ...DOCKERS, ...THEIRS, HOME: "/home/u", TERM: "xterm" };
  expect(await made("environment.ts", "HOST_ENVIRONMENT", given)).toEqual({ ...own, TERM: "xterm" });
  expect(await made("environment.ts", "HOST_ENVIRONMENT", {})).toEqual({ ...own, TERM: "dumb" });
  const { WIREWORK_BUILTINS } = OURS;
  expect(await made("environment.ts", "HOST_ENVIRONMENT", { ...OURS })).toEqual({
    ...own,
    TERM: "dumb",
    WIREWORK_BUILTINS,
  });
});
