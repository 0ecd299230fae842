/**
 * What a Docker host needs of the machine: said before anything is touched, with the line to type.
 */
import { expect, test } from "bun:test";

import { readableProject } from "../../support/project.ts";
import { describeOnDocker } from "../../support/machine/on-docker.ts";
import { standIn, without } from "../changed-programs.ts";
import { NOBODY, ROOT, runOnMachine } from "../machine.ts";
import { naming } from "../../support/naming.ts";

const RUN = ["run", "point-to-point", "--on", "docker", "--quiet"];

const EFFECT = "the package docker.io starts Docker on this machine, now and at every boot";

/** What is missing, the message, its cause, and the package */
const MISSING = [
  ["dockerd", `not installed: docker.io; ${EFFECT}`, "docker.io"],
  ["busybox", "not installed: busybox-static", "busybox-static"],
] as const;

/** Brings back what is hidden, as soon as it is asked for */
const APT_GET = standIn("apt-get", '[ "$*" = "install --yes docker.io" ] && chmod 755 /srv/bin/dockerd');

/** A dockerd that is these lines of a shell script; in an overlay, as a Docker host sees nothing that is mounted in /usr */
function withDaemon(lines: string): string {
  return `
    mount -t tmpfs -o mode=755 tmpfs /srv
    mkdir -p /srv/usr/sbin
    cp /usr/sbin/dockerd /srv/usr/sbin/real-dockerd
    cat >/srv/usr/sbin/dockerd <<'END'\n#!/bin/sh\n${lines}\nEND
    chmod 755 /srv/usr/sbin/dockerd
    mount -t overlay -o lowerdir=/srv/usr:/usr overlay /usr`;
}

describeOnDocker("on a machine", () => {
  test.each(MISSING)("without %s, root who forbids to install gets the line to type", async (program, cause, owner) => {
    expect(await runOnMachine(without(program), ROOT, [...RUN, "--no-install"])).toEqual({
      status: 2,
      stdout: "",
      stderr: naming("wirework: ", program, `\n  cause: ${cause}\n  try: sudo apt-get install --yes ${owner}\n`),
    });
  });

  test("without dockerd, it is installed for root, who is told before what else that does", async () => {
    const { status, stderr } = await runOnMachine(`${without("dockerd")}\n${APT_GET}`, ROOT, RUN);
    expect(stderr).toBe(`wirework: ${EFFECT}\nwirework: apt-get install --yes docker.io\n`);
    expect(status).toBe(0);
  });

  test("without Docker's client, its own package is named", async () => {
    const prepare = `${without("docker")}\nmount -t tmpfs tmpfs /usr/local/bin`;
    expect(await runOnMachine(prepare, ROOT, RUN)).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "wirework: Cannot open a Docker host without Docker's client\n" +
        "  cause: dockerd is installed, but docker is not\n  try: sudo apt-get install --yes docker-cli\n",
    });
  });

  test("whose BusyBox needs libraries, the package of one that doesn't is named", async () => {
    const prepare = 'mount --bind "$(command -v bash)" "$(command -v busybox)"';
    const { status, stderr } = await runOnMachine(prepare, ROOT, RUN);
    expect(stderr).toMatch(
      /^wirework: Cannot make the image base: this machine's BusyBox needs shared libraries, which the image lacks\n {2}cause: \/\S*busybox is not that of the package busybox-static, which replaces the package busybox\n {2}try: sudo apt-get install --yes busybox-static\n$/,
    );
    expect(status).toBe(2);
  });

  test("nobody gets the same line with sudo, whatever is missing besides", async () => {
    expect(await runOnMachine(without("dockerd"), NOBODY, [...RUN, "--from", "10.9.0.1"])).toEqual({
      status: 2,
      stdout: "",
      stderr: [
        "wirework: Cannot open a Docker host without root",
        "  cause: dockerd needs root even on a throw-away host; the sandbox does not",
        `  try: sudo ${readableProject()}/scripts/wirework run point-to-point --on docker --quiet --from 10.9.0.1`,
        "",
      ].join("\n"),
    });
  });

  test.each([
    ["exec /usr/sbin/real-dockerd --nonsense", "dockerd ended with exit status 1:\n    unknown flag: --nonsense"],
    ["echo no space left on device; exit 7", "dockerd ended with exit status 7:\n    no space left on device"],
    ["kill -9 $$", "dockerd was ended by SIGKILL, and said nothing"],
  ])("whose dockerd is `%s`, a run ends before its first step, in the daemon's words", async (lines, words) => {
    expect(await runOnMachine(withDaemon(lines), ROOT, RUN)).toEqual({
      status: 2,
      stdout: "",
      stderr: `wirework: Cannot start Docker on the Docker host\n  cause: ${words}\n  try: --on sandbox\n`,
    });
  });
});
