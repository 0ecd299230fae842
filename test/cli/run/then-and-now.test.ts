import { describe, expect, test } from "bun:test";

import { compareEngine, thenAndNow } from "../../../lib/cli/run/then-and-now.ts";
import type { RunReport } from "../../../lib/recipe/run/report.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { users } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

const check = (claim: number) => ({ claim, name: "", ran: "ls", expected: "a", seen: "a", ok: true });

describe("the section", () => {
  test("names the engine, and has a line for each difference that the checks are about", () => {
    expect(thenAndNow(compareEngine("20.10.24+dfsg1", [check(62), check(122)]))).toEqual([
      "Then and now: this is Docker 20.10.24, the article's was 1.1",
      "  Rule of the masquerade: -s 172.17.0.0/16 ! -o docker0; the article: -s 172.17.0.0/16 ! -d 172.17.0.0/16",
    ]);
  });

  test.each([
    ["28.1.1", "Docker 28.1.1, the article's"],
    ["29.0.0-rc.1", "Docker 29.0.0-rc.1, the article's"],
    ["27.5.1", "Docker 27.5.1, compared as 20.10, the article's"],
    ["1.9.1", "Docker 1.9.1, compared as 1.1, the article's"],
    ["30.0.0", "Docker 30.0.0, compared as 29, the article's"],
  ])("says what %s is compared as", (version, said) => {
    expect(thenAndNow(compareEngine(version, [check(65)]))[0]).toContain(said);
  });

  test.each([
    ["without a difference", "29.0.0", [check(122)]],
    ["without a check", "29.0.0", []],
    ["of a version that we don't know", "dev", [check(65)]],
  ])("is not there %s", (_, version, checks) => {
    expect(thenAndNow(compareEngine(version, checks))).toEqual([]);
  });
});

const steps = 'await check(65).shows($`echo a`, "a"); await check(2).shows($`echo b`, "b");';

test.each(users)("a run in the sandbox has no such section, as $name", async (user) => {
  const file = recipeFile(steps, ["echo"]);
  expect((await wirework(user, ["run", file])).stdout).not.toContain("Then and now");
  expect(JSON.parse((await wirework(user, ["run", file, "--json"])).stdout)).not.toHaveProperty("engine");
});

describeOnDocker("a run on a real engine", () => {
  const root = { name: "root", prefix: [] } as const;

  test("ends with what the engine does otherwise", async () => {
    const { stdout } = await wirework(root, ["run", recipeFile(steps, ["echo"]), "--on", "docker"]);
    expect(stdout).toMatch(/\n\n# [^\n]* Docker 20\.10\.\d+[^\n]*\n {2}docker0's address: /);
    expect(stdout).toMatch(/\n  Host ports of -P: [^\n]+; the article: 49000 to 49900\n\nmy-link: 2 checks passed/);
  });

  test("ends with it when it fails as well, and after Docker was stopped", async () => {
    const failing = `await $\`sudo service docker stop\`; await check(65).shows($\`echo a\`, "b");`;
    const { status, stdout, stderr } = await wirework(root, [
      "run",
      recipeFile(failing, ["echo", "service"]),
      "--on",
      "docker",
    ]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/^wirework: .*\b65\b/) });
    expect(stdout).toEndWith("; the article: 49000 to 49900\n");
  });

  test("has it in its document", async () => {
    const { stdout } = await wirework(root, ["run", recipeFile(steps, ["echo"]), "--on", "docker", "--json"]);
    const { engine } = JSON.parse(stdout) as RunReport; // of schema 1
    expect(engine).toMatchObject({ version: expect.stringMatching(/^20\.10\./), era: "20.10" });
    expect(engine?.differences.map(({ topic }) => topic)).toEqual(["docker0's address", "Host ports of -P"]);
  });
});
