/**
 * An environment that means no good: what runs on a throw-away host gets none of it, and nothing that it names is run.
 */
import { describe, expect, test } from "bun:test";
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { SYSTEM_PATH } from "../../lib/hosts/programs.ts";
import { standIn, without } from "../hosts/changed-programs.ts";
import { IS_ROOT, runOnMachine } from "../hosts/machine.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { emptyFolder, recipeFile } from "../support/recipe-file.ts";
import { type User, everyUser } from "../support/machine/users.ts";
import { BARE, type Ended, wirework } from "../support/wirework.ts";

/** A folder that everyone can write to, with programs, modules and settings that leave a file there when they are run */
function trap(): string {
  const folder = emptyFolder();
  chmodSync(folder, 0o777);
  const caught = join(folder, "caught");
  const script = `#!/bin/sh\n: > '${caught}'\n`;
  const module = `require("fs").writeFileSync(${JSON.stringify(caught)}, "");`;
  for (const name of ["plugins", "cli-plugins", "node_modules/zx"]) mkdirSync(join(folder, name), { recursive: true });
  for (const name of PROGRAMS) writeFileSync(join(folder, name), script, { mode: 0o755 });
  for (const name of ["evil.js", "node_modules/zx/index.js"]) writeFileSync(join(folder, name), module);
  // Docker's client asks each of its plugins what it is
  writeFileSync(join(folder, "cli-plugins/docker-evil"), script, { mode: 0o755 });
  writeFileSync(join(folder, "config.json"), '{ "psFormat": "evil", "credsStore": "evil", "detachKeys": "evil" }');
  writeFileSync(join(folder, "bunfig.toml"), `preload = ["${folder}/evil.js"]\n`);
  return folder;
}

/** What recipes use, and what we do; `docker-credential-evil` is for the settings of Docker's client */
const PROGRAMS = [
  ..."apt-get bash brctl busybox docker docker-credential-evil dockerd ip iptables iptables-save ldd ln mkdir".split(
    " ",
  ),
  ..."modprobe nsenter ping service setpriv sh sudo tar unshare".split(" "),
];

/** The whole of it; `folder` is the trap's */
const hostile = (folder: string): Readonly<Record<string, string>> => ({
  PATH: `${folder}:${BARE.PATH}`,
  HOME: folder,
  ZX_PREFIX: `touch ${folder}/caught;`,
  ZX_POSTFIX: `; touch ${folder}/caught`,
  ZX_SHELL: join(folder, "sh"),
  SHELL: join(folder, "sh"),
  BASH_ENV: join(folder, "sh"),
  ENV: join(folder, "sh"),
  "BASH_FUNC_ip%%": `() { : > ${folder}/caught; }`,
  PROMPT_COMMAND: `: > ${folder}/caught`,
  PS1: "evil# ",
  BUN_OPTIONS: `--preload=${folder}/evil.js`,
  BUN_INSPECT_PRELOAD: join(folder, "evil.js"),
  BUN_CONFIG_FILE: join(folder, "bunfig.toml"),
  XDG_CONFIG_HOME: folder,
  NODE_OPTIONS: `--require=${folder}/evil.js`,
  NODE_PATH: join(folder, "node_modules"),
  LD_LIBRARY_PATH: folder,
  DOCKER_HOST: `unix://${folder}/docker.sock`,
  DOCKER_CONFIG: folder,
  DOCKER_CONTEXT: "evil",
  DOCKER_TLS_VERIFY: "1",
  DOCKER_CERT_PATH: folder,
  DOCKERD_ROOTLESS_ROOTLESSKIT_FLAGS: "evil",
  IPTABLES_LIB_DIR: folder,
  XTABLES_LIBDIR: folder,
  TAR_OPTIONS: `--checkpoint-action=exec=${folder}/sh`,
  IFS: "/",
  CDPATH: folder,
  LC_ALL: "evil",
  POSIXLY_CORRECT: "1",
});

const SHOW = recipeFile(
  'step("Show");\nawait $`env`;\nawait $`docker run --rm base env`;\nawait $`sudo ip link show lo`;',
  ["env", "docker", "ip"],
);

function run(user: User, recipe: string, on: ThrowAwayKind, folder: string): Promise<Ended> {
  // By env(1), as not every shell would hand on what is no name
  const assignments = Object.entries(hostile(folder)).map(([name, value]) => `${name}=${value}`);
  const prefix = [...user.prefix, "env", ...assignments];
  return wirework({ name: user.name, prefix }, ["run", recipe, `--on=${on}`], { folder });
}

function testEnvironment(user: User, on: ThrowAwayKind): void {
  test.each(["point-to-point", "custom-bridge"])("%s runs as ever", async (recipe) => {
    const folder = trap();
    const { status, stderr, stdout } = await run(user, recipe, on, folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toContain("evil");
    expect(readdirSync(folder)).not.toContain("caught");
  });

  test("programs have the host's own, and no more", async () => {
    const folder = trap();
    const { status, stdout, stderr } = await run(user, SHOW, on, folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const own = { ...HOST_ENVIRONMENT, TERM: "dumb" };
    const lines = stdout.split("$ docker run")[0]?.match(/^\w+=.*$/gm);
    expect(lines?.toSorted()).toEqual(
      Object.entries(own)
        .map(([name, value]) => `${name}=${value}`)
        .toSorted(),
    );
    expect(stdout).not.toContain(folder);
    expect(readdirSync(folder)).not.toContain("caught");
  });
}

test.if(process.geteuid?.() === 0)(
  "root's recipe in a folder that is closed to others is shown to the sandbox by no planted program",
  async () => {
    const folder = trap();
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    copyFileSync(SHOW, join(closed, "show.ts"));
    const { status, stderr } = await run({ name: "root", prefix: [] }, join(closed, "show.ts"), "sandbox", folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(folder)).not.toContain("caught");
  },
);

test.if(IS_ROOT)("what is installed gets the way to its archive, and nothing else of it", async () => {
  const installer = standIn("apt-get", "env | sort >&2; exec chmod 755 /srv/bin/ping");
  const own = [
    "APT_CONFIG=/evil",
    "PERL5OPT=-Mevil",
    "TAR_OPTIONS=--evil",
    "DPKG_ROOT=/evil",
    "https_proxy=http://192.0.2.1",
  ];
  const machine = `${without("ping")}\n${installer}`;
  const { status, stderr } = await runOnMachine(machine, ["env", ...own], ["run", "point-to-point", "--quiet"]);
  const got = stderr.split("\n").filter((line) => /^(?!PWD|_|SHLVL|OLDPWD)\w+=/.test(line));
  const path = `PATH=${SYSTEM_PATH}`;
  expect(got).toEqual(["DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", path, "https_proxy=http://192.0.2.1"]);
  expect(status).toBe(0);
});

describe.each(everyUser)("in a sandbox of $name", (user) => testEnvironment(user, "sandbox"));

describeOnDocker("on a Docker host", () => testEnvironment({ name: "root", prefix: [] }, "docker"));
