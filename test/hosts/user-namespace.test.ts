/** Which user namespaces a sandbox tries here, and which of the kernel's switches is what keeps it from having one. */
import { expect, test } from "bun:test";

import type { UserNamespace } from "../../lib/hosts/user-namespace.ts";
import { namespacesFor } from "../support/host/in-namespaces.ts";
import { naming } from "../support/naming.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const NONE = naming("user.max_user_namespaces", 0);
const DEBIAN = naming("kernel.unprivileged_userns_clone", 0);
const APPARMOR = naming("kernel.apparmor_restrict_unprivileged_userns", 1);
const SECCOMP = naming("seccomp");

/** What files of the kernel say, and the switch that is off then */
const SWITCHES: readonly (readonly [files: Readonly<Record<string, string>>, cause: string | null])[] = [
  [{}, null],
  [{ max: "0\n" }, NONE],
  [{ max: "10\n" }, null],
  [{ max: "01\n" }, null],
  [{ debian: "0\n" }, DEBIAN],
  [{ debian: "1\n" }, null],
  [{ debian: "10\n" }, null],
  [{ apparmor: "1\n" }, APPARMOR],
  [{ apparmor: "0\n" }, null],
  [{ apparmor: "10\n" }, null],
  [{ apparmor: "21\n" }, null],
  [{ status: "Name:\tx\nSeccomp:\t2\nSeccomp_filters:\t1\n" }, SECCOMP],
  [{ status: "Name:\tx\nSeccomp:\t0\nSeccomp_filters:\t0\n" }, null],
  [{ status: "Seccomp:\t1\n" }, null],
  [{ status: "NoSeccomp:\t2\n" }, null],
  [{ status: "Seccomp:\t20\n" }, null],
  [{ max: "0\n", debian: "0\n", apparmor: "1\n", status: "Seccomp:\t2\n" }, NONE],
  [{ debian: "0\n", apparmor: "1\n", status: "Seccomp:\t2\n" }, DEBIAN],
  [{ apparmor: "1\n", status: "Seccomp:\t2\n" }, APPARMOR],
];

test("what keeps a user from making one is the first switch that is off, in the kernel's order", async () => {
  const found = await inNamespaces(
    async (cases) => {
      const { rmSync, writeFileSync } = await import("node:fs");
      const { findRefusal } = await import("../../lib/hosts/user-namespace.ts");
      const { emptied, textAt } = await import("../support/host/in-place.ts");
      const folder = emptied("/proc/sys/kernel");
      textAt("/proc/sys/user/max_user_namespaces", "");
      textAt("/proc/self/status", "");
      const places = {
        max: "/proc/sys/user/max_user_namespaces",
        debian: `${folder}/unprivileged_userns_clone`,
        apparmor: `${folder}/apparmor_restrict_unprivileged_userns`,
        status: "/proc/self/status",
      };
      return cases.map((files) => {
        for (const [name, place] of Object.entries(places)) {
          if (files[name] !== undefined || !place.startsWith(folder)) writeFileSync(place, files[name] ?? "");
          else rmSync(place, { force: true });
        }
        return findRefusal()?.cause ?? null;
      });
    },
    SWITCHES.map(([files]) => files),
  );
  expect(found).toEqual(SWITCHES.map(([, cause]) => cause));
});

/** Lines of a uid_map, and what root in such a user namespace tries */
const MAPS: readonly (readonly [map: string, tried: UserNamespace])[] = [
  ["         0          0 4294967295\n", "unused ids"],
  ["0 0 1\n", "own id"],
  ["", "own id"],
  ["0 0 65536\n", "own id"],
  ["0 100000 2000065536\n", "unused ids"],
  ["0 100000 2000065535\n", "own id"],
  ["2000000000 100000 65536\n", "unused ids"],
  ["2000000001 100000 65536\n", "own id"],
  ["1999999999 5 65537\n", "unused ids"],
  ["1999999999 5 65536\n", "own id"],
  ["0 1000 1\n2000000000 100000 65536\n", "unused ids"],
  ["0 2000000000 65536\n", "own id"],
];

test("root tries ids that are nobody's where the present map has them, else its own, and does without at last", async () => {
  const tried = await inNamespaces(
    async (maps) => {
      const { writeFileSync } = await import("node:fs");
      const { userNamespacesToTry } = await import("../../lib/hosts/user-namespace.ts");
      const { textAt } = await import("../support/host/in-place.ts");
      textAt("/proc/self/uid_map", "");
      return maps.map((map) => {
        writeFileSync("/proc/self/uid_map", map);
        return userNamespacesToTry();
      });
    },
    MAPS.map(([map]) => map),
  );
  expect(tried).toEqual(MAPS.map(([, first]) => [first, "none"]));
});

test("anybody else tries the own id only", async () => {
  const path = `${import.meta.dir}/../../lib/hosts/user-namespace.ts`;
  const script = `console.log(JSON.stringify((await import(${JSON.stringify(path)})).userNamespacesToTry()))`;
  const asSomebody = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  const running = Bun.spawn([...asSomebody, process.execPath, "--no-env-file", "--eval", script], { stdout: "pipe" });
  expect(JSON.parse(await running.stdout.text())).toEqual(["own id"]);
});
