/**
 * Line by line: the embedded engine's `docker` against the client and engine of Docker 20.10.24.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { words } from "../../../lib/shell/template/words.ts";
import { shareOf, SIZE } from "../../support/size.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { type Both, expectAlike } from "./docker-compare.ts";
import { ERA_DIFFERENCES } from "./docker-eras.ts";
import { type Line, textOf } from "./docker-line.ts";
import { SCENES } from "./docker-lines.ts";
import { normalise } from "./docker-normalise.ts";

const ROOT = { name: "root", prefix: [] } as const;

describeOnDocker("on both engines", () => {
  const seen: { readonly line: Line; readonly both: Both }[] = [];
  const hosts: TestHost[] = [];

  beforeAll(async () => {
    hosts.push(...(await Promise.all([TestHost.open(ROOT, "sandbox"), TestHost.open(ROOT, "docker")])));
  });
  afterAll(async () => void (await Promise.all(hosts.map((host) => host[Symbol.asyncDispose]()))));

  async function onBoth(text: string): Promise<Both> {
    const { argv } = words(Object.assign([text], { raw: [text] }), []);
    const [sandbox, docker] = await Promise.all(hosts.map((host) => host.run(argv)));
    if (sandbox === undefined || docker === undefined) throw new Error(`Cannot run ${text}: the hosts are not open`);
    return { sandbox, docker };
  }

  async function removeContainers(host: TestHost): Promise<void> {
    const ids = (await host.run(["docker", "ps", "-a", "-q"])).stdout.split("\n").filter((id) => id !== "");
    if (ids.length > 0) await host.run(["docker", "rm", "-f", ...ids]);
  }

  describe.each(
    shareOf("scenes on both engines", SCENES, { quick: 0.25, full: 1 }).map(
      ({ name, lines }) => [name, lines] as const,
    ),
  )("%s:", (_name, lines) => {
    beforeAll(async () => void (await Promise.all(hosts.map(removeContainers))));

    test.each(lines.map((line) => [textOf(line), line] as const))("%s", async (text, line) => {
      const both = await onBoth(text);
      seen.push({ line, both });
      expectAlike(line, both);
    });
  });

  // Each shows in some line; what is at random there need not show today
  const steady = ERA_DIFFERENCES.filter(({ docker }) => docker !== "any");
  test.each(SIZE === "quick" ? [] : steady)("Docker 20.10.24 does differ in $what", (difference) => {
    const others = ERA_DIFFERENCES.filter((known) => known !== difference);
    const differ = seen.filter(({ line, both }) => {
      const [sandbox, docker] = [both.sandbox, both.docker].map((said) => normalise(textOf(line), said, others));
      return typeof line === "string" && !Bun.deepEquals(sandbox, docker);
    });
    expect(differ).not.toBeEmpty();
  });
});

test("there are at least 90 lines, of which at least three quarters are to say the same", () => {
  const lines = SCENES.flatMap((scene) => scene.lines);
  const same = lines.filter((line) => typeof line === "string");
  expect(lines.length).toBeGreaterThanOrEqual(90);
  expect(same.length / lines.length).toBeGreaterThanOrEqual(0.75);
});
