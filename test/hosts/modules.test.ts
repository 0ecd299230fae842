/**
 * A kernel module that is missing. The module's sign is hidden, and modprobe is a stand-in: the machine's modules stay.
 */
import { describe, expect, test } from "bun:test";

import { BARE } from "../support/wirework.ts";
import { IS_ROOT, NOBODY, onMachine, ROOT, runOnMachine } from "./machine.ts";

/** Hides what shows that br_netfilter is there */
const WITHOUT = "[ ! -d /proc/sys/net/bridge ] || mount -t tmpfs tmpfs /proc/sys/net/bridge";

/** A modprobe that is these lines of a shell script */
function standIn(lines: string): string {
  return `
    mount -t tmpfs tmpfs /usr/local/sbin
    cat >/usr/local/sbin/modprobe <<'END'\n#!/bin/sh\n${lines}\nEND
    chmod 755 /usr/local/sbin/modprobe`;
}

/** Shows it again, or hides it */
const STAND_IN = standIn(`
  [ "$1" = --remove ] && exec mount -t tmpfs removed /proc/sys/net/bridge
  umount /proc/sys/net/bridge`);

const RUN = ["run", "link-icc-false", "--quiet"];

/** On a terminal, with an answer typed to the question */
async function answering(prepare: string, answer: string): Promise<{ status: number; shown: string }> {
  const shown: Uint8Array[] = [];
  let answered = false;
  const running = Bun.spawn(onMachine(prepare, ROOT, RUN), {
    cwd: "/",
    env: { ...BARE, TERM: "xterm" },
    terminal: {
      data(terminal, chunk) {
        shown.push(Uint8Array.from(chunk));
        if (answered || !Buffer.concat(shown).includes("[y/N] ")) return;
        answered = true;
        terminal.write(answer);
      },
    },
  });
  return { status: await running.exited, shown: Buffer.concat(shown).toString() };
}

const REFUSAL = /Cannot run without the kernel module br_netfilter\n  cause: .+\n  try: sudo modprobe br_netfilter\n$/;

if (IS_ROOT) {
  describe("without br_netfilter", () => {
    test.each([
      ["nobody", NOBODY],
      ["root, whom nobody can ask", ROOT],
    ])("link-icc-false refuses to run for %s, with the line to type", async (_who, prefix) => {
      const { status, stdout, stderr } = await runOnMachine(WITHOUT, prefix, RUN);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(REFUSAL);
    });

    test.each([
      ["n and Enter", "n\r"],
      ["Enter", "\r"],
      ["the end of the input", "\x04"],
    ])("root on a terminal is asked, and %s is a no", async (_answer, typed) => {
      const { status, shown } = await answering(`${WITHOUT}\n${STAND_IN}`, typed);
      expect(shown).toContain(
        "Load the kernel module br_netfilter? iptables will then see bridged packets on this machine's own bridges",
      );
      expect(shown).toContain("try: sudo modprobe br_netfilter");
      expect(shown).not.toContain("modprobe --remove");
      expect(status).toBe(2);
    });

    test("Ctrl-C at the question stops the run", async () => {
      expect((await answering(`${WITHOUT}\n${STAND_IN}`, "\x03")).status).toBe(130);
    });

    test("a yes loads it, and it is unloaded after the run", async () => {
      const log = `/tmp/wirework-modprobe-${crypto.randomUUID()}`;
      const logging = standIn(`echo "$*" >>${log}; [ "$1" = --remove ] || umount /proc/sys/net/bridge`);
      const { status } = await answering(`${WITHOUT}\n${logging}`, "y\r");
      const calls = await Bun.file(log).text();
      await Bun.file(log).delete();
      expect({ status, calls }).toEqual({ status: 0, calls: "br_netfilter\n--remove br_netfilter\n" });
    });

    test("a modprobe that fails is an error with what it said", async () => {
      const failing = standIn('echo "modprobe: FATAL: not found" >&2; exit 1');
      const { status, shown } = await answering(`${WITHOUT}\n${failing}`, "yes\r");
      expect(shown).toContain("cause: modprobe: FATAL: not found");
      expect(status).toBe(2);
    });
  });
}
