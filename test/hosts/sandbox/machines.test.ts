/**
 * Machines whose files are where one does not expect them. Each is a mount namespace that is thrown away.
 */
import { describe, expect, test } from "bun:test";

import { BARE } from "../../support/wirework.ts";
import { readableProject } from "../../support/project.ts";
import { recipeFile } from "../../support/recipe-file.ts";
import { type User, everyUser } from "../../support/machine/users.ts";

/** A shell script that makes the machine, with the project in $project; where the project is then */
interface Machine {
  readonly prepare: string;
  readonly project: string;
}

const BOUND = (folder: string) => `mkdir -p "${folder}" && mount --bind "$project" "${folder}"`;

const MACHINES: Readonly<Record<string, Machine>> = {
  "a file is mounted below /usr": {
    prepare: "mount --bind /dev/null /usr/share/zoneinfo/UTC",
    project: "$project",
  },
  "the project is a mount of its own below /home": {
    prepare: `mount -t tmpfs tmpfs /home && ${BOUND("/home/user/disk/wirework")}`,
    project: "/home/user/disk/wirework",
  },
  "the project is below /mnt": { prepare: `mount -t tmpfs tmpfs /mnt && ${BOUND("/mnt/w")}`, project: "/mnt/w" },
  "the project is /mnt": { prepare: BOUND("/mnt"), project: "/mnt" },
  "the project is below /srv": { prepare: `mount -t tmpfs tmpfs /srv && ${BOUND("/srv/w")}`, project: "/srv/w" },
  "the project is below /run": { prepare: `mount -t tmpfs tmpfs /run && ${BOUND("/run/w")}`, project: "/run/w" },
  "the project is below /dev/shm": {
    prepare: `mount -t tmpfs tmpfs /dev/shm && ${BOUND("/dev/shm/w")}`,
    project: "/dev/shm/w",
  },
  "the project's path has blanks, quotes and letters of other languages": {
    prepare: `mount -t tmpfs tmpfs /srv && ${BOUND(`/srv/it's a \\"fünf\\" %20 \\$x ☃`)}`,
    project: `/srv/it's a \\"fünf\\" %20 \\$x ☃`,
  },
  "the project is reached by a link": {
    prepare: `mount -t tmpfs tmpfs /srv && ln -s "$project" /srv/link`,
    project: "/srv/link",
  },
  "/mnt is a mount already": {
    prepare: `mount -t tmpfs tmpfs /srv && mkdir -p /srv/mnt && mount --bind /srv/mnt /mnt`,
    project: "$project",
  },
};

/** What only root can reach */
const CLOSED: Readonly<Record<string, Machine>> = {
  "the project is in a folder that is closed to others": {
    prepare: `mount -t tmpfs -o mode=700 tmpfs /srv && ${BOUND("/srv/w")}`,
    project: "/srv/w",
  },
  "the project is two closed folders deep": {
    prepare: `mount -t tmpfs -o mode=700 tmpfs /srv && mkdir -m 700 /srv/inner && ${BOUND("/srv/inner/w")}`,
    project: "/srv/inner/w",
  },
};

describe.each(everyUser)("for $name", (user) => {
  const machines = Object.entries(user.name === "nobody" ? MACHINES : { ...MACHINES, ...CLOSED });
  test.each(machines)("a recipe runs where %s", async (_where, machine) => {
    expect(await runIn(machine, user)).toMatchObject({ status: 0, errors: "" });
  });
});

/** A clone under umask 077, on a tmpfs, with Bun linked in: the copies that root makes must be of everything that is needed */
const CLONE = `
  mount -t tmpfs -o mode=755 tmpfs /srv
  umask 077
  mkdir -p /srv/w/node_modules /srv/w/.git
  for part in lib recipes scripts package.json package-lock.json tsconfig.json; do cp -r "$project/$part" /srv/w/; done
  for part in zx minimist ipaddr.js .bin .package-lock.json; do cp -r "$project/node_modules/$part" /srv/w/node_modules/ 2>/dev/null || :; done
  mkdir /srv/w/node_modules/bun && mount --bind "$project/node_modules/bun" /srv/w/node_modules/bun`;

test("a recipe runs for root from a clone that only root can read", async () => {
  expect(await runIn({ prepare: CLONE, project: "/srv/w" }, { name: "root", prefix: [] })).toEqual({
    status: 0,
    errors: "",
  });
});

test("a recipe runs for root under umask 077", async () => {
  expect(await runIn({ prepare: "umask 077", project: "$project" }, { name: "root", prefix: [] })).toEqual({
    status: 0,
    errors: "",
  });
});

test("a recipe runs for the root of a user namespace with one id", async () => {
  const prefix = ["unshare", "--user", "--map-root-user"];
  expect(await runIn({ prepare: ":", project: "$project" }, { name: "root", prefix })).toEqual({
    status: 0,
    errors: "",
  });
});

/** A recipe that needs all of a sandbox: Bun, the project, the engine, and an image that is the machine */
const RECIPE = recipeFile("await $`sudo docker run --rm base true`;", ["docker"]);

/** Runs it there */
async function runIn({ prepare, project }: Machine, { prefix }: User): Promise<{ status: number; errors: string }> {
  const isRoot = process.geteuid?.() === 0;
  const namespaces = ["unshare", ...(isRoot ? [] : ["--user", "--map-root-user"]), "--mount", "--propagation=private"];
  const script = `project=$1; shift; ${prepare} && exec "$@" "${project}/scripts/wirework" run "${RECIPE}" --quiet`;
  const running = Bun.spawn(
    [...namespaces, "sh", "-c", script, "sh", readableProject(), ...(prefix.length > 0 ? prefix : ["env"])],
    {
      cwd: "/",
      env: BARE,
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const [errors, status] = await Promise.all([running.stderr.text(), running.exited]);
  return { status, errors };
}
