/**
 * Folders of images, and where the kernel refuses to lay folders over one another.
 */
import { expect, test } from "bun:test";

import { describeInSandbox } from "../../../../support/host/test-host.ts";

/** Two overlays are as many as the kernel bears upon each other: a container's would be the third */
const TWO_OVERLAYS = `
state=/run/wirework-host/docker
mkdir -p /tmp/one /tmp/upper /tmp/work /tmp/upper2 /tmp/work2
mount -t overlay -o "lowerdir=$state,upperdir=/tmp/upper,workdir=/tmp/work,userxattr" overlay /tmp/one
mount -t overlay -o "lowerdir=/tmp/one,upperdir=/tmp/upper2,workdir=/tmp/work2,userxattr" overlay $state`;

describeInSandbox((host) => {
  test("only root gets at the folders of images, in which there are some that all may write to", async () => {
    expect((await host().$`docker images -q`).stdout).not.toBe("");
    const { stdout } = await host().$`sh -c ${"cd /run/wirework-host/docker/images && stat -c %a . *"}`;
    expect(new Set(stdout.trim().split("\n"))).toEqual(new Set(["700"]));
  });

  const build = (dockerfile: string, name: string) =>
    host().run(["docker", "build", "-q", "-t", name, "-"], { input: dockerfile });

  test("an image keeps what its commands have written where no overlay is possible", async () => {
    expect(await host().$`sh -c ${TWO_OVERLAYS}`).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(await build("FROM base\nRUN echo mine >/root/made", "written")).toMatchObject({ status: 0, stderr: "" });
    // Its root is a folder of the engine's, and no third overlay
    expect((await host().$`docker run --rm base mount`).stdout).toMatch(
      /^overlay on \/ type overlay \(.*lowerdir=\/tmp\/one,/,
    );
    expect((await host().$`docker run --rm written cat /root/made`).stdout).toBe("mine\n");
  });
});
