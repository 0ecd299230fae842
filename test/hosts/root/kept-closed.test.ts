/** A file that its folder's overlay would show closed, as it was before it was staged. */
import { expect } from "bun:test";
import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { testAsRoot } from "../../support/machine/as-root.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

/** With process ids of their own, without which there is no `/proc` to mount */
const inHost = namespacesFor(import.meta.dir, ["--pid", "--fork"]);

const NOBODY = 65_534;

testAsRoot("it is shown as it is now, beside its neighbours", async () => {
  const folder = emptyFolder();
  const [closed, open, other] = ["closed", "open", "other"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const [path, mode] of [
    [closed, 0o600],
    [open, 0o644],
    [other, 0o644],
  ] as const) {
    writeFileSync(path, path);
    chmodSync(path, mode);
    chownSync(path, NOBODY, NOBODY);
  }
  const texts = await inHost(
    async (folder, closed, open, other) => {
      const { readFileSync } = await import("node:fs");
      const { enterHostRoot } = await import("../../../lib/hosts/root/enter-root.ts");
      const { bind } = await import("../../../lib/netlink/mount.ts");
      bind(open, closed);
      enterHostRoot([folder, closed, other], () => {});
      return [closed, other].map((path) => readFileSync(path, "utf8"));
    },
    folder,
    closed,
    open,
    other,
  );
  expect(texts).toEqual([open, other]);
});
