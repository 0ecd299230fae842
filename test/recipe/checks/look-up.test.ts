import { describe, expect, test } from "bun:test";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const NAME = "10.0.0.9 db\n";

/** Makes a file of that many bytes, and a name after them */
function largeHosts(bytes: number): string {
  return `{ head -c ${bytes} /dev/zero | tr '\\000' '\\n'; printf '${NAME.replace("\n", "\\n")}'; } >$root/etc/hosts`;
}

/** Lines of a shell that make a container's root in `$root`, the name, and what is found under it */
const ROOTS: readonly (readonly [what: string, made: string, name: string, found: string])[] = [
  ["a name", "printf '10.0.0.9\\tdb other\\n' >$root/etc/hosts", "db", "10.0.0.9"],
  ["a second name", "printf '10.0.0.9\\tdb other\\n' >$root/etc/hosts", "other", "10.0.0.9"],
  ["the first of several lines", "printf '10.0.0.8 db\\n10.0.0.9 db\\n' >$root/etc/hosts", "db", "10.0.0.8"],
  ["an IPv6 address before", "printf '::1 db\\n10.0.0.9 db\\n' >$root/etc/hosts", "db", "10.0.0.9"],
  ["a comment", "printf '#10.0.0.8 db\\n10.0.0.9 x # db\\n' >$root/etc/hosts", "db", "no such name"],
  ["a longer name only", "printf '10.0.0.9 db2\\n' >$root/etc/hosts", "db", "no such name"],
  ["an address that is none", "printf '10.0.0.999 db\\n' >$root/etc/hosts", "db", "no such name"],
  ["blanks before", "printf '\\n \\t10.0.0.9  db\\n' >$root/etc/hosts", "db", "10.0.0.9"],
  ["no address but a name", "printf 'db db\\n10.0.0.9 db\\n' >$root/etc/hosts", "db", "10.0.0.9"],
  ["the address itself", "printf '10.0.0.9 db\\n' >$root/etc/hosts", "10.0.0.9", "no such name"],
  ["a name at the end of 1 MiB", largeHosts(1_048_576 - NAME.length), "db", "10.0.0.9"],
  ["a name behind 1 MiB", largeHosts(1_048_576), "db", "no such name"],
  ["no file", "true", "db", "no such name"],
  ["a folder in its place", "mkdir $root/etc/hosts", "db", "no such name"],
  ["a pipe in its place, which nobody writes to", "mkfifo $root/etc/hosts", "db", "no such name"],
  ["a link within", "printf '10.0.0.9 db\\n' >$root/etc/names; ln -s /etc/names $root/etc/hosts", "db", "10.0.0.9"],
  [
    "a link out, which finds nothing outside",
    "printf '10.0.0.9 db\\n' >/srv/outside; ln -s ../../../../srv/outside $root/etc/hosts",
    "db",
    "no such name",
  ],
];

describe("a container's /etc/hosts", () => {
  test.each(ROOTS)("with %s", async (_what, made, name, found) => {
    const seen = await inNamespaces(
      async (script, wanted) => {
        const { lookUp } = await import("../../../lib/recipe/checks/look-up.ts");
        const prepare = `mount -t tmpfs tmpfs /srv; root=/srv/root; mkdir -p $root/etc; ${script}`;
        const { success, stderr } = Bun.spawnSync(["sh", "-ec", prepare]);
        if (!success) throw new Error(stderr.toString());
        const running = Bun.spawn(["perl", "-e", 'chroot "/srv/root"; sleep 600']);
        const { readlinkSync } = await import("node:fs");
        while (readlinkSync(`/proc/${running.pid}/root`) !== "/srv/root") await Bun.sleep(1);
        try {
          return lookUp(running.pid as never, "web", wanted); // a process id, though its type is not to be had in here
        } catch (error) {
          return String(error);
        } finally {
          running.kill("SIGKILL");
        }
      },
      made,
      name,
    );
    expect(seen).toEndWith(found);
  });
});
