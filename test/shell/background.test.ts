/**
 * Programs that stay when the line that started them is done.
 */
import { afterAll, describe, expect, spyOn, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { openProcess } from "../../lib/netlink/process/process-handle.ts";
import { processStart } from "../../lib/netlink/process/process-start.ts";
import { jobIn } from "../../lib/shell/background.ts";
import { CommandError } from "../../lib/shell/failure/command-error.ts";
import { planOf } from "../../lib/shell/invert/invert.ts";
import { pattern } from "../support/naming.ts";
import { performer, shellOf } from "./on-this-machine.ts";

const folder = mkdtempSync("/tmp/wirework-background-");
afterAll(() => rmSync(folder, { recursive: true }));

const here = shellOf(performer()).$;
const file = join(folder, "log");

describe("a program that stays", () => {
  test("is there when its line is done, with all that it prints in the file", async () => {
    const { stdout } = await here.background(file, "ready")`sh -c 'echo up >&2; echo ready; exec sleep 600'`.quietly();
    const pid = jobIn(stdout) ?? 0;
    using process = openProcess(pid, processStart(pid) ?? "");
    expect(stdout).toBe(`[1] ${pid}\n`);
    expect(readFileSync(file, "utf8")).toBe("up\nready\n");
    expect(process?.hasEnded()).toBe(false);
    process?.signal("SIGKILL");
    await process?.ended();
  });

  test.each([
    ["that ends first fails with its own words and status", "sh -c 'echo in use >&2; exit 2'", 2, "in use"],
    ["that says nothing, and ends well, has not begun either", "sh -c 'exit 0'", 1, ""],
    ["that is not there", "say ready", 127, "say: command not found"],
  ])("%s", async (_what, line, exitCode, words) => {
    const started = here.background(file, "ready")(Object.assign([line], { raw: [line] }));
    const error: unknown = await started.then(
      () => null,
      (failure: unknown) => failure,
    );
    if (!(error instanceof CommandError)) throw new Error(`Expected a failed command, saw ${error}`);
    expect(error).toMatchObject({ exitCode });
    expect(error.message).toContain(words);
  });

  test("that stays silent is ended after ten seconds, and fails as with timeout(1)", async () => {
    const real = performance.now.bind(performance);
    // Ten of its seconds are a tenth of one here
    using _now = spyOn(performance, "now").mockImplementation(() => 100 * real());
    const line = here.background(file, "ready")`sh -c 'echo $$; exec sleep 600'`;
    const { exitCode, stderr } = await line.quietly();
    expect(exitCode).toBe(124);
    expect(stderr).toMatch(pattern(["ready", 10]));
    const [pid] = stderr.split("\n");
    expect(processStart(Number(pid))).toBeNull();
  });

  test("is read as bash would type it", () => {
    const { line } = here.background("/run/a b.log", "ready")`sh -c ${"echo ready"}`;
    expect(line.text).toBe("sh -c 'echo ready' > '/run/a b.log' 2>&1 &");
  });

  test("whose file can't be opened is not started", async () => {
    const outcome = await here.background(join(folder, "no/log"), "x")`sh -c ${`touch ${folder}/ran`}`.quietly();
    expect(outcome).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("no such file") });
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });

  test("that is to say nothing is refused", () => {
    expect(() => here.background(file, "")).toThrow("Cannot wait for a program without a text to wait for");
  });
});

describe("a name server", () => {
  test.each([
    ["dnsmasq --no-daemon --conf-file=/dev/null --listen-address=10.0.0.1", "undoable"],
    ["sudo dnsmasq -k -C /dev/null -a 10.0.0.1", "undoable"],
    ["dnsmasq -dqC/dev/null --log-facility=- --host-record=printer,10.0.0.1", "undoable"],
    ["dnsmasq -d --conf-file /dev/null -8 local0", "undoable"],
    ["dnsmasq --version", "none"],
    ["dnsmasq --test --conf-file=/dev/null", "none"],
    // It goes on as a process of its own
    ["dnsmasq --conf-file=/dev/null --listen-address=10.0.0.1", "unknown"],
    // It leaves files, or runs programs
    ["dnsmasq --no-daemon --conf-file=/dev/null --dhcp-range=10.0.0.2,10.0.0.9", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --log-facility=/var/log/dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --log-facility=./dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --log-facility ./dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null -8 /var/log/dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null -q8/var/log/dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --log-fac=/var/log/dns.log", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --pid-file=/run/dns.pid", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null -x /run/dns.pid", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --dumpfile=/tmp/dump", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --conf-script=/tmp/program", "unknown"],
    // As a file of options may have it do
    ["dnsmasq --no-daemon --listen-address=10.0.0.1", "unknown"],
    ["dnsmasq -d -C /tmp/options", "unknown"],
    ["dnsmasq -dC/tmp/options", "unknown"],
    ["dnsmasq -d --conf-file=/tmp/options", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --conf-file=/tmp/options", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --conf-fi=/tmp/options", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --conf-dir=/tmp/folder", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null -7 /tmp/folder", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --servers-file=/tmp/servers", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null --conf-file", "unknown"],
    ["dnsmasq -d --conf-file=/dev/null more -7 /tmp/folder", "unknown"],
    ["dnsmasq -d -Y --conf-file=/dev/null", "unknown"],
    ["dnsmasq --test -C /tmp/options", "unknown"],
  ])("%s: %s", (line, kind) => {
    const [program = "", ...args] = line.split(" ");
    expect(planOf([program, ...args]).kind).toBe(kind as "none");
  });
});
