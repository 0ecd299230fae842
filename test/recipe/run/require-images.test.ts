/**
 * Images that options name, and where they come from.
 */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { emptyFolder, fileWith } from "../../support/recipe-file.ts";
import { TestHost } from "../../support/host/test-host.ts";
import { someone } from "../../support/host/no-namespaces.ts";
import { wirework } from "../../support/wirework.ts";
import { naming } from "../../support/naming.ts";
import { errorOf } from "../../support/error-of.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** A recipe whose containers say whether their image is the one that was loaded */
const WITH_IMAGE = fileWith(
  `import { image, recipe } from "wirework";
   export default recipe({ summary: "A test's", options: { image: image() }, permissions: { run: ["docker"] },
   async run({ $ }, { image }) { await $\`docker run --rm \${image} cat /loaded\`; } });`,
  "with-image.ts",
);

const withImage = (...args: readonly string[]) => wirework(ROOT, ["run", WITH_IMAGE, "--on", "docker", ...args]);

describeOnDocker("on a Docker host", () => {
  test("an option that names an image which is not there ends the run before its first step", async () => {
    expect(await withImage("--image", "nosuch")).toEqual({
      status: 2,
      stdout: "",
      stderr: [
        'wirework: Cannot make containers of the image "nosuch": the Docker host has no image of that name',
        "  cause: it has only base and the images of --load, and can't reach a registry",
        "  try: --image base; or, on a machine that has it, docker save nosuch --output FILE.tar, and --load FILE.tar",
        "",
      ].join("\n"),
    });
  });

  test("--json tells the same in a document", async () => {
    const { status, stdout, stderr } = await withImage("--image", "nosuch", "--json");
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ exit: 2, error: { cause: expect.stringContaining("registry") } });
  });

  test("--load brings another image, from what docker save wrote", async () => {
    const archive = join(emptyFolder(), "loaded.tar");
    await using host = await TestHost.open(ROOT, "docker");
    await host.$`docker run --name maker base sh -c ${"echo from afar >/loaded"}`;
    await host.$`docker commit maker example/loaded:2`;
    const saving = Bun.spawn(host.entered(["/usr/bin/docker", "save", "example/loaded:2"]), {
      stdio: ["ignore", Bun.file(archive), "inherit"],
    });
    expect(await saving.exited).toBe(0);
    const { status, stdout, stderr } = await withImage("--image", "example/loaded:2", "--load", archive);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("$ docker run --rm example/loaded:2 cat /loaded\nfrom afar\n");
  });

  test("--load of a file that docker save did not write says so, before the first step", async () => {
    const { status, stdout, stderr } = await withImage("--load", fileWith("no archive", "bad.tar"));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^wirework: Cannot load the image "\/.*\/bad\.tar"\n {2}cause: .+\n {2}try: docker save IMAGE --output FILE\.tar\n$/,
    );
  });
});

test("on the sandbox, an option can't name another image than base", async () => {
  const ended = await wirework(someone, ["run", WITH_IMAGE, "--json", "--image", "nosuch"]);
  expect(ended.status).toBe(2);
  expect(errorOf(ended)).toEqual({
    kind: "recipe",
    message: naming('"nosuch"', "sandbox"),
    cause: "its only image is base, and it can't reach a registry",
    try: "--image base; or another one with --on docker --load FILE.tar",
  });
});
