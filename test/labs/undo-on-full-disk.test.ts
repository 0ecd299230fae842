/** A full disk keeps nobody from undoing: what was taken is only not written down, and to take it once more is harmless. */
import { expect, test } from "bun:test";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { JournalWriter } from "../../lib/labs/journal/write.ts";
import type { InverseStep } from "../../lib/shell/invert/inversion.ts";
import { emptyFolder } from "../support/recipe-file.ts";

const removes = (name: string): InverseStep => ({
  kind: "command",
  argv: ["ip", "netns", "del", name],
  takes: { kind: "netns", path: `/${name}`, inode: null },
  when: "in turn",
});

test("all steps are taken, and the journal stays as it was", async () => {
  const file = join(emptyFolder(), "journal");
  {
    using journal = JournalWriter.begin(file, "web", "a boot");
    for (const name of ["a", "b"]) journal.intend(`ip netns add ${name}`, [removes(name)]);
  }
  const before = readFileSync(file);
  const script = `
    import { undo } from ${JSON.stringify(join(import.meta.dir, "../../lib/labs/undo.ts"))};
    process.on("SIGXFSZ", () => {});
    const there = { text: async () => null, file: () => null, link: () => null, inode: () => 1, network: () => null };
    const run = async (argv) => (console.log(argv.join(" ")), { exitCode: 0, stdout: "", stderr: "", ms: 0 });
    console.log((await undo(${JSON.stringify(file)}, { look: there, run })).length + " left");`;
  const limit = `prlimit --fsize=${statSync(file).size} "$@"`;
  const running = Bun.spawn(["sh", "-c", limit, "sh", process.execPath, "--no-env-file", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
  });
  expect(await running.stdout.text()).toBe("ip netns del b\nip netns del a\n0 left\n");
  expect(readFileSync(file)).toEqual(before);
});
