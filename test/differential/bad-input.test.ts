/**
 * Malformed, out-of-range, conflicting and repeated values of every option: Docker's words on both engines, and nothing half-made.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { words } from "../../lib/shell/template/words.ts";
import { shareOf } from "../support/size.ts";
import type { Said } from "../support/host/host-lines.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { TestHost } from "../support/host/test-host.ts";
import { type User, users } from "../support/machine/users.ts";
import { BAD_OPTIONS, type BadOptions, GIVEN_TWICE } from "./bad-input/daemon.ts";
import type { BadInput } from "./bad-input/row.ts";
import { BAD_INPUT } from "./bad-input/rows.ts";
import { comparable } from "./docker/docker-normalise.ts";

/** A running one with a host name and a port, another one, one that has ended, and one that has a port of the host */
const THERE = [
  "docker run -d --name db -h db-host --expose 5432 base sleep 3600",
  "docker run -d --name other base sleep 3600",
  "docker run --name stopped base true",
  "docker run -d --name holder -p 9999:80 base sleep 3600",
];

/** Links, addresses and rules, and whether there is a daemon */
const STATE =
  "ip -o link | cut -d: -f2 | cut -d@ -f1; ip -o -4 addr | cut -d' ' -f2-7; iptables-save | sed -n 's/ \\[.*//; /^[-:]/p'; ls /var/run/docker.sock";

function type(host: TestHost, line: string): Promise<Said> {
  return host.run(words(Object.assign([line], { raw: [line] }), []).argv);
}

async function stateOf(host: TestHost): Promise<readonly string[]> {
  const said = [await type(host, "docker ps -a -q --no-trunc"), await host.run(["sh", "-c", STATE])];
  return said.flatMap(({ stdout }) => stdout.split("\n")).toSorted();
}

/** A removed container's cable and rules may go a moment after its client */
async function expectStateOf(host: TestHost, before: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 30 && !Bun.deepEquals(await stateOf(host), before); tries += 1) await Bun.sleep(100);
  expect(await stateOf(host)).toEqual(before);
}

/** Tests all rows on a host of its own */
function testOn(user: User, kind: ThrowAwayKind): void {
  let host: TestHost;
  const shares = kind === "docker" ? { quick: 0.06, full: 0.25 } : { quick: 0.25, full: 1 };
  const rowsOf = <Row>(rows: readonly Row[]) => shareOf(`bad input on ${kind}`, rows, shares);

  beforeAll(async () => void (host = await TestHost.open(user, kind)));
  afterAll(() => host[Symbol.asyncDispose]());

  describe("options of docker run:", () => {
    let before: readonly string[];
    beforeAll(async () => {
      for (const line of THERE) await type(host, line);
      before = await stateOf(host);
    });
    afterAll(async () => void (await type(host, "docker rm -f db other stopped holder")));

    test.each(rowsOf(BAD_INPUT).map((row) => [row.line, row] as const))("%s", async (_, row) => {
      expect(comparable(row.line, await type(host, row.line))).toEqual(endOf(row, kind));
      await expectStateOf(host, before);
    });
  });

  describe("options of the daemon:", () => {
    let before: readonly string[];
    beforeAll(async () => {
      await type(host, "service docker stop");
      before = await stateOf(host);
    });

    test.each(rowsOf(BAD_OPTIONS).map((row) => [row.options, row] as const))("%s", async (_, row) => {
      const { status, stderr } = await start(host, row.options);
      const says = startOf(row, kind);
      expect(status).toBe(says === null ? 0 : 1);
      if (says === null) return void (await type(host, "service docker stop"));
      expect(stderr).toStartWith(`Job for docker failed: ${says}`);
      // A dockerd that has come as far as its network takes rules away that it had made before
      if (kind === "sandbox") await expectStateOf(host, before);
    });

    test.each(rowsOf(GIVEN_TWICE).map((row) => [row.options, row] as const))("%s", async (_, row) => {
      expect(await start(host, row.options)).toMatchObject({ status: 0, stderr: "" });
      expect(await type(host, `docker run --rm base ${row.command}`)).toMatchObject({ status: 0, stdout: row.prints });
      await type(host, "service docker stop");
    });
  });
}

function endOf({ status, stdout, stderr, sandbox }: BadInput, kind: ThrowAwayKind): Said {
  if (kind === "docker" || sandbox === null) return { status, stdout, stderr };
  return { status: sandbox.status, stdout: "", stderr: sandbox.stderr };
}

/** How what is said begins; `null` where the daemon starts */
function startOf({ docker, sandbox }: BadOptions, kind: ThrowAwayKind): string | null {
  if (kind === "docker") return docker === null ? null : `dockerd ended with exit status 1:\n${docker}\n`;
  return sandbox?.says ?? docker;
}

async function start(host: TestHost, options: string): Promise<Said> {
  await host.run(["sh", "-c", 'printf %s "$1" >/etc/default/docker', "sh", `DOCKER_OPTS="${options}"\n`]);
  return type(host, "service docker start");
}

describe.each(users)("on the sandbox, as $name", (user) => testOn(user, "sandbox"));

// Each row takes a second there
describeOnDocker("on Docker 20.10.24", () => testOn({ name: "root", prefix: [] }, "docker"));

test("there are at least 80 rows, each of another line", () => {
  const lines = [...BAD_INPUT.map(({ line }) => line), ...BAD_OPTIONS.map(({ options }) => options)];
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.length).toBeGreaterThanOrEqual(80);
});
