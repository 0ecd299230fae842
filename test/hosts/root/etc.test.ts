/** A host's `/etc` has what may be read of the machine's. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** The copy of an `/etc` that these lines of a shell make: each file with its kind and text */
function copied(made: string): Promise<readonly string[]> {
  return inNamespaces(async (made) => {
    const { mkdirSync } = await import("node:fs");
    const { copyEtc } = await import("../../../lib/hosts/root/etc.ts");
    const { emptied } = await import("../../support/host/in-place.ts");
    for (const folder of ["/srv", "/etc", "/run"]) emptied(folder);
    mkdirSync("/srv/root/etc", { recursive: true });
    const { success, stderr } = Bun.spawnSync(["sh", "-e", "-c", made], { cwd: "/etc" });
    if (!success) throw new Error(stderr.toString());
    copyEtc("/srv/root");
    const show =
      'find . -mindepth 1 -printf "%P %y %l " -type f -exec cat {} ";" -printf "\\n" -o -printf "\\n" | sort';
    const { stdout } = Bun.spawnSync(["sh", "-c", show], { cwd: "/srv/root/etc" });
    const type = Bun.spawnSync(["stat", "-f", "-c", "%T", "/srv/root/etc"]).stdout.toString().trim();
    const mode = Bun.spawnSync(["stat", "-c", "%a", "/srv/root/etc"]).stdout.toString().trim();
    return [
      `${type} ${mode}`,
      ...stdout
        .toString()
        .trim()
        .split("\n")
        .map((line) => line.trimEnd()),
    ];
  }, made);
}

test("files and folders are copied, links are links, and what is neither is left out", async () => {
  const made = "mkdir -p a/b; echo x >a/b/file; ln -s b/file a/link; ln -s /nowhere dangling; mkfifo fifo; echo y >top";
  expect(await copied(made)).toEqual([
    "tmpfs 755",
    "a d",
    "a/b d",
    "a/b/file f  x",
    "a/link l b/file",
    "dangling l /nowhere",
    "default d",
    "default/docker f",
    "top f  y",
  ]);
});

test("what often leads to /run is there by its content, and left out where it leads nowhere", async () => {
  const made =
    "mkdir /run/x sub; for name in resolv.conf hosts; do echo $name >/run/x/$name; ln -s ../run/x/$name $name; done; ln -s /run/none hostname; ln -s /run/x/hosts sub/hosts";
  expect(await copied(made)).toEqual([
    "tmpfs 755",
    "default d",
    "default/docker f",
    "hosts f  hosts",
    "resolv.conf f  resolv.conf",
    "sub d",
    "sub/hosts l /run/x/hosts",
  ]);
});

test("Docker's options start empty, whatever the machine's are", async () => {
  const made = "mkdir default; echo DOCKER_OPTS=x >default/docker; echo z >default/other";
  expect(await copied(made)).toEqual(["tmpfs 755", "default d", "default/docker f", "default/other f  z"]);
});
