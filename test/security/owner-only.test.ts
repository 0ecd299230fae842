/**
 * What only the owner can read, write or enter: the cache folder, and hosts that are open.
 */
import { describe, expect, test } from "bun:test";

import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { IS_ROOT, NOBODY } from "../hosts/machine.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { TestHost } from "../support/host/test-host.ts";
import { BARE_FOR_BUN } from "../support/wirework.ts";

/** Root's own mount namespace, for a `/tmp` and caches of its own */
const NAMESPACE = ["unshare", ...(IS_ROOT ? [] : ["--user", "--map-root-user"]), "--mount"];

/** With the project and Bun where a `/tmp` of its own does not hide them */
const PREPARE = `
  mount -t tmpfs tmpfs /srv
  mkdir /srv/caches /srv/project
  : >/srv/bun
  mount --bind "$1" /srv/project
  mount --bind "$2" /srv/bun
  mount -t tmpfs -o mode=1777 tmpfs /tmp
  cd /srv/caches`;

const PROGRAM = `
  const { cacheFolder } = await import("/srv/project/lib/hosts/cache-folder.ts");
  try {
    const folder = cacheFolder();
    console.log(folder, (require("fs").lstatSync(folder).mode & 0o777).toString(8));
  } catch (error) {
    console.log(error.message);
  }`;

/** The cache folder that is taken, after lines of a shell where it should be, and its mode; or why there is none */
function cacheFolderAfter(made: string): string {
  const script = `${PREPARE}\n${made}\nexec /srv/bun --no-env-file --eval "$3"`;
  const project = new URL("../..", import.meta.url).pathname;
  const argv = [...NAMESPACE, "sh", "-ec", script, "sh", project, process.execPath, PROGRAM];
  const { stdout, stderr, success } = Bun.spawnSync(argv, {
    env: { ...BARE_FOR_BUN, XDG_CACHE_HOME: "/srv/caches" },
  });
  if (!success) throw new Error(stderr.toString());
  return stdout.toString().trim();
}

const OWN = "/srv/caches/wirework 700";
const IN_TMP = "/tmp/wirework-0 700";

test.each([
  ["nothing", ":", OWN],
  ["a folder of the user's own", "mkdir --mode=700 wirework", OWN],
  ["a link to one", "mkdir --mode=700 other; ln -s other wirework", IN_TMP],
  ["a folder that a group may write to", "mkdir wirework; chmod 770 wirework", IN_TMP],
  ["a folder that everyone may write to", "mkdir wirework; chmod 707 wirework", IN_TMP],
  ["a file", ": >wirework", IN_TMP],
  [
    "nothing of use in either place",
    "ln -s /etc wirework; ln -s /etc /tmp/wirework-0",
    "Cannot keep files: neither /srv/caches/wirework nor /tmp/wirework-0 is a folder that only this user can write to",
  ],
])("where the cache folder should be is %s", (_, made, taken) => {
  expect(cacheFolderAfter(made)).toBe(taken);
});

if (IS_ROOT) {
  test("a cache folder of somebody else's is not root's", () => {
    expect(cacheFolderAfter("mkdir --mode=700 wirework; chown 65534 wirework")).toBe(IN_TMP);
  });
}

/** What another user tries at the holder of a host, whose process id is `$1`; each prints something when it succeeds */
const ATTEMPTS = [
  "ls /proc/$1/root/",
  "cat /proc/$1/root/etc/passwd",
  "ls /proc/$1/root/run/wirework-host",
  "ls /proc/$1/root/var/run/docker.sock",
  "ls /proc/$1/cwd/",
  "ls /proc/$1/fd/",
  "cat /proc/$1/environ",
  "nsenter --target=$1 --net echo entered",
  "nsenter --target=$1 --user --mount --preserve-credentials echo entered",
  "docker -H unix:///proc/$1/root/var/run/docker.sock ps",
  "kill -9 $1 && echo killed",
];

function testOutOfReach(kind: ThrowAwayKind): void {
  test("is out of the reach of others", async () => {
    await using host = await TestHost.open({ name: "root", prefix: [] }, kind);
    const holder = /--target=(\d+)/.exec(host.entered([]).join(" "))?.[1] ?? "";
    const succeeded = ATTEMPTS.filter((attempt) => {
      const { stdout } = Bun.spawnSync([...NOBODY, "sh", "-c", attempt, "sh", holder], { cwd: "/" });
      return stdout.byteLength > 0;
    });
    expect(succeeded).toEqual([]);
    expect(await host.$`docker ps`).toMatchObject({ status: 0 });
  });

  test("has no state that others in it can write to", async () => {
    await using host = await TestHost.open({ name: "root", prefix: [] }, kind);
    await host.$`docker run -d base sleep 600`;
    const found = await host.run([
      "find",
      "/run/wirework-host",
      // Whoever can't enter a folder does not reach what is in it
      ..."( -type d ! -perm -001 -prune ) -o".split(" "),
      "(",
      "-perm",
      "/022",
      "!",
      "-type",
      "l",
      ")",
      "-print",
    ]);
    expect(found).toEqual({ status: 0, stdout: "", stderr: "" });
  });
}

if (IS_ROOT) describe("a sandbox of root's", () => testOutOfReach("sandbox"));

describeOnDocker("a Docker host", () => testOutOfReach("docker"));
