/**
 * A container's `/etc/hosts`, which is the container's to write: an address that a check asks for is an address, or none.
 */
import { expect, test } from "bun:test";

import { namespacesFor } from "../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** What a shell's printf(1) and truncate(1) make of it, and the address of `db` that is found in it */
const CONTENTS: readonly (readonly [what: string, made: string, found: string])[] = [
  ["no end", "printf '10.0.0.9 db\\n' >hosts; truncate --size=1T hosts", "10.0.0.9"],
  [
    "one line without an end",
    "printf '10.0.0.8 ' >hosts; truncate --size=1T hosts; printf 'db\\n' >>hosts",
    "no such name",
  ],
  ["a million names", "yes '10.0.0.8 x' | head -n 1000000 >hosts; printf '10.0.0.9 db\\n' >>hosts", "no such name"],
  ["text of a shell's", "printf '$(touch /srv/evil) db\\n10.0.0.9;id db\\n10.0.0.9 db;id\\n' >hosts", "no such name"],
  ["options", "printf '%s db\\n10.0.0.9 --flood db\\n' '-f' >hosts", "10.0.0.9"],
  ["control characters", "printf '\\033]0;evil\\007 db\\n10.0.0.8\\r db\\000\\n10.0.0.9 db\\n' >hosts", "10.0.0.9"],
  ["bytes that are no text", "printf '\\377\\376 db\\n10.0.0.9 db\\n' >hosts", "10.0.0.9"],
  ["an address in other digits", "printf '0x0a000009 db\\n012.0.0.9 db\\n167772169 db\\n' >hosts", "no such name"],
  ["a device in its place", "rm -f hosts; cp -a /dev/zero hosts 2>/dev/null || ln -s /dev/zero hosts", "no such name"],
];

test.each(CONTENTS)("with %s", async (_what, made, found) => {
  const seen = await inNamespaces(async (script) => {
    const { lookUp } = await import("../../lib/recipe/checks/look-up.ts");
    const { existsSync, readlinkSync } = await import("node:fs");
    const prepare = `mount -t tmpfs tmpfs /srv; mkdir -p /srv/root/etc /srv/root/dev; cd /srv/root/etc; ${script}`;
    const { success, stderr } = Bun.spawnSync(["sh", "-ec", prepare]);
    if (!success) throw new Error(stderr.toString());
    const running = Bun.spawn(["perl", "-e", 'chroot "/srv/root"; sleep 600']);
    while (readlinkSync(`/proc/${running.pid}/root`) !== "/srv/root") await Bun.sleep(1);
    try {
      const found = lookUp(running.pid as never, "web", "db"); // a process id, though its type is not to be had in here
      return existsSync("/srv/evil") ? "a hostile text was obeyed" : found;
    } catch (error) {
      return existsSync("/srv/evil") ? "a hostile text was obeyed" : String(error);
    } finally {
      running.kill("SIGKILL");
    }
  }, made);
  expect(seen).toEndWith(found);
});
