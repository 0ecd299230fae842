/**
 * Docker's own file is as it was, however the restart ends that gives docker0 its address back.
 */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { ON_HOST } from "../../../lib/resources/entering.ts";
import { addressSteps, type Docker0Address } from "../../../lib/shell/invert/docker0-address.ts";
import { describeInSandbox } from "../../support/host/test-host.ts";

const ADDRESS = "10.9.0.1/24";

/** docker0 as it was, and is no more */
const BEFORE: Docker0Address = {
  network: { enter: ON_HOST, inode: "4026531840" },
  addresses: [`${ADDRESS} broadcast 10.9.0.255 scope global`],
};

/** What a script types for it as root, with nobody who waits for Docker */
const IN_BASH = `sudo() { "$@"; }; docker_answers() { :; }; SCRATCH=$(mktemp -d); trap 'rm -r "$SCRATCH"' EXIT
${readFileSync(new URL("../../../lib/script/bash/undo/undo-address.sh", import.meta.url), "utf8")}
start_with "$1"`;

describeInSandbox((host) => {
  /** Does it with another `service` in place of the real one */
  const withService = async (program: string, argv: readonly string[]) => {
    const other =
      'mkdir -p /tmp/other; printf "#!/bin/sh\\n%s\\n" "$1" >/tmp/other/service; chmod +x /tmp/other/service';
    await host().$`sh -c ${other} sh ${program}`;
    await host().$`sh -c ${"echo '# mine' >/etc/default/docker; rm -rf /tmp/seen /tmp/tmp.*"}`;
    const { status } = await host().$`sh -c ${'PATH=/tmp/other:$PATH; exec "$@"'} sh ${[...argv]}`;
    const { stdout } = await host().$`sh -c ${"cat /tmp/seen; cat /etc/default/docker; ls -d /tmp/tmp.*"}`;
    return { status, stdout };
  };
  const SEE = "cp /etc/default/docker /tmp/seen";
  const left = `# mine\nDOCKER_OPTS=--bip=${ADDRESS}\n# mine\n`;

  describe("an address that is given back", () => {
    const [step] = addressSteps(BEFORE, "not yet known");
    const argv = step?.kind === "command" ? step.argv : [];

    test.each([
      ["succeeds", "true", 0],
      ["fails", "exit 3", 3],
      ["is stopped by a hangup", "kill -HUP $PPID", 130],
      ["is stopped by Ctrl-C", "kill -INT $PPID", 130],
      ["is stopped by kill", "kill -TERM $PPID", 130],
    ])("leaves the file alone when the restart %s", async (_how, end, status) => {
      expect(await withService(`${SEE}; ${end}`, argv)).toEqual({ status, stdout: left });
    });

    test.each([
      ["succeeds", "true", 0],
      ["fails", "exit 3", 3],
    ])("leaves the file alone in a script when the restart %s", async (_how, end, status) => {
      expect(await withService(`${SEE}; ${end}`, ["bash", "-c", IN_BASH, "bash", ADDRESS])).toEqual({
        status,
        stdout: left,
      });
    });
  });
});
