import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { mountsAt } from "../../lib/resources/mounts.ts";
import type { Look } from "../../lib/resources/look.ts";
import { NOTHING_THERE } from "../support/kernel/seen-network.ts";

const folder = mkdtempSync(join(tmpdir(), "wirework-test-mounts-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Mounts twice on a folder of that name, and reads what the kernel shows of it */
function lookAfterTwoMountsOn(path: string): Look {
  mkdirSync(path);
  const info = join(folder, "mountinfo");
  const script = 'for n in 1 2; do mount -t tmpfs none "$1"; done; mkdir "$1/deeper"; mount -t tmpfs none "$1/deeper"';
  const inside = ["sh", "-ec", `${script}; cat /proc/self/mountinfo >"$2"`, "sh", path, info];
  const { exitCode, stderr } = Bun.spawnSync(["unshare", "-Urm", ...inside]);
  if (exitCode !== 0) throw new Error(stderr.toString());
  const content = readFileSync(info);
  return { ...NOTHING_THERE, file: () => ({ uid: 0, gid: 0, mode: 0o444, content }) };
}

test.each(["plain", "with a blank", "with\ta tab", "with\na line's end", "with\\a backslash", "with #", "with \\040"])(
  "both mounts on %j are found, and what is mounted deeper is not",
  (name) => {
    const path = join(folder, name);
    const found = mountsAt(lookAfterTwoMountsOn(path), path);
    // The kernel gives numbers again that are free: they need not grow
    expect(found).toHaveLength(2);
    expect(new Set(found).size).toBe(2);
  },
);
