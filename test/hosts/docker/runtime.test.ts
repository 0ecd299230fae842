/**
 * A privileged container on a machine that lacks one of its kernel's capabilities.
 */
import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { TestHost } from "../../support/host/test-host.ts";

const RUNC = `${import.meta.dir}/../../../lib/hosts/docker/runc.sh`;
const RUNTIME = `${import.meta.dir}/../../../lib/hosts/docker/runtime.ts`;

/** Without one that even a host needs, and root with all that it has */
const WITHOUT = ["setpriv", "--bounding-set=-wake_alarm", "--inh-caps=-all", "--"];

const LISTED = ["CAP_CHOWN", "CAP_SYS_TIME", "CAP_WAKE_ALARM", "CAP_BPF"];

/** What is left of a document that is given to a runtime, and what that is started with */
function given(lacking: string, option: "--bundle" | "--process") {
  const folder = mkdtempSync(join(tmpdir(), "wirework-test-"));
  try {
    const file = join(folder, "config.json");
    writeFileSync(file, JSON.stringify({ bounding: LISTED, effective: LISTED.toReversed(), inheritable: [] }));
    const word = option === "--bundle" ? folder : file;
    const { stdout } = Bun.spawnSync(["sh", RUNC, "echo", lacking, "--root", "/x y", option, word, "id"]);
    return { document: JSON.parse(readFileSync(file, "utf8")), ran: stdout.toString().replaceAll(folder, "FOLDER") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ["SYS_TIME", ["CAP_CHOWN", "CAP_WAKE_ALARM", "CAP_BPF"]],
  ["CHOWN,BPF", ["CAP_SYS_TIME", "CAP_WAKE_ALARM"]],
  ["CHOWN,SYS_TIME,WAKE_ALARM,BPF", []],
  ["SYS", LISTED],
])("of a document's lists %s are left out, wherever they are", (lacking, left) => {
  expect(given(lacking, "--bundle")).toEqual({
    document: { bounding: left, effective: left.toReversed(), inheritable: [] },
    ran: "--root /x y --bundle FOLDER id\n",
  });
  expect(given(lacking, "--process").document.bounding).toEqual(left);
});

describeOnDocker("on a Docker host", () => {
  test("that the machine lacks a capability is seen", () => {
    const print = `import { ownRuntime } from ${JSON.stringify(RUNTIME)}; console.log(ownRuntime()?.at(-1));`;
    const { stdout } = Bun.spawnSync([
      ...WITHOUT,
      process.execPath,
      "--no-env-file",
      "--config=/dev/null",
      "-e",
      print,
    ]);
    const lacking = stdout.toString().trim().split(",");
    expect(lacking).toContain("WAKE_ALARM");
    expect(lacking).not.toContain("CHOWN");
  });

  test("of such a machine a privileged container starts, and docker exec has its capabilities", async () => {
    await using host = await TestHost.open({ name: "root", prefix: WITHOUT }, "docker");
    expect(await host.$`docker run -d --name web --privileged base sleep 600`).toMatchObject({ status: 0, stderr: "" });
    const inside = await host.$`docker exec --privileged web ip link set eth0 mtu 1400`;
    expect(inside).toEqual({ status: 0, stdout: "", stderr: "" });
    expect((await host.$`docker exec web ip link set eth0 mtu 1300`).status).toBe(0);
  });
});
