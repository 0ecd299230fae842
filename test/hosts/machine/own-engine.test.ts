/** Whether docker reaches an engine that wires containers here: answered by a stand-in for docker, on a machine with no other. */
import { expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

interface Machine {
  readonly endpoint: string;
  readonly info: unknown;
  /** What is in the file that says the daemon's id; `own` is that of a process in this network */
  readonly pid: "none" | "own" | "other" | "not dockerd" | "nobody";
}

const HERE: Machine = {
  endpoint: "unix:///var/run/docker.sock",
  info: { OperatingSystem: "Debian GNU/Linux 12", SecurityOptions: ["name=apparmor", "name=seccomp,profile=rootless"] },
  pid: "none",
};

interface Refused {
  readonly kind: string;
  readonly cause: string;
  readonly tryThis: string;
}

/** What is said against a machine's engine; `null` when nothing is */
function refusal(machine: Machine, docker: string | null): Promise<Refused | null> {
  return inNamespaces(
    async ({ endpoint, info, pid }, docker) => {
      const { writeFileSync } = await import("node:fs");
      const { requireOwnEngine } = await import("../../../lib/hosts/machine/own-engine.ts");
      const { HostError } = await import("../../../lib/hosts/host-error.ts");
      const { emptied, filesAt, hidden, programsAt, textAt } = await import("../../support/host/in-place.ts");
      for (const folder of ["/run", "/srv", "/usr/local/bin"]) emptied(folder);
      filesAt("/srv", { endpoint, info: JSON.stringify(info) });
      if (docker === null) hidden("docker");
      programsAt("/usr/local/sbin", docker === null ? {} : { docker });
      const sleeping = ["sleep", "1000"];
      const daemon = Bun.spawn(pid === "other" ? ["unshare", "--net", ...sleeping] : sleeping);
      const ended = Bun.spawnSync(["true"]);
      while (pid === "other" && (await Bun.file(`/proc/${daemon.pid}/comm`).text()) !== "sleep\n") await Bun.sleep(1);
      if (pid === "own" || pid === "other") textAt(`/proc/${daemon.pid}/comm`, "dockerd\n");
      if (pid !== "none") {
        const number = pid === "nobody" ? ended.pid : daemon.pid;
        writeFileSync("/var/run/docker.pid", `${number}`);
      }
      try {
        requireOwnEngine();
        return null;
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        const { cause, tryThis } = error;
        return { kind: error.constructor.name, cause, tryThis };
      } finally {
        daemon.kill("SIGKILL");
        await daemon.exited;
      }
    },
    machine,
    docker,
  );
}

const DOCKER = `case "$*" in
  "context inspect --format {{.Endpoints.docker.Host}}") cat /srv/endpoint; echo ;;
  "info --format {{json .}}") cat /srv/info; echo; echo 'WARNING: No swap limit' >&2 ;;
  *) exit 1 ;;
esac`;

test.each<readonly [string, Machine]>([
  ["says nothing of where it is", HERE],
  ["tells no more of itself", { ...HERE, info: { SecurityOptions: null } }],
  ["tells nothing of itself", { ...HERE, info: {} }],
  ["is in this network", { ...HERE, pid: "own" }],
  ["said so with an id that is somebody else's by now", { ...HERE, pid: "not dockerd" }],
  ["said so with an id that is nobody's by now", { ...HERE, pid: "nobody" }],
])("an engine that %s will do", async (_, machine) => {
  expect(await refusal(machine, DOCKER)).toBeNull();
});

const ELSEWHERE = {
  kind: "HostError",
  tryThis: "--on docker, or the package docker.io",
};

test.each<readonly [string, Machine, string]>([
  ["in another network", { ...HERE, pid: "other" }, "dockerd is in another network namespace than this command"],
  [
    "in Docker Desktop's machine",
    { ...HERE, info: { OperatingSystem: "Docker Desktop" } },
    "Docker Desktop runs them in a virtual machine",
  ],
  [
    "rootless",
    { ...HERE, info: { SecurityOptions: ["name=seccomp", "name=rootless"] } },
    "a rootless engine runs them in its own network namespace",
  ],
])("one that is %s will not", async (_, machine, cause) => {
  expect(await refusal(machine, DOCKER)).toEqual({ ...ELSEWHERE, cause });
});

test.each(["tcp://192.0.2.1:2375", "ssh://unix://x", "unix:/var/run/docker.sock"])(
  "the endpoint %s is refused, with the way back",
  async (endpoint) => {
    expect(await refusal({ ...HERE, endpoint }, DOCKER)).toEqual({
      kind: "HostError",
      cause: `its endpoint is ${endpoint}, but a recipe wires processes of this machine`,
      tryThis: "unset DOCKER_HOST DOCKER_CONTEXT; docker context use default",
    });
  },
);

test.each(["context", "info"])("where docker %s fails, its own words are the cause", async (command) => {
  const failing = `[ "$1" = ${command} ] && { echo "  Is the docker daemon running?  " >&2; exit 1; }\n${DOCKER}`;
  expect(await refusal(HERE, failing)).toEqual({
    kind: "HostError",
    cause: "Is the docker daemon running?",
    tryThis: "sudo service docker start",
  });
});

test("without docker, its package is named", async () => {
  expect(await refusal(HERE, null)).toEqual({
    kind: "MissingProgram",
    cause: "docker is not installed",
    tryThis: "sudo apt-get install --yes docker.io",
  });
});
