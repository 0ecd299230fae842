/** Which variables programs on this machine get: each of Docker's own, and ours. */
import { afterEach, beforeEach, expect, test } from "bun:test";

import { machineEnvironment } from "../../../lib/hosts/machine/environment.ts";
import { SYSTEM_PATH } from "../../../lib/hosts/programs.ts";

const KEPT = [
  "DOCKER_API_VERSION",
  "DOCKER_CERT_PATH",
  "DOCKER_CONFIG",
  "DOCKER_CONTEXT",
  "DOCKER_HOST",
  "DOCKER_TLS_VERIFY",
  "HOME",
  "TERM",
  "WIREWORK_BUILTINS",
  "WIREWORK_RUN",
];
const OTHERS = ["DOCKER_OTHER", "LANG", "PATH", "PERL5OPT"];

const before = new Map<string, string | undefined>();
beforeEach(() => {
  for (const name of [...KEPT, ...OTHERS]) {
    before.set(name, process.env[name]);
    delete process.env[name];
  }
});
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

const ALWAYS = { PATH: SYSTEM_PATH, LANG: "C.UTF-8" };

test("without any, there are the system's own", () => {
  expect(machineEnvironment()).toEqual({ ...ALWAYS, HOME: "/root", TERM: "dumb" });
});

test.each(KEPT)("%s is passed on", (name) => {
  process.env[name] = "user's";
  expect(machineEnvironment()).toEqual({ ...ALWAYS, HOME: "/root", TERM: "dumb", [name]: "user's" });
});

test.each(OTHERS)("%s is not the user's", (name) => {
  process.env[name] = "user's";
  expect(machineEnvironment()).toEqual({ ...ALWAYS, HOME: "/root", TERM: "dumb" });
});
