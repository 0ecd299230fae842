import { expect, test } from "bun:test";

import { users } from "../support/machine/users.ts";
import { reportOf } from "../recipes/promises.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { wirework } from "../support/wirework.ts";

/** The same user, whose processes may have so many files open, and cannot be given more */
function limited(files: number, user: (typeof users)[number]) {
  return { ...user, prefix: [...user.prefix, "sh", "-c", `ulimit -n ${files}; exec "$@"`, "sh"] };
}

test.each(users)("a soft limit below what a star needs is raised, as $name", async (user) => {
  const soft = { ...user, prefix: [...user.prefix, "sh", "-c", 'ulimit -Sn 24; exec "$@"', "sh"] };
  expect((await reportOf(soft, "star", "--count=40")).ok).toBe(true);
});

test.each(users)("a star of forty needs no more open files than one of two, as $name", async (user) => {
  expect((await reportOf(limited(24, user), "star", "--count=40")).ok).toBe(true);
});

test.each(users)("too few open files are named, with the way out, as $name", async (user) => {
  const before = takeSnapshot();
  const { status, stderr } = await wirework(limited(12, user), ["run", "star"]);
  expect(status).toBe(1);
  expect(stderr).toContain("EMFILE: too many open files");
  expect(stderr).toContain("cause: the process has reached its limit of open files");
  expect(stderr).toContain("try: ulimit -n 65536");
  expect(takeSnapshot()).toEqual(before);
});
