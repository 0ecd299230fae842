/** Whether this machine's Docker reads the article's file, as its systemd or its init script tells. */
import { expect, test } from "bun:test";

import { DEFAULT_FILE } from "../../../lib/hosts/machine/default-file.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

/** Why a machine does not read it, with these files, and with a systemctl that is these lines of a shell */
function reason(files: Readonly<Record<string, string>>, systemctl: string): Promise<string | null> {
  return inNamespaces(
    async (files, systemctl) => {
      const { reasonAgainstDefaultFile } = await import("../../../lib/hosts/machine/default-file.ts");
      const { emptied, filesAt, programsAt } = await import("../../support/host/in-place.ts");
      for (const folder of ["/run", "/etc"]) emptied(folder);
      programsAt("/usr/local/sbin", { systemctl });
      filesAt("/", files);
      return reasonAgainstDefaultFile();
    },
    files,
    systemctl,
  );
}

const SYSTEMD = { "run/systemd/system/": "" };
const UNIT = 'echo "$*: ExecStart=dockerd"';
const READING = 'echo "EnvironmentFile=-/etc/default/docker"; echo "ExecStart=dockerd \\$DOCKER_OPTS"';

test.each([
  ["systemd, whose unit names the variable", SYSTEMD, `[ "$*" = "cat docker" ] && ${READING}`, null],
  ["systemd, whose unit does not", SYSTEMD, UNIT, "systemctl cat docker has no DOCKER_OPTS"],
  [
    "systemd, which complains, beside an init script that names it",
    { ...SYSTEMD, "etc/init.d/docker": "DOCKER_OPTS=" },
    "echo DOCKER_OPTS >&2; exit 1",
    "systemctl cat docker has no DOCKER_OPTS",
  ],
  ["an init script that names it", { "etc/init.d/docker": "x\ndockerd $DOCKER_OPTS\n" }, READING, null],
  [
    "an init script that does not",
    { "etc/init.d/docker": "dockerd\n" },
    READING,
    "/etc/init.d/docker has no DOCKER_OPTS",
  ],
  ["neither", {}, READING, "there is neither systemd nor /etc/init.d/docker"],
] as const)("with %s", async (_, files, systemctl, why) => {
  expect(await reason(files, systemctl)).toBe(why);
});

test("it is the file of the article", () => {
  expect(DEFAULT_FILE).toBe("/etc/default/docker");
});
