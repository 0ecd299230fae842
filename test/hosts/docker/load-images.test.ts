/** What Docker's client is asked for when images are loaded, and which client it is. It is a stand-in. */
import { describe, expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";
import { naming } from "../../support/naming.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Loads two images beside base with a docker that fails at a word: what it was called with, and the error */
function loaded(fails: string) {
  return inNamespaces(async (fails) => {
    const { readFileSync } = await import("node:fs");
    const { loadImages } = await import("../../../lib/hosts/docker/load-images.ts");
    const { HOST_ENVIRONMENT } = await import("../../../lib/hosts/environment.ts");
    const { HostError } = await import("../../../lib/hosts/host-error.ts");
    const { emptied, programsAt } = await import("../../support/host/in-place.ts");
    emptied("/srv");
    const log = 'for word; do printf "<%s>" "$word"; done >>/srv/calls; echo " $HOME $PATH" >>/srv/calls; echo out';
    const failing = `case "$*" in *${fails}*) echo "  no such image  " >&2; exit 1;; esac`;
    programsAt("/usr/sbin", { docker: `${log}\n${failing}` });
    let error = null;
    try {
      await loadImages({ base: "/b ase.tar", loaded: ["/one.tar", "/two.tar"] });
    } catch (thrown) {
      if (!(thrown instanceof HostError)) throw thrown;
      error = { message: thrown.message, cause: thrown.cause, tryThis: thrown.tryThis };
    }
    const calls = readFileSync("/srv/calls", "utf8").replaceAll(` /root ${HOST_ENVIRONMENT["PATH"]}\n`, "\n");
    return { calls: calls.trimEnd().split("\n"), error };
  }, fails);
}

const CALLS = [
  '<import><--change><EXPOSE 80><--change><CMD ["/bin/bash"]></b ase.tar><base>',
  "<load><--quiet><--input></one.tar>",
  "<load><--quiet><--input></two.tar>",
];

test("base is imported with what it is to know, then the others are loaded, in their order", async () => {
  expect(await loaded("nothing-of-that")).toEqual({ calls: CALLS, error: null });
});

test.each([
  ["/b ase.tar", "import", 1],
  ["/one.tar", "one", 2],
])("where %s can't be loaded, the rest is not tried, and the cause is Docker's", async (file, word, count) => {
  expect(await loaded(word)).toEqual({
    calls: CALLS.slice(0, count),
    error: {
      message: naming(file),
      cause: "no such image",
      tryThis: "docker save IMAGE --output FILE.tar",
    },
  });
});

/** Which programs of Docker's are found where these are */
function found(files: readonly string[]) {
  return inNamespaces(async (files) => {
    const { chmodSync, writeFileSync } = await import("node:fs");
    const { dockerClient, dockerEngine } = await import("../../../lib/hosts/docker/docker-programs.ts");
    const { MissingProgram } = await import("../../../lib/hosts/missing-program.ts");
    const { emptied, hidden } = await import("../../support/host/in-place.ts");
    hidden("docker", "dockerd");
    for (const folder of ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin"]) emptied(folder);
    for (const file of files) {
      writeFileSync(file, "#!/bin/sh\n");
      chmodSync(file, 0o755);
    }
    try {
      return { client: dockerClient(), engine: dockerEngine() };
    } catch (error) {
      if (!(error instanceof MissingProgram)) throw error;
      return { tryThis: error.tryThis, engine: dockerEngine() };
    }
  }, files);
}

describe("the programs", () => {
  test("are those of a package, before people's own", async () => {
    const own = [
      "/usr/local/sbin/docker",
      "/usr/local/bin/docker",
      "/usr/local/sbin/dockerd",
      "/usr/local/bin/dockerd",
    ];
    const packaged = ["/usr/sbin/docker", "/usr/sbin/dockerd"];
    expect(await found([...own, ...packaged])).toEqual({ client: "/usr/sbin/docker", engine: "/usr/sbin/dockerd" });
    expect(await found(own)).toEqual({ client: "/usr/local/sbin/docker", engine: "/usr/local/sbin/dockerd" });
    expect(await found([own[1] ?? "", own[3] ?? ""])).toEqual({
      client: "/usr/local/bin/docker",
      engine: "/usr/local/bin/dockerd",
    });
  });

  test("may be missing: the client is refused with its package, the engine has a name in any case", async () => {
    expect(await found([])).toEqual({
      tryThis: "sudo apt-get install --yes docker-cli",
      engine: "/usr/sbin/dockerd",
    });
  });

  test.each([
    ["root", [], null],
    ["anybody else", ["--map-user=1000", "--map-group=1000"], "sudo wirework run x"],
  ] as const)("are for root: %s", async (_, who, line) => {
    const tryThis = await namespacesFor(
      import.meta.dir,
      who,
    )(async () => {
      const { requireRoot } = await import("../../../lib/hosts/docker/docker-programs.ts");
      const { HostError } = await import("../../../lib/hosts/host-error.ts");
      try {
        requireRoot(["wirework", "run", "x"]);
        return null;
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return error.tryThis;
      }
    });
    expect(tryThis).toBe(line);
  });
});
