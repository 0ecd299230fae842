import { afterAll, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isOpenToAll } from "../../../lib/hosts/sandbox/open-to-all.ts";

const folder = mkdtempSync(join(tmpdir(), "wirework-test-open-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a bundle that is made meanwhile, and gets its place, is no reason not to look", async () => {
  const project = join(folder, "project");
  mkdirSync(join(project, "node_modules/.wirework"), { recursive: true, mode: 0o755 });
  for (const path of [folder, project]) Bun.spawnSync(["chmod", "755", path]);
  const making = 'cd "$1"; while :; do mkdir making; : >making/file; mv making made; rm -r made; done';
  const maker = Bun.spawn(["sh", "-c", making, "sh", join(project, "node_modules/.wirework")]);
  try {
    for (let looks = 0; looks < 5000; looks += 1) {
      expect(isOpenToAll(project)).toBe(true);
      if (looks % 500 === 0) await Bun.sleep(1);
    }
  } finally {
    maker.kill("SIGKILL");
    await maker.exited;
  }
});

test("what is closed is found below what is open", () => {
  const project = join(folder, "closed");
  mkdirSync(join(project, "lib/deep"), { recursive: true, mode: 0o755 });
  writeFileSync(join(project, "lib/deep/file"), "", { mode: 0o600 });
  for (const path of [project, join(project, "lib"), join(project, "lib/deep")]) Bun.spawnSync(["chmod", "755", path]);
  expect(isOpenToAll(project)).toBe(false);
});
